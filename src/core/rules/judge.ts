import { FactState, type FactColumn, type FactValue } from '../facts/column';
import type { CivilDay } from '../dates/civil';
import { OPERATORS } from './operators';
import { Outcome, type FactSource } from './outcome';
import type { Condition, Leaf, Rule } from './pack';

/** Kleene's three values. */
export type Truth = 'true' | 'false' | 'unknown';

/** A fact of one case as rules see it: its state and, where it is known, its value. */
export interface FactCell {
  readonly state: FactState;
  readonly value: FactValue | null;
}
export type ReadFact = (fact: string) => FactCell;

/** The cell of a column for one case. A known limit that is no date (60日内) is there, but its day is not known. */
export function cellAt(column: FactColumn, index: number): FactCell {
  const state = (column.state[index] ?? FactState.missing) as FactState;
  if (state !== FactState.known) return { state, value: null };
  if (column.type === 'boolean') return { state, value: column.values[index] === 1 };
  const value = column.values[index];
  if (value === undefined || Number.isNaN(value)) return { state, value: null };
  return { state, value };
}

/** Reads the facts of one case. */
export const readerOf =
  (facts: FactSource, index: number): ReadFact =>
  (fact) =>
    cellAt(facts.column(fact), index);

/** What a condition says of one case; the plain reading of the intermediate form that evaluators are held against. */
export function judge(condition: Condition, read: ReadFact): Truth {
  switch (condition.kind) {
    case 'leaf':
      return judgeLeaf(condition, read);
    case 'not': {
      const inner = judge(condition.of, read);
      return inner === 'unknown' ? inner : inner === 'true' ? 'false' : 'true';
    }
    case 'all':
    case 'any': {
      const deciding: Truth = condition.kind === 'all' ? 'false' : 'true';
      let result: Truth = condition.kind === 'all' ? 'true' : 'false';
      for (const inner of condition.of) {
        const truth = judge(inner, read);
        if (truth === deciding) return deciding;
        if (truth === 'unknown') result = truth;
      }
      return result;
    }
  }
}

function judgeLeaf(leaf: Leaf, read: ReadFact): Truth {
  const left = read(leaf.fact);
  if (leaf.operator === 'isBlank' || leaf.operator === 'isPresent') {
    if (left.state === FactState.unknown || left.state === FactState.missing) return 'unknown';
    return (left.state === FactState.blank) === (leaf.operator === 'isBlank') ? 'true' : 'false';
  }
  const right = rightOf(leaf, read);
  if (left.value === null || right === null) return 'unknown';
  const operator = OPERATORS.get(leaf.operator);
  // The loader lets no other operator through; taking one for false would be a silent wrong answer.
  if (operator === undefined) throw new Error(`no such operator: ${leaf.operator}`);
  return operator.holds(left.value, right) ? 'true' : 'false';
}

function rightOf(leaf: Leaf, read: ReadFact): FactValue | null {
  const { operand } = leaf;
  switch (operand.kind) {
    case 'literal':
      return operand.value;
    case 'words':
      return operand.words;
    case 'pattern':
      return operand.source;
    case 'fact':
      return read(operand.fact).value;
    case 'none':
      return null;
  }
}

/** Whether a rule is in force on a day; one that is not applies to nothing. */
export const inForce = (rule: Pick<Rule, 'effective'>, today: CivilDay): boolean =>
  today >= (rule.effective.from ?? -Infinity) && today <= (rule.effective.to ?? Infinity);

/** A rule's outcome on one case, read plainly. */
export function judgeRule(rule: Rule, read: ReadFact, today: CivilDay): Outcome {
  if (!inForce(rule, today)) return Outcome.notApplicable;
  const applies = rule.appliesWhen ? judge(rule.appliesWhen, read) : 'true';
  if (applies === 'false') return Outcome.notApplicable;
  if (applies === 'unknown') return Outcome.cannotJudge;
  const flagged = judge(rule.conditions, read);
  return flagged === 'true' ? Outcome.flagged : flagged === 'false' ? Outcome.clean : Outcome.cannotJudge;
}

/** Every fact that the conditions read, each once, in order of reading. */
export function factsRead(...conditions: readonly (Condition | null)[]): readonly string[] {
  const found = new Set<string>();
  const visit = (condition: Condition): void => {
    if (condition.kind === 'not') visit(condition.of);
    else if (condition.kind !== 'leaf') condition.of.forEach(visit);
    else {
      found.add(condition.fact);
      if (condition.operand.kind === 'fact') found.add(condition.operand.fact);
    }
  };
  for (const condition of conditions) if (condition) visit(condition);
  return [...found];
}
