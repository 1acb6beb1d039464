import { SCALARS, type Operator } from './operator';

const EVERY = [...SCALARS, 'names'] as const;

/** They look at the state of a fact and not at its value, so they hold nothing here: see `judge`. */
export const PRESENCE: readonly Operator[] = [
  {
    name: 'isBlank',
    says: '没有填；读不出的不算没有填。',
    alias: ['空', '为空', 'empty', 'isEmpty', 'isNull'],
    accepts: EVERY,
    operand: 'none',
    native: false,
    holds: () => false,
  },
  {
    name: 'isPresent',
    says: '填了，哪怕读不出。',
    alias: ['非空', '不为空', 'notEmpty', 'isNotBlank', 'exists'],
    accepts: EVERY,
    operand: 'none',
    native: false,
    holds: () => true,
  },
];
