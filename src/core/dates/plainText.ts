import { withDigits } from './numerals';

/** Traditional and look-alike characters that clerks' input methods and scans leave behind. */
const SAME: Readonly<Record<string, string>> = { 個: '个', 箇: '个', 號: '号', 內: '内', 週: '周', 兩: '两', 後: '后' };

const LUNAR_WORDS =
  /农历|阴历|旧历|夏历|正月|腊月|冬月|闰[一二三四五六七八九十]{1,2}月|(?<![当最起])初[一二三四五六七八九十](?![定切直致起个])|大年|除夕|年三十/;
/** 八月十五, 八月廿一: month and day in Chinese numerals without 日 and without a year is how lunar days are written. */
const LUNAR_SHAPE =
  /(?<![年\d一二三四五六七八九十])[一二三四五六七八九十]{1,2}月(?:廿[一二三四五六七八九]?|[一二三]?十[一二三四五六七八九]?)(?![日号个天一二三四五六七八九十])/;

const isWordChar = (char: string): boolean => /[0-9A-Z:]/.test(char);

/** One blank stays between digits or Latin letters (`2021-8-31 9:00`), none elsewhere (`2021年 8月 31日`). */
function withoutBlanks(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/ /g, (_blank, at: number, whole: string) =>
      isWordChar(whole.charAt(at - 1)) && isWordChar(whole.charAt(at + 1)) ? ' ' : '',
    )
    .replace(/(^|[年月])(\d{1,3}) (\d{1,3})(?=[年月日号])/g, '$1$2$3');
}

/** Text as the readers of dates and limits want it, and whether it speaks of the lunar calendar. */
export interface PlainText {
  readonly text: string;
  readonly lunar: boolean;
}

/** Far more than any date or limit needs (their readers refuse much less), and little enough for a hostile cell. */
const LONGEST = 1000;

/**
 * Brings full-width digits, the many dashes and dots, brackets, blanks and Chinese numerals of dates to one form.
 * Two texts that read the same to a clerk become the same text.
 */
export function plainDateText(seen: string): PlainText {
  const folded = seen
    .replace(/\s+/g, ' ')
    .slice(0, LONGEST)
    .replace(/[\u2460-\u249b\u24ea-\u24ff\u2776-\u2793]/g, ' ')
    .normalize('NFKC')
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g, '')
    .replace(/[個箇號內週兩後]/g, (char) => SAME[char] ?? char)
    .replace(/[“”‘’"'`「」『』]/g, '')
    .replace(/[【〔[〖{]/g, '(')
    .replace(/[】〕\]〗}]/g, ')')
    .replace(/[-‐‑‒–—―−─━ー－]+/g, '-')
    .replace(/[∼～〜]/g, '~')
    .replace(/[·•・‧∙]/g, '.')
    .toUpperCase();
  const compact = withoutBlanks(folded)
    .replace(/(?<=\d)[OΟО](?=[\d年月日号])|(?<=[年月])[OΟО](?=\d)/g, '0')
    .replace(/(?<=\d)曰/g, '日')
    .replace(/(?<=\d)。(?=\d)/g, '.')
    .replace(/(?<!\d)(\d{4})([、,])(\d{1,2})\2(\d{1,2})(?!\d)/g, '$1.$3.$4');
  return {
    text: withDigits(compact),
    lunar: LUNAR_WORDS.test(compact) || LUNAR_SHAPE.test(compact),
  };
}
