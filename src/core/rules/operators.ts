import type { FactType } from '../facts/column';
import { EQUALITY } from './operators/equality';
import { LISTING } from './operators/lists';
import type { Operator } from './operators/operator';
import { ORDER } from './operators/order';
import { PRESENCE } from './operators/presence';
import { WORDING } from './operators/words';

export type { Operator, OperandKind } from './operators/operator';

/**
 * Every operator that a rule may use: json-rules-engine's own, with its meaning but typed, and ours. One more is a
 * file (or an entry in one) and a line here; loading, both evaluators, schemas and documents follow.
 */
export const OPERATORS: ReadonlyMap<string, Operator> = new Map(
  [...EQUALITY, ...ORDER, ...LISTING, ...PRESENCE, ...WORDING].map((operator) => [operator.name, operator]),
);

/** Whether two facts can be compared with each other by an operator that takes a value. */
export function comparable(left: FactType, right: FactType): boolean {
  const family = (type: FactType): string => (type === 'limit' ? 'date' : type === 'enum' ? 'text' : type);
  return family(left) === family(right);
}
