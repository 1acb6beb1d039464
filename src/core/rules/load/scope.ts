import type { Rule } from '../pack';

export type Parameters = Rule['parameters'];
export type ParameterValue = Parameters[string];

/** The parameters a rule's conditions and messages may name, and which of them they did. */
export interface Scope {
  readonly parameters: ReadonlyMap<string, ParameterValue>;
  readonly used: Set<string>;
}
