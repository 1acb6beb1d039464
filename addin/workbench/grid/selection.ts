import { CompactSelection, type GridSelection } from '@glideapps/glide-data-grid';
import type { CellArea } from '../../../src/core/ledger/grid';

/** A selection of one cell, 1-based. */
export const oneCell = (row: number, column: number): GridSelection => ({
  current: {
    cell: [column - 1, row - 1],
    range: { x: column - 1, y: row - 1, width: 1, height: 1 },
    rangeStack: [],
  },
  columns: CompactSelection.empty(),
  rows: CompactSelection.empty(),
});

/** The areas that are selected, 1-based: a range, whole rows or whole columns. */
export function selectedAreas(selection: GridSelection, rows: number, columns: number): CellArea[] {
  const { current } = selection;
  const areas: CellArea[] = [];
  if (current)
    for (const { x, y, width, height } of [current.range, ...current.rangeStack])
      areas.push({ top: y + 1, left: x + 1, bottom: y + height, right: x + width });
  for (const [first, past] of runs(selection.rows))
    areas.push({ top: first + 1, left: 1, bottom: past, right: columns });
  for (const [first, past] of runs(selection.columns))
    areas.push({ top: 1, left: first + 1, bottom: rows, right: past });
  return areas;
}

/** Runs of neighbours, from the first to past the last. */
function runs(selection: CompactSelection): [number, number][] {
  const found: [number, number][] = [];
  for (const index of selection) {
    const last = found[found.length - 1];
    if (last && last[1] === index) last[1] = index + 1;
    else found.push([index, index + 1]);
  }
  return found;
}
