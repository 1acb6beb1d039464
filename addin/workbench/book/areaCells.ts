import { columnsByNumber, kindAt, rowIndex } from '../../../src/core/ledger/cells';
import type { EditedCell } from '../../../src/core/ledger/editableSheet';
import { CellKind, type CellArea, type SheetGrid } from '../../../src/core/ledger/grid';
import type { CellEdit } from '../../../src/ports/liveWorkbook';

/** So many cells at most are read again at once; an area of more rows comes in pieces. */
const AT_ONCE = 5_000;

/** Every cell of an area that was read, the blank ones too. */
export function areaCells(grid: SheetGrid, { top, left, bottom, right }: CellArea): EditedCell[] {
  const columns = columnsByNumber(grid);
  const cells: EditedCell[] = [];
  for (let row = top; row <= bottom; row++) {
    const at = rowIndex(grid, row);
    for (let column = left; column <= right; column++) {
      const from = columns.get(column);
      const kind = (from === undefined || at < 0 ? CellKind.blank : kindAt(from, at)) as CellKind;
      const number = from?.numbers[at] ?? 0;
      const isText = kind === CellKind.text || kind === CellKind.error;
      const style = kind === CellKind.blank ? undefined : from?.styles?.[at];
      cells.push({
        row,
        column,
        kind,
        ...(isText ? { text: grid.strings[number] ?? '' } : { number }),
        ...(style === undefined ? {} : { format: grid.formats[style] ?? '' }),
      });
    }
  }
  return cells;
}

/** The same areas in pieces that are quick to read and draw. */
export function inSmallAreas(areas: readonly CellArea[]): CellArea[] {
  return areas.flatMap((area) => {
    const rows = Math.max(1, Math.floor(AT_ONCE / (area.right - area.left + 1)));
    const pieces: CellArea[] = [];
    for (let top = area.top; top <= area.bottom; top += rows)
      pieces.push({ ...area, top, bottom: Math.min(area.bottom, top + rows - 1) });
    return pieces;
  });
}

/** An edit as the cell it makes; its look is known when it is read again. */
export function editedCell({ row, column, value }: CellEdit): EditedCell {
  if (value === null) return { row, column, kind: CellKind.blank };
  if (typeof value === 'string') return { row, column, kind: CellKind.text, text: value };
  if (typeof value === 'number') return { row, column, kind: CellKind.number, number: value };
  return { row, column, kind: CellKind.boolean, number: value ? 1 : 0 };
}
