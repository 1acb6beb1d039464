import { CellKind, columnLetters, type SheetGrid } from '../../src/core/ledger/grid';
import { openXlsx } from '../../src/hosts/xlsx/xlsxWorkbook';
import type { BookDescription, CellDescription, SheetDescription } from './model/description';

/** A workbook file as a description: what our own reader sees of each sheet (no styles but number formats). */
export async function bookFromXlsx(name: string, bytes: Uint8Array): Promise<BookDescription> {
  const opened = await openXlsx(name, bytes);
  if (!opened.ok) throw new Error(`${name}: ${JSON.stringify(opened.problems)}`);
  const infos = await opened.value.sheets();
  if (!infos.ok) throw new Error(`${name}: ${JSON.stringify(infos.problems)}`);
  const sheets: SheetDescription[] = [];
  let date1904 = false;
  for (const info of infos.value) {
    const grid = await opened.value.readSheet(info.name);
    if (!grid.ok) throw new Error(`${name}: ${JSON.stringify(grid.problems)}`);
    date1904 ||= grid.value.date1904;
    sheets.push({
      ...sheetFromGrid(grid.value),
      visibility: info.visible ? 'Visible' : 'Hidden',
      ...(info.protected ? { protection: {} } : {}),
    });
  }
  const active = infos.value.find((info) => info.active && info.visible);
  return { name, sheets, date1904, ...(active ? { active: active.name } : {}) };
}

/** One sheet as a description. */
export function sheetFromGrid(grid: SheetGrid): SheetDescription {
  const cells: Record<string, CellDescription> = {};
  for (const { column, kinds, numbers, styles } of grid.columns)
    for (let i = 0; i < kinds.length; i++) {
      const cell = described(grid, kinds[i] ?? CellKind.blank, numbers[i] ?? 0, styles?.[i]);
      if (cell !== null) cells[`${columnLetters(column)}${grid.rows[i] ?? 0}`] = cell;
    }
  return {
    name: grid.sheet,
    cells,
    merges: (grid.merges ?? []).map(
      ({ top, left, bottom, right }) => `${columnLetters(left)}${top}:${columnLetters(right)}${bottom}`,
    ),
    hiddenRows: [...grid.hiddenRows],
    hiddenColumns: [...grid.hiddenColumns].map(columnLetters),
  };
}

function described(grid: SheetGrid, kind: number, number: number, style: number | undefined): CellDescription | null {
  const format = style === undefined ? 'General' : (grid.formats[style] ?? 'General');
  const styled = format === 'General' ? {} : { style: { numberFormat: format } };
  const text = grid.strings[number] ?? '';
  switch (kind) {
    case CellKind.number:
      return format === 'General' ? number : { value: number, ...styled };
    case CellKind.text:
      return format === 'General' ? text : { value: text, ...styled };
    case CellKind.boolean:
      return { value: number === 1, ...styled };
    case CellKind.error:
      return { error: text, ...styled };
    case CellKind.uncached:
      return { value: 0, formula: '=NA()', ...styled };
    default:
      return null;
  }
}
