import type { CivilDay } from '../dates/civil';
import { daysInMonth, ymd } from '../dates/civil';
import { numberAsDate, readDateText, readSerial, settleDayMonthOrder, type DayMonthOrder } from '../dates/dateText';
import { createLimitReader, type LimitReading } from '../dates/limitText';
import type { NumericColumn, Unknown } from '../facts/column';
import { FactState } from '../facts/column';
import { CellKind } from './grid';
import { kindAt } from './cells';
import { cellUnknown, formatOf, seenText, unreadable, type ColumnSource } from './columnSource';
import { dateFormat } from './numberFormat';
import type { LimitValue } from './table';

/** A date column, and whether some of its dates have no year of their own: then their neighbours may lend them one. */
export interface DateReadings {
  readonly column: NumericColumn;
  readonly isYearless: boolean;
}

/** A limit column with the limits themselves; null where the cell is blank or can't be read. */
export interface LimitReadings {
  readonly column: NumericColumn;
  readonly limits: readonly (LimitValue | null)[];
}

/** What a limit cell is read by besides its text. */
export interface LimitSurroundings {
  readonly vagueWords: readonly string[];
  /** The whole heading: 承诺期限（工作日） gives a bare number its unit. */
  readonly heading: string;
  /** Where the case's period starts, null where that is not known. */
  startOf(index: number): CivilDay | null;
  readonly extension: boolean;
}

const YEAR_WANTED = 'date-year-unknown';

/**
 * Dates as civil days. A date without a year takes the sheet's, else its nearest neighbour's above, else below.
 * @param order as the whole column settles it
 */
export function readDateColumn(source: ColumnSource, sheetYear: number | null, order: DayMonthOrder): DateReadings {
  const { raw, at, count, texts, field, grid } = source;
  const values = new Float64Array(count);
  const state = new Uint8Array(count);
  const why = new Map<number, Unknown>();
  const byString = new Map<number, CivilDay | Unknown | null>();
  const waiting: number[] = [];
  const put = (i: number, reading: CivilDay | Unknown | null): void => {
    if (reading === null) return;
    if (typeof reading === 'number') {
      values[i] = reading;
      state[i] = FactState.known;
    } else {
      state[i] = reading.state;
      why.set(i, reading);
    }
  };
  const readText = (text: string, year: number | null): CivilDay | Unknown => {
    const reading = readDateText(text, { year, order });
    return 'on' in reading ? reading.on : unreadable(field, reading.unreadable, { seen: text });
  };
  for (let i = 0; i < count; i++) {
    const cell = at[i] ?? -1;
    const kind = kindAt(raw, cell);
    if (kind === CellKind.blank) continue;
    if (kind === CellKind.text) {
      const string = raw.numbers[cell] ?? -1;
      let reading = byString.get(string);
      if (reading === undefined) {
        const text = texts.text(string);
        reading = text === '' || texts.isBlankMark(string) ? null : readText(text, null);
        byString.set(string, reading);
      }
      if (typeof reading === 'object' && reading?.unknown === YEAR_WANTED) waiting.push(i);
      put(i, reading);
    } else if (kind === CellKind.number) {
      const reading = readNumber(raw.numbers[cell] ?? NaN, formatOf(source, cell), grid.date1904);
      put(i, typeof reading === 'number' ? reading : unreadable(field, reading, { seen: seenText(source, i) }));
    } else if (kind === CellKind.boolean) put(i, unreadable(field, 'date-free-text', { seen: seenText(source, i) }));
    else put(i, cellUnknown(source, cell));
  }
  const years = sheetYear === null && waiting.length > 0 ? neighbourYears(values, state) : null;
  const byYear = new Map<string, CivilDay | Unknown>();
  for (const i of waiting) {
    const year = sheetYear ?? (years?.[i] || null);
    if (year === null) continue;
    const string = raw.numbers[at[i] ?? -1] ?? -1;
    const key = `${year} ${string}`;
    const reading = byYear.get(key) ?? readText(texts.text(string), year);
    byYear.set(key, reading);
    why.delete(i);
    put(i, reading);
  }
  return { column: { type: 'date', values, state, why }, isYearless: waiting.length > 0 };
}

/**
 * Limits as upper bounds: dates, durations, vague words.
 * @param order as the whole column settles it
 */
export function readLimitColumn(
  source: ColumnSource,
  sheetYear: number | null,
  order: DayMonthOrder,
  around: LimitSurroundings,
): LimitReadings {
  const { raw, at, count, texts, field, grid } = source;
  const values = new Float64Array(count);
  const state = new Uint8Array(count);
  const why = new Map<number, Unknown>();
  const limits = new Array<LimitValue | null>(count).fill(null);
  const { vagueWords, extension } = around;
  const read = createLimitReader({ order, vagueWords, extension });
  const unit = unitOfHeading(around.heading);
  // Per text and start: a ledger holds few of each, and equal limits share one object.
  const readings = new Map<number, Map<CivilDay | null, LimitReading>>();
  const readText = (string: number, start: CivilDay | null): LimitReading => {
    const ofString = readings.get(string) ?? new Map<CivilDay | null, LimitReading>();
    const known = ofString.get(start);
    if (known) return known;
    const reading = read(texts.text(string), start, sheetYear);
    readings.set(string, ofString.set(start, reading));
    return reading;
  };
  const put = (i: number, limit: LimitValue): void => {
    limits[i] = limit;
    // A period or 尽快 is there, but no day that a rule could compare.
    values[i] = limit.kind === 'date' ? limit.on : NaN;
    state[i] = FactState.known;
  };
  const refuse = (i: number, unknown: Unknown): void => {
    state[i] = unknown.state;
    why.set(i, unknown);
  };
  for (let i = 0; i < count; i++) {
    const cell = at[i] ?? -1;
    const kind = kindAt(raw, cell);
    if (kind === CellKind.blank) continue;
    if (kind === CellKind.error || kind === CellKind.uncached) {
      refuse(i, cellUnknown(source, cell));
      continue;
    }
    const value = raw.numbers[cell] ?? -1;
    if (kind === CellKind.text && (texts.text(value) === '' || texts.isBlankMark(value))) continue;
    const counted = unit === null ? null : countIn(kind === CellKind.number ? value : seenText(source, i));
    let reading: LimitReading | string;
    if (counted !== null && unit !== null) reading = { kind: 'duration', amount: counted, unit };
    else if (kind === CellKind.number) reading = limitOfNumber(value, formatOf(source, cell), grid.date1904);
    else if (kind === CellKind.text) reading = readText(value, around.startOf(i));
    else reading = read(seenText(source, i), null, sheetYear);
    if (typeof reading === 'string') refuse(i, unreadable(field, reading, { seen: seenText(source, i) }));
    else if ('kind' in reading) put(i, reading);
    else refuse(i, unreadable(field, reading.unreadable, { seen: seenText(source, i), ...reading.params }));
  }
  return { column: { type: 'limit', values, state, why }, limits };
}

/** A number in a date cell: its day, or the code that says why not. A format without a day shows a month only. */
function readNumber(value: number, format: string, date1904: boolean): CivilDay | string {
  const shown = dateFormat(format);
  if (shown === 'month') return 'date-month-only';
  const reading = shown === 'date' ? readSerial(value, date1904) : numberAsDate(value, date1904);
  return 'on' in reading ? reading.on : reading.unreadable;
}

/** 2021年10月 typed into Excel becomes 1 October in a format without a day: as a limit it is the month's last day. */
function limitOfNumber(value: number, format: string, date1904: boolean): LimitValue | string {
  if (dateFormat(format) !== 'month') {
    const on = readNumber(value, format, date1904);
    if (on === 'number-not-a-date') return 'limit-number-without-unit';
    return typeof on === 'number' ? { kind: 'date', on } : on;
  }
  const reading = readSerial(value, date1904);
  if (!('on' in reading)) return reading.unreadable;
  const { year, month, day } = ymd(reading.on);
  return { kind: 'date', on: reading.on - day + daysInMonth(year, month) };
}

type DurationUnit = Extract<LimitValue, { kind: 'duration' }>['unit'];

function unitOfHeading(heading: string): DurationUnit | null {
  const plain = heading.normalize('NFKC').replace(/\s+/gu, '');
  if (/工作日/u.test(plain)) return 'workday';
  if (/(?:天数?|日数|[(:](?:自然|日历)?[天日])\)?$/u.test(plain)) return 'day';
  return /[(:]个?月\)?$/u.test(plain) ? 'month' : null;
}

/** A bare count of days (or of what the heading says); years, serials and dates are none. */
function countIn(value: number | string): number | null {
  const count =
    typeof value === 'number' ? value : Number(/^\d{1,3}$/u.exec(value.normalize('NFKC').trim())?.[0] ?? NaN);
  return Number.isInteger(count) && count > 0 && count < 1000 ? count : null;
}

/** Whether a column of dates or limits writes the month or the day first. */
export function columnOrder(source: ColumnSource): DayMonthOrder {
  const { raw, at, texts } = source;
  const strings = new Set<number>();
  for (const cell of at) if (kindAt(raw, cell) === CellKind.text) strings.add(raw.numbers[cell] ?? -1);
  return settleDayMonthOrder(
    (function* () {
      for (const string of strings) yield texts.text(string);
    })(),
  );
}

/** The year of the nearest row above whose date is known, else of the nearest below; 0 where no row's is. */
function neighbourYears(values: Float64Array, state: Uint8Array): Int32Array {
  const years = new Int32Array(values.length);
  let year = 0;
  for (let i = 0; i < years.length; i++) {
    if (state[i] === FactState.known) year = ymd(values[i] ?? 0).year;
    years[i] = year;
  }
  for (let i = years.length - 1; i >= 0; i--) {
    if (state[i] === FactState.known) year = ymd(values[i] ?? 0).year;
    if (years[i] === 0) years[i] = year;
  }
  return years;
}
