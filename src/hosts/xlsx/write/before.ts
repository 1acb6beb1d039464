import { attributesOf } from './xmlText';
import { readEntries, writeEntries } from './customPart';
import type { PackageSheet } from '../xlsxPackage';
import type { PackageEdit } from './packageEdit';
import type { SheetFrame } from './sheetFrame';
import { cellsOf, type SheetIndex } from './sheetIndex';

/**
 * What stood where our columns stand, by their order: looks of columns, and of cells that were blank. It is kept in a
 * custom part of the workbook, so that taking our columns away gives back what was there. Rows are those of the day
 * the columns were placed.
 */
export interface Before {
  readonly columns: readonly (ColumnBefore | null)[];
}

export interface ColumnBefore {
  /** The column's own description as it was written, or null where it had none. */
  readonly tag: string | null;
  /** Runs of blank cells of one style: style, first and last row. */
  readonly blanks: readonly (readonly [style: number, first: number, last: number])[];
}

/** Looks at the columns (null for one that is ours already) before they are written; null where all are empty. */
export function lookBefore(
  index: SheetIndex,
  frame: SheetFrame,
  columns: readonly (number | null)[],
  from: number,
): Before | null {
  const found = new Map<number, [number, number, number][]>();
  for (const column of columns) if (column !== null) found.set(column, []);
  if (found.size === 0) return null;
  const first = Math.min(...found.keys());
  const decoder = new TextDecoder();
  for (const place of index.rows) {
    if (place.row < from || place.lastColumn < first) continue;
    for (const cell of cellsOf(index.bytes, place)) {
      const runs = cell.filled ? undefined : found.get(cell.column);
      if (!runs) continue;
      const tag = decoder.decode(index.bytes.subarray(cell.start, index.bytes.indexOf(0x3e, cell.start) + 1));
      const style = Number(attributesOf(tag).get('s') ?? 0) || 0;
      const last = runs[runs.length - 1];
      if (last?.[0] === style && last[2] === place.row - 1) last[2] = place.row;
      else runs.push([style, place.row, place.row]);
    }
  }
  const looked = columns.map((column) =>
    column === null ? null : { tag: frame.columnTag(column), blanks: found.get(column) ?? [] },
  );
  return looked.some((column) => column && (column.tag !== null || column.blanks.length > 0))
    ? { columns: looked }
    : null;
}

/** Keeps it in the workbook beside what is known of the sheet's other columns. */
export async function rememberBefore(edit: PackageEdit, sheet: PackageSheet, before: Before): Promise<void> {
  const entries = new Map(await readEntries(edit.pkg, 'before'));
  const known = readBefore(entries.get(sheet.sheetId));
  const columns = before.columns.map((column, i) => column ?? known?.columns[i] ?? null);
  entries.set(sheet.sheetId, JSON.stringify({ columns }));
  await writeEntries(edit, 'before', entries);
}

/** What is known of a sheet; null where nothing is, or what is there can't be read. */
export function readBefore(text: string | undefined): Before | null {
  if (text === undefined) return null;
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read !== 'object' || read === null || !('columns' in read) || !Array.isArray(read.columns)) return null;
    return { columns: (read.columns as readonly unknown[]).map(readColumn) };
  } catch (error) {
    // Someone else wrote there: then nothing is known, and blank cells come back without a look.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function readColumn(column: unknown): ColumnBefore | null {
  if (typeof column !== 'object' || column === null || !('tag' in column) || !('blanks' in column)) return null;
  const { tag, blanks } = column;
  if ((tag !== null && typeof tag !== 'string') || !Array.isArray(blanks)) return null;
  if (tag !== null && !/^<(?:\w+:)?col\s[^<>]*\/>$/.test(tag)) return null;
  const runs = (blanks as readonly unknown[]).filter(
    (run): run is [number, number, number] =>
      Array.isArray(run) && run.length === 3 && run.every((n) => Number.isInteger(n) && n >= 0),
  );
  return { tag, blanks: runs };
}
