import type { FactType, FactValue } from '../../facts/column';
import { SCALARS, type Operator } from './operator';

const LISTABLE: readonly FactType[] = ['text', 'enum', 'number', 'date', 'limit'];

const isIn = (item: FactValue, list: FactValue): boolean => Array.isArray(list) && list.includes(item);

/** The value itself, or one of a list. */
export const EQUALITY: readonly Operator[] = [
  {
    name: 'equal',
    says: '等于。',
    alias: ['=', '==', '===', '等于', 'is', 'equals', 'eq'],
    accepts: SCALARS,
    operand: 'value',
    native: true,
    holds: (a, b) => a === b,
  },
  {
    name: 'notEqual',
    says: '不等于；空白不算不等于。',
    alias: ['!=', '<>', '≠', '不等于', 'ne'],
    accepts: SCALARS,
    operand: 'value',
    native: true,
    holds: (a, b) => a !== b,
  },
  {
    name: 'in',
    says: '是列出的值之一。',
    alias: ['属于', 'oneOf'],
    accepts: LISTABLE,
    operand: 'values',
    native: true,
    holds: isIn,
  },
  {
    name: 'notIn',
    says: '不是列出的任何一个值。',
    alias: ['不属于', 'not in'],
    accepts: LISTABLE,
    operand: 'values',
    native: true,
    holds: (a, b) => !isIn(a, b),
  },
];
