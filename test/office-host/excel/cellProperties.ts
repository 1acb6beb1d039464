import { notEmulated } from '../engine/errors';
import { formatAddress, MAX_COLUMNS, type Rect } from '../model/a1';
import type { Sheet } from '../model/sheet';

type Wanted = Readonly<Record<string, unknown>>;
type Read = (sheet: Sheet, rect: Rect) => unknown;

const FILL: Readonly<Record<string, Read>> = {
  color: (sheet, { row, column }) => sheet.styleAt(row, column).fill || '#FFFFFF',
};
const FONT: Readonly<Record<string, Read>> = {
  bold: (sheet, { row, column }) => sheet.styleAt(row, column).bold,
  italic: (sheet, { row, column }) => sheet.styleAt(row, column).italic,
  color: (sheet, { row, column }) => sheet.styleAt(row, column).fontColor,
  name: (sheet, { row, column }) => sheet.styleAt(row, column).fontName,
  size: (sheet, { row, column }) => sheet.styleAt(row, column).fontSize,
  underline: (sheet, { row, column }) => sheet.styleAt(row, column).underline,
};
const FORMAT: Readonly<Record<string, Read | Readonly<Record<string, Read>>>> = {
  fill: FILL,
  font: FONT,
  wrapText: (sheet, { row, column }) => sheet.styleAt(row, column).wrapText,
  horizontalAlignment: (sheet, { row, column }) => sheet.styleAt(row, column).horizontal,
  verticalAlignment: (sheet, { row, column }) => sheet.styleAt(row, column).vertical,
  columnWidth: (sheet, { column }) => sheet.columnWidths.get(column) ?? sheet.standardWidth,
  rowHeight: (sheet, { row }) => sheet.rowHeights.get(row) ?? 15,
};
const COMMON: Readonly<Record<string, Read | typeof FORMAT>> = {
  address: (sheet, rect) => formatAddress(rect, sheet.name),
  addressLocal: (sheet, rect) => formatAddress(rect, sheet.name),
  hyperlink: (sheet, { row, column }) => sheet.peek(row, column)?.link ?? null,
  format: FORMAT,
};

/** `getCellProperties`: for every cell what the add-in asked for, null for the rest. */
export function cellProperties(sheet: Sheet, rect: Rect, wanted: Wanted): unknown {
  return sheet.matrix(rect, (_cell, row, column) =>
    pick(COMMON, wanted, sheet, { row, column, rows: 1, columns: 1 }, 'CellProperties'),
  );
}

/** `getRowProperties`: one record a row. */
export function rowProperties(sheet: Sheet, rect: Rect, wanted: Wanted): unknown {
  const table = {
    ...COMMON,
    rowIndex: (_sheet: Sheet, { row }: Rect) => row,
    rowHidden: (at: Sheet, { row }: Rect) => at.isRowHidden(row),
  };
  return Array.from({ length: rect.rows }, (_, i) =>
    pick(table, wanted, sheet, { ...rect, row: rect.row + i, rows: 1 }, 'RowProperties'),
  );
}

/** `getColumnProperties`: one record a column. */
export function columnProperties(sheet: Sheet, rect: Rect, wanted: Wanted): unknown {
  const table = {
    ...COMMON,
    columnIndex: (_sheet: Sheet, { column }: Rect) => column,
    columnHidden: (at: Sheet, { column }: Rect) => at.hiddenColumns.has(column),
  };
  return Array.from({ length: Math.min(rect.columns, MAX_COLUMNS) }, (_, i) =>
    pick(table, wanted, sheet, { ...rect, column: rect.column + i, columns: 1 }, 'ColumnProperties'),
  );
}

interface Table {
  readonly [name: string]: Read | Table;
}

function pick(table: Table, wanted: Wanted, sheet: Sheet, rect: Rect, where: string): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [name, choice] of Object.entries(wanted)) {
    if (choice === false || choice === undefined || choice === null) continue;
    const known = table[name];
    if (known === undefined) throw notEmulated(`${where}.${name}`);
    result[name] =
      typeof known === 'function' ? known(sheet, rect) : pick(known, choice as Wanted, sheet, rect, `${where}.${name}`);
  }
  return result;
}
