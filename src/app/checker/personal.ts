import type { LedgerView } from './ledgerView';

/** A text without what names or reaches anybody whom the ledger knows, or whom the text itself tells of. */
export const hidePersonal = (view: LedgerView, text: string): string => (text === '' ? '' : view.masker.mask(text));
