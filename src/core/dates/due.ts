import type { LimitValue } from '../ledger/table';
import type { LegalPeriod, Law } from '../rules/pack';
import { addMonths, type CivilDay, formatIso, ymd } from './civil';
import { WEEKEND } from './createWorkCalendar';
import type { WorkCalendar } from './workCalendar';

export type Duration = Omit<Extract<LimitValue, { kind: 'duration' }>, 'kind'>;

/** Consecutive days that are off (or made up) for one reason; `name` is the holiday's, '' for plain weekends. */
export interface DayRun {
  readonly from: CivilDay;
  readonly to: CivilDay;
  readonly why: 'holiday' | 'weekend' | 'made-up';
  readonly name: string;
}

/** One step of how a due date came about; `text/zh-CN` turns it into a line that a clerk can check by hand. */
export type ProofStep =
  /** The day the period starts from; it is not counted itself (民法典第二百零一条). */
  | { readonly step: 'start'; readonly on: CivilDay }
  /** The law in force on that day and the period it sets. */
  | { readonly step: 'law'; readonly law: string; readonly article: string; readonly days: number }
  /** What the row itself says: its text and its cell. Added by whoever read the row. */
  | { readonly step: 'stated'; readonly seen: string; readonly cell: string | null }
  /** The count: from the first counted day to the last. */
  | {
      readonly step: 'count';
      readonly amount: number;
      readonly unit: Duration['unit'];
      readonly from: CivilDay;
      readonly to: CivilDay;
    }
  /** The month has no corresponding day, so the period ends on its last (民法典第二百零二条). */
  | { readonly step: 'month-end'; readonly wanted: number; readonly on: CivilDay }
  /** Days off that a count of working days passed over. */
  | { readonly step: 'skipped'; readonly days: number; readonly runs: readonly DayRun[] }
  /** Weekend days that were worked and so counted. */
  | { readonly step: 'made-up'; readonly days: number; readonly runs: readonly DayRun[] }
  /** The last day is off and rolls to the next working day (民法典第二百零三条). */
  | { readonly step: 'roll'; readonly from: CivilDay; readonly to: CivilDay; readonly runs: readonly DayRun[] }
  /** The last day is off, but the pack's `roll` is none. */
  | { readonly step: 'no-roll'; readonly on: CivilDay; readonly runs: readonly DayRun[] }
  /** The last day of a period that rolls is a working day already. */
  | { readonly step: 'workday'; readonly on: CivilDay }
  | { readonly step: 'result'; readonly on: CivilDay };

/** The last day of a period with its proof, or why it can't be told. */
export type PeriodEnd =
  | { readonly ok: true; readonly on: CivilDay; readonly proof: readonly ProofStep[] }
  | { readonly ok: false; readonly unknown: PeriodUnknown; readonly params: Readonly<Record<string, string | number>> };

export type PeriodUnknown = 'calendar-year-not-covered' | 'no-law-in-force';

export type Roll = 'next-workday' | 'none';

/** Why a day is off, or on where it should be off; null for an ordinary working day. */
function dayRun(day: CivilDay, calendar: WorkCalendar): DayRun | null {
  const reason = calendar.reason(day);
  if (reason === '') return null;
  if (calendar.isWorkday(day) === true) return { from: day, to: day, why: 'made-up', name: reason };
  const weekend = reason === WEEKEND;
  return { from: day, to: day, why: weekend ? 'weekend' : 'holiday', name: weekend ? '' : reason };
}

function runsIn(from: CivilDay, to: CivilDay, calendar: WorkCalendar): DayRun[] {
  const runs: DayRun[] = [];
  for (let day = from; day <= to; day += 1) {
    const run = dayRun(day, calendar);
    if (run === null) continue;
    const last = runs[runs.length - 1];
    if (last !== undefined && last.to === day - 1 && last.why === run.why && last.name === run.name) {
      runs[runs.length - 1] = { ...last, to: day };
    } else runs.push(run);
  }
  return runs;
}

const daysIn = (runs: readonly DayRun[]): number => runs.reduce((sum, run) => sum + run.to - run.from + 1, 0);

const uncovered = (year: number): PeriodEnd => ({
  ok: false,
  unknown: 'calendar-year-not-covered',
  params: { year },
});

/** The first year from `day` on that the calendar lacks; a calendar covers finitely many, so there is one. */
function firstUncoveredYear(day: CivilDay, calendar: WorkCalendar): number {
  let { year } = ymd(day);
  while (calendar.covers(year)) year += 1;
  return year;
}

function workingPeriod(start: CivilDay, amount: number, calendar: WorkCalendar): PeriodEnd {
  const on = calendar.addWorkdays(start, amount);
  if (on === null) return uncovered(firstUncoveredYear(start + 1, calendar));
  const runs = runsIn(start + 1, on, calendar);
  const made = runs.filter((run) => run.why === 'made-up');
  const skipped = runs.filter((run) => run.why !== 'made-up');
  const proof: ProofStep[] = [
    { step: 'start', on: start },
    { step: 'count', amount, unit: 'workday', from: start + 1, to: on },
  ];
  if (skipped.length > 0) proof.push({ step: 'skipped', days: daysIn(skipped), runs: skipped });
  if (made.length > 0) proof.push({ step: 'made-up', days: daysIn(made), runs: made });
  proof.push({ step: 'result', on });
  return { ok: true, on, proof };
}

/** Where the last day of a rolling period really falls, with the step that says so. */
function rolled(last: CivilDay, calendar: WorkCalendar): { on: CivilDay; step: ProofStep } | { year: number } {
  const works = calendar.isWorkday(last);
  if (works === null) return { year: ymd(last).year };
  if (works) return { on: last, step: { step: 'workday', on: last } };
  const on = calendar.onOrAfter(last);
  if (on === null) return { year: firstUncoveredYear(last, calendar) };
  return { on, step: { step: 'roll', from: last, to: on, runs: runsIn(last, on - 1, calendar) } };
}

/**
 * The last day of a period: the first day is excluded, months and years end on the corresponding day or the month's
 * last, and a last day that is off rolls where `roll` says so (民法典 201 至 203). Not ok where the calendar lacks a
 * year that working days touch or in which a rolling period ends.
 * @example periodEnd(9 August 2021, 60 days, 'next-workday') is 8 October 2021
 */
export function periodEnd(start: CivilDay, duration: Duration, roll: Roll, calendar: WorkCalendar): PeriodEnd {
  const { amount, unit } = duration;
  if (unit === 'workday') return workingPeriod(start, amount, calendar);
  const months = unit === 'day' ? 0 : unit === 'month' ? amount : amount * 12;
  const last = unit === 'day' ? start + amount : addMonths(start, months);
  const proof: ProofStep[] = [
    { step: 'start', on: start },
    { step: 'count', amount, unit, from: start + 1, to: last },
  ];
  const wanted = ymd(start).day;
  if (unit !== 'day' && ymd(last).day !== wanted) proof.push({ step: 'month-end', wanted, on: last });
  if (roll === 'none') {
    if (calendar.isWorkday(last) === false) {
      proof.push({ step: 'no-roll', on: last, runs: runsIn(last, last, calendar) });
    }
    proof.push({ step: 'result', on: last });
    return { ok: true, on: last, proof };
  }
  const end = rolled(last, calendar);
  if ('year' in end) return uncovered(end.year);
  proof.push(end.step, { step: 'result', on: end.on });
  return { ok: true, on: end.on, proof };
}

/** The law in force on the day a period starts; null where none of the pack's was (before 1 May 2005). */
export function lawOn(laws: readonly Law[], start: CivilDay): Law | null {
  const inForce = laws.find(
    ({ effective }) =>
      (effective.from === null || effective.from <= start) && (effective.to === null || start <= effective.to),
  );
  return inForce ?? null;
}

/** A period (`decide`, `handling`, `extension`, `review`, `reexamination`) as the law in force on `start` sets it. */
export function statutoryPeriod(
  laws: readonly Law[],
  start: CivilDay,
  periodId: string,
): { readonly law: Law; readonly period: LegalPeriod } | null {
  const law = lawOn(laws, start);
  const period = law?.periods.get(periodId);
  return law === null || period === undefined ? null : { law, period };
}

/** The statutory last day of handling (60 days, 信访条例第三十三条 or 信访工作条例第三十四条), with its proof. */
export function statutoryDue(start: CivilDay, laws: readonly Law[], roll: Roll, calendar: WorkCalendar): PeriodEnd {
  const found = statutoryPeriod(laws, start, 'handling');
  if (found === null) return { ok: false, unknown: 'no-law-in-force', params: { start: formatIso(start) } };
  const { law, period } = found;
  const end = periodEnd(start, { amount: period.days, unit: 'day' }, roll, calendar);
  if (!end.ok) return end;
  const [first, ...rest] = end.proof;
  const legal: ProofStep = { step: 'law', law: law.name, article: period.article, days: period.days };
  return { ...end, proof: first === undefined ? [legal] : [first, legal, ...rest] };
}
