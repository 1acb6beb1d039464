import type { CellArea, RawColumn, SheetGrid } from './grid';
import { CellKind } from './grid';
import { firstIndexFrom } from './cells';

/**
 * The part of a sheet that lies in an area, by arrays of its own: texts are those it holds, hidden lines those it
 * covers, merges those that reach into it.
 */
export function cutArea(grid: SheetGrid, area: CellArea): SheetGrid {
  const from = firstIndexFrom(grid, area.top);
  const to = firstIndexFrom(grid, area.bottom + 1);
  const strings: string[] = [];
  const columns = grid.columns.flatMap((column) =>
    column.column < area.left || column.column > area.right ? [] : (cutColumn(grid, column, from, to, strings) ?? []),
  );
  const { hiddenRows, hiddenColumns, merges } = grid;
  return {
    ...grid,
    rows: grid.rows.slice(from, to),
    columns,
    strings,
    merges: merges && merges.filter((merge) => meets(merge, area)),
    hiddenRows: hiddenRows.filter((row) => row >= area.top && row <= area.bottom),
    hiddenColumns: hiddenColumns.filter((column) => column >= area.left && column <= area.right),
  };
}

const meets = (a: CellArea, b: CellArea): boolean =>
  a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;

function cutColumn(grid: SheetGrid, column: RawColumn, from: number, to: number, strings: string[]): RawColumn | null {
  const kinds = column.kinds.slice(from, to);
  if (kinds.every((kind) => kind === CellKind.blank)) return null;
  const numbers = column.numbers.slice(from, to);
  kinds.forEach((kind, i) => {
    if (kind !== CellKind.text && kind !== CellKind.error) return;
    numbers[i] = strings.push(grid.strings[numbers[i] ?? -1] ?? '') - 1;
  });
  return {
    column: column.column,
    kinds,
    numbers,
    styles: column.styles === null ? null : column.styles.slice(from, to),
  };
}

/** A grid by arrays of its own, which may be transferred to another thread without taking them from this one. */
export function copyGrid(grid: SheetGrid): SheetGrid {
  return {
    ...grid,
    rows: grid.rows.slice(),
    hiddenRows: grid.hiddenRows.slice(),
    hiddenColumns: grid.hiddenColumns.slice(),
    columns: grid.columns.map(({ column, kinds, numbers, styles }) => ({
      column,
      kinds: kinds.slice(),
      numbers: numbers.slice(),
      styles: styles === null ? null : styles.slice(),
    })),
  };
}
