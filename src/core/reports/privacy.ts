import { FactState } from '../facts/column';
import type { CheckedLedger } from '../check/checkedLedger';
import { caseMasker, personalOfCase } from '../masking/ledgerMasker';
import { createMasker } from '../masking/masker';
import { ownNumberSpans } from '../masking/numbers';
import { maskNames, SHAPES } from '../masking/shapes';
import { hide, settled } from '../masking/span';
import type { CaseRef } from './report';

/** Which personal data a text may still hold: a petitioner's own letter names the petitioner, and nothing else. */
export type Shown = 'nobody' | 'petitioner';

/** A text about a case without what names or reaches its petitioner. */
export function hidePersonal(
  { pack, table }: CheckedLedger,
  index: number,
  text: string,
  shown: Shown = 'nobody',
): string {
  if (text === '') return '';
  if (shown === 'nobody') return caseMasker(pack, table, index).mask(text);
  const { numbers, addresses } = personalOfCase(pack, table, index);
  return createMasker({ numbers, addresses }).mask(text);
}

const ANYONE = createMasker({});

/** A text of no case in particular without what reaches a person: telephones, identity numbers, houses. */
export const hideNumbers = (text: string): string => ANYONE.mask(text);

/** The same of a case's number, which may well be long: only what is certainly a person's is hidden. */
export const hideOwnNumbers = (text: string): string => hide(text, settled(ownNumberSpans(text, SHAPES)));

/** 诉求人, masked. */
export function petitionerOf({ ledger: { checked }, index }: CaseRef): string {
  const { table } = checked;
  const column = table.field('petitioner');
  const isRead = column?.type === 'names' && column.state[index] === FactState.known;
  const names = isRead ? (column.values[index] ?? []) : [table.seen('petitioner', index).trim()];
  return maskNames(names.filter((name) => name !== ''));
}
