import { createTextHash } from '../../words/textHash';
import { alikeFact } from '../alike';
import { isUnknown } from '../column';
import type { CaseReader, TableFact } from '../definition';

/** Dates in every common writing, weekdays and times of day: what changes when a text is copied on. */
const DATES =
  /(?:[\d〇○零一二三四五六七八九十]{2,4}年)?[\d一二三四五六七八九十]{1,3}月(?:[\d一二三四五六七八九十]{1,3}[日号]?|[上中下]旬|底|初|末)?|\d{2,4}[./-]\d{1,2}[./-]\d{1,2}|\d{1,2}[./-]\d{1,2}(?![\d万元亩米公千])|\d{1,2}[日号]|(?:星期|周|礼拜)[一二三四五六日天]|\d{1,2}[:时点]\d{0,2}分?|[上下]午/g;
const SIGNS = /[\s，,。．.、；;：:！!？?（）()【】[\]“”"'‘’\-—]/g;

/** A progress text with its dates and signs taken out; texts that differ in nothing else are copies. */
export function withoutDates(text: string): string {
  return text.normalize('NFKC').replace(DATES, '#').replace(SIGNS, '');
}

/** Everything that a date is written with, and the signs: what two copies may differ in at all. */
const MAY_DIFFER = /[\d〇○零一二三四五六七八九十年月日号上中下旬底初末./\-星期周礼拜天:时点分午#]/g;

/** Copies have the same, for it leaves out more than `withoutDates` does. */
const undatedHash = createTextHash((text) => text.normalize('NFKC').replace(MAY_DIFFER, '').replace(SIGNS, ''));

/** How many open cases, this one included, carry the same 办理情况 but for its dates. */
export const similarProgress: TableFact = alikeFact<number>(
  {
    id: 'similarProgress',
    label: '相同办理情况件数',
    type: 'number',
    scope: 'ledger',
    inputs: ['progress', 'isOpen'],
    meaning: '办理情况除日期外完全相同的未办结件数（含本件）；办理情况空白时为空。',
  },
  {
    hash(read) {
      const text = read.text('progress');
      if (text === null || isUnknown(text)) return 0;
      const hash = undatedHash(text);
      // A text of nothing but dates and signs is nobody's copy.
      return hash === 0 && withoutDates(text) === '' ? 0 : hash || 1;
    },
    key: (read) => {
      const text = read.text('progress');
      return typeof text === 'string' ? withoutDates(text) : '';
    },
    alone(read, isCompared) {
      if (isCompared) return isOpen(read);
      const text = read.text('progress');
      return text === null || isUnknown(text) ? text : 0;
    },
    together(cases, read) {
      const open = cases.reduce((sum, index) => sum + isOpen(read(index)), 0);
      return cases.map(() => open);
    },
  },
);

const isOpen = (read: CaseReader): number => (read.flag('isOpen') === true ? 1 : 0);
