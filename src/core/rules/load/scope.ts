import type { Rule } from '../pack';

export type Parameters = Rule['parameters'];
export type ParameterValue = Parameters[string];

/** The parameters a rule's conditions and messages may name, and which of them they did. */
export interface Scope {
  readonly parameters: ReadonlyMap<string, ParameterValue>;
  /** Where the values stand in the file. */
  readonly places: ReadonlyMap<string, number>;
  readonly used: Set<string>;
  /** Parameters of which a slip has been told: one slip is one problem, however often the rule names it. */
  readonly told: Set<string>;
}
