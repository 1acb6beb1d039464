import { narrow } from './folded';
import type { MaskShapes } from './shapes';
import type { Span } from './span';

/** What people put between the digits of a number. */
const GAP = '[-\\s]{0,2}';
const MOBILE = new RegExp(`(?<!\\d)(?:\\+?(?:00)?86${GAP})?1${GAP}[3-9](?:${GAP}\\d){9}(?!\\d)`, 'gu');
const LAND_LINE = new RegExp(
  `(?<![\\d-])(?:\\+?86${GAP})?(?:\\(0\\d{2,3}\\)|0\\d{2,3})${GAP}[2-8]\\d{2,3}[-\\s]?\\d{4}(?:-\\d{1,6})?(?!\\d)`,
  'gu',
);
const LABELLED = /(?:电话|手机|座机|联系方式|联系号码|号码|tel|☎)[^\d\n]{0,6}(\d{7,8})(?!\d)/giu;
const ID_18 = new RegExp(`(?<!\\d)[1-9](?:${GAP}\\d){16}${GAP}[\\dX](?![\\dA-Z])`, 'giu');
const ID_15 = new RegExp(`(?<!\\d)[1-9](?:${GAP}\\d){14}(?!\\d)`, 'gu');
const BANK_CARD = /(?<!\d)62\d{2}(?:[-\s]?\d{4}){3}(?:[-\s]?\d{1,3})?(?!\d)/gu;
/** Numbers that were typed without anything between them. */
const JOINED = /(?<!\d)(?:1[3-9]\d{9}|[1-9]\d{5}(?:19|20)\d{2}[01]\d[0-3]\d{4}[\dX]){2,}(?!\d)/giu;
/** 一三八〇〇〇〇一二三四. */
const SPELLED =
  /(?<![〇零○一二三四五六七八九])一[三四五六七八九][〇零○一二三四五六七八九]{9}(?![〇零○一二三四五六七八九])/gu;
const HAS_DIGITS = /(?:\d[^\d]{0,4}){7}|[〇零○一二三四五六七八九]{11}/u;

/** Mobile and land-line numbers, identity numbers of 15 and 18 digits and bank cards, wherever they stand in a text. */
export function numberSpans(text: string, { mask }: MaskShapes): Span[] {
  const plain = narrow(text);
  if (!HAS_DIGITS.test(plain)) return [];
  const spans: Span[] = [];
  const add = (start: number, end: number): void => {
    spans.push({ start, end, shown: mask(text.slice(start, end)) });
  };
  const each = (pattern: RegExp, isOne: (found: string) => boolean): void => {
    for (const match of plain.matchAll(pattern)) if (isOne(match[0])) add(match.index, match.index + match[0].length);
  };
  each(JOINED, () => true);
  each(ID_18, (found) => isSolid(found) || isBirthday(digits(found).slice(6, 14)));
  each(ID_15, (found) => isSolid(found) || isBirthday(`19${digits(found).slice(6, 12)}`));
  each(BANK_CARD, () => true);
  each(MOBILE, isGrouped);
  each(LAND_LINE, () => true);
  each(SPELLED, () => true);
  for (const match of plain.matchAll(LABELLED)) {
    const end = match.index + match[0].length;
    add(end - (match[1]?.length ?? 0), end);
  }
  return spans;
}

/**
 * Numbers that are certainly a person's: mobile numbers, and identity numbers by the day of birth in them. For texts whose
 * own digits may be many, such as 编号.
 */
export function ownNumberSpans(text: string, { mask }: MaskShapes): Span[] {
  const plain = narrow(text);
  const spans: Span[] = [];
  const each = (pattern: RegExp, isOne: (found: string) => boolean): void => {
    for (const { 0: found, index } of plain.matchAll(pattern)) {
      const end = index + found.length;
      if (isOne(found)) spans.push({ start: index, end, shown: mask(text.slice(index, end)) });
    }
  };
  each(ID_18, (found) => isBirthday(digits(found).slice(6, 14)));
  each(ID_15, (found) => isBirthday(`19${digits(found).slice(6, 12)}`));
  each(MOBILE, isGrouped);
  return spans;
}

/** Whether a text that is an 编号 holds an identity number: one whose day of birth and check digit fit. */
export const isIdentityNumber = (text: string): boolean =>
  /^\d{17}[\dX]$/iu.test(text) && isBirthday(text.slice(6, 14)) && checkDigit(text) === text.slice(-1).toUpperCase();

const digits = (text: string): string => text.replace(/[^\dX]/giu, '');
const isSolid = (found: string): boolean => /^[\dX]+$/iu.test(found);

/** Dates beside one another have as many digits as an identity number, but no day of birth in their midst. */
function isBirthday(text: string): boolean {
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6, 8))];
  return year >= 1880 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/** Whether digits with blanks between them are grouped as those of a telephone: 138 0000 1234, not 13 2021-08-31 8. */
function isGrouped(found: string): boolean {
  const groups = found.replace(/^\+?(?:00)?86[-\s]+/u, '').split(/[-\s]+/u);
  return groups.length <= 2 || (groups[0]?.length ?? 0) >= 3 || groups.every(({ length }) => length === 1);
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

function checkDigit(text: string): string {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(text[at]), 0);
  return '10X98765432'[sum % 11] ?? '';
}
