import { civilDay, isRealDate } from '../../../src/core/dates/civil';
import { dateFormat } from '../../../src/core/ledger/numberFormat';
import { serialOf } from '../../../src/core/writeplan/cellContent';

export type CellValue = null | string | number | boolean;

/** What is known of the cell that is typed into. */
export interface TypedInto {
  /** Its number format; '' or General where it has none or none is known. */
  readonly format: string;
  /** Whether the other numbers of its column are dates: a blank cell may be one too. */
  readonly inDateColumn: boolean;
  readonly date1904: boolean;
}

export interface TypedValue {
  readonly value: CellValue;
  /** The text to write instead where the cell turns out not to show dates; null where nothing was assumed. */
  readonly ifNoDate: string | null;
}

const DAY = /^(\d{4})(?:-(\d{1,2})-(\d{1,2})|\/(\d{1,2})\/(\d{1,2})|年(\d{1,2})月(\d{1,2})日)$/;
/** No leading zeros, which numbers of cases have, and no more digits than a number keeps: 身份证号 stay whole. */
const NUMBER = /^[+-]?(?:0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)?(?:\.\d+)?$/;
const MOST_DIGITS = 15;

/** Typed text as the value that a user of Excel expects of it; a leading `'` makes anything text. */
export function readTyped(typed: string, into: TypedInto): TypedValue {
  const plain = (value: CellValue): TypedValue => ({ value, ifNoDate: null });
  if (typed.trim() === '') return plain(null);
  if (typed.startsWith("'")) return plain(typed.slice(1));
  if (into.format === '@') return plain(typed);
  const text = typed.trim().replace(/[０-９．，－]/g, halfWidth);
  const day = dayTyped(text);
  if (day !== null) {
    const serial = serialOf(day, into.date1904);
    if (serial === null) return plain(typed);
    if (dateFormat(into.format) !== 'none') return plain(serial);
    return into.inDateColumn ? { value: serial, ifNoDate: typed } : plain(typed);
  }
  const number = numberTyped(text, into.format);
  if (number !== null) return plain(number);
  if (/^(?:true|false)$/i.test(text)) return plain(text.length === 4);
  return plain(typed);
}

/** Whether it would be calculated in Excel; here it stays text. */
export const isFormula = (typed: string): boolean => /^=./.test(typed.trim());

function numberTyped(text: string, format: string): number | null {
  const isPercent = text.endsWith('%');
  // A percentage shows as one only where the cell's format says so; elsewhere it would turn into 0.12.
  if (isPercent && !format.includes('%')) return null;
  const digits = isPercent ? text.slice(0, -1) : text;
  if (!NUMBER.test(digits) || !/\d/.test(digits) || digits.replace(/\D/g, '').length > MOST_DIGITS) return null;
  const number = Number(digits.replace(/,/g, ''));
  return isPercent ? number / 100 : number;
}

function dayTyped(text: string): number | null {
  const found = DAY.exec(text);
  if (!found) return null;
  const [year = 0, month = 0, day = 0] = found.slice(1).filter(Boolean).map(Number);
  return isRealDate(year, month, day) ? civilDay(year, month, day) : null;
}

const halfWidth = (letter: string): string => String.fromCharCode(letter.charCodeAt(0) - 0xfee0);

/** What an editor opens with for a text cell: typed again as it stands, it is the same text. */
export function typedFor(text: string, into: TypedInto): string {
  // Most texts are prose, and this is asked for every cell that is drawn.
  if (/^[\u3400-\u9fff]/.test(text)) return text;
  const again = readTyped(text, into).value;
  return again === text ? text : `'${text}`;
}
