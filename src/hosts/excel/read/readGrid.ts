import { Cancelled, type Pace } from '../../../core/cancel';
import type { CellArea, SheetGrid } from '../../../core/ledger/grid';
import { common } from '../areas';
import type { Matrix } from '../office';
import { ownedColumns } from '../ownership';
import { rangeOf } from '../ranges';
import type { Batch, ExcelSession } from '../session';
import { GridColumns } from './gridColumns';
import { hiddenLines } from './hiddenLines';
import { mergesByBlocks } from './mergedAreas';
import { openSheet, type Opening } from './openSheet';
import { inPieces } from './payload';
import { chooseWitness, type Witness } from './witness';

/** A sheet as it was read, and by what to know its rows again. */
export interface ReadSheet {
  readonly grid: SheetGrid;
  readonly witness: Witness;
  readonly sheetId: string;
}

/** Bytes of a number format where none was seen yet: long ones of dates in Chinese. */
const FORMAT_BYTES = 40;
/** Rows taken in at a time. */
const SLICE_ROWS = 4000;

/**
 * Reads a sheet, or an area of it, in as few round trips as the size allows: one to open it, which brings the first
 * rows along; then values by pieces; then number formats of the columns that hold numbers, and the types of texts that
 * read like errors. An Excel has no formula without a value, so formulas are never asked for.
 */
export async function readGrid(
  session: ExcelSession,
  batch: Batch,
  name: string,
  area: CellArea | null,
  pace: Pace,
): Promise<ReadSheet> {
  const opening = await openSheet(session, batch, name, area);
  const used = area === null || opening.used === null ? opening.used : common(opening.used, area);
  const owned = ownedColumns(opening.names, opening.name);
  const empty = { top: 1, left: 1, bottom: 0, right: 0 };
  const columns = new GridColumns(opening.name, used ?? empty);
  if (used) {
    await readValues(batch, opening, used, columns, pace);
    await readFormats(batch, opening, used, columns);
    await readTypes(batch, opening, columns);
  }
  const merges = used && opening.merges === null ? await mergesByBlocks(session, batch, opening.sheet, used) : null;
  const hidden = used ? await hiddenLines(session, batch, opening, used) : { rows: [], columns: [] };
  const witness = chooseWitness(
    used?.top ?? 1,
    columns.ordered(),
    (c) => !!owned && c >= owned.first && c <= owned.last,
  );
  return {
    grid: {
      sheet: opening.name,
      ...columns.finish(),
      merges: opening.merges ?? merges ?? (used || !session.has('1.13') ? null : []),
      hiddenRows: Int32Array.from(hidden.rows),
      hiddenColumns: Int32Array.from(hidden.columns),
      date1904: opening.date1904,
      ownedColumns: owned,
    },
    witness,
    sheetId: opening.id,
  };
}

async function readValues(
  batch: Batch,
  { sheet, probe }: Opening,
  used: CellArea,
  columns: GridColumns,
  pace: Pace,
): Promise<void> {
  let first = used.top;
  const width = used.right - used.left + 1;
  let bytesPerRow = width * FORMAT_BYTES;
  const report = async (row: number): Promise<void> => {
    pace.onProgress?.(row - used.top + 1, used.bottom - used.top + 1);
    await pace.breathe?.();
    if (pace.signal?.aborted) throw new Cancelled();
  };
  if (probe && probe.area.top === used.top) {
    const rows = probe.area.bottom - probe.area.top + 1;
    const bytes = columns.addValues(probe.area.top, probe.area.left, probe.values);
    bytesPerRow = ((bytes / rows) * width) / (probe.area.right - probe.area.left + 1);
    if (probe.area.right >= used.right) first = probe.area.bottom + 1;
    await report(probe.area.bottom);
  }
  await inPieces({ first, last: used.bottom, cellsPerRow: width, bytesPerRow }, async (top, bottom) => {
    const range = rangeOf(sheet, { ...used, top, bottom });
    range.load('values');
    await batch.sync();
    const values = range.values as Matrix | null;
    if (values === null) return null;
    let bytes = 0;
    // By slices, so that whatever else runs on this thread has its turn.
    for (let at = 0; at < values.length; at += SLICE_ROWS) {
      bytes += columns.addValues(top + at, used.left, values.slice(at, at + SLICE_ROWS));
      await report(Math.min(bottom, top + at + SLICE_ROWS - 1));
    }
    return bytes;
  });
}

/** Number formats, column by column, between the first and the last number of each that the opening did not bring. */
async function readFormats(
  batch: Batch,
  { sheet, probe }: Opening,
  used: CellArea,
  columns: GridColumns,
): Promise<void> {
  let perCell = FORMAT_BYTES;
  let known = used.top - 1;
  if (probe && probe.area.top === used.top) {
    const bytes = columns.addFormats(probe.area.top, probe.area.left, probe.formats);
    perCell = bytes / Math.max(1, probe.formats.length * (probe.formats[0]?.length ?? 1));
    if (probe.area.right >= used.right) known = probe.area.bottom;
  }
  const spans = columns.spans('numbers').filter(({ last }) => last > known);
  if (spans.length === 0) return;
  const order = {
    first: Math.max(known + 1, Math.min(...spans.map(({ first }) => first))),
    last: Math.max(...spans.map(({ last }) => last)),
    cellsPerRow: spans.length,
    bytesPerRow: spans.length * perCell,
  };
  await inPieces(order, async (top, bottom) => {
    const asked = runsOf(spans.filter(({ first, last }) => first <= bottom && last >= top).map(({ column }) => column));
    const ranges = asked.map((run) => rangeOf(sheet, { top, bottom, left: run.first, right: run.last }));
    for (const range of ranges) range.load('numberFormat');
    await batch.sync();
    let bytes = 0;
    for (const [i, range] of ranges.entries()) {
      const formats = range.numberFormat as string[][] | null;
      if (formats === null) return null;
      bytes += columns.addFormats(top, asked[i]!.first, formats);
    }
    return bytes;
  });
}

/** Columns next to each other are asked for together. */
function runsOf(columns: readonly number[]): { first: number; last: number }[] {
  const runs: { first: number; last: number }[] = [];
  for (const column of columns) {
    const run = runs[runs.length - 1];
    if (run && run.last + 1 === column) run.last = column;
    else runs.push({ first: column, last: column });
  }
  return runs;
}

async function readTypes(batch: Batch, { sheet }: Opening, columns: GridColumns): Promise<void> {
  for (const { column, first, last } of columns.spans('suspects'))
    await inPieces({ first, last, cellsPerRow: 1, bytesPerRow: 10 }, async (top, bottom) => {
      const range = rangeOf(sheet, { top, bottom, left: column, right: column });
      range.load('valueTypes');
      await batch.sync();
      const types = range.valueTypes as string[][] | null;
      return types === null ? null : columns.addTypes(top, column, types);
    });
}
