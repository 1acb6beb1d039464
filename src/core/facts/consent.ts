import { type CivilDay, civilDay, isRealDate, ymd } from '../dates/civil';
import { readDateText } from '../dates/dateText';
import type { RulePack } from '../rules/pack';

/** Words of an approval cell that mean there is none (不同意, 待批 …): a lexicon of the pack. */
export const REFUSALS = 'consent-refusals';

/**
 * Whether the text of an approval cell gives consent: anything that is not blank does, unless it refuses or says
 * that the answer is still out. A refusal of one character (否, ×) must be the whole text.
 */
export function givesConsent(text: string, pack: RulePack): boolean {
  const plain = text.normalize('NFKC').replace(/\s+/g, '').replaceAll('不同意见', '');
  const words = pack.lexicons.get(REFUSALS)?.words ?? [];
  return !words.some((word) => (word.length === 1 ? plain === word : plain.includes(word)));
}

const NUMERAL = '[〇零○O0一二三四五六七八九十]';
const DATES = new RegExp(
  [
    String.raw`(?<!\d)\d{4}(?:年\d{1,2}月\d{1,2}[日号]?|[./-]\d{1,2}[./-]\d{1,2}(?!\d))`,
    String.raw`(?<!\d)20\d{6}(?!\d)`,
    `${NUMERAL}{4}年${NUMERAL}{1,3}月${NUMERAL}{1,3}[日号]`,
    String.raw`(?<!\d)\d{1,2}月\d{1,2}[日号]?`,
    String.raw`(?<![\d.])\d{1,2}\.\d{1,2}(?![\d.])`,
  ].join('|'),
  'g',
);

/**
 * The first date in a text such as 同意，9月1日. Without a year it is the one nearest to `near`; null where there is
 * no date, or no year and nothing to be near to.
 */
export function firstDateIn(text: string, near: CivilDay | null): CivilDay | null {
  const plain = text.normalize('NFKC').replace(/\s+/g, '');
  for (const [found] of plain.matchAll(DATES)) {
    const day = /^\d{1,2}[月.]/.test(found) ? nearestYear(found, near) : fullDate(found);
    if (day !== null) return day;
  }
  return null;
}

function fullDate(text: string): CivilDay | null {
  const reading = readDateText(text, { year: null, order: null });
  return 'on' in reading ? reading.on : null;
}

function nearestYear(text: string, near: CivilDay | null): CivilDay | null {
  const parts = /^(\d{1,2})[月.](\d{1,2})/.exec(text);
  if (!parts || near === null) return null;
  const [month, day] = [Number(parts[1]), Number(parts[2])];
  const { year } = ymd(near);
  let best: CivilDay | null = null;
  for (const y of [year, year - 1, year + 1]) {
    if (!isRealDate(y, month, day)) continue;
    const candidate = civilDay(y, month, day);
    if (best === null || Math.abs(candidate - near) < Math.abs(best - near)) best = candidate;
  }
  return best;
}
