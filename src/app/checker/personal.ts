import { caseMasker } from '../../core/masking/ledgerMasker';
import type { LedgerView } from './ledgerView';

/** A text about a case without what names its petitioner: names, numbers and addresses of the row are masked in it. */
export const hidePersonal = (view: LedgerView, index: number, text: string): string =>
  text === '' ? '' : caseMasker(view.checked.pack, view.table, index).mask(text);
