import type { SheetGrid } from './grid';
import { mergeIndex } from './merges';
import { HeaderReader, type HeaderRows } from './headerBlock';
import { mapColumns, type ColumnMapping } from './mapColumns';
import { matchHeading, type SynonymIndex } from './matchHeading';
import { isGeneralHeading } from './matchStack';
import { IDENTIFYING_FIELDS } from './fieldIds';

/** A header that was found: its rows and what its columns mean. */
export interface FoundHeader {
  readonly rows: HeaderRows;
  readonly mapping: ColumnMapping;
}

/** How many filled rows from the top may stand before the header ends. */
export const SEARCHED_ROWS = 100;
const FEWEST_FIELDS = 3;

/**
 * The header of a sheet's ledger: of all rows that could begin one, the best scoring, topmost among equals.
 * Null where no row has three fields' headings, one of them telling what a case is about or who answers for it.
 * @param given worksheet rows that a person named as the header
 */
export function findHeader(grid: SheetGrid, index: SynonymIndex, given?: HeaderRows): FoundHeader | null {
  const known = (text: string): boolean => isGeneralHeading(text) || matchHeading(text, index) !== null;
  const reader = new HeaderReader(grid, mergeIndex(grid), known);
  if (given) return { rows: given, mapping: mapColumns(reader.stacks(given), index) };
  let best: FoundHeader | null = null;
  let covered = 0;
  for (let i = 0; i < Math.min(grid.rows.length, SEARCHED_ROWS); i++) {
    const row = grid.rows[i] ?? 0;
    if (row <= covered || reader.isLine(row)) continue;
    // Below a header that was found, rows with numbers are its cases, not a better header.
    if (best !== null && reader.hasOtherThanText(row)) continue;
    const rows = reader.blockFrom(row);
    const mapping = mapColumns(reader.stacks(rows), index);
    if (!isLedger(mapping)) continue;
    covered = rows.bottom;
    if (best === null || mapping.score > best.mapping.score) best = { rows, mapping };
  }
  return best;
}

function isLedger(mapping: ColumnMapping): boolean {
  const fields = new Set([...mapping.columns.keys(), ...mapping.conflicts.flatMap((conflict) => conflict.fields)]);
  return fields.size >= FEWEST_FIELDS && IDENTIFYING_FIELDS.some((field) => fields.has(field));
}
