import type { DateCode, LimitCode } from './codes';
import { plainDateText } from './plainText';
import { type DateReading, dayOf, FIRST_YEAR, LAST_YEAR } from './serial';
import { type Bound, dateTokens, type DayMonthOrder, type Token } from './tokens';

export { type DateReading, numberAsDate, readSerial } from './serial';
export type { DayMonthOrder } from './tokens';

export interface DateContext {
  /** The year of forms without one, null where nothing around the cell says it. */
  readonly year: number | null;
  /** What the column settled for 03/04/2021. */
  readonly order: DayMonthOrder;
}

const MONTHS = 'JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC';
const MONTH_NAMES = MONTHS.split('|');
/** 31-Aug-2021, 31 August 2021, Aug 31, 2021. */
const ENGLISH = new RegExp(
  `^(?:(?<d>\\d{1,2})[- .]?(?<m>${MONTHS})[A-Z]*[- .,]*(?<y>\\d{4}|\\d{2})|(?<m2>${MONTHS})[A-Z]*[- .]*(?<d2>\\d{1,2})(?:ST|ND|RD|TH)?[, ]+(?<y2>\\d{4}))$`,
);

const WEEKDAY =
  /(?<=[\d日号])[(,]?(?:周|星期|礼拜)[1-7一二三四五六日天]\)?$|^(?:周|星期|礼拜)[1-7一二三四五六日天],?(?=\d)/;
const CLOCK =
  /[ T]?(?:上午|下午|中午|早上|晚上|凌晨)?(?:(?<h>\d{1,2}):(?<min>\d{1,2})(?::(?<sec>\d{1,2})(?:\.\d+)?)?(?: ?[AP]M)?|(?<h2>\d{1,2})[时点](?:(?<min2>\d{1,2})分?|半|整)?(?:\d{1,2}秒)?)(?<zone>Z|[+-]\d{2}:?\d{2})?$/;
const DAY_PART = /(?:上午|下午|中午|早上|晚上|凌晨)$/;
const LABEL = /^(?:日期|时间)[:]/;
const MAY_BE_SEPARATED = /^\D{0,3}[\d０-９]{1,2}\s*[-./－．／]/;
const SEPARATED_NUMBER = /^\d{1,2}[-./]\d{1,2}[-./]\d{4}/;

/** A date's text without what may stand around it: brackets, a weekday, a time of day, a full stop. */
function undressed(plain: string): { readonly bare: string } | { readonly unreadable: DateCode } {
  let text = plain.replace(LABEL, '');
  const bracketed = /^\((?<inside>[^()]*)\)$/.exec(text);
  text = bracketed?.groups?.['inside'] ?? text;
  text = text.replace(/[。,;、!.]+$/, '');
  const clock = CLOCK.exec(text);
  if (clock !== null && clock.index > 0) {
    const { h, min, sec, h2, min2, zone } = clock.groups ?? {};
    const [hours, minutes, seconds] = [Number(h ?? h2), Number(min ?? min2 ?? 0), Number(sec ?? 0)];
    const past24 = hours > 24 || (hours === 24 && minutes + seconds > 0);
    if (past24 || minutes > 59 || seconds > 59) return { unreadable: 'date-impossible' };
    // A stamp of another zone may be another day in China: 2021-08-31T16:00Z is 1 September there.
    if (zone !== undefined && zone.replace(':', '') !== '+0800') return { unreadable: 'date-instant' };
    text = text.slice(0, clock.index);
  } else if (clock !== null) return { unreadable: 'date-time-only' };
  return {
    bare: text
      .replace(DAY_PART, '')
      .replace(WEEKDAY, '')
      .replace(WEEKDAY, '')
      .replace(/[,;.]+$/, ''),
  };
}

/** A longer cell is a report, not a date. */
const LONGEST_DATE = 100;

/** The forms of nearly every date cell, read without the general reader: a column may hold 100,000 of them. */
const COMMON =
  /^(\d{4})(?:年(\d{1,2})月(\d{1,2})日|([-./])(\d{1,2})\4(\d{1,2})(?: (?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?)?)$/;

const isDateCode = (code: LimitCode): code is DateCode => code.startsWith('date-');

function english(text: string): DateReading | null {
  const groups = ENGLISH.exec(text)?.groups;
  if (groups === undefined) return null;
  const [year, month, day] = [groups['y'] ?? groups['y2'], groups['m'] ?? groups['m2'], groups['d'] ?? groups['d2']];
  if (year === undefined || month === undefined || day === undefined) return null;
  return year.length === 2
    ? { unreadable: 'date-two-digit-year' }
    : dayOf(Number(year), MONTH_NAMES.indexOf(month) + 1, Number(day));
}

function boundAsDate(bound: Bound, year: number | null): DateReading {
  if (bound.whole === 'year') return { unreadable: 'date-year-only' };
  if (bound.whole === 'month') return { unreadable: 'date-month-only' };
  if (bound.day === 'last' || bound.whole !== 'day') return { unreadable: 'date-imprecise' };
  if (typeof bound.year === 'object' && bound.year !== null) return { unreadable: 'date-relative' };
  const known = bound.year ?? year;
  return known === null ? { unreadable: 'date-year-unknown' } : dayOf(known, bound.month, bound.day);
}

/** Which code fits a text that is more, or less, than one date. */
function whyNot(text: string, tokens: readonly Token[]): DateCode {
  const wrong = tokens.find((token) => token.kind === 'bad');
  if (wrong?.kind === 'bad') {
    if (wrong.code === 'limit-hours') return 'date-hours';
    if (wrong.code === 'limit-relative') return 'date-relative';
    if (isDateCode(wrong.code)) return wrong.code;
    return wrong.code === 'limit-imprecise' ? 'date-imprecise' : 'date-free-text';
  }
  const dates = tokens.filter(({ kind }) => kind === 'bound');
  const [first, second] = tokens;
  if (first?.kind === 'bound' && second !== undefined && (second.kind === 'bound' || second.kind === 'day')) {
    return /^(?:起|开始)?[,、]?(?:-|~|至|到)+$/.test(text.slice(first.to, second.from)) ? 'date-range' : 'date-several';
  }
  if (dates.length > 1) return 'date-several';
  const whole = tokens.length === 1 && first?.from === 0 && first.to === text.length;
  if (first?.kind === 'duration' || first?.kind === 'day') return 'date-imprecise';
  if (!whole || first === undefined) {
    return tokens.some(({ kind }) => kind === 'relative') && dates.length === 0 ? 'date-relative' : 'date-free-text';
  }
  if (first.kind === 'relative') return 'date-relative';
  if (first.kind === 'number') return numberCode(first.value, text);
  return 'date-free-text';
}

function numberCode(value: number, text: string): DateCode {
  if (/^\d{8}$/.test(text)) return 'date-year-implausible';
  if (/^\d{4}$/.test(text) && value >= FIRST_YEAR && value <= LAST_YEAR) return 'date-year-only';
  if (/^\d{6}$/.test(text))
    return /^(?:19|20)\d\d(?:0[1-9]|1[0-2])$/.test(text) ? 'date-month-only' : 'date-two-digit-year';
  return /^\d{5}(?:\.\d+)?$/.test(text) ? 'date-serial-as-text' : 'date-free-text';
}

/**
 * The civil day that a date cell's text states, in any of the forms clerks write (`2021年8月31日`, `2021.8.31`,
 * `20210831`, `8月31日`, `二〇二一年八月三十一日`, `2021/8/31 9:00:00` …). A text that says less, more or something else
 * than one day is unreadable, with a code that says why; no month or century is guessed.
 * @example readDateText('8月31日', { year: 2021, order: null }) is 31 August 2021
 */
export function readDateText(text: string, context: DateContext): DateReading {
  const common = COMMON.exec(text);
  if (common !== null) return dayOf(Number(common[1]), Number(common[2] ?? common[5]), Number(common[3] ?? common[6]));
  const { text: plain, lunar } = plainDateText(text);
  if (plain.length > LONGEST_DATE) return { unreadable: 'date-free-text' };
  if (lunar) return { unreadable: 'date-lunar' };
  const undressedText = undressed(plain.replace(/^公元/, ''));
  if ('unreadable' in undressedText) return undressedText;
  const { bare } = undressedText;
  const named = english(bare);
  if (named !== null) return named;
  const tokens = dateTokens(bare, context.order);
  const [only] = tokens;
  if (tokens.length === 1 && only?.kind === 'bound' && only.from === 0 && only.to === bare.length) {
    return boundAsDate(only, context.year);
  }
  return { unreadable: whyNot(bare, tokens) };
}

/**
 * Whether a column writes 08/31/2021 or 31/08/2021: settled by any text in which one of the two numbers can't be a
 * month; null where none or where both occur.
 */
export function settleDayMonthOrder(texts: Iterable<string>): DayMonthOrder {
  let monthFirst = false;
  let dayFirst = false;
  for (const text of texts) {
    if (!MAY_BE_SEPARATED.test(text)) continue;
    const parts = SEPARATED_NUMBER.exec(plainDateText(text).text)?.[0].split(/[-./]/);
    if (parts === undefined) continue;
    const [first, second] = [Number(parts[0]), Number(parts[1])];
    if (first > 12 && first <= 31 && second <= 12) dayFirst = true;
    if (second > 12 && second <= 31 && first <= 12) monthFirst = true;
  }
  if (monthFirst === dayFirst) return null;
  return monthFirst ? 'mdy' : 'dmy';
}
