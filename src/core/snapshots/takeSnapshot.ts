import type { CheckedLedger } from '../check/checkedLedger';
import { RESOLVED } from '../facts/process';
import { fail, ok, problem, type Result } from '../problem';
import { contentIdentity } from '../setAside/caseIdentity';
import { matchCases } from './matchCases';
import { MOST_SNAPSHOTS, isSameState, stateAt, type CaseHistory, type CaseState, type LedgerHistory } from './history';

/**
 * The history with the ledger as it stands on the day it was checked as of. A second snapshot of a day replaces the
 * first; the oldest go where there are too many. Problem: `snapshot-day-older`.
 */
export function takeSnapshot(history: LedgerHistory, checked: CheckedLedger): Result<LedgerHistory> {
  const { table, today } = checked;
  const last = history.days.at(-1);
  // A state of today's told as one of an earlier day would be a history that never was.
  if (last !== undefined && last > today) return fail(problem('snapshot-day-older', { on: today, lastOn: last }));
  const kept = last === today ? dropNewest(history) : history;
  const at = kept.days.length;
  const matched = matchCases(kept, checked);
  const cases = new Map<string, CaseHistory>();
  matched.identities.forEach((identity, index) => {
    const before = matched.historyOf[index];
    const state = stateOf(checked, index);
    const runs = before?.runs ?? [];
    const isSame = before !== undefined && isSameState(stateAt(before, at - 1), state);
    cases.set(identity, {
      identity,
      content: contentIdentity(table, index),
      caseNo: table.seen('caseNo', index).trim(),
      runs: isSame ? runs : [...runs, { at, state }],
    });
  });
  for (const gone of matched.gone) {
    const isGone = stateAt(gone, at - 1) === null;
    if (!cases.has(gone.identity))
      cases.set(gone.identity, isGone ? gone : { ...gone, runs: [...gone.runs, { at, state: null }] });
  }
  return ok(dropOldest({ sheet: table.sheet, days: [...kept.days, today], cases }));
}

/** How a case stands as it was checked. */
export function stateOf(checked: CheckedLedger, index: number): CaseState {
  const text = (fact: string): string => {
    const value = checked.fact(fact, index);
    return typeof value === 'string' ? value : '';
  };
  const reviewed = checked.fact('lastReviewDay', index);
  return {
    state: checked.dueState(index),
    dueOn: checked.dueOn(index),
    limit: text('limitFingerprint'),
    progress: text('progressFingerprint'),
    isClosed: checked.isOpen(index) === false,
    isSignedOff: checked.fact('isSignedOff', index) === true,
    isResolved: checked.fact('resolution', index) === RESOLVED,
    lastReviewOn: typeof reviewed === 'number' ? reviewed : null,
    unit: checked.units(index).join('、'),
  };
}

/** The history without its last snapshot. */
function dropNewest({ sheet, days, cases }: LedgerHistory): LedgerHistory {
  const newest = days.length - 1;
  return { sheet, days: days.slice(0, newest), cases: mapRuns(cases, (runs) => runs.filter(({ at }) => at < newest)) };
}

/** The history without the snapshots that are too many; a case that none of the others saw is gone for good. */
function dropOldest(history: LedgerHistory): LedgerHistory {
  const over = history.days.length - MOST_SNAPSHOTS;
  if (over <= 0) return history;
  const cases = mapRuns(history.cases, (runs) => {
    const moved = runs.map((run) => ({ ...run, at: run.at - over }));
    const later = moved.filter(({ at }) => at > 0);
    const standing = moved.filter(({ at }) => at <= 0).at(-1);
    return standing ? [{ ...standing, at: 0 }, ...later] : later;
  });
  return { ...history, days: history.days.slice(over), cases };
}

function mapRuns(
  cases: ReadonlyMap<string, CaseHistory>,
  change: (runs: CaseHistory['runs']) => CaseHistory['runs'],
): ReadonlyMap<string, CaseHistory> {
  const changed = new Map<string, CaseHistory>();
  for (const [identity, history] of cases) {
    const runs = change(history.runs);
    if (runs.some(({ state }) => state !== null)) changed.set(identity, { ...history, runs });
  }
  return changed;
}
