import type { Condition, Rule } from './pack';

/** What must be true of a case for a rule to flag it, as one condition. */
export const flagging = ({ appliesWhen, conditions }: Pick<Rule, 'appliesWhen' | 'conditions'>): Condition =>
  appliesWhen ? { kind: 'all', of: [appliesWhen, conditions] } : conditions;
