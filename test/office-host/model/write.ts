import { invalidArgument } from '../engine/errors';
import { intersection, type Rect } from './a1';
import { emptyCell, isBlank, type Cell, type CellValue, type Style } from './cell';
import { enter } from './entry';
import type { Sheet } from './sheet';

/** Puts values or formulas into a rectangle as Excel does: null leaves a cell, '' clears it, one value fills all. */
export function writeValues(sheet: Sheet, rect: Rect, input: unknown): void {
  const rows = spread(sheet, rect, input);
  checkEntries(sheet, rows);
  sheet.demand('content', rect);
  const { limits } = sheet.book;
  const filtered = limits.filteredWrites && rect.rows > 1 && rowsOf(rect).some((row) => sheet.filteredRows.has(row));
  const single = rect.rows === 1 && rect.columns === 1;
  const before = single ? (sheet.peek(rect.row, rect.column)?.value ?? '') : undefined;
  const context = {
    formulas: limits.formulaEntry,
    date1904: sheet.book.date1904,
    calculate: (formula: string): CellValue => sheet.book.calculate(formula, sheet.name),
  };
  for (let i = 0; i < rect.rows; i++) {
    const row = rect.row + i;
    // Excel hands an array to each visible area of a filtered range anew: its first row lands in every visible row.
    if (filtered && sheet.filteredRows.has(row)) continue;
    const line = rows[filtered ? 0 : i] ?? [];
    for (let j = 0; j < rect.columns; j++) {
      const column = rect.column + j;
      const value = line[j];
      if (value === null || value === undefined) continue;
      if (limits.mergedWrites && isCovered(sheet, row, column)) continue;
      enter(sheet.touch(row, column), value, context);
    }
  }
  const after = single ? (sheet.peek(rect.row, rect.column)?.value ?? '') : undefined;
  sheet.book.emit('changed', {
    sheet,
    rect,
    changeType: 'RangeEdited',
    shiftDirection: 'None',
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  });
}

type Entry = string | number | boolean | null | undefined;

function spread(sheet: Sheet, rect: Rect, input: unknown): (readonly Entry[])[] {
  if (!Array.isArray(input)) {
    const line = new Array<Entry>(rect.columns).fill(entry(input));
    return new Array<readonly Entry[]>(rect.rows).fill(line);
  }
  const rows = input.map((line) => {
    if (!Array.isArray(line)) throw shapeMismatch();
    return line.map(entry);
  });
  const fits = rows.length === rect.rows && rows.every((line) => line.length === rect.columns);
  if (!fits && sheet.book.limits.arrayShapes) throw shapeMismatch();
  return rows;
}

const entry = (value: unknown): Entry => {
  if (value === null || value === undefined) return value;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw invalidArgument();
};

export const shapeMismatch = (): Error =>
  invalidArgument(
    "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
  );

/** A cell takes 32,767 characters, a formula 8,192; nothing is written when one entry is longer. */
function checkEntries(sheet: Sheet, rows: readonly (readonly Entry[])[]): void {
  const most = sheet.book.limits.cellCharacters;
  for (const line of rows)
    for (const value of line) {
      if (typeof value !== 'string') continue;
      const formula = value.startsWith('=') && sheet.book.limits.formulaEntry;
      if (value.length > (formula ? Math.min(8_192, most) : most + (value.startsWith("'") ? 1 : 0)))
        throw invalidArgument();
    }
}

const rowsOf = (rect: Rect): number[] => Array.from({ length: rect.rows }, (_, i) => rect.row + i);

function isCovered(sheet: Sheet, row: number, column: number): boolean {
  if (sheet.merges.length === 0) return false;
  const merge = sheet.mergeAt(row, column);
  return merge !== null && (merge.row !== row || merge.column !== column);
}

/** Restyles every cell of a rectangle; unbounded rectangles restyle whole columns or the cells that exist. */
export function restyle(sheet: Sheet, rect: Rect, change: (style: Style, cell: Cell | undefined) => Style): void {
  sheet.demand('allowFormatCells');
  const known = new Map<Style, Style>();
  const next = (style: Style, cell: Cell | undefined): Style => {
    let made = known.get(style);
    if (!made) known.set(style, (made = change(style, cell)));
    return made;
  };
  if (rect.rows >= 1_000_000) {
    for (let column = rect.column; column < rect.column + rect.columns; column++)
      sheet.columnStyles.set(column, next(sheet.styleAt(rect.rows, column), undefined));
    for (const { cell } of sheet.existing(rect)) cell.style = next(cell.style, cell);
  } else if (rect.rows * rect.columns > 2_000_000) {
    for (const { cell } of sheet.existing(rect)) cell.style = next(cell.style, cell);
  } else {
    for (let row = rect.row; row < rect.row + rect.rows; row++)
      for (let column = rect.column; column < rect.column + rect.columns; column++) {
        const cell = sheet.touch(row, column);
        cell.style = next(cell.style, cell);
      }
  }
  sheet.book.emit('formatChanged', sheet, rect);
}

/** Number formats, one a cell or one for all; formats take no part in Excel's trouble with filters. */
export function writeNumberFormats(sheet: Sheet, rect: Rect, input: unknown): void {
  const rows = spread(sheet, rect, input);
  sheet.demand('allowFormatCells');
  for (let i = 0; i < rect.rows; i++)
    for (let j = 0; j < rect.columns; j++) {
      const format = rows[i]?.[j];
      if (format === null || format === undefined) continue;
      const cell = sheet.touch(rect.row + i, rect.column + j);
      cell.style = { ...cell.style, numberFormat: String(format) };
    }
  sheet.book.emit('formatChanged', sheet, rect);
}

/** Range.clear: contents, formats, or both; with contents gone a merge stays, with formats gone it goes. */
export function clearRange(sheet: Sheet, rect: Rect, applyTo: string): void {
  const contents = applyTo === 'All' || applyTo === 'Contents';
  const formats = applyTo === 'All' || applyTo === 'Formats';
  const links = applyTo === 'All' || applyTo === 'Hyperlinks' || applyTo === 'RemoveHyperlinks';
  if (!contents && !formats && !links) throw invalidArgument();
  if (contents) sheet.demand('content', rect);
  if (formats) sheet.demand('allowFormatCells');
  for (const { row, column, cell } of [...sheet.existing(rect)]) {
    const blank = emptyCell();
    if (contents) Object.assign(cell, { value: '', formula: null, prefixed: false });
    if (formats) cell.style = blank.style;
    if (links) cell.link = null;
    if (isBlank(cell) && cell.style === blank.style && !cell.link) sheet.cells.get(row)?.delete(column);
  }
  if (formats) {
    sheet.clearConditionalFormats(rect);
    sheet.merges = sheet.merges.filter((merge) => !intersection(merge, rect));
  }
  if (applyTo === 'All') sheet.clearValidation(rect);
  if (contents) sheet.book.emit('changed', { sheet, rect, changeType: 'RangeEdited', shiftDirection: 'None' });
  else sheet.book.emit('formatChanged', sheet, rect);
}
