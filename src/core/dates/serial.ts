import { type CivilDay, civilDay, isRealDate } from './civil';
import type { DateCode } from './codes';

/** A date value: its civil day, or the code that says why there is none. */
export type DateReading = { readonly on: CivilDay } | { readonly unreadable: DateCode };

/** Nobody's ledger reaches past these years; what does is a slip of the keyboard. */
export const FIRST_YEAR = 1949;
export const LAST_YEAR = 2099;

const LAST_SERIAL = 2958465; // 31 December 9999
const DAY_ZERO_1900 = civilDay(1899, 12, 30);
const DAY_ZERO_1904 = civilDay(1904, 1, 1);
const PLAUSIBLE = { from: civilDay(2000, 1, 1), to: civilDay(2099, 12, 31) };

/** The day of a year, month and day as written, or which of them is wrong. */
export function dayOf(year: number, month: number, day: number): DateReading {
  if (year < FIRST_YEAR || year > LAST_YEAR) return { unreadable: 'date-year-implausible' };
  return isRealDate(year, month, day) ? { on: civilDay(year, month, day) } : { unreadable: 'date-impossible' };
}

/**
 * The civil day of a spreadsheet's serial; its fraction (a time of day) is dropped. In the 1900 system serial 60 is
 * 29 February 1900, a day that never was, and unreadable (ECMA-376 part 1, 18.17.4.1).
 * @example readSerial(44439, false) is 31 August 2021
 */
export function readSerial(serial: number, date1904: boolean): DateReading {
  const whole = Math.floor(serial);
  if (!Number.isFinite(serial)) return { unreadable: 'serial-out-of-range' };
  if (date1904) {
    const inRange = whole >= 0 && whole <= LAST_SERIAL - 1462;
    return inRange ? { on: DAY_ZERO_1904 + whole } : { unreadable: 'serial-out-of-range' };
  }
  if (whole < 1 || whole > LAST_SERIAL) return { unreadable: 'serial-out-of-range' };
  if (whole === 60) return { unreadable: 'serial-60' };
  return { on: DAY_ZERO_1900 + whole + (whole < 60 ? 1 : 0) };
}

/**
 * What a number in a date column means where no date format says so: YYYYMMDD, or a serial of the years 2000 to
 * 2099; a bare year, YYYYMM, hours (0.375) and 8.31 (which might be 8.3 or 8.30) are unreadable.
 */
export function numberAsDate(value: number, date1904 = false): DateReading {
  if (value > 0 && value < 1) return { unreadable: 'date-time-only' };
  if (Number.isInteger(value) && value >= 10000101 && value <= 99991231) {
    return dayOf(Math.floor(value / 10000), Math.floor(value / 100) % 100, value % 100);
  }
  if (Number.isInteger(value) && value >= FIRST_YEAR && value <= LAST_YEAR) return { unreadable: 'date-year-only' };
  const month = value % 100;
  if (
    Number.isInteger(value) &&
    value >= FIRST_YEAR * 100 &&
    value <= LAST_YEAR * 100 + 12 &&
    month >= 1 &&
    month <= 12
  ) {
    return { unreadable: 'date-month-only' };
  }
  const serial = readSerial(value, date1904);
  const plausible = 'on' in serial && serial.on >= PLAUSIBLE.from && serial.on <= PLAUSIBLE.to;
  return plausible ? serial : { unreadable: 'number-not-a-date' };
}
