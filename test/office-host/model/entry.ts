import type { Cell, CellValue } from './cell';

/** Gives a formula's value; without one every formula is 0, as in a workbook that has not been calculated. */
export type Calculate = (formula: string, sheet: string) => CellValue;

const NUMBER = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?(?:[eE][+-]?\d+)?$/;
const DATE_FORMS: readonly { readonly form: RegExp; readonly format: string }[] = [
  { form: /^(\d{4})-(\d{1,2})-(\d{1,2})$/, format: 'yyyy/m/d' },
  { form: /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/, format: 'yyyy/m/d' },
  { form: /^(\d{4})\u5e74(\d{1,2})\u6708(\d{1,2})\u65e5$/, format: 'yyyy"\u5e74"m"\u6708"d"\u65e5"' },
];
const SHORT_DATE = /^(\d{1,2})[-/](\d{1,2})$/;
const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/;

/** What Excel makes of something put into a cell: text, number, date, formula, as if it had been typed. */
export function enter(cell: Cell, input: string | number | boolean, context: EntryContext): void {
  cell.formula = null;
  cell.prefixed = false;
  if (typeof input !== 'string') {
    cell.value = input;
    return;
  }
  if (input.startsWith("'")) {
    cell.value = input.slice(1);
    cell.prefixed = true;
    return;
  }
  if (cell.style.numberFormat === '@') {
    cell.value = input;
    return;
  }
  if (context.formulas && isFormula(input)) {
    cell.formula = input.startsWith('=') ? input : `=${input}`;
    cell.value = input.startsWith('=') ? context.calculate(input) : { error: '#NAME?' };
    return;
  }
  const typed = typedValue(input, context.date1904);
  cell.value = typed.value;
  if (typed.format !== null && cell.style.numberFormat === 'General')
    cell.style = { ...cell.style, numberFormat: typed.format };
}

export interface EntryContext {
  /** Whether `=…`, `+…`, `-…`, `@…` are taken as formulas, as Excel does. */
  readonly formulas: boolean;
  readonly date1904: boolean;
  calculate(formula: string): CellValue;
}

function isFormula(input: string): boolean {
  if (input.length < 2) return false;
  if (input.startsWith('=')) return true;
  return /^[+\-@]/.test(input) && !isNumber(input);
}

const isNumber = (input: string): boolean => /\d/.test(input) && NUMBER.test(input.trim());

function typedValue(input: string, date1904: boolean): { value: CellValue; format: string | null } {
  const text = input.trim();
  if (/^(?:true|false)$/i.test(text)) return { value: text.toLowerCase() === 'true', format: null };
  if (/^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!)$/.test(text)) return { value: { error: text }, format: null };
  if (isNumber(text)) return { value: fifteenDigits(Number(text.replace(/,/g, ''))), format: null };
  if (text.endsWith('%') && isNumber(text.slice(0, -1)))
    return { value: Number(text.slice(0, -1).replace(/,/g, '')) / 100, format: '0%' };
  for (const { form, format } of DATE_FORMS) {
    const parts = form.exec(text);
    const serial = parts && serialOf(Number(parts[1]), Number(parts[2]), Number(parts[3]), date1904);
    if (serial !== null) return { value: serial, format };
  }
  const short = SHORT_DATE.exec(text);
  // A date without a year takes the machine's year; this host has no clock and takes 2021.
  const serial = short && serialOf(2021, Number(short[1]), Number(short[2]), date1904);
  if (serial !== null) return { value: serial, format: 'm/d' };
  const time = TIME.exec(text);
  if (time && Number(time[1]) < 24 && Number(time[2]) < 60)
    return { value: (Number(time[1]) * 60 + Number(time[2])) / 1440 + Number(time[3] ?? 0) / 86400, format: 'h:mm' };
  return { value: input, format: null };
}

/** Excel keeps fifteen significant digits: an eighteen-digit identity number loses its last three. */
export function fifteenDigits(value: number): number {
  return Number(value.toPrecision(15));
}

/** How many days the two date systems are apart. */
export const DAYS_TO_1904 = 1462;

/** Serial of a civil day, with the 1900 system's fictitious 29 February 1900; null where there is no such day. */
export function serialOf(year: number, month: number, day: number, date1904: boolean): number | null {
  if (month < 1 || month > 12 || day < 1 || year < (date1904 ? 1904 : 1900)) return null;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  if (day > (lengths[month - 1] ?? 0)) return null;
  const days = Math.round((Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 31)) / 86_400_000);
  const serial = days >= 60 ? days + 1 : days;
  return date1904 ? serial - DAYS_TO_1904 : serial;
}
