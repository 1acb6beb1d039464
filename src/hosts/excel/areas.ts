import { address, columnNumber, columnLetters, type CellArea } from '../../core/ledger/grid';

/** Excel's own bounds of a sheet. */
export const MAX_ROW = 1_048_576;
export const MAX_COLUMN = 16_384;

/** `A3:P118`; a single cell is `A3`. */
export function formatArea({ top, left, bottom, right }: CellArea): string {
  const first = address(top, left);
  return top === bottom && left === right ? first : `${first}:${address(bottom, right)}`;
}

/** Whole columns, `Q:V`. */
export const formatColumns = (first: number, last: number): string => `${columnLetters(first)}:${columnLetters(last)}`;

const CORNER = /^\$?([A-Za-z]{0,3})\$?(\d{0,7})$/;

/** Reads an address as Office.js gives it: `Sheet!A1:B2`, `A:C`, `3:5`, `$A$1`; null for several areas or none. */
export function parseAddress(text: string): CellArea | null {
  const [from = '', to = from, ...more] = text.slice(text.lastIndexOf('!') + 1).split(':');
  const first = CORNER.exec(from.trim());
  const last = CORNER.exec(to.trim());
  if (!first || !last || more.length > 0 || from.trim() === '') return null;
  const column = (letters: string | undefined, whole: number): number => (letters ? columnNumber(letters) : whole);
  const row = (digits: string | undefined, whole: number): number => (digits ? Number(digits) : whole);
  const [a, b] = [column(first[1], 1), column(last[1], MAX_COLUMN)];
  const [c, d] = [row(first[2], 1), row(last[2], MAX_ROW)];
  return { left: Math.min(a, b), right: Math.max(a, b), top: Math.min(c, d), bottom: Math.max(c, d) };
}

/** What Office.js loads of a range to tell where it is. */
export const PLACE = 'rowIndex,columnIndex,rowCount,columnCount';

/** The area of a range whose place was loaded. */
export const areaOf = (range: {
  readonly rowIndex: number;
  readonly columnIndex: number;
  readonly rowCount: number;
  readonly columnCount: number;
}): CellArea => ({
  top: range.rowIndex + 1,
  left: range.columnIndex + 1,
  bottom: range.rowIndex + range.rowCount,
  right: range.columnIndex + range.columnCount,
});

export const overlaps = (a: CellArea, b: CellArea): boolean =>
  a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;

/** What two areas have in common, or null. */
export function common(a: CellArea, b: CellArea): CellArea | null {
  if (!overlaps(a, b)) return null;
  return {
    top: Math.max(a.top, b.top),
    left: Math.max(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
  };
}
