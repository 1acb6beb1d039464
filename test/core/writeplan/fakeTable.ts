import { address } from '../../../src/core/ledger/grid';
import type { LedgerTable } from '../../../src/core/ledger/table';

/** A table of texts alone, header in row 1, for what looks at `seen`, `cell` and row numbers only. */
export function textTable(
  fields: readonly string[],
  rows: readonly (readonly string[])[],
  rowNumbers: readonly number[] = rows.map((_, i) => i + 2),
): LedgerTable {
  const columns = new Map(fields.map((field, i) => [field, i + 1]));
  return {
    sheet: '台账',
    headerRows: [1],
    extent: { left: 1, right: fields.length },
    columns,
    headings: new Map(fields.map((field, i) => [i + 1, field])),
    unmapped: [],
    conflicts: [],
    count: rows.length,
    rowNumbers: Int32Array.from(rowNumbers),
    field: () => undefined,
    limit: () => null,
    seen: (field, index) => rows[index]?.[(columns.get(field) ?? 0) - 1] ?? '',
    cell: (field, index) => (columns.has(field) ? address(rowNumbers[index] ?? 0, columns.get(field) ?? 0) : null),
    isNumberCell: () => false,
  };
}
