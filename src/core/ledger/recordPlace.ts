import { fail, ok, problem, type Result } from '../problem';
import { isEmptyAt, textAt } from './cells';
import type { RawColumn, SheetGrid } from './grid';
import { headingText } from './headingText';

/** Where records go on a sheet that people keep. */
export interface RecordPlace {
  /** 1-based worksheet row of the headings. */
  readonly headerRow: number;
  /** 1-based worksheet columns of the headings asked for, in their order. */
  readonly columns: readonly number[];
  /** 1-based worksheet row below the last one that holds anything. */
  readonly firstRow: number;
  /** Whether the headings are still to be written: the sheet is blank. */
  readonly begins: boolean;
}

const SEARCHED_ROWS = 20;

/**
 * Finds the columns of these headings and the first free row below everything; a sheet that someone made and left blank
 * begins with them. Problem: `record-heading-missing`, with those that the best row of headings lacks.
 */
export function placeRecords(grid: SheetGrid, headings: readonly string[]): Result<RecordPlace> {
  if (lastFilled(grid) < 0)
    return ok({ headerRow: 1, columns: headings.map((_, i) => i + 1), firstRow: 2, begins: true });
  let missing = headings;
  for (let at = 0; at < Math.min(grid.rows.length, SEARCHED_ROWS); at++) {
    const columns = headings.map((heading) => columnOf(grid, at, heading));
    const lacking = headings.filter((_, i) => columns[i] === undefined);
    if (lacking.length === 0)
      return ok({
        headerRow: grid.rows[at] ?? 1,
        columns: columns.map((column) => column?.column ?? 0),
        firstRow: lastFilledRow(grid) + 1,
        begins: false,
      });
    if (lacking.length < missing.length) missing = lacking;
  }
  return fail(problem('record-heading-missing', { sheet: grid.sheet, headings: missing }, { sheet: grid.sheet }));
}

function columnOf(grid: SheetGrid, at: number, heading: string): RawColumn | undefined {
  const wanted = headingText(heading).keys[0];
  const written = (column: RawColumn): string => textAt(grid, column, at);
  return (
    grid.columns.find((column) => written(column) === heading) ??
    grid.columns.find((column) => wanted !== undefined && headingText(written(column)).keys.includes(wanted))
  );
}

/** Index of the last row that holds anything; -1 for none. */
function lastFilled(grid: SheetGrid): number {
  let at = grid.rows.length - 1;
  while (at >= 0 && grid.columns.every((column) => isEmptyAt(grid, column, at))) at--;
  return at;
}

/** A merged area below the last text belongs to what stands there, so that records never go under it. */
function lastFilledRow(grid: SheetGrid): number {
  const last = grid.rows[lastFilled(grid)] ?? 0;
  return (grid.merges ?? []).reduce(
    (bottom, merge) => (merge.top <= last && merge.bottom > bottom ? merge.bottom : bottom),
    last,
  );
}
