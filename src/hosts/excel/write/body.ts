import { problem, type Problem } from '../../../core/problem';
import type { OwnedColumns } from '../../../core/writeplan/plan';
import { ExcelFault } from '../faults';
import type { Matrix, Range, Sheet } from '../office';
import { rangeOf } from '../ranges';
import { valueBytes } from '../read/payload';
import { askWitness, type Witness } from '../read/witness';
import type { Batch, ExcelSession } from '../session';
import { entryOf, isAsWritten, type Entry } from './entries';
import { setNumberFormats } from './numberFormats';
import { ACTION_BYTES, type Outbox } from './outbox';
import { paint } from './paint';
import { runsOf, type ColumnRun } from './placement';

/** Bytes of values and rows written at once: with their formats well below what a request may hold. */
const BLOCK_BYTES = 1_200_000;
const BLOCK_ROWS = 4000;

export interface BodyJob {
  readonly session: ExcelSession;
  readonly batch: Batch;
  readonly outbox: Outbox;
  readonly sheet: Sheet;
  readonly sheetName: string;
  readonly plan: OwnedColumns;
  readonly columns: readonly number[];
  readonly date1904: boolean;
  /** 1-based rows to go over: those of the plan, and those that may hold what an earlier write left. */
  readonly rows: { readonly first: number; readonly last: number };
  /** Rows that are passed over: totals of a table. */
  readonly spared: ReadonlySet<number>;
  /** Rows that a filter or someone's hand hides. */
  readonly hidden: ReadonlySet<number>;
  /** By what the rows are known again; null where the sheet was not read before. */
  readonly witness: Witness | null;
  readonly onRows: (done: number) => void;
}

interface Block {
  readonly first: number;
  readonly last: number;
  readonly entries: readonly (readonly Entry[])[];
}

/**
 * Writes our cells row by row of the ledger, in blocks. Each block is read back in the very request that writes it,
 * together with the witnesses of its rows: what a filter misplaced is written again alone, and where the rows are no
 * longer those that the plan was made for, everything written is taken away again and the write is given up.
 */
export async function writeBody(job: BodyJob): Promise<void> {
  const runs = runsOf(job.columns);
  for (const block of blocks(job)) {
    await job.outbox.makeRoom(3 * BLOCK_BYTES);
    const asked = ask(job, runs, block, segments(block, job.hidden));
    const witnessed = askWitness(job.sheet, job.witness, block, (row) => job.plan.rows.has(row));
    await paintBlock(job, runs, block);
    await job.outbox.send();
    if (!witnessed()) await giveUp(job, block.last, problem('sheet-changed-meanwhile', { sheet: job.sheetName }));
    const wrong = misplaced(asked, block);
    if (wrong.length > 0) await writeAgain(job, runs, block, wrong);
    job.onRows(block.last - job.rows.first + 1);
  }
}

function* blocks(job: BodyJob): Generator<Block> {
  const { plan, rows, spared } = job;
  let entries: Entry[][] = [];
  let first = rows.first;
  let bytes = 0;
  for (let row = rows.first; row <= rows.last + 1; row++) {
    const isBreak = row > rows.last || spared.has(row);
    if (entries.length > 0 && (isBreak || bytes > BLOCK_BYTES || entries.length >= BLOCK_ROWS)) {
      yield { first, last: row - 1, entries };
      entries = [];
      bytes = 0;
    }
    if (isBreak) continue;
    if (entries.length === 0) first = row;
    const cells = plan.rows.get(row) ?? [];
    const line = job.columns.map((_, i) => entryOf(cells[i], job.date1904));
    bytes += job.witness?.bytesPerRow ?? 0;
    for (const { write } of line) bytes += valueBytes(write);
    entries.push(line);
  }
}

/** Rows that can be written together: a filter misplaces what is written over rows that it hides. */
function segments(block: Block, hidden: ReadonlySet<number>): { first: number; last: number }[] {
  const found: { first: number; last: number }[] = [];
  let open = false;
  for (let row = block.first; row <= block.last; row++) {
    const alone = hidden.has(row);
    if (open && !alone) found[found.length - 1]!.last = row;
    else found.push({ first: row, last: row });
    open = !alone;
  }
  return found;
}

interface Asked {
  readonly run: ColumnRun;
  readonly range: Range;
}

function ask(
  job: BodyJob,
  runs: readonly ColumnRun[],
  block: Block,
  parts: readonly { first: number; last: number }[],
): Asked[] {
  const asked: Asked[] = [];
  for (const run of runs) {
    const area = { top: block.first, bottom: block.last, left: run.first, right: run.last };
    run.order.forEach((i, k) => {
      const entries = block.entries.map((line) => line[i]!);
      setNumberFormats(job.sheet, run.first + k, block.first, entries, job.outbox);
    });
    for (const { first, last } of parts) {
      const values = block.entries
        .slice(first - block.first, last - block.first + 1)
        .map((line) => run.order.map((i) => line[i]!.write));
      rangeOf(job.sheet, { ...area, top: first, bottom: last }).values = values;
      job.outbox.add(3 * ACTION_BYTES);
    }
    const range = rangeOf(job.sheet, area);
    range.load('values');
    asked.push({ run, range });
    job.outbox.add(BLOCK_BYTES / runs.length);
  }
  return asked;
}

async function paintBlock(job: BodyJob, runs: readonly ColumnRun[], block: Block): Promise<void> {
  for (const run of runs) {
    const area = { top: block.first, bottom: block.last, left: run.first, right: run.last };
    const look = (row: number, column: number): Entry['look'] =>
      block.entries[row - block.first]![run.order[column - run.first]!]!.look;
    await paint(job.session, job.sheet, area, look, job.outbox);
  }
}

/** Rows of a block that do not hold what was written. */
function misplaced(asked: readonly Asked[], block: Block): number[] {
  const wrong = new Set<number>();
  for (const { run, range } of asked)
    (range.values as Matrix).forEach((line, i) => {
      if (!run.order.every((order, k) => isAsWritten(block.entries[i]![order]!, line[k]))) wrong.add(block.first + i);
    });
  return [...wrong];
}

async function writeAgain(
  job: BodyJob,
  runs: readonly ColumnRun[],
  block: Block,
  rows: readonly number[],
): Promise<void> {
  const asked: { row: number; run: ColumnRun; range: Range }[] = [];
  for (const row of rows)
    for (const run of runs) {
      await job.outbox.makeRoom(5 * ACTION_BYTES);
      const area = { top: row, bottom: row, left: run.first, right: run.last };
      const line = run.order.map((i) => block.entries[row - block.first]![i]!.write);
      rangeOf(job.sheet, area).values = [line];
      job.outbox.add(3 * ACTION_BYTES + line.reduce<number>((sum, value) => sum + valueBytes(value), 0));
    }
  for (const run of runs) {
    const range = rangeOf(job.sheet, { top: block.first, bottom: block.last, left: run.first, right: run.last });
    range.load('values');
    asked.push({ row: block.first, run, range });
  }
  await job.outbox.send();
  const [still] = misplaced(asked, block);
  if (still !== undefined)
    await giveUp(job, block.last, problem('excel-wrote-otherwise', { sheet: job.sheetName, row: still }));
}

/** Takes away what was written so far, so that no result stands on a wrong row, and stops. */
async function giveUp(job: BodyJob, last: number, why: Problem): Promise<never> {
  for (const { first, last: right } of runsOf(job.columns))
    rangeOf(job.sheet, { top: job.rows.first, bottom: last, left: first, right }).clear('Contents');
  await job.outbox.send();
  throw new ExcelFault(why);
}
