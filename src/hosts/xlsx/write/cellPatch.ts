import { address } from '../../../core/ledger/grid';
import type { PartStream } from './partStream';
import { openTagText, rowName, writeOpenTag } from './rowPatch';
import { cellsOf, type RowPlace, type SheetIndex } from './sheetIndex';

/**
 * What becomes of one cell: its XML as it is to be, from how it is written now ('' where there is none) and its
 * row's start tag; '' takes the cell away.
 */
export type CellPatch = (cell: string, rowTag: string) => string;

/** Patches by row, then by column, both 1-based. */
export type SheetPatches = Map<number, Map<number, CellPatch>>;

/** Adds a patch of a cell; where one is there already, the new one goes on from what that made. */
export function addPatch(patches: SheetPatches, row: number, column: number, patch: CellPatch): void {
  const cells = patches.get(row) ?? new Map<number, CellPatch>();
  patches.set(row, cells);
  const first = cells.get(column);
  cells.set(column, first ? (cell, rowTag) => patch(first(cell, rowTag), rowTag) : patch);
}

const BLOCK_ROWS = 2000;
const decoder = new TextDecoder();

/**
 * Writes a sheet's data, from its start tag to its end tag, with the patches carried out; every other cell and row is
 * copied byte for byte, and rows that are missing are inserted in order.
 */
export async function patchCells(
  index: SheetIndex,
  patches: SheetPatches,
  out: PartStream,
  pause: (done: number, total: number) => Promise<void>,
): Promise<void> {
  const { bytes, prefix } = index;
  const rest = new Map(patches);
  const there = new Set(index.rows.map(({ row }) => row));
  const missing = [...patches.keys()].filter((row) => !there.has(row)).sort((a, b) => a - b);
  let next = 0;
  const insertUpTo = (row: number): void => {
    for (; next < missing.length && missing[next]! < row; next++) {
      const number = missing[next]!;
      const tag = `<${prefix}row r="${number}">`;
      const cells = ordered(rest.get(number)!).map(([, patch]) => patch('', tag));
      if (cells.some((xml) => xml !== '')) out.text(`${tag}${cells.join('')}</${prefix}row>`);
    }
  };
  if (index.dataEmpty) out.text(`<${prefix}sheetData>`);
  else out.copy(bytes, index.dataStart, index.dataOpenEnd);
  let copied = index.dataOpenEnd;
  let done = 0;
  for (const place of index.rows) {
    if (next < missing.length && missing[next]! < place.row) {
      out.copy(bytes, copied, place.start);
      copied = place.start;
      insertUpTo(place.row);
    }
    const cells = rest.get(place.row);
    if (cells) {
      // A row number that comes twice is patched the first time only.
      rest.delete(place.row);
      out.copy(bytes, copied, place.start);
      patchRow(index, place, ordered(cells), out);
      copied = place.end;
    }
    if (++done % BLOCK_ROWS === 0) {
      out.copy(bytes, copied, place.end);
      copied = place.end;
      await out.settle();
      await pause(done, index.rows.length);
    }
  }
  out.copy(bytes, copied, index.dataEmpty ? copied : index.dataCloseStart);
  insertUpTo(Infinity);
  out.text(`</${prefix}sheetData>`);
}

const ordered = (cells: ReadonlyMap<number, CellPatch>): [number, CellPatch][] => [...cells].sort(([a], [b]) => a - b);

function patchRow(index: SheetIndex, place: RowPlace, patches: readonly [number, CellPatch][], out: PartStream): void {
  const { bytes, prefix } = index;
  const rowTag = openTagText(bytes, place);
  const cells = cellsOf(bytes, place);
  const made = new Map<number, string>();
  const written = new Map(cells.map((cell) => [cell.column, decoder.decode(bytes.subarray(cell.start, cell.end))]));
  for (const [column, patch] of patches) made.set(column, patch(written.get(column) ?? '', rowTag));
  const columns = patches.map(([column]) => column).filter((column) => made.get(column) !== '');
  writeOpenTag(bytes, place, columns[columns.length - 1] ?? 0, out);
  let next = 0;
  let copied = place.openEnd;
  const emit = (before: number): void => {
    for (; next < columns.length && columns[next]! < before; next++) out.text(made.get(columns[next]!)!);
  };
  cells.forEach((cell, i) => {
    const xml = made.get(cell.column);
    if (xml === undefined && !(next < columns.length && columns[next]! < cell.column)) return;
    out.copy(bytes, copied, cell.start);
    copied = cell.start;
    emit(cell.column);
    if (xml === undefined) return;
    copied = cell.end;
    if (xml !== '') {
      out.text(xml);
      if (columns[next] === cell.column) next++;
    } else if (cells[i + 1]?.addressed === false) {
      // The cell after it counts its place from this one.
      out.text(`<${prefix}c r="${address(place.row, cell.column)}"/>`);
    }
  });
  out.copy(bytes, copied, place.closeStart);
  emit(Infinity);
  if (place.openEnd === place.end) out.text(`</${rowName(bytes, place)}>`);
  else out.copy(bytes, place.closeStart, place.end);
}
