import { FactState, type FactColumn, type Unknown } from '../facts/column';
import { judge, cellAt, readerOf, type ReadFact } from './judge';
import type { FactSource } from './outcome';
import type { Condition, Leaf, Rule } from './pack';
import { patternMatch } from './patterns';

/** A fact for want of which a rule could not judge a case; `why` is null where the fact is merely blank. */
export interface UnknownReason {
  readonly fact: string;
  readonly state: FactState;
  readonly why: Unknown | null;
}

/**
 * The facts that left a rule undecided on a case, each once: only those in branches that are themselves undecided,
 * for what stands in a decided branch would change nothing. Empty where the rule did decide.
 */
export function unknownReasons(rule: Rule, facts: FactSource, index: number): readonly UnknownReason[] {
  const read = readerOf(facts, index);
  const applies = rule.appliesWhen ? judge(rule.appliesWhen, read) : 'true';
  if (applies === 'false') return [];
  const undecided = applies === 'unknown' && rule.appliesWhen ? rule.appliesWhen : rule.conditions;
  const found = new Map<string, UnknownReason>();
  for (const fact of unknownFacts(undecided, read)) {
    const column = facts.column(fact);
    const state = (column.state[index] ?? FactState.missing) as FactState;
    found.set(fact, { fact, state, why: whyAt(column, index, state) });
  }
  return [...found.values()];
}

/** Facts behind a condition's being unknown; nothing where it is known. */
export function unknownFacts(condition: Condition, read: ReadFact): readonly string[] {
  if (judge(condition, read) !== 'unknown') return [];
  if (condition.kind === 'not') return unknownFacts(condition.of, read);
  if (condition.kind !== 'leaf') return condition.of.flatMap((inner) => unknownFacts(inner, read));
  return operandsOf(condition).filter((fact) => isUnknownTo(condition, read, fact));
}

const operandsOf = (leaf: Leaf): readonly string[] =>
  leaf.operand.kind === 'fact' ? [leaf.fact, leaf.operand.fact] : [leaf.fact];

function isUnknownTo(leaf: Leaf, read: ReadFact, fact: string): boolean {
  const { state, value } = read(fact);
  if (leaf.operator === 'isBlank' || leaf.operator === 'isPresent')
    return state === FactState.unknown || state === FactState.missing;
  return value === null;
}

function whyAt(column: FactColumn, index: number, state: FactState): Unknown | null {
  if (state === FactState.blank) return null;
  // A limit that is there and is no date: the reader gives no reason, for as a limit it is perfectly known.
  if (state === FactState.known) return { unknown: 'limit-not-a-date', state: FactState.unknown };
  return column.why.get(index) ?? column.missing ?? null;
}

/**
 * The words that made a rule's `containsAny` and `matches` hold for a case, in the order they stand in the rule, each
 * once; what stands under a `not` or in a branch that does not hold is not among them.
 */
export function matchedWords(rule: Rule, facts: FactSource, index: number): readonly string[] {
  const read = readerOf(facts, index);
  const words = new Set<string>();
  const visit = (condition: Condition): void => {
    if (condition.kind === 'not' || judge(condition, read) !== 'true') return;
    if (condition.kind !== 'leaf') return condition.of.forEach(visit);
    const text = cellAt(facts.column(condition.fact), index).value;
    if (typeof text === 'string') wordsFound(condition, text, read).forEach((word) => words.add(word));
  };
  visit(rule.conditions);
  return [...words];
}

/** The words of a leaf's list, or what its expression matched, that stand in the text; nothing for other operators. */
export function wordsFound(leaf: Leaf, text: string, read: ReadFact): readonly string[] {
  if (leaf.operator === 'matches' && leaf.operand.kind === 'pattern') {
    const match = patternMatch(leaf.operand.source, text);
    return match === null || match === '' ? [] : [match];
  }
  if (leaf.operator !== 'containsAny') return [];
  const listed = leaf.operand.kind === 'fact' ? read(leaf.operand.fact).value : null;
  const words = leaf.operand.kind === 'words' ? leaf.operand.words : Array.isArray(listed) ? (listed as string[]) : [];
  return words.filter((word) => text.includes(word));
}
