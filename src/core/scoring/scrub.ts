import { ledgersMasker } from '../masking/ledgerMasker';
import type { Masker } from '../masking/masker';
import type { ScoredLedger } from './subjects';

/** One of a run of ledgers: every list, form and card of it asks. */
const kept = new WeakMap<readonly ScoredLedger[], Masker>();

function maskerOf(ledgers: readonly ScoredLedger[]): Masker {
  const there = kept.get(ledgers) ?? ledgersMasker(ledgers.map(({ checked }) => checked));
  kept.set(ledgers, there);
  return there;
}

/**
 * Hides everybody whom the ledgers name (诉求人, 电话, 身份证号, 住址, 被反映人), wherever it stands in a text: offices write
 * names into 办理情况 and 办理结果, too, and not only of the case at hand.
 */
export const scrub = (ledgers: readonly ScoredLedger[], text: string): string =>
  text === '' ? '' : maskerOf(ledgers).mask(text);
