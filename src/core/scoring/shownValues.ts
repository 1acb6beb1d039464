import { FactState } from '../facts/column';
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
  cases: readonly CaseRef[],
): readonly ShownValue[] {
  const fields = ledgers[0]?.checked.pack.fields ?? [];
  return shown.flatMap((field): ShownValue[] => {
    if (!ledgers.some(({ checked }) => checked.table.columns.has(field))) return [];
    let given = 0;
    const values = new Map<string, number>();
    for (const { ledger, index } of cases) {
      const column = ledgers[ledger]?.checked.table.field(field);
      if (column?.state[index] !== FactState.known) continue;
      given++;
      const value = column.type === 'enum' ? (column.values[index] ?? '') : '';
      if (value !== '') values.set(value, (values.get(value) ?? 0) + 1);
    }
    const label = fields.find(({ id }) => id === field)?.label ?? field;
    const sorted = [...values].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
    return [{ field, label, given, values: sorted }];
  });
}
