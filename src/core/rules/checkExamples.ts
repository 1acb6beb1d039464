import { FactState, type FactColumn, type FactType, type Unknown } from '../facts/column';
import { judgeRule } from './judge';
import { Outcome, type FactSource } from './outcome';
import { cellAt } from './judge';
import type { ExampleFacts, Rule, RulePack } from './pack';

export type ExampleKind = keyof Rule['examples'];

/** An example that a rule does not judge as it says. */
export interface ExampleFailure {
  readonly rule: string;
  readonly kind: ExampleKind;
  /** 0-based, among the examples of its kind. */
  readonly index: number;
  readonly actual: ExampleKind;
}

const KINDS = ['flagged', 'clean', 'cannotJudge', 'notApplicable'] as const;
const NAMES: Readonly<Record<Outcome, ExampleKind>> = {
  [Outcome.notApplicable]: 'notApplicable',
  [Outcome.clean]: 'clean',
  [Outcome.flagged]: 'flagged',
  [Outcome.cannotJudge]: 'cannotJudge',
};

/** Runs every rule on its own examples, as if in force whatever the day; an empty list means that all hold. */
export function checkExamples(pack: Pick<RulePack, 'rules'>): ExampleFailure[] {
  const failures: ExampleFailure[] = [];
  for (const rule of pack.rules) {
    for (const kind of KINDS) {
      for (const [index, example] of rule.examples[kind].entries()) {
        const facts = exampleSource([example]);
        const read = (fact: string) => cellAt(facts.column(fact), 0);
        const actual = NAMES[judgeRule({ ...rule, effective: { from: null, to: null } }, read, 0)];
        if (actual !== kind) failures.push({ rule: rule.name, kind, index, actual });
      }
    }
  }
  return failures;
}

/** Examples as cases: a fact that is left out is missing, null is blank, `{ unreadable }` can't be read. */
export function exampleSource(examples: readonly ExampleFacts[]): FactSource {
  return { count: examples.length, column: (fact) => exampleColumn(examples, fact) };
}

function exampleColumn(examples: readonly ExampleFacts[], fact: string): FactColumn {
  const state = new Uint8Array(examples.length);
  const why = new Map<number, Unknown>();
  const raw = examples.map((example, index) => {
    const value = Object.hasOwn(example, fact) ? example[fact] : undefined;
    if (value === null) state[index] = FactState.blank;
    else if (value === undefined) {
      state[index] = FactState.missing;
      why.set(index, { unknown: 'column-missing', state: FactState.missing, field: fact });
    } else if (typeof value === 'object' && 'unreadable' in value) {
      state[index] = FactState.unreadable;
      why.set(index, { unknown: 'unreadable', state: FactState.unreadable, field: fact });
    } else {
      state[index] = FactState.known;
      return value;
    }
    return null;
  });
  const type = typeOf(raw.find((value) => value !== null));
  if (type === 'names')
    return { type, state, why, values: raw.map((value) => (Array.isArray(value) ? (value as string[]) : [])) };
  if (type === 'boolean')
    return { type, state, why, values: Uint8Array.from(raw, (value) => (value === true ? 1 : 0)) };
  if (type === 'number')
    return { type, state, why, values: Float64Array.from(raw, (value) => (typeof value === 'number' ? value : NaN)) };
  return { type: 'text', state, why, values: raw.map((value) => (typeof value === 'string' ? value : '')) };
}

/** The form of column that holds an example's value; dates are civil days by now. */
function typeOf(value: ExampleFacts[string] | undefined): Extract<FactType, 'names' | 'boolean' | 'number' | 'text'> {
  if (Array.isArray(value)) return 'names';
  return typeof value === 'boolean' ? 'boolean' : typeof value === 'number' ? 'number' : 'text';
}
