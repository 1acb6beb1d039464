import type { CellArea, SheetGrid } from './grid';
import { firstIndexFrom } from './cells';

/** Merged areas by the rows they cover; empty where the host can't tell. */
export interface MergeIndex {
  readonly known: boolean;
  /** The area that covers a cell of the first rows (the header's part of the sheet), or undefined. */
  at(row: number, column: number): CellArea | undefined;
  /** Areas that begin in a row. */
  beginningIn(row: number): readonly CellArea[];
  readonly areas: readonly CellArea[];
}

export function mergeIndex(grid: SheetGrid): MergeIndex {
  const areas = grid.merges ?? [];
  const byTop = new Map<number, CellArea[]>();
  for (const area of areas) {
    const list = byTop.get(area.top);
    if (list) list.push(area);
    else byTop.set(area.top, [area]);
  }
  const tops = [...byTop.keys()].sort((a, b) => a - b);
  return {
    known: grid.merges !== null,
    areas,
    beginningIn: (row) => byTop.get(row) ?? [],
    at(row, column) {
      for (const top of tops) {
        if (top > row) return undefined;
        const hit = byTop.get(top)?.find((a) => a.bottom >= row && a.left <= column && a.right >= column);
        if (hit) return hit;
      }
      return undefined;
    },
  };
}

/**
 * For a column: index into `grid.rows` -> index of the row whose cell a vertical merge spreads over it. Only areas
 * that begin at or below `firstRow`, and whose left edge is the column (a merge keeps its value there).
 */
export function carriedRows(grid: SheetGrid, column: number, firstRow: number): ReadonlyMap<number, number> {
  const carried = new Map<number, number>();
  for (const area of grid.merges ?? []) {
    if (area.left !== column || area.bottom <= area.top || area.top < firstRow) continue;
    const from = firstIndexFrom(grid, area.top);
    if (grid.rows[from] !== area.top) continue;
    for (let i = from + 1; i < grid.rows.length && (grid.rows[i] ?? 0) <= area.bottom; i++) carried.set(i, from);
  }
  return carried;
}
