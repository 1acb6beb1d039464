import type { LedgerTable } from '../ledger/table';
import { caseMasker, ledgersMasker } from '../masking/ledgerMasker';
import type { Masker } from '../masking/masker';
import { SHAPES, type MaskShapes } from '../masking/shapes';
import type { RulePack } from '../rules/pack';
import type { ScoredLedger } from './subjects';

/** How a name and a number are hidden: `text` says. */
export type Masks = Pick<MaskShapes, 'mask' | 'maskNames'>;

/** Hides every petitioner's name, numbers and address: in what people write about a unit, not about one case. */
export function scrubberOfAll(ledgers: readonly ScoredLedger[], masks: Masks): (text: string) => string {
  let masker: Masker | null = null;
  return (text) => {
    masker ??= ledgersMasker(
      ledgers.map(({ checked }) => checked),
      { ...SHAPES, ...masks },
    );
    return masker.mask(text);
  };
}

/**
 * Hides what a case's own personal cells say (诉求人, 电话, 身份证号, 住址) wherever it stands in a text: offices write names
 * into 办理情况 and 办理结果, too.
 */
export function scrubber(pack: RulePack, table: LedgerTable, masks: Masks): (text: string, index: number) => string {
  const shapes = { ...SHAPES, ...masks };
  // Several texts of one case come one after another.
  let last: { readonly index: number; readonly masker: Masker } | null = null;
  return (text, index) => {
    if (text === '') return '';
    if (last?.index !== index) last = { index, masker: caseMasker(pack, table, index, shapes) };
    return last.masker.mask(text);
  };
}
