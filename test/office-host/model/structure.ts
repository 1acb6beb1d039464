import { accessDenied, filteredRangeConflict, invalidArgument, mergedRangeConflict } from '../engine/errors';
import { contains, intersection, MAX_COLUMNS, MAX_ROWS, type Rect } from './a1';
import { isBlank, plainValue, type Cell } from './cell';
import { shiftNames } from './references';
import type { Sheet } from './sheet';
import { movedArea, shiftInterval, shiftRect, type Shift } from './shift';

/** Inserts blank cells at `rect` and pushes what stood there down or right. */
export function insertCells(sheet: Sheet, rect: Rect, direction: string): void {
  const shift = shiftOf(rect, direction === 'Down', direction === 'Right', 1);
  permit(sheet, rect, 'Insert');
  refuseConflicts(sheet, rect, shift);
  const end = shift.axis === 'rows' ? MAX_ROWS : MAX_COLUMNS;
  const lost = {
    ...movedArea(shift, end),
    ...(shift.axis === 'rows'
      ? { row: end - shift.count, rows: shift.count }
      : { column: end - shift.count, columns: shift.count }),
  };
  for (const { cell } of sheet.existing(lost)) if (!isBlank(cell)) throw invalidArgument();
  apply(sheet, shift);
  inheritStyles(sheet, rect, shift);
  announce(sheet, rect, shift, 'Inserted');
}

/** Takes the cells of `rect` away and draws what is below or to the right into their place. */
export function deleteCells(sheet: Sheet, rect: Rect, direction: string): void {
  const shift = shiftOf(rect, direction === 'Up', direction === 'Left', -1);
  permit(sheet, rect, 'Delete');
  refuseConflicts(sheet, rect, shift);
  apply(sheet, shift);
  announce(sheet, rect, shift, 'Deleted');
}

const isWholeRows = (rect: Rect): boolean => rect.columns === MAX_COLUMNS;
const isWholeColumns = (rect: Rect): boolean => rect.rows === MAX_ROWS;

function shiftOf(rect: Rect, alongRows: boolean, alongColumns: boolean, sign: 1 | -1): Shift {
  if (!alongRows && !alongColumns) throw invalidArgument();
  const rows = isWholeRows(rect) || (alongRows && !isWholeColumns(rect));
  return rows
    ? { axis: 'rows', at: rect.row, count: sign * rect.rows, from: rect.column, span: rect.columns }
    : { axis: 'columns', at: rect.column, count: sign * rect.columns, from: rect.row, span: rect.rows };
}

function permit(sheet: Sheet, rect: Rect, what: 'Insert' | 'Delete'): void {
  if (isWholeRows(rect)) sheet.demand(`allow${what}Rows`);
  else if (isWholeColumns(rect)) sheet.demand(`allow${what}Columns`);
  else if (sheet.protection && sheet.book.limits.protectedSheets) throw accessDenied();
}

/** Only cells that move without their whole row or column can tear a filter, a merged area or a table apart. */
function refuseConflicts(sheet: Sheet, rect: Rect, shift: Shift): void {
  if (isWholeRows(rect) || isWholeColumns(rect)) return;
  const { limits } = sheet.book;
  const moved = movedArea(shift, shift.axis === 'rows' ? MAX_ROWS : MAX_COLUMNS);
  const filters = [sheet.filter, ...sheet.tables.map((table) => table.filter)];
  const filtered = filters.some((filter) => filter && filter.criteria.size > 0 && intersection(filter.rect, moved));
  if (filtered && limits.filteredRanges) throw filteredRangeConflict();
  const torn = sheet.merges.some((merge) => intersection(merge, moved) && !contains(moved, merge));
  if (torn && limits.mergedRanges) throw mergedRangeConflict();
  for (const table of sheet.tables)
    if (intersection(table.rect, moved) && !contains(moved, table.rect) && !contains(table.rect, rect))
      throw invalidArgument('This operation is not allowed. It would shift cells in a table on your worksheet.');
}

function apply(sheet: Sheet, shift: Shift): void {
  moveCells(sheet, shift);
  const follow = (rect: Rect): Rect[] => {
    const moved = shiftRect(rect, shift);
    return moved ? [moved] : [];
  };
  sheet.merges = sheet.merges.flatMap(follow).filter((merge) => merge.rows * merge.columns > 1);
  sheet.validations = sheet.validations.flatMap(({ rect, validation }) =>
    follow(rect).map((moved) => ({ rect: moved, validation })),
  );
  for (const format of sheet.conditionalFormats) format.areas = format.areas.flatMap(follow);
  sheet.conditionalFormats = sheet.conditionalFormats.filter((format) => format.areas.length > 0);
  sheet.tables = sheet.tables.filter((table) => {
    const moved = shiftRect(table.rect, shift);
    if (moved) table.rect = moved;
    if (table.filter) table.filter.rect = table.rect;
    return moved !== null;
  });
  if (sheet.filter) {
    const moved = shiftRect(sheet.filter.rect, shift);
    if (moved) sheet.filter.rect = moved;
    else sheet.filter = null;
  }
  const { page } = sheet;
  page.printTitleRows = page.printTitleRows && shiftRect(page.printTitleRows, shift);
  page.printTitleColumns = page.printTitleColumns && shiftRect(page.printTitleColumns, shift);
  page.printArea = page.printArea.flatMap(follow);
  if (shift.axis === 'rows' && shift.span === MAX_COLUMNS) {
    sheet.hiddenRows = shiftSet(sheet.hiddenRows, shift);
    sheet.filteredRows = shiftSet(sheet.filteredRows, shift);
    sheet.rowHeights = shiftMap(sheet.rowHeights, shift);
  }
  if (shift.axis === 'columns' && shift.span === MAX_ROWS) {
    sheet.hiddenColumns = shiftSet(sheet.hiddenColumns, shift);
    sheet.columnWidths = shiftMap(sheet.columnWidths, shift);
    sheet.columnStyles = shiftMap(sheet.columnStyles, shift);
  }
  shiftNames(sheet.book.names, sheet.name, shift);
  sheet.book.emit('shifted', sheet, shift);
}

function moveCells(sheet: Sheet, shift: Shift): void {
  if (shift.axis === 'rows' && shift.span === MAX_COLUMNS) {
    sheet.cells = shiftMap(sheet.cells, shift);
    return;
  }
  const area = movedArea(shift, shift.axis === 'rows' ? MAX_ROWS : MAX_COLUMNS);
  const taken = [...sheet.existing(area)];
  for (const { row, column } of taken) sheet.cells.get(row)?.delete(column);
  for (const { row, column, cell } of taken) {
    const at = shift.axis === 'rows' ? row : column;
    const moved = shiftInterval(at, 1, shift.at, shift.count);
    if (!moved) continue;
    Object.assign(
      shift.axis === 'rows' ? sheet.touch(moved[0], column) : sheet.touch(row, moved[0]),
      cell satisfies Cell,
    );
  }
}

function shiftMap<T>(map: ReadonlyMap<number, T>, shift: Shift): Map<number, T> {
  const result = new Map<number, T>();
  for (const [at, value] of map) {
    const moved = shiftInterval(at, 1, shift.at, shift.count);
    if (moved) result.set(moved[0], value);
  }
  return result;
}

const shiftSet = (set: ReadonlySet<number>, shift: Shift): Set<number> =>
  new Set(shiftMap(new Map([...set].map((at) => [at, true])), shift).keys());

/** New rows look like the row above, new columns like the column on the left. */
function inheritStyles(sheet: Sheet, rect: Rect, shift: Shift): void {
  if (shift.at === 0) return;
  const rows = shift.axis === 'rows';
  const source: Rect = rows
    ? { row: shift.at - 1, rows: 1, column: rect.column, columns: rect.columns }
    : { column: shift.at - 1, columns: 1, row: rect.row, rows: rect.rows };
  for (const { row, column, cell } of [...sheet.existing(source)])
    for (let i = 0; i < shift.count; i++)
      (rows ? sheet.touch(shift.at + i, column) : sheet.touch(row, shift.at + i)).style = cell.style;
}

function announce(sheet: Sheet, rect: Rect, shift: Shift, what: 'Inserted' | 'Deleted'): void {
  const whole = isWholeRows(rect) ? 'Row' : isWholeColumns(rect) ? 'Column' : 'Cell';
  const direction = shift.axis === 'rows' ? (shift.count > 0 ? 'Down' : 'Up') : shift.count > 0 ? 'Right' : 'Left';
  sheet.book.emit('changed', {
    sheet,
    rect,
    changeType: `${whole}${what}`,
    shiftDirection: `ShiftCell${direction}`,
  });
}

/** Merges a rectangle, or each of its rows; only the first cell keeps what it holds. */
export function mergeCells(sheet: Sheet, rect: Rect, across: boolean): void {
  sheet.demand('allowFormatCells');
  const parts = across
    ? Array.from({ length: rect.rows }, (_, i) => ({ ...rect, row: rect.row + i, rows: 1 }))
    : [rect];
  for (const table of sheet.tables) if (intersection(table.rect, rect)) throw invalidArgument();
  for (const part of parts) {
    sheet.merges = sheet.merges.filter((merge) => !intersection(merge, part));
    if (part.rows * part.columns > 1) sheet.merges.push(part);
    for (const { row, column, cell } of sheet.existing(part))
      if (row !== part.row || column !== part.column)
        Object.assign(cell, { value: '', formula: null, prefixed: false });
  }
  sheet.book.emit('formatChanged', sheet, rect);
}

/** Undoes every merge that a rectangle touches. */
export function unmergeCells(sheet: Sheet, rect: Rect): void {
  sheet.demand('allowFormatCells');
  sheet.merges = sheet.merges.filter((merge) => !intersection(merge, rect));
  sheet.book.emit('formatChanged', sheet, rect);
}

export interface SortField {
  readonly key: number;
  readonly ascending?: boolean;
}

/** Sorts the rows of a rectangle by columns within it: numbers, text, booleans, errors, blanks, as Excel orders them. */
export function sortRows(sheet: Sheet, rect: Rect, fields: readonly SortField[], hasHeaders: boolean): void {
  sheet.demand('allowSort');
  sheet.demand('content', rect);
  if (sheet.book.limits.mergedRanges && sheet.merges.some((merge) => intersection(merge, rect)))
    throw mergedRangeConflict();
  const first = rect.row + (hasHeaders ? 1 : 0);
  const rows = Array.from({ length: rect.row + rect.rows - first }, (_, i) => first + i);
  // Rows that a filter hides stay where they are.
  const free = rows.filter((row) => !sheet.filteredRows.has(row));
  const sorted = [...free].sort((a, b) => {
    for (const { key, ascending = true } of fields) {
      const order = compare(sheet.peek(a, rect.column + key), sheet.peek(b, rect.column + key), ascending);
      if (order !== 0) return order;
    }
    return a - b;
  });
  const taken = new Map(
    sorted.map((row) => [
      row,
      [...sheet.existing({ ...rect, row, rows: 1 })].map(({ column, cell }) => ({ column, cell })),
    ]),
  );
  for (const row of free)
    for (let column = rect.column; column < rect.column + rect.columns; column++) sheet.cells.get(row)?.delete(column);
  free.forEach((target, i) => {
    for (const { column, cell } of taken.get(sorted[i] ?? target) ?? []) {
      let line = sheet.cells.get(target);
      if (!line) sheet.cells.set(target, (line = new Map()));
      line.set(column, cell);
    }
  });
  sheet.book.emit('rowsSorted', sheet, rect);
}

function compare(a: Cell | undefined, b: Cell | undefined, ascending: boolean): number {
  const [rankA, rankB] = [rank(a), rank(b)];
  if (rankA === BLANK || rankB === BLANK) return rankA - rankB;
  const sign = ascending ? 1 : -1;
  if (rankA !== rankB) return sign * (rankA - rankB);
  const [x, y] = [plainValue(a?.value ?? ''), plainValue(b?.value ?? '')];
  return sign * (x < y ? -1 : x > y ? 1 : 0);
}

const BLANK = 9;
function rank(cell: Cell | undefined): number {
  if (!cell || isBlank(cell)) return BLANK;
  const { value } = cell;
  if (typeof value === 'object') return 4;
  return typeof value === 'number' ? 1 : typeof value === 'string' ? 2 : 3;
}
