import type { Masker } from '../../core/masking/masker';

/** A text without what names or reaches anybody whom the ledger knows, or whom the text itself tells of. */
export const hidePersonal = (view: { readonly masker: Masker }, text: string): string =>
  text === '' ? '' : view.masker.mask(text);
