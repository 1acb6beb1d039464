import { COLUMNS_MARKER, parseReference } from '../marker';
import type { PackageSheet } from '../xlsxPackage';
import { columnsReference } from './ownSheet';
import type { WorkbookEdit } from './workbookEdit';

/**
 * Beside the range that readers go by, each of our columns has a hidden name of its own, of the ledger's sheet: so a
 * column that the user inserts among ours stays theirs, one of ours that they delete is missed alone, and several
 * ledgers of one workbook, or a copied sheet, keep their own.
 */
const COLUMN_MARKER = '_appeals.column.';
const MOST_COLUMNS = 64;

/**
 * The 1-based columns we own on a sheet, in the order of the titles they were written for; null for one that was
 * deleted. Null altogether where we own none.
 */
export function markedColumns(
  workbook: WorkbookEdit,
  sheet: PackageSheet,
  position: number,
): readonly (number | null)[] | null {
  const single: (number | null)[] = [];
  let range: number[] | null = null;
  for (const { name, sheet: scope, text } of workbook.definedNames) {
    const key = name.toLowerCase();
    const area = parseReference(text);
    const here = area !== null && area.sheet.toLowerCase() === sheet.name.toLowerCase() ? area : null;
    if (key === COLUMNS_MARKER && here && (scope === null || scope === position))
      range = Array.from({ length: here.right - here.left + 1 }, (_, i) => here.left + i);
    const order = key.startsWith(COLUMN_MARKER) && scope === position ? Number(key.slice(COLUMN_MARKER.length)) : 0;
    if (Number.isInteger(order) && order >= 1 && order <= MOST_COLUMNS) single[order - 1] = here?.left ?? null;
  }
  if (single.some((column) => column !== null && column !== undefined)) return Array.from(single, (c) => c ?? null);
  // All of them deleted one by one is as if there had been none; a range without single names is of another host.
  return single.length > 0 ? null : range;
}

/** Marks the columns as ours, in the order of their titles. */
export function markColumns(workbook: WorkbookEdit, sheet: string, position: number, columns: readonly number[]): void {
  const range = columnsReference(sheet, Math.min(...columns), Math.max(...columns));
  workbook.setName(COLUMNS_MARKER, null, range, true);
  for (let i = 0; i < MOST_COLUMNS; i++) {
    const name = COLUMN_MARKER + (i + 1);
    const column = columns[i];
    if (column === undefined) workbook.removeName(name, position);
    else workbook.setName(name, position, columnsReference(sheet, column, column), true);
  }
}
