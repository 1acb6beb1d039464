import { address } from '../../../core/ledger/grid';
import { parseArea } from './areas';
import { cellsOf, type CellPlace, type RowPlace, type SheetIndex } from './sheetIndex';
import type { PartStream, TextSink } from './partStream';
import { attributesOf } from './xmlText';

/** A cell of ours: its column, and what writes it whole. */
export interface OwnCell {
  readonly column: number;
  readonly write: (out: TextSink) => void;
}

/** What is to be done to the rows of a sheet. */
export interface RowJob {
  /** Our cells of a row, by ascending column; empty for none. */
  readonly cells: (row: number) => readonly OwnCell[];
  /** Rows that are to have cells of ours, ascending. */
  readonly rows: readonly number[];
  /** Columns that are ours: what is written there from `clearFrom` down goes, unless we write it anew. */
  readonly owned: ReadonlySet<number>;
  /** 1-based row. */
  readonly clearFrom: number;
  /** Rows in which nothing is cleared all the same: totals of a table, which the table's own part speaks of. */
  readonly spared: ReadonlySet<number>;
  /** Called between blocks of rows; may throw to stop. */
  readonly pause: (done: number, total: number) => Promise<void>;
}

export interface RowReport {
  /** Addresses in our columns that hold a formula which cells outside them depend on: left as they were. */
  readonly kept: ReadonlySet<string>;
}

const BLOCK_ROWS = 2000;

/**
 * Writes a sheet's rows to `out` with our cells put in: rows that we have nothing in are copied byte for byte, in
 * the others the user's cells are, and rows that are missing are inserted in order.
 */
export async function patchRows(index: SheetIndex, job: RowJob, out: PartStream): Promise<RowReport> {
  const { bytes, prefix } = index;
  const written = new Set(job.rows);
  const there = new Set<number>();
  for (const { row } of index.rows) there.add(row);
  const missing = job.rows.filter((row) => !there.has(row));
  const kept = new Set<string>();
  const firstOwned = Math.min(...job.owned);
  let nextMissing = 0;
  const insertUpTo = (row: number): void => {
    for (; nextMissing < missing.length && missing[nextMissing]! < row; nextMissing++) {
      const number = missing[nextMissing]!;
      const cells = job.cells(number);
      if (cells.length === 0) continue;
      out.text(`<${prefix}row r="${number}">`);
      for (const cell of cells) cell.write(out);
      out.text(`</${prefix}row>`);
    }
  };
  let copied = index.dataOpenEnd;
  let done = 0;
  for (const place of index.rows) {
    if (nextMissing < missing.length && missing[nextMissing]! < place.row) {
      out.copy(bytes, copied, place.start);
      copied = place.start;
      insertUpTo(place.row);
    }
    // A row number that comes twice gets our cells the first time only.
    const ours = written.delete(place.row) ? job.cells(place.row) : [];
    const stale = place.row >= job.clearFrom && place.lastColumn >= firstOwned && !job.spared.has(place.row);
    if (ours.length > 0 || stale) {
      out.copy(bytes, copied, place.start);
      patchRow(bytes, prefix, place, ours, stale ? job.owned : NONE, kept, out);
      copied = place.end;
    }
    if (++done % BLOCK_ROWS === 0) {
      out.copy(bytes, copied, place.end);
      copied = place.end;
      await out.settle();
      await job.pause(done, index.rows.length);
    }
  }
  out.copy(bytes, copied, index.dataEmpty ? copied : index.dataCloseStart);
  insertUpTo(Infinity);
  return { kept };
}

const NONE: ReadonlySet<number> = new Set();

function patchRow(
  bytes: Uint8Array,
  prefix: string,
  place: RowPlace,
  ours: readonly OwnCell[],
  owned: ReadonlySet<number>,
  kept: Set<string>,
  out: PartStream,
): void {
  writeOpenTag(bytes, place, ours[ours.length - 1]?.column ?? 0, out);
  let next = 0;
  let copied = place.openEnd;
  const emit = (before: number): void => {
    for (; next < ours.length && ours[next]!.column < before; next++) ours[next]!.write(out);
  };
  if (ours.length === 0 || place.lastColumn >= ours[0]!.column || owned.size > 0) {
    const cells = cellsOf(bytes, place);
    cells.forEach((cell, i) => {
      out.copy(bytes, copied, cell.start);
      copied = cell.end;
      emit(cell.column);
      const own = ours[next]?.column === cell.column;
      // A blank cell with a look may have been there before our columns were: there is nothing in it to clear.
      if (!own && (!owned.has(cell.column) || !cell.filled)) return out.copy(bytes, cell.start, cell.end);
      if (isDependedOn(cell, owned)) {
        kept.add(address(place.row, cell.column));
        out.copy(bytes, cell.start, cell.end);
        if (own) next++;
        return;
      }
      if (own) ours[next++]!.write(out);
      else if (cells[i + 1]?.addressed === false)
        // The cell after it counts its place from this one.
        out.text(`<${prefix}c r="${address(place.row, cell.column)}"/>`);
    });
  }
  out.copy(bytes, copied, place.closeStart);
  emit(Infinity);
  if (place.openEnd === place.end) out.text(`</${rowName(bytes, place)}>`);
  else out.copy(bytes, place.closeStart, place.end);
}

/** Whether cells outside our columns lean on this one's formula: an array, a data table or a shared formula. */
function isDependedOn(cell: CellPlace, owned: ReadonlySet<number>): boolean {
  if (cell.formula === '') return false;
  const area = parseArea(attributesOf(cell.formula).get('ref'));
  if (!area) return false;
  for (let column = area.left; column <= area.right; column++) if (!owned.has(column)) return true;
  return false;
}

const decoder = new TextDecoder();

export const openTagText = (bytes: Uint8Array, place: RowPlace): string =>
  decoder.decode(bytes.subarray(place.start, place.openEnd));

export const rowName = (bytes: Uint8Array, place: RowPlace): string =>
  /^<([^\s/>]+)/.exec(openTagText(bytes, place))![1]!;

/** Up to the end of the last span of columns that a row states it uses. */
const SPANS = /(\sspans\s*=\s*["'][^"']*:)(\d+)(\s*["'])/;

function stretched(tag: string, { index, 1: before = '', 2: column = '' }: RegExpExecArray, last: number): string {
  const from = index + before.length;
  return tag.slice(0, from) + last + tag.slice(from + column.length);
}

/** The row's start tag, its stated span of columns stretched to `last` and opened where it was `<row/>`. */
export function writeOpenTag(bytes: Uint8Array, place: RowPlace, last: number, out: PartStream): void {
  const tag = openTagText(bytes, place);
  let edited = tag;
  const spans = SPANS.exec(tag);
  if (spans && Number(spans[2]) < last) edited = stretched(tag, spans, last);
  if (place.openEnd === place.end) edited = edited.replace(/\s*\/>$/, '>');
  if (edited === tag) out.copy(bytes, place.start, place.openEnd);
  else out.text(edited);
}
