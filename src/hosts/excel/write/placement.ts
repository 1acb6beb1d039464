import type { CellArea } from '../../../core/ledger/grid';
import type { OwnedColumns } from '../../../core/writeplan/plan';
import { MAX_COLUMN, overlaps } from '../areas';
import type { Survey } from './survey';

/** Past so many blank but formatted columns our results would stand where nobody looks: then they stand on them. */
const MOST_BLANK_COLUMNS = 30;

/**
 * The 1-based columns that results go to, one per title: those we own already; else, and for those of ours that were
 * deleted, right of everything that stands on the sheet. Null where the sheet has no room. As the file host places
 * them, but for pictures and comments, which Office.js does not place by cells.
 */
export function placeColumns(plan: OwnedColumns, survey: Survey): readonly number[] | null {
  const columns = plan.titles.map((_, i) => survey.owned?.[i] ?? null);
  const missing = columns.filter((column) => column === null).length;
  if (missing === 0) return columns as number[];
  const merges = survey.merges ?? [];
  const band = { top: Math.min(...plan.headerRows), bottom: plan.body.last, left: 1, right: MAX_COLUMN };
  const right = (areas: readonly CellArea[]): number => areas.reduce((last, area) => Math.max(last, area.right), 0);
  const content = Math.max(
    survey.used?.right ?? 0,
    right(survey.tables.map(({ area }) => area)),
    ...columns.map((column) => column ?? 0),
  );
  const needed = Math.max(content, right(merges.filter((area) => overlaps(area, band))));
  const wished = Math.max(needed, right(merges), survey.filter?.area.right ?? 0);
  const formatted = survey.formatted?.right ?? 0;
  const choices = [Math.max(wished, formatted - wished <= MOST_BLANK_COLUMNS ? formatted : 0), wished, needed];
  const last = choices.find((choice) => choice + missing <= MAX_COLUMN);
  if (last === undefined) return null;
  let next = last;
  return columns.map((column) => column ?? ++next);
}

/** Columns side by side, with the order of their titles. */
export interface ColumnRun {
  readonly first: number;
  readonly last: number;
  /** Index of the title of each column. */
  readonly order: readonly number[];
}

/** Columns as runs: someone may have put a column of their own between ours. */
export function runsOf(columns: readonly number[]): ColumnRun[] {
  const sorted = columns.map((column, i) => ({ column, i })).sort((a, b) => a.column - b.column);
  const runs: { first: number; last: number; order: number[] }[] = [];
  for (const { column, i } of sorted) {
    const run = runs[runs.length - 1];
    if (run && run.last + 1 === column) {
      run.last = column;
      run.order.push(i);
    } else runs.push({ first: column, last: column, order: [i] });
  }
  return runs;
}
