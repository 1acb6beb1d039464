import { civilDay, daysInMonth, ymd, type CivilDay } from '../../../src/core/dates/civil';
import type { TimelineRun } from '../../../src/ports/checker';
import type { TimelineTotals } from '../../../src/text/zh-CN/pane/case';

export type DayKind = TimelineRun['kind'];

/** Days of a month that are of one kind, by their numbers in it. */
export interface DayBlock {
  readonly kind: DayKind;
  /** The holiday's name where there is one. */
  readonly name: string;
  readonly first: number;
  readonly last: number;
}

export interface MonthRow {
  readonly kind: 'month';
  readonly year: number;
  readonly month: number;
  /** Whether a reader needs to be told the year: in the first row and wherever it changes. */
  readonly tellsYear: boolean;
  readonly blocks: readonly DayBlock[];
  /** Today's number in this month; null where it is another month's. */
  readonly today: number | null;
}

/** Months of a long period that are told by their sums alone. */
export interface GapRow {
  readonly kind: 'gap';
  readonly from: CivilDay;
  readonly to: CivilDay;
  readonly days: number;
  readonly counted: number;
  /** Days passed over. */
  readonly skipped: number;
}

export type TimelineRow = MonthRow | GapRow;

/** So many months are drawn whole. */
const MOST_MONTHS = 7;
/** Of a longer period, so many at either end are. */
const ENDS = 2;

/**
 * The days of a period as a month a row, so that they can be counted by hand on a calendar. A long period keeps its
 * first and last months and the one with today; what lies between is summed up.
 */
export function layOutTimeline(runs: readonly TimelineRun[], today: CivilDay): readonly TimelineRow[] {
  const months = monthsOf(runs, today);
  if (months.length <= MOST_MONTHS) return tellYears(months);
  const rows: TimelineRow[] = [];
  let between: MonthRow[] = [];
  months.forEach((month, at) => {
    const isShown = at < ENDS || at >= months.length - ENDS || month.today !== null;
    if (!isShown) between.push(month);
    else {
      rows.push(...summedUp(between), month);
      between = [];
    }
  });
  return tellYears(rows);
}

function monthsOf(runs: readonly TimelineRun[], today: CivilDay): readonly MonthRow[] {
  const [first, last] = [runs[0], runs[runs.length - 1]];
  if (!first || !last) return [];
  const months: MonthRow[] = [];
  let { year, month } = ymd(first.from);
  for (;;) {
    const start = civilDay(year, month, 1);
    if (start > last.to) return months;
    const end = start + daysInMonth(year, month) - 1;
    const blocks = runs
      .filter(({ from, to }) => from <= end && to >= start)
      .map(({ kind, name, from, to }) => ({
        kind,
        name,
        first: Math.max(from, start) - start + 1,
        last: Math.min(to, end) - start + 1,
      }));
    const isNow = today >= start && today <= end;
    months.push({ kind: 'month', year, month, tellsYear: false, blocks, today: isNow ? today - start + 1 : null });
    if (month === 12) [year, month] = [year + 1, 1];
    else month += 1;
  }
}

/** A month alone takes no more room drawn than told. */
function summedUp(months: readonly MonthRow[]): readonly TimelineRow[] {
  const [first, last] = [months[0], months[months.length - 1]];
  if (!first || !last || months.length === 1) return months;
  const blocks = months.flatMap((month) => month.blocks);
  const total = sum(blocks);
  const skipped = sum(blocks.filter(({ kind }) => kind === 'skipped'));
  return [
    {
      kind: 'gap',
      from: civilDay(first.year, first.month, 1),
      to: civilDay(last.year, last.month, daysInMonth(last.year, last.month)),
      days: total,
      counted: total - skipped,
      skipped,
    },
  ];
}

const sum = (blocks: readonly DayBlock[]): number =>
  blocks.reduce((days, { first, last }) => days + last - first + 1, 0);

function tellYears(rows: readonly TimelineRow[]): readonly TimelineRow[] {
  let told: number | null = null;
  return rows.map((row) => {
    if (row.kind === 'gap') {
      told = ymd(row.to).year;
      return row;
    }
    const tellsYear = row.year !== told;
    told = row.year;
    return { ...row, tellsYear };
  });
}

/** Null where no period was counted. */
export function totalsOf(runs: readonly TimelineRun[]): TimelineTotals | null {
  const [first, last] = [runs[0], runs[runs.length - 1]];
  if (!first || !last) return null;
  const days = (kind: DayKind): number =>
    runs.filter((run) => run.kind === kind).reduce((total, { from, to }) => total + to - from + 1, 0);
  const names = (kind: DayKind): readonly string[] => [
    ...new Set(runs.filter((run) => run.kind === kind).map(({ name }) => name)),
  ];
  return {
    start: first.from,
    due: last.to,
    counted: days('counted') + days('madeUp') + 1,
    skipped: days('skipped'),
    skippedNames: names('skipped'),
    madeUp: days('madeUp'),
    rolled: days('rolled'),
    rolledNames: names('rolled'),
  };
}
