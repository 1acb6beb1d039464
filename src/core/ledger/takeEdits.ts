import { rowIndex } from './cells';
import type { CellChange, EditableSheet, EditedCell } from './editableSheet';
import { SEARCHED_ROWS } from './findHeader';
import type { LedgerParts } from './findLedger';
import { CellKind } from './grid';
import type { FieldId } from './table';

/** Cases of each field whose cell or value is another one since an edit. */
export type ChangedCases = ReadonlyMap<FieldId, ReadonlySet<number>>;

/**
 * Puts edited cells on a ledger's sheet and reads anew what they touch.
 * @param parts the ledger as it was found on the sheet, all earlier edits taken in; null where none was
 * @returns null where the edit may change what the table is (its header, its rows): it has to be found again
 */
export function takeEdits(
  sheet: EditableSheet,
  parts: LedgerParts | null,
  cells: readonly EditedCell[],
): ChangedCases | null {
  const { grid } = sheet;
  const rows = new Set(parts ? cells.map(({ row }) => rowIndex(grid, row)) : []);
  const before = new Map<number, string>();
  if (parts) for (const at of rows) if (isBelowHeader(parts, grid.rows[at])) before.set(at, parts.body.trait(at));
  const { cells: changes, newRows, newColumns } = sheet.put(cells);
  if (parts === null || newRows) return null;
  const { left, right } = parts.table.extent;
  const inTable = (column: number): boolean => column >= left && column <= right;
  const isSame =
    changes.every(({ at }) => isBelowHeader(parts, grid.rows[at])) &&
    !newColumns.some(inTable) &&
    !changes.some((change) => leavesNothing(sheet, change, inTable)) &&
    [...before].every(([at, trait]) => parts.body.trait(at) === trait) &&
    // Any of the first rows might now make a header, or a better one.
    (!changes.some(({ at }) => at < SEARCHED_ROWS) || parts.isHeaderSame());
  return isSame ? parts.table.reread(changes) : null;
}

const isBelowHeader = ({ headerBottom }: LedgerParts, row: number | undefined): boolean =>
  row !== undefined && row > headerBottom;

/** Whether a cell was the last of its row, or of its column of the table: a host leaves out both. */
function leavesNothing(
  sheet: EditableSheet,
  { at, column, kindBefore }: CellChange,
  inTable: (column: number) => boolean,
): boolean {
  if (kindBefore === CellKind.blank) return false;
  return sheet.isBlankRow(at) || (inTable(column) && sheet.isBlankColumn(column));
}
