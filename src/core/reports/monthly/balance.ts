import { civilDay, ymd, type CivilDay } from '../../dates/civil';
import { RESOLVED } from '../../facts/process';
import { unitsOf } from '../cases';
import type { CaseRef } from '../report';

const WEEK = 7;
/** One of these columns tells whether a case is signed off. */
const SIGN_OFF = ['signedOff', 'signedOffOn'] as const;

/** How a case leaves the book of what is to be done; by what 办理状态 says. */
export const EXITS = ['closed', 'refused', 'movedOut', 'ended'] as const;
export type Exit = (typeof EXITS)[number];
const EXIT_OF: Readonly<Record<string, Exit>> = {
  不予受理: 'refused',
  转出: 'movedOut',
  终结: 'ended',
  撤回: 'ended',
};

/** A row of the monthly table: `opening + added - exits = closing`, whatever the cases. */
export interface Balance {
  opening: number;
  added: number;
  readonly exits: Record<Exit, number>;
  /** Of those closed this month. */
  resolved: number;
  closing: number;
  /** Of those still open. */
  overdue: number;
  dueInWeek: number;
  /** Closed at whatever time, and not signed off. */
  notSignedOff: number;
  /** Closed this month, or closed, in a ledger that has no column for 化解 or 销号: they are in neither figure. */
  untoldResolved: number;
  untoldSignOff: number;
}

export interface MonthlyBalance {
  readonly from: CivilDay;
  readonly to: CivilDay;
  readonly total: Balance;
  /** A case counts for one unit: the leading one, else the first. '' for none. */
  readonly units: ReadonlyMap<string, Balance>;
  /** By 来源渠道; '' for none. */
  readonly channels: ReadonlyMap<string, Balance>;
  /** Closed on a day nobody can tell: they are in no column but the last, and there only where they are not signed off. */
  readonly undated: number;
  /** In the book since a day nobody can tell: they count as carried over. */
  readonly unknownArrival: number;
}

const empty = (): Balance => ({
  opening: 0,
  added: 0,
  exits: { closed: 0, refused: 0, movedOut: 0, ended: 0 },
  resolved: 0,
  closing: 0,
  overdue: 0,
  dueInWeek: 0,
  notSignedOff: 0,
  untoldResolved: 0,
  untoldSignOff: 0,
});

/** The month that `today` is in, up to today. */
export function balanceMonth(cases: Iterable<CaseRef>, today: CivilDay): MonthlyBalance {
  const { year, month } = ymd(today);
  const from = civilDay(year, month, 1);
  const total = empty();
  const units = new Map<string, Balance>();
  const channels = new Map<string, Balance>();
  let undated = 0;
  let unknownArrival = 0;
  for (const one of cases) {
    const move = moveOf(one, from);
    if (move.isUndated) undated++;
    if (move.isArrivalUnknown && !move.isUndated && (move.carried || move.exit !== null)) unknownArrival++;
    const channel = one.ledger.checked.fact('channel', one.index);
    for (const balance of [
      total,
      rowOf(units, unitsOf(one)[0] ?? ''),
      rowOf(channels, typeof channel === 'string' ? channel : ''),
    ])
      add(balance, one, move, today);
  }
  return { from, to: today, total, units, channels, undated, unknownArrival };
}

function rowOf(rows: Map<string, Balance>, key: string): Balance {
  const known = rows.get(key) ?? empty();
  rows.set(key, known);
  return known;
}

/** What became of a case in the month: nothing of it where it had left before. */
interface Move {
  readonly carried: boolean;
  readonly arrived: boolean;
  readonly exit: Exit | null;
  readonly stays: boolean;
  readonly isUndated: boolean;
  readonly isArrivalUnknown: boolean;
}

function moveOf({ ledger: { checked }, index }: CaseRef, from: CivilDay): Move {
  const day = (fact: string): CivilDay | null => {
    const on = checked.fact(fact, index);
    return typeof on === 'number' ? on : null;
  };
  const arrivedOn = day('arrivedOn') ?? day('assignedOn');
  const arrived = arrivedOn !== null && arrivedOn >= from;
  const isClosed = checked.isOpen(index) === false;
  const closedOn = isClosed ? day('closedOn') : null;
  const isUndated = isClosed && closedOn === null;
  // A case that came this month can't have left before it, whatever its dates say.
  const leftBefore = isClosed && closedOn !== null && closedOn < from && !arrived;
  const isIn = !isUndated && !leftBefore;
  const status = checked.fact('status', index);
  return {
    carried: isIn && !arrived,
    arrived: isIn && arrived,
    exit: isIn && isClosed ? ((typeof status === 'string' ? EXIT_OF[status] : undefined) ?? 'closed') : null,
    stays: !isClosed,
    isUndated,
    isArrivalUnknown: arrivedOn === null,
  };
}

function add(balance: Balance, { ledger: { checked }, index }: CaseRef, move: Move, today: CivilDay): void {
  if (move.carried) balance.opening++;
  if (move.arrived) balance.added++;
  if (move.exit !== null) {
    balance.exits[move.exit]++;
    if (move.exit === 'closed') {
      if (!checked.table.columns.has('resolution')) balance.untoldResolved++;
      else if (checked.fact('resolution', index) === RESOLVED) balance.resolved++;
    }
  }
  if (move.stays) {
    balance.closing++;
    if (checked.dueState(index) === 'overdue') balance.overdue++;
    const due = checked.dueOn(index);
    if (due !== null && due >= today && due <= today + WEEK) balance.dueInWeek++;
  } else if (SIGN_OFF.every((field) => !checked.table.columns.has(field))) balance.untoldSignOff++;
  else if (checked.fact('isSignedOff', index) !== true) balance.notSignedOff++;
}
