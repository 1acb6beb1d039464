import type { CheckedLedger } from '../check/checkedLedger';
import type { CivilDay } from '../dates/civil';
import { stateAt, type CaseState } from './history';
import { matchCases } from './matchCases';

/** The id of the finding; it stands for no row, so it is no rule of the pack. */
export const CASE_VANISHED = 'case-vanished';

/** A case that the last snapshot holds, not signed off, and the ledger does not. */
export interface VanishedCase {
  /** As it stood; '' where it had none. */
  readonly caseNo: string;
  readonly state: CaseState;
}

export interface Vanished {
  /** The day of the last snapshot; null without one. */
  readonly since: CivilDay | null;
  readonly cases: readonly VanishedCase[];
}

/** Cases that were in the last snapshot up to today, not signed off, and are gone, by unit and number. */
export function vanishedCases(checked: CheckedLedger): Vanished {
  const { history, today } = checked;
  let at = history.days.length - 1;
  while (at >= 0 && (history.days[at] ?? 0) > today) at--;
  const since = history.days[at];
  if (since === undefined) return { since: null, cases: [] };
  const cases = matchCases(history, checked).gone.flatMap((gone) => {
    const state = stateAt(gone, at);
    return state && !state.isSignedOff ? [{ caseNo: gone.caseNo, state }] : [];
  });
  const order = ({ caseNo, state }: VanishedCase): string => `${state.unit}\n${caseNo}`;
  return { since, cases: [...cases].sort((a, b) => (order(a) < order(b) ? -1 : 1)) };
}
