import { FactState } from '../facts/column';
import type { CheckedLedger } from '../check/checkedLedger';

/** How personal data is shown where it may not be read: kept just long enough to be told apart. */
export interface MaskWords {
  maskNames(names: readonly string[]): string;
  mask(text: string): string;
}

/** A name of one letter stands in too many words to be looked for. */
const SHORTEST = 2;

/** Digits of either width, and what people put between groups of them. */
const D = '[0-9０-９]';
const BETWEEN = '[\\s\\-－—–·.]?';
const not = (pattern: string): string => `(?!${pattern})`;
const notAfter = (pattern: string): string => `(?<!${pattern})`;
/** The month and day that a person was born on, within an ID number. */
const BIRTHDAY = '(?:[0０][1-9１-９]|[1１][0-2０-２])(?:[0０][1-9１-９]|[12１２][0-9０-９]|[3３][01０１])';

/** Numbers that are a person's own: mobile numbers, and ID numbers of 18 or 15 digits by the birthday in them. */
const OWN = [
  `${notAfter(D)}[1１][3-9３-９]${D}${BETWEEN}${D}{4}${BETWEEN}${D}{4}${not(D)}`,
  `${notAfter(D)}${D}{6}${BETWEEN}(?:19|20|１９|２０)${D}{2}${BIRTHDAY}${BETWEEN}${D}{3}[0-9０-９XxＸｘ×]`,
  `${notAfter(D)}${D}{8}${BIRTHDAY}${D}{3}${not(D)}`,
];
/** Further ones: land lines with their area code, bank accounts, and digits that the words before call a telephone. */
const FURTHER = [
  `${notAfter(D)}[（(]?[0０]${D}{2,3}[）)]?${BETWEEN}${D}{3,4}${BETWEEN}${D}{4}${not(D)}`,
  `${notAfter(D)}${D}{16,21}[Xx]?${not(D)}`,
  `${notAfter(D)}${D}{4}(?:[ \\-]${D}{4}){3}(?:[ \\-]?${D}{1,3})?${not(D)}`,
  `(?<=(?:电话|手机|座机|热线|联系方式|拨打|号码)[是为：:\\s]{0,3})${D}{3,4}${BETWEEN}${D}{3,5}(?:${BETWEEN}${D}{1,4})?${not(D)}`,
];
const OWN_NUMBERS = new RegExp(OWN.join('|'), 'gu');
const NUMBERS = new RegExp([...OWN, ...FURTHER].join('|'), 'gu');
const IS_NUMBER = /^[0-9０-９Xx\s\-－()（）+]+$/u;
const ANY_NUMBER = /[0-9０-９]{3}/u;

/** A text without numbers by which a person is reached or known; years, dates and numbers of cases are none. */
export const hideNumbers = (text: string, { mask }: Pick<MaskWords, 'mask'>): string =>
  ANY_NUMBER.test(text) ? text.replace(NUMBERS, (found) => mask(found)) : text;

/** The same of a case's number, which may well be long: only what is certainly a person's is hidden. */
export const hideOwnNumbers = (text: string, { mask }: Pick<MaskWords, 'mask'>): string =>
  ANY_NUMBER.test(text) ? text.replace(OWN_NUMBERS, (found) => mask(found)) : text;

/** The last look at what a document says, whatever cell it came from. */
export const guardOf =
  (words: Pick<MaskWords, 'mask'>) =>
  (text: string): string =>
    hideOwnNumbers(text, words);

/** Which personal data a text may still hold: a petitioner's own letter names the petitioner, and nothing else. */
export type Shown = 'nobody' | 'petitioner';

/** A text about a case without what names or reaches its petitioner. */
export function hidePersonal(
  { pack, table }: CheckedLedger,
  index: number,
  text: string,
  words: MaskWords,
  shown: Shown = 'nobody',
): string {
  let said = text;
  for (const { id, personal, type } of pack.fields) {
    if (personal !== true || type === 'number') continue;
    const column = table.field(id);
    if (!column) continue;
    const seen = table.seen(id, index).trim();
    if (type === 'names') {
      if (shown === 'petitioner') continue;
      const names = column.type === 'names' && column.state[index] === FactState.known ? column.values[index] : [seen];
      for (const name of names ?? []) said = without(said, name, (one) => words.maskNames([one]));
      // Of an address the first letter is as much as of a name.
    } else said = without(said, seen, (one) => (IS_NUMBER.test(one) ? words.mask(one) : words.maskNames([one])));
  }
  return hideNumbers(said, words);
}

const without = (text: string, personal: string, mask: (text: string) => string): string =>
  personal.length >= SHORTEST && text.includes(personal) ? text.replaceAll(personal, mask(personal)) : text;
