import { vanishedCases } from '../snapshots/vanished';
import type { CheckedLedger } from './checkedLedger';
import { firstStanding } from './flaggedCases';

/** Whether a finding of severity error stands: of a case, set aside by nobody, or of one that has vanished. */
export const hasErrors = (checked: CheckedLedger): boolean =>
  checked.pack.rules.some((rule, at) => rule.severity === 'error' && firstStanding(checked, at) !== null) ||
  vanishedCases(checked).cases.length > 0;
