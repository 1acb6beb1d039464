/**
 * Civil dates as integers: whole days since 1970-01-01 in the proleptic Gregorian calendar. No instants,
 * no zones, no `Date`: 2021-10-08 is the same number on every machine.
 */
export type CivilDay = number;

export interface Ymd {
  readonly year: number;
  /** 1 to 12 */
  readonly month: number;
  /** 1 to 31 */
  readonly day: number;
}

/** Days from 1970-01-01 to the given date; the parts must be a real date (see `isRealDate`). */
export function civilDay(year: number, month: number, day: number): CivilDay {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** Year, month and day of a civil day: the inverse of `civilDay`. */
export function ymd(day: CivilDay): Ymd {
  const z = day + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export const isRealDate = (year: number, month: number, day: number): boolean =>
  Number.isInteger(year) &&
  Number.isInteger(month) &&
  Number.isInteger(day) &&
  month >= 1 &&
  month <= 12 &&
  day >= 1 &&
  day <= daysInMonth(year, month);

/** ISO weekday: 1 Monday to 7 Sunday. 1970-01-01 was a Thursday. */
export const weekday = (day: CivilDay): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** The Monday of the natural week (Monday to Sunday) that holds `day`. */
export const mondayOf = (day: CivilDay): CivilDay => day - weekday(day) + 1;

/**
 * The corresponding day `months` later, or the month's last day where there is none (民法典第二百零二条).
 * @example addMonths(31 January 2021, 1) is 28 February 2021
 */
export function addMonths(day: CivilDay, months: number): CivilDay {
  const from = ymd(day);
  const index = from.year * 12 + from.month - 1 + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  return civilDay(year, month, Math.min(from.day, daysInMonth(year, month)));
}

/** `YYYY-MM-DD`. */
export function formatIso(day: CivilDay): string {
  const { year, month, day: d } = ymd(day);
  const four = year >= 1000 ? String(year) : String(year).padStart(4, '0');
  return `${four}-${month < 10 ? '0' : ''}${month}-${d < 10 ? '0' : ''}${d}`;
}

/** The civil day of a strict `YYYY-MM-DD`, or null where the text is not one or not a real date. */
export function parseIso(text: string): CivilDay | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return isRealDate(year, month, day) ? civilDay(year, month, day) : null;
}
