import type { CellArea } from '../../core/ledger/grid';
import type { MemoryCell } from './cell';
import type { MemorySheet } from './sheet';

/** Inserts blank rows above a row, as a person does; what stands there and below moves down. */
export function insertRows(sheet: MemorySheet, at: number, count: number): void {
  shiftRows(sheet, (row) => (row >= at ? row + count : row));
  sheet.merges = sheet.merges.map((area) => ({
    ...area,
    top: area.top >= at ? area.top + count : area.top,
    bottom: area.bottom >= at ? area.bottom + count : area.bottom,
  }));
}

/** Deletes rows, as a person does; what stands below moves up. */
export function deleteRows(sheet: MemorySheet, at: number, count: number): void {
  shiftRows(sheet, (row) => (row < at ? row : row < at + count ? null : row - count));
  sheet.merges = sheet.merges.flatMap((area): CellArea[] => {
    const top = area.top >= at + count ? area.top - count : Math.min(area.top, at);
    const bottom = area.bottom >= at + count ? area.bottom - count : Math.min(area.bottom, at - 1);
    return bottom < top ? [] : [{ ...area, top, bottom }];
  });
}

/** Puts rows in another order, as a person who sorts: `order` names the rows that `first` and those below it become. */
export function reorderRows(sheet: MemorySheet, first: number, order: readonly number[]): void {
  const places = new Map(order.map((row, i) => [row, first + i]));
  shiftRows(sheet, (row) => places.get(row) ?? row);
}

function shiftRows(sheet: MemorySheet, to: (row: number) => number | null): void {
  const before: [number, Map<number, MemoryCell>][] = [...sheet.cells];
  sheet.cells.clear();
  for (const [row, line] of before) {
    const place = to(row);
    if (place !== null) sheet.cells.set(place, line);
  }
  sheet.hiddenRows = sheet.hiddenRows.map(to).filter((row) => row !== null);
}
