import type { ExplainedRule } from '../rules/explainTree';
import type { Outcome } from '../rules/outcome';
import type { Rule } from '../rules/pack';
import type { CheckedLedger } from './checkedLedger';
import type { Explanation } from './explanation';

/** What the rules say of one case, and why. */
export interface CaseExplanation {
  /** What a person calls the file. */
  readonly file: string;
  readonly checked: CheckedLedger;
  readonly index: number;
  /** Worksheet row. */
  readonly row: number;
  /** Every rule asked about with its outcome, in the pack's order. */
  readonly outcomes: readonly RuleOutcome[];
  /** In full: the rule asked for, else those that flag the case and those that could not judge it. */
  readonly explained: readonly ExplainedOutcome[];
}

export interface RuleOutcome {
  readonly rule: Rule;
  readonly outcome: Outcome;
  /** Can't be judged for want of a column alone: true of the ledger, not of this case. */
  readonly wantsColumn: boolean;
}

export interface ExplainedOutcome extends RuleOutcome {
  readonly tree: ExplainedRule;
  readonly explanation: Explanation;
}
