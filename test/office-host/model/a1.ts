/** A rectangle of cells, 0-based. */
export interface Rect {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;
export const WHOLE_SHEET: Rect = { row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS };

/** Column letters of a 0-based column: 0 is A. */
export function columnName(column: number): string {
  let letters = '';
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26))
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return letters;
}

/** 0-based column of its letters. */
export function columnIndex(letters: string): number {
  let n = 0;
  for (const letter of letters.toUpperCase()) n = n * 26 + letter.charCodeAt(0) - 64;
  return n - 1;
}

export interface Address {
  readonly sheet: string | null;
  readonly rect: Rect;
}

/** Reads `B2`, `$A$1:C3`, `A:C`, `1:5`, with or without a sheet; null where it is no address. */
export function parseAddress(text: string): Address | null {
  const parts = /^(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?([^!]+)$/.exec(text.trim());
  if (!parts) return null;
  const sheet = parts[1]?.replace(/''/g, "'") ?? parts[2] ?? null;
  const [first = '', last, ...more] = (parts[3] ?? '').replace(/\$/g, '').split(':');
  if (more.length > 0) return null;
  const from = corner(first);
  const to = last === undefined ? from : corner(last);
  if (!from || !to) return null;
  const single = last === undefined;
  if (single && (from.row === null || from.column === null)) return null;
  if ((from.row === null) !== (to.row === null) || (from.column === null) !== (to.column === null)) return null;
  const rows = [from.row ?? 0, to.row ?? MAX_ROWS - 1] as const;
  const columns = [from.column ?? 0, to.column ?? MAX_COLUMNS - 1] as const;
  const rect = {
    row: Math.min(...rows),
    column: Math.min(...columns),
    rows: Math.abs(rows[1] - rows[0]) + 1,
    columns: Math.abs(columns[1] - columns[0]) + 1,
  };
  return inSheet(rect) ? { sheet, rect } : null;
}

function corner(text: string): { row: number | null; column: number | null } | null {
  const parts = /^([A-Za-z]{1,3})?(\d{1,7})?$/.exec(text);
  if (!parts || text === '') return null;
  return {
    column: parts[1] === undefined ? null : columnIndex(parts[1]),
    row: parts[2] === undefined ? null : Number(parts[2]) - 1,
  };
}

/** Whether a rectangle lies on a worksheet at all. */
export const inSheet = (rect: Rect): boolean =>
  rect.row >= 0 &&
  rect.column >= 0 &&
  rect.rows >= 1 &&
  rect.columns >= 1 &&
  rect.row + rect.rows <= MAX_ROWS &&
  rect.column + rect.columns <= MAX_COLUMNS;

/** `A1:B2`, whole rows as `3:4`, whole columns as `A:C`; with the sheet's name where it is given. */
export function formatAddress(rect: Rect, sheet?: string): string {
  const prefix = sheet === undefined ? '' : `${sheetPrefix(sheet)}!`;
  const lastRow = rect.row + rect.rows;
  const lastColumn = columnName(rect.column + rect.columns - 1);
  if (rect.columns === MAX_COLUMNS) return `${prefix}${rect.row + 1}:${lastRow}`;
  if (rect.rows === MAX_ROWS) return `${prefix}${columnName(rect.column)}:${lastColumn}`;
  const first = `${columnName(rect.column)}${rect.row + 1}`;
  const last = `${lastColumn}${lastRow}`;
  return prefix + (first === last ? first : `${first}:${last}`);
}

/** A sheet's name as a formula writes it: quoted unless it is made of letters, digits and underscores. */
export function sheetPrefix(sheet: string): string {
  return /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet) && !/^[A-Za-z]{1,3}\d+$/.test(sheet)
    ? sheet
    : `'${sheet.replace(/'/g, "''")}'`;
}

/** What two rectangles share, or null. */
export function intersection(a: Rect, b: Rect): Rect | null {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : null;
}

/** The smallest rectangle around two. */
export function bounding(a: Rect, b: Rect): Rect {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return {
    row,
    column,
    rows: Math.max(a.row + a.rows, b.row + b.rows) - row,
    columns: Math.max(a.column + a.columns, b.column + b.columns) - column,
  };
}

export const contains = (outer: Rect, inner: Rect): boolean =>
  inner.row >= outer.row &&
  inner.column >= outer.column &&
  inner.row + inner.rows <= outer.row + outer.rows &&
  inner.column + inner.columns <= outer.column + outer.columns;

export const sameRect = (a: Rect, b: Rect): boolean =>
  a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns;

/** What remains of `rect` when `hole` is cut out of it: up to four rectangles. */
export function without(rect: Rect, hole: Rect): Rect[] {
  const cut = intersection(rect, hole);
  if (!cut) return [rect];
  const bottom = cut.row + cut.rows;
  const right = cut.column + cut.columns;
  return [
    { ...rect, rows: cut.row - rect.row },
    { ...rect, row: bottom, rows: rect.row + rect.rows - bottom },
    { row: cut.row, rows: cut.rows, column: rect.column, columns: cut.column - rect.column },
    { row: cut.row, rows: cut.rows, column: right, columns: rect.column + rect.columns - right },
  ].filter((part) => part.rows > 0 && part.columns > 0);
}
