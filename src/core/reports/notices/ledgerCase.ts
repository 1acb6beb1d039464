import type { CivilDay } from '../../dates/civil';
import { FactState } from '../../facts/column';
import type { FieldId } from '../../ledger/table';
import type { CaseRef } from '../report';

/** One case of one of the ledgers. */
export type LedgerCase = CaseRef;

/** What a cell says, on one line. */
export const textOf = ({ ledger: { checked }, index }: LedgerCase, field: FieldId): string =>
  checked.table.seen(field, index).replace(/\s+/g, ' ').trim();

export function dayOf({ ledger: { checked }, index }: LedgerCase, field: FieldId): CivilDay | null {
  const column = checked.table.field(field);
  if (column?.type !== 'date' || column.state[index] !== FactState.known) return null;
  return column.values[index] ?? null;
}

export function namesOf({ ledger: { checked }, index }: LedgerCase, field: FieldId): readonly string[] {
  const column = checked.table.field(field);
  return column?.type === 'names' && column.state[index] === FactState.known ? (column.values[index] ?? []) : [];
}

/** Whether the ledger has the column and the case's cell is blank: of a column that is not there nothing is known. */
export const isLeftBlank = ({ ledger: { checked }, index }: LedgerCase, field: FieldId): boolean =>
  checked.table.field(field)?.state[index] === FactState.blank;
