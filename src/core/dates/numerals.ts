const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  '○': 0,
  '◯': 0,
  O: 0,
  Ο: 0,
  О: 0,
  一: 1,
  壹: 1,
  二: 2,
  两: 2,
  贰: 2,
  三: 3,
  叁: 3,
  四: 4,
  肆: 4,
  五: 5,
  伍: 5,
  六: 6,
  陆: 6,
  七: 7,
  柒: 7,
  八: 8,
  捌: 8,
  九: 9,
  玖: 9,
};
const TENS: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };
const ZEROS = '〇零○◯OΟО';
const NUMERAL = `${Object.keys(DIGITS).join('')}十拾百佰千仟廿卅`;

const digitOf = (char: string): number | undefined => (/\d/.test(char) ? Number(char) : DIGITS[char]);

/** Digits written one after another: 二〇二一, 二0二一, 2O21. */
function positional(text: string): number | null {
  let value = 0;
  for (const char of text) {
    const digit = digitOf(char);
    if (digit === undefined) return null;
    value = value * 10 + digit;
  }
  return value;
}

/** Numbers with place words: 二十, 一百二十, 廿一, 二千零二十一. */
function placed(text: string): number | null {
  let total = 0;
  let digit: number | null = null;
  for (const char of text) {
    const place = TENS[char];
    if (char === '廿' || char === '卅') {
      if (total > 0 || digit !== null) return null;
      total = char === '廿' ? 20 : 30;
    } else if (place !== undefined) {
      total += (digit === null || digit === 0 ? 1 : digit) * place;
      digit = null;
    } else {
      const next = digitOf(char);
      if (next === undefined || (digit !== null && digit !== 0)) return null;
      digit = next;
    }
  }
  return total + (digit ?? 0);
}

/**
 * The number that Chinese numerals (or digits mixed with them) write, or null where they write none: 两三 means
 * "two or three" and is no number, unless `year` allows digits in a row.
 * @example chineseNumber('二十一') is 21, chineseNumber('二〇二一', true) is 2021
 */
export function chineseNumber(text: string, year = false): number | null {
  if (text === '') return null;
  if (/[十拾百佰千仟廿卅]/.test(text)) return placed(text);
  const single = text.length === 1;
  const tensAndZero = text.length === 2 && ZEROS.includes(text.charAt(1));
  return single || year || tensAndZero || /^\d/.test(text) ? positional(text) : null;
}

const YEAR = new RegExp(`(?<![${NUMERAL}\\d])([${NUMERAL}\\d]{2,7})(?=年)`, 'g');
const COUNTED = new RegExp(
  `([${NUMERAL}\\d]+)(?=个?半?(?:年|月|日|号|天|周|星期|礼拜|季|小时|钟头|时|点|分|工作|自然日|日历))`,
  'g',
);
/** 三至五个工作日: the first of two. */
const FIRST_OF_TWO = /([一二三四五六七八九十两]+)(?=[-~至到或]\d+(?:个|日|天|周|月|年|号))/g;
/** 八月三十一: a day without 日, at the end or before a word of limit. */
const TRAILING_DAY = new RegExp(`(?<=\\d月)([${NUMERAL}]{1,3})(?=$|[^\\u4e00-\\u9fff\\d]|前|之前|以前|止|至|到)`, 'g');

const inDigits = (text: string, year: boolean): string => {
  if (/^\d+$/.test(text)) return text;
  const value = chineseNumber(text, year);
  return value === null ? text : String(value);
};

/** The text with the numerals of dates and durations in digits; 上半年, 周五, 立行立改 and the like stay as they are. */
export const withDigits = (text: string): string =>
  text
    .replace(/[两俩]月/g, '2个月')
    .replace(YEAR, (run) => inDigits(run, run.length === 4 || (run.length === 2 && !/[十廿卅拾]/.test(run))))
    .replace(COUNTED, (run) => inDigits(run, false))
    .replace(FIRST_OF_TWO, (run) => inDigits(run, false))
    .replace(TRAILING_DAY, (run) => inDigits(run, false));
