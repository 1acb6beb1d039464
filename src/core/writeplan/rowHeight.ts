import type { PlanRow } from './plan';

/** Points a line of body text takes, and what a cell keeps free above and below. */
const LINE = 14.5;
const PADDING = 4;
/** Excel's tallest row. */
const TALLEST = 409;
const TITLE = 30;

/**
 * Gives each row the height its wrapped text needs: programs that open a file trust what stands there and leave long text
 * cut off otherwise. A Chinese letter is taken as two characters wide, as Excel's column widths count.
 */
export function* withHeights(rows: Iterable<PlanRow>, widths: readonly number[]): Generator<PlanRow> {
  for (const row of rows) yield row.height === undefined ? { ...row, height: heightOf(row, widths) } : row;
}

function heightOf(row: PlanRow, widths: readonly number[]): number {
  if (row.cells[0] && row.cells[0].style === 'title') return TITLE;
  let lines = 1;
  row.cells.forEach((cell, i) => {
    if (!cell || !('text' in cell)) return;
    const width = i === 0 && row.mergeTo ? sum(widths.slice(0, row.mergeTo)) : (widths[i] ?? 10);
    lines = Math.max(lines, linesOf(cell.text, width));
  });
  return Math.min(TALLEST, lines * LINE + PADDING);
}

/** Lines that a text takes in a column, two characters of the width kept for the cell's own margins. */
function linesOf(text: string, width: number): number {
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    let taken = 0;
    for (const letter of paragraph) taken += letter > '\u2000' ? 2 : 1;
    lines += Math.max(1, Math.ceil(taken / Math.max(1, width - 2)));
  }
  return lines;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);
