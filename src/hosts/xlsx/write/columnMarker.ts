import { COLUMNS_MARKER, columnMarker, markedColumn } from '../marker';
import { ownColumnsOf } from '../ownership';
import type { PackageSheet } from '../xlsxPackage';
import { columnsReference } from './ownSheet';
import type { WorkbookEdit } from './workbookEdit';

/**
 * Beside the range that readers go by, each of our columns has a hidden name of its own, of the ledger's sheet: so a
 * column that the user inserts among ours stays theirs, one of ours that they delete is missed alone, and several
 * ledgers of one workbook, or a copied sheet, keep their own.
 */
export const markedColumns = (
  workbook: WorkbookEdit,
  sheet: PackageSheet,
  position: number,
): readonly (number | null)[] | null => ownColumnsOf(workbook.definedNames, sheet.name, position);

/** Marks the columns as ours, in the order of their titles. */
export function markColumns(workbook: WorkbookEdit, sheet: string, position: number, columns: readonly number[]): void {
  const range = columnsReference(sheet, Math.min(...columns), Math.max(...columns));
  workbook.setName(COLUMNS_MARKER, null, range, true);
  unmark(workbook, position, columns.length);
  columns.forEach((column, i) =>
    workbook.setName(columnMarker(i), position, columnsReference(sheet, column, column), true),
  );
}

/** Takes the names of the columns of a sheet away, from the one of the 0-based order `from` on. */
export function unmark(workbook: WorkbookEdit, position: number, from = 0): void {
  for (const { name, sheet } of workbook.definedNames) {
    const order = sheet === position ? markedColumn(name) : null;
    if (order !== null && order >= from) workbook.removeName(name, position);
  }
}
