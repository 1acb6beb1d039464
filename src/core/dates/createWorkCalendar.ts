import type { CalendarData } from '../rules/pack';
import { type CivilDay, civilDay, weekday, ymd } from './civil';
import type { WorkCalendar } from './workCalendar';

/** What `reason` answers for a Saturday or Sunday that is no holiday: the word the calendar's own names stand beside. */
export const WEEKEND = '周末';

const isWeekend = (day: CivilDay): boolean => weekday(day) >= 6;

/**
 * The days from the first to the last covered year, counted once, so that every question is a look-up.
 * Position `i` of the sums holds how many such days lie before day `first + i`.
 */
interface CountedDays {
  readonly first: CivilDay;
  readonly length: number;
  readonly workdaysBefore: Int32Array;
  readonly uncoveredBefore: Int32Array;
  /** Every working day of covered years, ascending. */
  readonly workdays: Int32Array;
}

function countDays(data: CalendarData, works: (day: CivilDay) => boolean): CountedDays {
  const years = [...data.years].sort((a, b) => a - b);
  const firstYear = years[0];
  const lastYear = years[years.length - 1];
  if (firstYear === undefined || lastYear === undefined) {
    const none = new Int32Array(1);
    return { first: 0, length: 0, workdaysBefore: none, uncoveredBefore: none, workdays: new Int32Array(0) };
  }
  const first = civilDay(firstYear, 1, 1);
  const length = civilDay(lastYear + 1, 1, 1) - first;
  const workdaysBefore = new Int32Array(length + 1);
  const uncoveredBefore = new Int32Array(length + 1);
  const workdays = new Int32Array(length);
  let worked = 0;
  let uncovered = 0;
  let at = 0;
  for (let year = firstYear; year <= lastYear; year += 1) {
    const covered = data.years.has(year);
    const end = civilDay(year + 1, 1, 1) - first;
    for (; at < end; at += 1) {
      if (!covered) uncovered += 1;
      else if (works(first + at)) workdays[worked++] = first + at;
      workdaysBefore[at + 1] = worked;
      uncoveredBefore[at + 1] = uncovered;
    }
  }
  return { first, length, workdaysBefore, uncoveredBefore, workdays: workdays.slice(0, worked) };
}

/**
 * A calendar over the State Council's arrangements: Monday to Friday, less `off`, plus `work` (which wins where both
 * name a day). Days of a year that `data.years` lacks are never guessed.
 */
export function createWorkCalendar(data: CalendarData): WorkCalendar {
  const works = (day: CivilDay): boolean => data.work.has(day) || (!isWeekend(day) && !data.off.has(day));
  const counted = countDays(data, works);
  const { first, length, workdaysBefore, uncoveredBefore, workdays } = counted;

  const covers = (year: number): boolean => data.years.has(year);

  const isWorkday = (day: CivilDay): boolean | null => (covers(ymd(day).year) ? works(day) : null);

  const reason = (day: CivilDay): string => {
    const made = data.work.get(day);
    if (made !== undefined) return made;
    return data.off.get(day) ?? (isWeekend(day) ? WEEKEND : '');
  };

  /** Whether every day of [from, to] belongs to a covered year. */
  const allCovered = (from: CivilDay, to: CivilDay): boolean =>
    from >= first &&
    to < first + length &&
    (uncoveredBefore[to - first + 1] ?? 0) - (uncoveredBefore[from - first] ?? 0) === 0;

  const addWorkdays = (day: CivilDay, count: number): CivilDay | null => {
    if (count <= 0) return day;
    const next = day + 1 - first;
    if (next < 0 || next >= length) return null;
    const reached = workdays[(workdaysBefore[next] ?? 0) + count - 1];
    return reached !== undefined && allCovered(day + 1, reached) ? reached : null;
  };

  const onOrAfter = (day: CivilDay): CivilDay | null => addWorkdays(day - 1, 1);

  const workdaysIn = (from: CivilDay, to: CivilDay): number | null => {
    if (to < from) return 0;
    if (!allCovered(from, to)) return null;
    return (workdaysBefore[to - first + 1] ?? 0) - (workdaysBefore[from - first] ?? 0);
  };

  return { covers, isWorkday, reason, onOrAfter, addWorkdays, workdaysIn };
}
