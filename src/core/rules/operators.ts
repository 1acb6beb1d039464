import type { FactType, FactValue } from '../facts/column';
import { patternFound } from './patterns';

/** What stands right of an operator: nothing, a value of the fact's type, a list of them, one item, words, RE2. */
export type OperandKind = 'none' | 'value' | 'values' | 'item' | 'words' | 'pattern';

export interface Operator {
  readonly name: string;
  /** Types of facts that it takes on its left. */
  readonly accepts: readonly FactType[];
  readonly operand: OperandKind;
  /** On values that are known (a date is its civil day); what is not known never gets here. */
  readonly holds: (left: FactValue, right: FactValue) => boolean;
}

const SCALARS: readonly FactType[] = ['text', 'enum', 'number', 'boolean', 'date', 'limit'];
const DATES: readonly FactType[] = ['date', 'limit'];
const TEXTS: readonly FactType[] = ['text', 'enum'];
const EVERY: readonly FactType[] = [...SCALARS, 'names'];

const has = (list: FactValue, item: FactValue): boolean => Array.isArray(list) && list.includes(item);
const hasAny = (text: FactValue, words: FactValue): boolean =>
  typeof text === 'string' && Array.isArray(words) && words.some((word: string) => text.includes(word));

/**
 * Every operator that a rule may use: json-rules-engine's own, with its meaning but typed, and ours. `isBlank` and
 * `isPresent` look at the state of a fact and not at its value, so they hold nothing here: see `judge`.
 */
export const OPERATORS: ReadonlyMap<string, Operator> = new Map(
  (
    [
      { name: 'equal', accepts: SCALARS, operand: 'value', holds: (a, b) => a === b },
      { name: 'notEqual', accepts: SCALARS, operand: 'value', holds: (a, b) => a !== b },
      { name: 'in', accepts: ['text', 'enum', 'number', 'date', 'limit'], operand: 'values', holds: (a, b) => has(b, a) },
      {
        name: 'notIn',
        accepts: ['text', 'enum', 'number', 'date', 'limit'],
        operand: 'values',
        holds: (a, b) => !has(b, a),
      },
      { name: 'lessThan', accepts: ['number'], operand: 'value', holds: (a, b) => a < b },
      { name: 'lessThanInclusive', accepts: ['number'], operand: 'value', holds: (a, b) => a <= b },
      { name: 'greaterThan', accepts: ['number'], operand: 'value', holds: (a, b) => a > b },
      { name: 'greaterThanInclusive', accepts: ['number'], operand: 'value', holds: (a, b) => a >= b },
      { name: 'contains', accepts: ['names'], operand: 'item', holds: has },
      { name: 'doesNotContain', accepts: ['names'], operand: 'item', holds: (a, b) => !has(a, b) },
      { name: 'isBlank', accepts: EVERY, operand: 'none', holds: () => false },
      { name: 'isPresent', accepts: EVERY, operand: 'none', holds: () => true },
      { name: 'before', accepts: DATES, operand: 'value', holds: (a, b) => a < b },
      { name: 'onOrBefore', accepts: DATES, operand: 'value', holds: (a, b) => a <= b },
      { name: 'after', accepts: DATES, operand: 'value', holds: (a, b) => a > b },
      { name: 'onOrAfter', accepts: DATES, operand: 'value', holds: (a, b) => a >= b },
      { name: 'containsAny', accepts: TEXTS, operand: 'words', holds: hasAny },
      {
        name: 'matches',
        accepts: TEXTS,
        operand: 'pattern',
        holds: (a, b) => typeof a === 'string' && typeof b === 'string' && patternFound(b, a),
      },
    ] satisfies Operator[]
  ).map((operator) => [operator.name, operator]),
);

/** Whether two facts can be compared with each other by an operator that takes a value. */
export function comparable(left: FactType, right: FactType): boolean {
  const family = (type: FactType): string => (type === 'limit' ? 'date' : type === 'enum' ? 'text' : type);
  return family(left) === family(right);
}
