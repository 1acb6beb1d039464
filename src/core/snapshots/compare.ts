import type { CheckedLedger } from '../check/checkedLedger';
import { mondayOf, type CivilDay } from '../dates/civil';
import { lastBefore, stateAt, type CaseHistory, type CaseState, type LedgerHistory } from './history';
import { matchCases } from './matchCases';
import { stateOf } from './takeSnapshot';
import { vanishedCases } from './vanished';

const WEEK = 7;

/** Counts of a ledger at one time. */
export interface Figures {
  /** Not signed off yet. */
  onBook: number;
  open: number;
  overdue: number;
  /** Open and due within seven days from then, that day included. */
  dueInWeek: number;
  closedNotSignedOff: number;
  resolved: number;
}

/** What came and went between a snapshot and a later time. */
export interface Flow {
  added: number;
  closed: number;
  resolved: number;
}

export interface Comparison {
  readonly now: Figures;
  /** The last snapshot before this week, else the last before today; null where there is none. */
  readonly before: { readonly on: CivilDay; readonly figures: Figures } | null;
  /** Since that snapshot. */
  readonly flow: Flow | null;
  /** From the snapshot of the week before it up to it. */
  readonly flowBefore: Flow | null;
  /** Cases not signed off that the last snapshot holds and the ledger does not. */
  readonly vanished: number;
}

export const noFigures = (): Figures => ({
  onBook: 0,
  open: 0,
  overdue: 0,
  dueInWeek: 0,
  closedNotSignedOff: 0,
  resolved: 0,
});

export const noFlow = (): Flow => ({ added: 0, closed: 0, resolved: 0 });

/** A ledger as it stands against the snapshot of the week before. */
export function compareLedger(checked: CheckedLedger): Comparison {
  const { history, today, table } = checked;
  const at = weekBefore(history, today);
  const states = Array.from({ length: table.count }, (_, index) => stateOf(checked, index));
  const now = figuresOf(states, today);
  const on = history.days[at];
  const vanished = vanishedCases(checked).cases.length;
  if (on === undefined) return { now, before: null, flow: null, flowBefore: null, vanished };
  const then = [...history.cases.values()].map((one) => stateAt(one, at) ?? null);
  const known = matchCases(history, checked).historyOf;
  const earlier = lastBefore(history, mondayOf(on));
  return {
    now,
    before: { on, figures: figuresOf(then, on) },
    flow: flowOf(states.map((state, index) => [before(known[index], at), state])),
    flowBefore:
      earlier < 0 ? null : flowOf([...history.cases.values()].map((one) => [before(one, earlier), before(one, at)])),
    vanished,
  };
}

const before = (history: CaseHistory | undefined, at: number): CaseState | null =>
  history === undefined ? null : (stateAt(history, at) ?? null);

/** Position of the snapshot to compare with: the last of an earlier week, else the last of an earlier day; -1 for none. */
export function weekBefore(history: LedgerHistory, today: CivilDay): number {
  const at = lastBefore(history, mondayOf(today));
  return at < 0 ? lastBefore(history, today) : at;
}

export function figuresOf(states: readonly (CaseState | null)[], on: CivilDay): Figures {
  const figures = noFigures();
  for (const state of states) {
    if (state === null) continue;
    if (!state.isSignedOff) figures.onBook++;
    if (!state.isClosed) figures.open++;
    if (state.state === 'overdue') figures.overdue++;
    if (!state.isClosed && state.dueOn !== null && state.dueOn >= on && state.dueOn <= on + WEEK) figures.dueInWeek++;
    if (state.isClosed && !state.isSignedOff) figures.closedNotSignedOff++;
    if (state.isResolved) figures.resolved++;
  }
  return figures;
}

function flowOf(pairs: readonly (readonly [CaseState | null, CaseState | null])[]): Flow {
  const flow = noFlow();
  for (const [then, now] of pairs) {
    if (now === null) continue;
    if (then === null) flow.added++;
    if (now.isClosed && then?.isClosed !== true) flow.closed++;
    if (now.isResolved && then?.isResolved !== true) flow.resolved++;
  }
  return flow;
}
