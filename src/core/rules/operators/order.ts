import type { FactType } from '../../facts/column';
import type { Operator } from './operator';

const NUMBERS: readonly FactType[] = ['number'];
const DATES: readonly FactType[] = ['date', 'limit'];

/** Numbers by size; dates by the calendar, a date being its civil day. */
export const ORDER: readonly Operator[] = [
  {
    name: 'lessThan',
    says: '小于。',
    alias: ['<', '小于', 'lt'],
    accepts: NUMBERS,
    operand: 'value',
    native: true,
    holds: (a, b) => a < b,
  },
  {
    name: 'lessThanInclusive',
    says: '小于或等于。',
    alias: ['<=', '≤', '不大于', 'lte', 'lessThanOrEqual'],
    accepts: NUMBERS,
    operand: 'value',
    native: true,
    holds: (a, b) => a <= b,
  },
  {
    name: 'greaterThan',
    says: '大于。',
    alias: ['>', '大于', 'gt'],
    accepts: NUMBERS,
    operand: 'value',
    native: true,
    holds: (a, b) => a > b,
  },
  {
    name: 'greaterThanInclusive',
    says: '大于或等于。',
    alias: ['>=', '≥', '不小于', 'gte', 'greaterThanOrEqual'],
    accepts: NUMBERS,
    operand: 'value',
    native: true,
    holds: (a, b) => a >= b,
  },
  {
    name: 'before',
    says: '早于。',
    alias: ['<', '早于'],
    accepts: DATES,
    operand: 'value',
    native: false,
    holds: (a, b) => a < b,
  },
  {
    name: 'onOrBefore',
    says: '早于或就是这一天。',
    alias: ['<=', '≤', '不晚于'],
    accepts: DATES,
    operand: 'value',
    native: false,
    holds: (a, b) => a <= b,
  },
  {
    name: 'after',
    says: '晚于。',
    alias: ['>', '晚于'],
    accepts: DATES,
    operand: 'value',
    native: false,
    holds: (a, b) => a > b,
  },
  {
    name: 'onOrAfter',
    says: '晚于或就是这一天。',
    alias: ['>=', '≥', '不早于'],
    accepts: DATES,
    operand: 'value',
    native: false,
    holds: (a, b) => a >= b,
  },
];
