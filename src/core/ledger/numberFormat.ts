import { readSerial } from '../dates/dateText';
import { formatIso, ymd, type CivilDay } from '../dates/civil';

/** What a number format shows of a serial: a whole date, year and month only, month and day only, or no date. */
export type DateFormat = 'date' | 'month' | 'none';

const kinds = new Map<string, DateFormat>();

/** Tells date formats from others by their code (ECMA-376 part 1, 18.8.31); times of day alone are no dates. */
export function dateFormat(code: string): DateFormat {
  const known = kinds.get(code);
  if (known) return known;
  const [positive = ''] = code.split(';');
  const tokens = positive.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, '');
  const year = /[ye]/i.test(tokens.replace(/general|0e[+-]|#e[+-]/gi, ''));
  const day = /d|a{3}/i.test(tokens);
  const month = /m/i.test(tokens.replace(/am\/pm|a\/p/gi, ''));
  const digits = /[0#?]/.test(tokens);
  const kind: DateFormat = digits || /general/i.test(tokens) ? 'none' : day ? 'date' : year && month ? 'month' : 'none';
  kinds.set(code, kind);
  return kind;
}

/**
 * A number as a person sees it, near enough to quote: serials in date formats as dates (`2021-10-08`, or `2021年10月8日`
 * where the format says so), long digits in full.
 */
export function shownNumber(value: number, code: string, date1904: boolean): string {
  const layout = layoutOf(code);
  if (layout !== 'none') {
    const read = readSerial(value, date1904);
    if ('on' in read) return dayAs(layout, read.on);
  }
  if (Number.isInteger(value) && Math.abs(value) < 1e21) return wholeNumber(value);
  return String(Number(value.toPrecision(15)));
}

/** How a format writes a day. */
type Layout = 'none' | 'iso' | 'isoMonth' | 'date' | 'month' | 'monthDay';

const layouts = new Map<string, Layout>();

function layoutOf(code: string): Layout {
  const known = layouts.get(code);
  if (known) return known;
  const kind = dateFormat(code);
  const chinese = code.includes('年');
  const hasYear = /[ye]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]/g, ''));
  const whole: Layout = !hasYear ? 'monthDay' : chinese ? 'date' : 'iso';
  const layout: Layout = kind === 'none' ? 'none' : kind === 'date' ? whole : chinese ? 'month' : 'isoMonth';
  layouts.set(code, layout);
  return layout;
}

function dayAs(layout: Layout, on: CivilDay): string {
  if (layout === 'iso') return formatIso(on);
  if (layout === 'isoMonth') return formatIso(on).slice(0, 7);
  const { year, month, day } = ymd(on);
  if (layout === 'month') return `${year}年${month}月`;
  return layout === 'monthDay' ? `${month}月${day}日` : `${year}年${month}月${day}日`;
}

/** All digits; a cell keeps fifteen of them, zeros stand for the rest (18-digit ID numbers show 0000 at the end). */
function wholeNumber(value: number): string {
  if (Math.abs(value) < 1e15) return String(value);
  const [digits = '', exponent = '0'] = Math.abs(value).toExponential(14).split('e');
  return (value < 0 ? '-' : '') + digits.replace('.', '').padEnd(Number(exponent) + 1, '0');
}
