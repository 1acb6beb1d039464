import { createTextHash, groupsByKey } from '../../words/textHash';
import { isUnknown, type Fact } from '../column';
import type { TableFact } from '../definition';

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
export const similarProgress: TableFact = {
  id: 'similarProgress',
  label: '相同办理情况件数',
  type: 'number',
  scope: 'ledger',
  inputs: ['progress', 'isOpen'],
  meaning: '办理情况除日期外完全相同的未办结件数（含本件）；办理情况空白时为空。',
  computeAll(read, count) {
    const facts = new Array<Fact<number>>(count).fill(null);
    const texts = new Array<string>(count).fill('');
    const hashes = new Int32Array(count);
    const isOpen = new Uint8Array(count);
    for (let i = 0; i < count; i++) {
      const reader = read(i);
      const text = reader.text('progress');
      if (text === null || isUnknown(text)) {
        facts[i] = text;
        continue;
      }
      texts[i] = text;
      const hash = undatedHash(text);
      if (hash === 0 && withoutDates(text) === '') {
        facts[i] = 0;
        continue;
      }
      // The only one of its kind until another is found; texts of nothing but dates are of one kind.
      hashes[i] = hash || 1;
      isOpen[i] = reader.flag('isOpen') === true ? 1 : 0;
      facts[i] = isOpen[i] as number;
    }
    for (const group of groupsByKey(hashes, (index) => withoutDates(texts[index] ?? ''))) {
      const open = group.reduce((sum, index) => sum + (isOpen[index] ?? 0), 0);
      for (const index of group) facts[index] = open;
    }
    return facts;
  },
};
