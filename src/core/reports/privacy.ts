import { FactState } from '../facts/column';
import { ledgersMasker } from '../masking/ledgerMasker';
import { createMasker, type Masker } from '../masking/masker';
import { ownNumberSpans } from '../masking/numbers';
import { maskNames, SHAPES } from '../masking/shapes';
import { hide, settled } from '../masking/span';
import type { CaseRef, ReportLedger } from './report';

/** Which personal data a text may still hold: a petitioner's own letter names the petitioner, and nothing else. */
export type Shown = 'nobody' | 'petitioner';

const kept = new WeakMap<object, Masker>();

/** What hides people in the texts of a report: everybody of all its ledgers where it knows them, else of the one. */
function maskerOf({ checked, masker }: ReportLedger): Masker {
  if (masker) return masker;
  const own = kept.get(checked) ?? ledgersMasker([checked]);
  kept.set(checked, own);
  return own;
}

/** A text about a case without what names or reaches anybody of the ledgers. */
export function hidePersonal(one: CaseRef, text: string, shown: Shown = 'nobody'): string {
  if (text === '') return '';
  return maskerOf(one.ledger).mask(text, shown === 'petitioner' ? petitionersOf(one) : undefined);
}

/** A text of a ledger, and of no case in particular, without what names or reaches anybody. */
export const hidePeople = (ledger: ReportLedger, text: string): string =>
  text === '' ? '' : maskerOf(ledger).mask(text);

const ANYONE = createMasker({});

/** A text of no ledger without what reaches a person: telephones, identity numbers, houses. */
export const hideNumbers = (text: string): string => ANYONE.mask(text);

/** The same of a case's number, which may well be long: only what is certainly a person's is hidden. */
export const hideOwnNumbers = (text: string): string => hide(text, settled(ownNumberSpans(text, SHAPES)));

/** The names in 诉求人 as they are read; the cell itself where they are not. */
function petitionersOf({ ledger: { checked }, index }: CaseRef): readonly string[] {
  const { table } = checked;
  const column = table.field('petitioner');
  const isRead = column?.type === 'names' && column.state[index] === FactState.known;
  const names = isRead ? (column.values[index] ?? []) : [table.seen('petitioner', index).trim()];
  return names.filter((name) => name !== '');
}

/** 诉求人, masked. */
export const petitionerOf = (one: CaseRef): string => maskNames(petitionersOf(one));
