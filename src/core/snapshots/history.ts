import type { CivilDay } from '../dates/civil';
import type { DueState } from '../facts/dueStates';

/** How a case stood on the day of a snapshot; no person is named in it. */
export interface CaseState {
  readonly state: DueState;
  readonly dueOn: CivilDay | null;
  /** What the limit said: see the fact `limitFingerprint`; '' where it said no day. */
  readonly limit: string;
  /** What the progress said: see the fact `progressFingerprint`. */
  readonly progress: string;
  readonly isClosed: boolean;
  readonly isSignedOff: boolean;
  /** 化解情况 says 已化解. */
  readonly isResolved: boolean;
  readonly lastReviewOn: CivilDay | null;
  readonly unit: string;
}

/** From one snapshot on a case stood so; `state` null: it was not in the ledger. */
export interface Run {
  /** Position of the snapshot among the days of the history. */
  readonly at: number;
  readonly state: CaseState | null;
}

/** What the snapshots hold of one case: only what changed, oldest first. */
export interface CaseHistory {
  /** What the case is known by: see `caseIdentities`. */
  readonly identity: string;
  /** What it is known by apart from its 编号, so that a number that is filled in later does not make it another case. */
  readonly content: string;
  /** For a reader, as it stood last. */
  readonly caseNo: string;
  readonly runs: readonly Run[];
}

/** The snapshots of one ledger sheet. */
export interface LedgerHistory {
  readonly sheet: string;
  /** Days of snapshots, ascending, at most one a day. */
  readonly days: readonly CivilDay[];
  /** By identity. */
  readonly cases: ReadonlyMap<string, CaseHistory>;
}

/** More are not kept: with one a week, over a year. */
export const MOST_SNAPSHOTS = 60;

export const emptyHistory = (sheet: string): LedgerHistory => ({ sheet, days: [], cases: new Map() });

/** How a case stood at a snapshot; null where it was not there, undefined before it was first seen. */
export function stateAt({ runs }: CaseHistory, at: number): CaseState | null | undefined {
  let found: CaseState | null | undefined;
  for (const run of runs) {
    if (run.at > at) break;
    found = run.state;
  }
  return found;
}

/** Position of the last snapshot before a day; -1 for none. A snapshot of the day itself is no earlier time. */
export function lastBefore({ days }: Pick<LedgerHistory, 'days'>, day: CivilDay): number {
  let at = days.length - 1;
  while (at >= 0 && (days[at] ?? 0) >= day) at--;
  return at;
}

export function isSameState(a: CaseState | null | undefined, b: CaseState | null): boolean {
  if (!a || !b) return a === b;
  return (
    a.state === b.state &&
    a.dueOn === b.dueOn &&
    a.limit === b.limit &&
    a.progress === b.progress &&
    a.isClosed === b.isClosed &&
    a.isSignedOff === b.isSignedOff &&
    a.isResolved === b.isResolved &&
    a.lastReviewOn === b.lastReviewOn &&
    a.unit === b.unit
  );
}
