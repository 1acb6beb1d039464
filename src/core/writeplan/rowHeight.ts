import type { PlanRow } from './plan';

/** Points a line of body text takes, and what a cell keeps free above and below. */
const LINE = 14.5;
const PADDING = 4;
/** Excel's tallest row. */
const TALLEST = 409;
const TITLE = 30;
/** Characters of a column's width that the cell's own margins take. */
const MARGINS = 2;

/**
 * Gives each row the height its wrapped text needs: programs that open a file trust what stands there and leave long text
 * cut off otherwise. A Chinese letter is taken as two characters wide, as Excel's column widths count.
 */
export function* withHeights(rows: Iterable<PlanRow>, widths: readonly number[]): Generator<PlanRow> {
  for (const row of rows) yield row.height === undefined ? { ...row, height: heightOf(row, widths) } : row;
}

/** Fonts that stand in for Excel's are wider and taller: a row that fits there by a hair would be cut off on paper. */
const PAPER = { width: 0.92, height: 1.1 } as const;

/** The same for what is printed above all. */
export function* withPrintedHeights(rows: Iterable<PlanRow>, widths: readonly number[]): Generator<PlanRow> {
  const narrow = widths.map((width) => width * PAPER.width);
  for (const row of withHeights(rows, narrow))
    yield { ...row, height: Math.round(Math.min(TALLEST, (row.height ?? LINE) * PAPER.height)) };
}

function heightOf(row: PlanRow, widths: readonly number[]): number {
  if (row.cells[0] && row.cells[0].style === 'title') return TITLE;
  let lines = 1;
  for (let i = 0; i < row.cells.length; i++) {
    const cell = row.cells[i];
    if (!cell || !('text' in cell)) continue;
    const width = i === 0 && row.mergeTo ? sum(widths.slice(0, row.mergeTo)) : (widths[i] ?? 10);
    const room = Math.max(1, width - MARGINS);
    // Most texts can't be the tallest, however wide their letters are.
    if (cell.text.length * 2 <= room * lines && !cell.text.includes('\n')) continue;
    lines = Math.max(lines, linesOf(cell.text, room));
  }
  return Math.min(TALLEST, lines * LINE + PADDING);
}

/** Lines that a text takes where so many characters fit on one. */
function linesOf(text: string, room: number): number {
  let lines = 0;
  let taken = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === LINE_BREAK) {
      lines += Math.max(1, Math.ceil(taken / room));
      taken = 0;
    } else if (unit <= LAST_NARROW) taken++;
    else {
      taken += 2;
      if (isPair(unit, text.charCodeAt(i + 1))) i++;
    }
  }
  return lines + Math.max(1, Math.ceil(taken / room));
}

const LINE_BREAK = 0x0a;
const LAST_NARROW = 0x2000;

/** Whether two UTF-16 units are one character. */
const isPair = (first: number, second: number): boolean => (first & 0xfc00) === 0xd800 && (second & 0xfc00) === 0xdc00;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);
