import { FactState, type FactColumn } from '../facts/column';
import type { FieldId } from '../ledger/table';
import type { ScoringScheme } from './scheme';
import type { CaseRef, ScoredLedger } from './subjects';

/** A field that is shown beside the score and never scored: how many cases say something, and what. */
export interface ShownValue {
  readonly field: FieldId;
  readonly label: string;
  /** Cases whose cell says something. */
  readonly given: number;
  /** By value, for fields of certain values; the most frequent first. */
  readonly values: readonly (readonly [string, number])[];
}

/** Counts what the scheme only shows; a field that no ledger has a column for is left out. */
export function shownValues(
  { shown }: ScoringScheme,
  ledgers: readonly ScoredLedger[],
): (cases: readonly CaseRef[]) => readonly ShownValue[] {
  const there = shown.filter((field) => ledgers.some(({ checked }) => checked.table.columns.has(field)));
  const labels = new Map(ledgers[0]?.checked.pack.fields.map(({ id, label }) => [id, label]));
  const shownFields = there.map((field) => ({
    field,
    label: labels.get(field) ?? field,
    columns: ledgers.map(({ checked }) => checked.table.field(field)),
  }));
  return (cases) => shownFields.map((one) => countValues(one, cases));
}

interface ShownField {
  readonly field: FieldId;
  readonly label: string;
  /** Of each ledger. */
  readonly columns: readonly (FactColumn | undefined)[];
}

function countValues({ field, label, columns }: ShownField, cases: readonly CaseRef[]): ShownValue {
  let given = 0;
  const values = new Map<string, number>();
  for (const { ledger, index } of cases) {
    const column = columns[ledger];
    if (column?.state[index] !== FactState.known) continue;
    given++;
    const value = column.type === 'enum' ? (column.values[index] ?? '') : '';
    if (value !== '') values.set(value, (values.get(value) ?? 0) + 1);
  }
  const sorted = [...values].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return { field, label, given, values: sorted };
}
