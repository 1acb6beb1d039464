import type { FactType, FactValue } from '../../facts/column';
import type { Operator } from './operator';

const LISTS: readonly FactType[] = ['names'];

const has = (list: FactValue, item: FactValue): boolean => Array.isArray(list) && list.includes(item);

/** A list of names and one of them. */
export const LISTING: readonly Operator[] = [
  {
    name: 'contains',
    says: '名单里有这一个。',
    alias: ['包含', 'includes'],
    accepts: LISTS,
    operand: 'item',
    native: true,
    holds: has,
  },
  {
    name: 'doesNotContain',
    says: '名单里没有这一个。',
    alias: ['不包含'],
    accepts: LISTS,
    operand: 'item',
    native: true,
    holds: (a, b) => !has(a, b),
  },
];
