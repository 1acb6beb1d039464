import type { LimitCode } from './codes';

/** A year as written: a number, or relative to the year the period starts in (今年 0, 明年 1); null where none is. */
export type YearRef = number | { readonly fromStart: number } | null;

/** What a bound's text names as a whole: 10月前 is ambiguous, 10月8日前 and 10月底前 are not. */
export type Whole = 'day' | 'part' | 'month' | 'quarter' | 'half' | 'year';

/** The last day of what a piece of text names. */
export interface Bound {
  readonly kind: 'bound';
  readonly year: YearRef;
  readonly month: number;
  readonly day: number | 'last';
  readonly whole: Whole;
}

/** A day that only the period's start can settle: 本月底, 中旬, 下周五, 当日. */
export interface Relative {
  readonly kind: 'relative';
  readonly unit: 'day' | 'week' | 'month' | 'quarter' | 'year';
  /** How many units after the start's own; null: the first such day on or after the start. */
  readonly shift: number | null;
  /** Day of the month or weekday (1 to 7); the unit's last where it is 'last'. */
  readonly day: number | 'last';
  readonly whole: Whole;
}

export interface DurationToken {
  readonly kind: 'duration';
  readonly amount: number;
  readonly unit: 'day' | 'workday' | 'month' | 'year';
}

/** 8日, 15号: the end of a range, a day of an unnamed month, or a number of days. */
export interface DayToken {
  readonly kind: 'day';
  readonly day: number;
  readonly counter: '日' | '号';
}

export interface NumberToken {
  readonly kind: 'number';
  readonly value: number;
}

/** A piece that looks like a date or a duration and can't be read. */
export interface BadToken {
  readonly kind: 'bad';
  readonly code: LimitCode;
}

export type Token = (Bound | Relative | DurationToken | DayToken | NumberToken | BadToken) & {
  readonly from: number;
  readonly to: number;
};
type Reading = Bound | Relative | DurationToken | DayToken | NumberToken | BadToken;

export type DayMonthOrder = 'mdy' | 'dmy' | null;

type Groups = Readonly<Record<string, string | undefined>>;
interface Form {
  readonly pattern: RegExp;
  readonly read: (groups: Groups, order: DayMonthOrder) => Reading;
}

const bad = (code: LimitCode): BadToken => ({ kind: 'bad', code });
const number = (text: string | undefined): number => Number(text ?? '0');

const YEARS_FROM_START: Readonly<Record<string, number>> = {
  今年: 0,
  本年: 0,
  当年: 0,
  明年: 1,
  次年: 1,
  来年: 1,
  后年: 2,
  去年: -1,
  上年: -1,
};
const RELATIVE_YEAR = '(?<ry>今年|本年|当年|明年|次年|来年|后年|去年|上年)度?的?';
/** Before a month: 2021年10月, 2021-10月, 明年3月. */
const YEAR = `(?:(?<y>(?<!\\d)\\d{4})(?:年度?|[-./](?=\\d{1,2}月))|${RELATIVE_YEAR})?`;
/** Before a quarter, a half or an end: 2021年三季度, 2021三季度. */
const LOOSE_YEAR = `(?:(?<y>(?<!\\d)\\d{4})(?:年度?)?|${RELATIVE_YEAR})?`;

const WEEKDAY_NOTE = '(?:\\(?(?:周|星期|礼拜)[1-7一二三四五六日天]\\)?)?';
const CLOCK = '\\d{1,2}(?::\\d{1,2}){1,2}(?:\\.\\d+)?(?: ?[AP]M)?|\\d{1,2}[时点](?:\\d{1,2}分?|半|整)?(?:\\d{1,2}秒)?';
const TIME_NOTE = `(?:[ T]?(?:上午|下午|中午|早上|晚上|晚)?(?:${CLOCK})|上午|下午|中午|早上|晚上)?`;
const NOTES = WEEKDAY_NOTE + TIME_NOTE;

const yearOf = (groups: Groups): YearRef => {
  if (groups['y'] !== undefined) return Number(groups['y']);
  const fromStart = groups['ry'] === undefined ? undefined : YEARS_FROM_START[groups['ry']];
  return fromStart === undefined ? null : { fromStart };
};

const bound = (year: YearRef, month: number, day: number | 'last', whole: Whole): Reading =>
  month < 1 || month > 12 || (day !== 'last' && (day < 1 || day > 31))
    ? bad('date-impossible')
    : { kind: 'bound', year, month, day, whole };

const PART_DAYS: Readonly<Record<string, number | 'last'>> = {
  上旬: 10,
  中旬: 20,
  上中旬: 20,
  下旬: 'last',
  中下旬: 'last',
  上半月: 15,
  下半月: 'last',
  底: 'last',
  末: 'last',
  月底: 'last',
  月末: 'last',
};
const PARTS = Object.keys(PART_DAYS)
  .sort((a, b) => b.length - a.length)
  .join('|');

const monthReading = (year: YearRef, month: number, part: string | undefined): Reading => {
  if (part === undefined) return bound(year, month, 'last', 'month');
  const day = PART_DAYS[part];
  return day === undefined ? bad('limit-imprecise') : bound(year, month, day, 'part');
};

const WEEKDAYS = '一二三四五六日';
const weekdayNumber = (text: string): number | 'last' => {
  if (text === '') return 'last';
  if (/[1-7]/.test(text)) return Number(text);
  const at = WEEKDAYS.indexOf(text);
  return at < 0 ? (text === '天' ? 7 : 'last') : at + 1;
};
const shiftOf = (word: string): number => (/下|次/.test(word) ? 1 : /上/.test(word) ? -1 : 0);

/** In order: the first form that fits at a position is taken, so the longer ones stand first. */
const FORMS: readonly Form[] = [
  {
    pattern: new RegExp(
      `(?<y>\\d{4})(?<s>[-./ ])(?<m>\\d{1,2})\\k<s>(?<d>\\d{1,2})(?:[日号]|(?![\\d月]))${NOTES}`,
      'y',
    ),
    read: (g) => bound(number(g['y']), number(g['m']), number(g['d']), 'day'),
  },
  {
    pattern: new RegExp(`(?<y>(?:19|20)\\d\\d)(?<m>\\d\\d)(?<d>\\d\\d)[日号]?(?!\\d)${NOTES}`, 'y'),
    read: (g) => bound(number(g['y']), number(g['m']), number(g['d']), 'day'),
  },
  {
    pattern: new RegExp(`(?<a>\\d{1,2})(?<s>[-./])(?<b>\\d{1,2})\\k<s>(?<y>\\d{4})(?!\\d)${NOTES}`, 'y'),
    read: (g, order) => dayAndMonth(number(g['a']), number(g['b']), number(g['y']), order),
  },
  {
    pattern: new RegExp(
      `\\d{2}年(?:\\d{1,2}月(?:份?\\d{1,2}[日号]?|${PARTS})?|年?[底末]|[上下]半年|第?[1-4]季度?)`,
      'y',
    ),
    read: () => bad('date-two-digit-year'),
  },
  { pattern: /\d{1,2}([-./])\d{1,2}\1\d{1,2}(?!\d)/y, read: () => bad('date-two-digit-year') },
  {
    pattern: new RegExp(`${YEAR}(?<a>\\d{1,2})月?份?(?:-|~|至|到)(?<b>\\d{1,2})月份?(?!\\d)(?<p>${PARTS}|初|中)?`, 'y'),
    read: (g) => monthsReading(g),
  },
  {
    pattern: new RegExp(
      `${YEAR}(?<m>\\d{1,2})(?:月份?|(?<=年\\d{1,2})[-./])(?<d>\\d{1,2})(?:[日号]|(?![\\d个天周月年]|小时|工作|自然))${NOTES}`,
      'y',
    ),
    read: (g) => bound(yearOf(g), number(g['m']), number(g['d']), 'day'),
  },
  {
    pattern: new RegExp(`${YEAR}(?<m>\\d{1,2})月份?的?(?<p>${PARTS}|初|中(?!心|院|央))?`, 'y'),
    read: (g) => monthReading(yearOf(g), number(g['m']), g['p']),
  },
  {
    pattern: new RegExp(`(?<y>\\d{4})[-./](?<m>\\d{1,2})(?![-./]?\\d)(?<p>${PARTS})?`, 'y'),
    read: (g) => monthReading(number(g['y']), number(g['m']), g['p']),
  },
  {
    pattern: new RegExp(`${LOOSE_YEAR}第?(?:Q(?<q>[1-4])|(?<r>[1-4])季度?)(?<p>[底末])?`, 'y'),
    read: (g) => bound(yearOf(g), number(g['q'] ?? g['r']) * 3, 'last', g['p'] === undefined ? 'quarter' : 'part'),
  },
  {
    pattern: new RegExp(`${LOOSE_YEAR}(?<h>[上下前后])半年(?<p>[底末])?`, 'y'),
    read: (g) => bound(yearOf(g), /上|前/.test(g['h'] ?? '') ? 6 : 12, 'last', g['p'] === undefined ? 'half' : 'part'),
  },
  {
    pattern: new RegExp(`${LOOSE_YEAR}(?:年度?)?(?:年?[底末终]|年内|全年)`, 'y'),
    read: (g) => bound(yearOf(g) ?? { fromStart: 0 }, 12, 'last', 'part'),
  },
  {
    pattern: new RegExp(`(?:(?<y>\\d{4})年度?|${RELATIVE_YEAR})年?(?<p>[底末终内])?(?!\\d)`, 'y'),
    read: (g) => bound(yearOf(g), 12, 'last', g['p'] === undefined ? 'year' : 'part'),
  },
  {
    pattern: new RegExp(`(?<w>本月|当月|这个月|下个?月|次月)份?(?:(?<d>\\d{1,2})[日号]|(?<p>${PARTS}|初|中))?`, 'y'),
    read: (g) => monthFromStart(g),
  },
  {
    pattern: /(?<p>月底|月末|月内|上旬|中旬|下旬|上半月|下半月)/y,
    read: (g) => ({
      kind: 'relative',
      unit: 'month',
      shift: null,
      day: PART_DAYS[g['p'] ?? ''] ?? 'last',
      whole: 'part',
    }),
  },
  {
    pattern: /(?<w>本|当|这个?|下个?)季度?(?<p>[底末])?|季度?[底末]/y,
    read: (g) => ({ kind: 'relative', unit: 'quarter', shift: shiftOf(g['w'] ?? ''), day: 'last', whole: 'part' }),
  },
  {
    pattern: /(?<w>本|这|当|下|次|上)个?(?:周|星期|礼拜)(?<d>[1-7一二三四五六日天末底])?/y,
    read: (g) => ({
      kind: 'relative',
      unit: 'week',
      shift: shiftOf(g['w'] ?? ''),
      day: weekdayNumber(g['d'] ?? ''),
      whole: g['d'] === undefined ? 'month' : 'day',
    }),
  },
  {
    pattern: /(?<w>当[日天]|次日|第2[日天])/y,
    read: (g) => ({ kind: 'relative', unit: 'day', shift: /当/.test(g['w'] ?? '') ? 0 : 1, day: 'last', whole: 'day' }),
  },
  {
    pattern: /[今明后昨前][天日](?!起)|(?:周|星期|礼拜)[一二三四五六日天末](?!期)/y,
    read: () => bad('limit-relative'),
  },
  { pattern: /每(?:年|季|月|周|星期|天|日|个|半|隔|\d)/y, read: () => bad('limit-recurring') },
  {
    pattern: /(?:\d+(?:\.\d+)?[-~至到])?\d*(?:\.\d+)?个?半?个?(?:小时|钟头|分钟|H(?![A-Z]))|半[天日](?!制)/y,
    read: () => bad('limit-hours'),
  },
  {
    pattern: /(?:春节|元旦|国庆|中秋|端午|五一|5一|清明|十一|元宵|重阳|年)节?(?:假期?)?(?:之前|以前|前|后|期间)/y,
    read: () => bad('limit-festival'),
  },
  {
    pattern:
      /(?:\d{1,4}(?:[-~至到]|或))?(?<n>\d{1,4}(?:\.\d+)?)(?:个?(?<half>半)?(?<u>法定工作日|完整工作日|工作日|工作天|自然日|日历日|日历天|天|周|星期|礼拜)|个(?<hm>半)?(?<u2>月|季度)|个?(?<u3>年)(?<hy>半)?)(?!\d*季)/y,
    read: (g) => durationReading(g),
  },
  { pattern: /半个?月/y, read: () => ({ kind: 'duration', amount: 15, unit: 'day' }) },
  { pattern: /半年/y, read: () => ({ kind: 'duration', amount: 6, unit: 'month' }) },
  {
    pattern: new RegExp(
      `(?<m>\\d{1,2})(?!-\\d{1,2}日(?:以内|之内|内))(?<s>[-./])(?<d>\\d{1,2})[日号]?(?!\\d|\\k<s>\\d|[月个天周年%]|小时|工作|自然)${NOTES}`,
      'y',
    ),
    read: (g, order) =>
      g['s'] === '/' && order === 'dmy'
        ? bound(null, number(g['d']), number(g['m']), 'day')
        : bound(null, number(g['m']), number(g['d']), 'day'),
  },
  {
    pattern: /(?<d>\d{1,4})(?<c>[日号])/y,
    read: (g) => ({ kind: 'day', day: number(g['d']), counter: g['c'] === '号' ? '号' : '日' }),
  },
  { pattern: /(?<n>\d+(?:\.\d+)?)/y, read: (g) => ({ kind: 'number', value: number(g['n']) }) },
];

function dayAndMonth(a: number, b: number, year: number, order: DayMonthOrder): Reading {
  const code = a === b || a > 12 || b > 12 ? null : order;
  if (a !== b && a <= 12 && b <= 12 && code === null) return bad('date-order-unsettled');
  const dayFirst = a > 12 || code === 'dmy';
  return dayFirst ? bound(year, b, a, 'day') : bound(year, a, b, 'day');
}

/** 8月-10月: the last of the months; a lower number than the first belongs to the next year. */
function monthsReading(groups: Groups): Reading {
  const [first, last] = [number(groups['a']), number(groups['b'])];
  if (first < 1 || first > 12) return bad('date-impossible');
  const year = yearOf(groups);
  const across = last < first;
  const ends =
    !across || year === null ? year : typeof year === 'number' ? year + 1 : { fromStart: year.fromStart + 1 };
  const reading = monthReading(ends, last, groups['p']);
  return reading.kind === 'bound' ? { ...reading, whole: 'part' } : reading;
}

function monthFromStart(groups: Groups): Reading {
  const shift = shiftOf(groups['w'] ?? '');
  if (groups['d'] !== undefined) {
    return { kind: 'relative', unit: 'month', shift, day: number(groups['d']), whole: 'day' };
  }
  const part = groups['p'];
  const day = part === undefined ? 'last' : PART_DAYS[part];
  if (day === undefined) return bad('limit-imprecise');
  return { kind: 'relative', unit: 'month', shift, day, whole: part === undefined ? 'month' : 'part' };
}

/** No office sets a limit of over ten years; a larger number is a slip. */
const LONGEST = { day: 3660, workday: 2600, month: 120, year: 10 } as const;

function duration(amount: number, unit: DurationToken['unit']): Reading {
  if (!Number.isInteger(amount)) return bad('limit-duration-fraction');
  return amount < 1 || amount > LONGEST[unit] ? bad('limit-duration-implausible') : { kind: 'duration', amount, unit };
}

function durationReading(groups: Groups): Reading {
  const amount = number(groups['n']);
  if (groups['u3'] !== undefined) {
    if (groups['n']?.length === 2 && amount > LONGEST.year) return bad('date-two-digit-year');
    const months = (amount + (groups['hy'] === undefined ? 0 : 0.5)) * 12;
    return Number.isInteger(amount) && groups['hy'] === undefined
      ? duration(amount, 'year')
      : duration(months, 'month');
  }
  if (groups['half'] !== undefined || groups['hm'] !== undefined) return bad('limit-duration-fraction');
  const unit = groups['u'] ?? groups['u2'] ?? '';
  if (unit === '月') return duration(amount, 'month');
  if (unit === '季度') return duration(amount * 3, 'month');
  if (/工作/.test(unit)) return duration(amount, 'workday');
  return duration(/周|星期|礼拜/.test(unit) ? amount * 7 : amount, 'day');
}

/** Positions where a form can begin; everywhere else is text between. */
const BEGINS = /[\d今本当明次来后去上年第Q前下全月中季这周星礼昨每半小钟分春元国端五清十重]/;

/**
 * Every date, duration and look-alike in a text that `plainDateText` prepared, left to right, without overlaps.
 * @param order how 03/04/2021 is meant in this column, null where nothing settles it
 */
export function dateTokens(text: string, order: DayMonthOrder): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length;) {
    const token = BEGINS.test(text.charAt(at)) ? tokenAt(text, at, order) : null;
    if (token === null) at += 1;
    else {
      tokens.push(token);
      at = token.to;
    }
  }
  return tokens;
}

function tokenAt(text: string, at: number, order: DayMonthOrder): Token | null {
  for (const { pattern, read } of FORMS) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match !== null && match[0] !== '') {
      return { ...read(match.groups ?? {}, order), from: at, to: at + match[0].length };
    }
  }
  return null;
}
