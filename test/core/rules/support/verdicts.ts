import assert from 'node:assert/strict';
import { Engine, type TopLevelCondition } from 'json-rules-engine';
import { FactState, type FactColumn, type FactType, type FactValue } from '../../../../src/core/facts/column';
import { createCompiledEvaluator } from '../../../../src/core/rules/evaluate/compiled/compiledEvaluator';
import { createJsonRulesEngineEvaluator } from '../../../../src/core/rules/evaluate/jsonRulesEngine';
import { judgeRule, readerOf } from '../../../../src/core/rules/judge';
import { loadPack } from '../../../../src/core/rules/loadPack';
import { Outcome, outcomeOf, type FactSource } from '../../../../src/core/rules/outcome';
import type { Rule, RulePack } from '../../../../src/core/rules/pack';
import { packFiles, rule, type Json } from './packFixture';

const TODAY = 18902;
export const TYPES: ReadonlyMap<string, FactType> = new Map<string, FactType>([
  ['age', 'number'],
  ['income', 'number'],
  ['familySize', 'number'],
  ['height', 'number'],
  ['width', 'number'],
  ['segment', 'text'],
  ['accountType', 'text'],
  ['isRetired', 'boolean'],
  ['wantsContact', 'boolean'],
  ['tags', 'names'],
]);

/** Facts of one case: what is left out has no column, null is blank, `unreadable` is there and can't be read. */
export type Case = Readonly<Record<string, FactValue | null | typeof UNREADABLE>>;
export const UNREADABLE = Symbol('unreadable');
export type Verdict = 'flagged' | 'clean' | 'notApplicable' | 'cannotJudge';
const VERDICTS: Readonly<Record<Outcome, Verdict>> = {
  [Outcome.notApplicable]: 'notApplicable',
  [Outcome.clean]: 'clean',
  [Outcome.flagged]: 'flagged',
  [Outcome.cannotJudge]: 'cannotJudge',
};

type Files = ReturnType<typeof packFiles>;
const EVENT = { type: 'finding', params: { field: 'caseNo', message: '测试', advice: '测试' } };

/** A pack file with these conditions as its rules' own, and named ones beside. */
export function fileOf(conditions: readonly unknown[], named: Json = {}, change: Json = {}): Files {
  const rules = conditions.map((one, at) => {
    const { appliesWhen: _, ...whole } = rule({
      name: `r${at}`,
      conditions: one,
      event: EVENT,
      examples: { flagged: [{}], clean: [{}] },
    });
    return { ...whole, ...change };
  });
  return packFiles({ 'deadlines.json': { title: '测试', conditions: named, rules } });
}

/** The codes of all that speaks against the file. */
export function refusals(files: Files): readonly string[] {
  const loaded = loadPack(files, TYPES);
  assert.ok(!loaded.ok, 'the file was taken');
  return loaded.problems.map(({ code }) => code);
}

/** The code of the one thing that speaks against the file. */
export function refusal(files: Files): string {
  const [code, ...more] = refusals(files);
  assert.deepEqual(more, []);
  return code ?? '';
}

function packOf(files: Files): RulePack {
  const loaded = loadPack(files, TYPES);
  assert.ok(loaded.ok, JSON.stringify(loaded.ok ? null : loaded.problems, null, 1));
  return loaded.value;
}

/** What a condition says of a case: through the loader, by all three readings, which must agree. */
export async function verdict(conditions: unknown, facts: Case, named: Json = {}): Promise<Verdict> {
  return (await verdicts([conditions], facts, named))[0] as Verdict;
}

/** The same of several rules of one file; where all is known json-rules-engine in its plain use must agree as well. */
export async function verdicts(
  conditions: readonly unknown[],
  facts: Case,
  named: Json = {},
): Promise<readonly Verdict[]> {
  const pack = packOf(fileOf(conditions, named));
  const source = sourceOf(facts);
  const plain = pack.rules.map((one: Rule) => VERDICTS[judgeRule(one, readerOf(source, 0), TODAY)]);
  for (const factory of [createCompiledEvaluator, createJsonRulesEngineEvaluator]) {
    const { rules } = await factory(pack).evaluate(source, TODAY);
    assert.deepEqual(
      rules.map((one) => VERDICTS[outcomeOf(one, 0)]),
      plain,
    );
  }
  const values = Object.values(facts);
  if ([...TYPES.keys()].every((fact) => fact in facts) && !values.includes(null) && !values.includes(UNREADABLE))
    assert.deepEqual(await plainVerdicts(conditions, facts, named), plain);
  return plain;
}

/** json-rules-engine unmodified on the same conditions. */
async function plainVerdicts(conditions: readonly unknown[], facts: Case, named: Json): Promise<readonly Verdict[]> {
  const engine = new Engine(
    conditions.map((one, at) => ({ name: `r${at}`, conditions: one as TopLevelCondition, event: { type: 'finding' } })),
  );
  for (const [name, one] of Object.entries(named)) engine.setCondition(name, one as TopLevelCondition);
  const { results } = await engine.run(facts);
  const fired = new Set(results.map(({ name }) => name));
  return conditions.map((_, at) => (fired.has(`r${at}`) ? 'flagged' : 'clean'));
}

function sourceOf(facts: Case): FactSource {
  return {
    count: 1,
    column: (fact) => {
      const type = TYPES.get(fact);
      if (!type) throw new Error(`no fact ${fact}`);
      return columnOf(type, facts[fact]);
    },
  };
}

function columnOf(type: FactType, value: Case[string] | undefined): FactColumn {
  const missing = { unknown: 'column-missing', state: FactState.missing } as const;
  const known = value !== undefined && value !== null && value !== UNREADABLE;
  const state = known
    ? FactState.known
    : value === undefined
      ? FactState.missing
      : value === null
        ? FactState.blank
        : FactState.unreadable;
  const base = { state: Uint8Array.of(state), why: new Map(), ...(value === undefined ? { missing } : {}) };
  switch (type) {
    case 'names':
      return { ...base, type, values: [known ? (value as readonly string[]) : []] };
    case 'boolean':
      return { ...base, type, values: Uint8Array.of(value === true ? 1 : 0) };
    case 'text':
    case 'enum':
      return { ...base, type, values: [known ? String(value) : ''] };
    default:
      return { ...base, type, values: Float64Array.of(known ? Number(value) : NaN) };
  }
}
