import { splitNames } from '../ledger/splitNames';

const BETWEEN = /[、,，;；/／\n]+/u;
const BRACKETED = /[(（【〔][^)）】〕]*[)）】〕]?/gu;
const HAN_NAME = /^[\p{Script=Han}·]{2,5}$/u;

/**
 * Every name that a cell may mean, each once: as the ledger reads it, and with the blanks inside taken for spacing. 丁 某某
 * is one person to a reader, whatever the blank means; hiding both readings leaves nothing of either.
 */
export function namesIn(seen: string): readonly string[] {
  const whole = seen
    .replace(BRACKETED, '')
    .split(BETWEEN)
    .map((piece) => piece.replace(/[\s\u200b-\u200f\ufeff]+/gu, ''))
    .filter((piece) => HAN_NAME.test(piece));
  const names = new Set([...splitNames(seen), ...whole]);
  return names.size > 0 ? [...names] : seen.trim() === '' ? [] : [seen.trim()];
}
