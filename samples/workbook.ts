/** Writes an invented ledger as an office would keep it. exceljs serves here only: the product never saves a workbook. */
import type ExcelJS from 'exceljs';
import { unzipSync, zipSync } from 'fflate';
import { ymd } from '../src/core/dates/civil';
import type { Cell } from './cases';

/** exceljs writes a Date by its UTC parts. */
const asDate = (cell: { day: number }): Date => {
  const { year, month, day } = ymd(cell.day);
  return new Date(Date.UTC(year, month - 1, day));
};

export function put(sheet: ExcelJS.Worksheet, row: number, column: number, cell: Cell): void {
  const target = sheet.getCell(row, column);
  if (cell === null) return;
  if (typeof cell === 'object' && 'day' in cell) {
    target.value = asDate(cell);
    target.numFmt = 'yyyy-mm-dd';
  } else if (typeof cell === 'object' && 'formula' in cell) target.value = { formula: cell.formula };
  else if (typeof cell === 'object') target.value = { error: cell.error };
  else target.value = cell;
}

export function title(sheet: ExcelJS.Worksheet, row: number, text: string, width: number, size = 18): void {
  sheet.mergeCells(row, 1, row, width);
  const cell = sheet.getCell(row, 1);
  cell.value = text;
  cell.font = { name: '方正小标宋简体', size, bold: size > 14 };
  cell.alignment = { horizontal: size > 14 ? 'center' : 'left', vertical: 'middle' };
  sheet.getRow(row).height = size > 14 ? 32 : 20;
}

const LINE = { style: 'thin' as const, color: { argb: 'FF808080' } };

export function dressHeader(sheet: ExcelJS.Worksheet, first: number, last: number, width: number): void {
  for (let row = first; row <= last; row++) {
    for (let column = 1; column <= width; column++) {
      const cell = sheet.getCell(row, column);
      cell.font = { name: '黑体', size: 11 };
      cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE7EEF7' } };
      cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
      cell.border = { top: LINE, left: LINE, bottom: LINE, right: LINE };
    }
  }
}

export function dressBody(sheet: ExcelJS.Worksheet, first: number, last: number, width: number): void {
  for (let row = first; row <= last; row++) {
    for (let column = 1; column <= width; column++) {
      const cell = sheet.getCell(row, column);
      cell.font = { name: '宋体', size: 10.5 };
      cell.alignment = { vertical: 'middle', wrapText: true };
      cell.border = { top: LINE, left: LINE, bottom: LINE, right: LINE };
    }
  }
}

/** A companion sheet (机构名册 …): headings in the first row. */
export function companion(book: ExcelJS.Workbook, name: string, rows: readonly (readonly Cell[])[]): void {
  const sheet = book.addWorksheet(name);
  rows.forEach((cells, r) => cells.forEach((cell, c) => put(sheet, r + 1, c + 1, cell)));
  sheet.getRow(1).font = { bold: true };
  sheet.columns.forEach((column) => (column.width = 18));
}

/** The bytes of a workbook, the same at each run: times inside are fixed. */
export async function bytesOf(book: ExcelJS.Workbook): Promise<Uint8Array> {
  book.creator = '样例';
  book.created = new Date(Date.UTC(2021, 9, 20));
  book.modified = new Date(Date.UTC(2021, 9, 20));
  const parts = unzipSync(new Uint8Array(await book.xlsx.writeBuffer()));
  const mtime = new Date(2021, 9, 20, 8, 0, 0);
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, data]) => [name, [data, { mtime, level: 6 }] as const])),
  );
}
