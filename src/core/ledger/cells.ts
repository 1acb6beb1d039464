import type { RawColumn, SheetGrid } from './grid';
import { CellKind } from './grid';

const OUTER_BLANKS = /^[\s\u200b-\u200f\u2060\ufeff]+|[\s\u200b-\u200f\u2060\ufeff]+$/gu;

/** Blanks, tabs, line breaks, no-break and zero-width characters at both ends; what they enclose stays as it is. */
export function trimText(text: string): string {
  if (isPlain(text.charCodeAt(0)) && isPlain(text.charCodeAt(text.length - 1))) return text;
  return text.replace(OUTER_BLANKS, '');
}

/** Visible ASCII, Chinese characters and full-width signs: most texts begin and end with one, and need no trimming. */
const isPlain = (code: number): boolean =>
  (code >= 0x3001 && code <= 0x9fff) || (code > 0x20 && code < 0x7f) || (code >= 0xff01 && code <= 0xff5e);

export const kindAt = (column: RawColumn, index: number): number => column.kinds[index] ?? CellKind.blank;

/** The trimmed text of a text cell; '' for any other. */
export function textAt(grid: SheetGrid, column: RawColumn, index: number): string {
  if (kindAt(column, index) !== CellKind.text) return '';
  return trimText(grid.strings[column.numbers[index] ?? -1] ?? '');
}

/** Whether a cell holds nothing to read: blank, or text of blanks only. */
export function isEmptyAt(grid: SheetGrid, column: RawColumn, index: number): boolean {
  const kind = kindAt(column, index);
  return kind === CellKind.blank || (kind === CellKind.text && textAt(grid, column, index) === '');
}

/** Index into `grid.rows` of a worksheet row, or -1 where the row holds no cell. */
export function rowIndex(grid: SheetGrid, row: number): number {
  const at = firstIndexFrom(grid, row);
  return grid.rows[at] === row ? at : -1;
}

/** Index of the first row of `grid.rows` that is `row` or below it. */
export function firstIndexFrom(grid: SheetGrid, row: number): number {
  let low = 0;
  let high = grid.rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((grid.rows[middle] ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}

export const columnsByNumber = (grid: SheetGrid): ReadonlyMap<number, RawColumn> =>
  new Map(grid.columns.map((column) => [column.column, column]));

/** Whether a column is one that the add-in wrote and owns by its marker. */
export const isOwned = (grid: SheetGrid, column: number): boolean =>
  grid.ownedColumns !== null && column >= grid.ownedColumns.first && column <= grid.ownedColumns.last;
