import { problem, type Problem } from '../problem';
import { address, type CellArea } from './grid';

/** Excel's own bounds of a sheet. */
const MAX_ROW = 1_048_576;
const MAX_COLUMN = 16_384;

/** A cell that someone typed into, as far as its place goes; both 1-based. */
export interface EditPlace {
  readonly row: number;
  readonly column: number;
  readonly value: unknown;
}

/**
 * What speaks against edits of a sheet, for every host alike: `cell-outside-sheet`, `cell-number-unwritable`,
 * `cell-under-merge` (what is typed there would never be seen), each at its cell.
 */
export function refuseEdits(sheet: string, edits: readonly EditPlace[], merges: readonly CellArea[]): Problem[] {
  const problems: Problem[] = [];
  const rows = new Set(edits.map((edit) => edit.row));
  const near = merges.filter((merge) => touches(merge, rows));
  for (const { row, column, value } of edits) {
    const inside = [row, column].every(Number.isInteger) && row >= 1 && column >= 1;
    if (!inside || row > MAX_ROW || column > MAX_COLUMN) {
      problems.push(problem('cell-outside-sheet', { sheet, row, column }, { sheet }));
      continue;
    }
    const cell = address(row, column);
    if (typeof value === 'number' && !Number.isFinite(value))
      problems.push(problem('cell-number-unwritable', { cell }, { sheet, cell }));
    const merge = near.find((area) => covers(area, row, column));
    if (merge && !(merge.top === row && merge.left === column))
      problems.push(problem('cell-under-merge', { cell, anchor: address(merge.top, merge.left) }, { sheet, cell }));
  }
  return problems;
}

const touches = (area: CellArea, rows: ReadonlySet<number>): boolean => {
  if (area.bottom - area.top > rows.size) return [...rows].some((row) => row >= area.top && row <= area.bottom);
  for (let row = area.top; row <= area.bottom; row++) if (rows.has(row)) return true;
  return false;
};

const covers = (area: CellArea, row: number, column: number): boolean =>
  row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
