import type { CellArea } from '../../../core/ledger/grid';
import type { Sheet } from '../office';
import { rangeOf } from '../ranges';
import type { Batch, ExcelSession } from '../session';

/** Rows in one answer: 30 bytes each. */
const ROWS_A_SYNC = 100_000;

/** What is known of a range's hidden rows and columns before looking at each: null where some are and some are not. */
export interface HiddenHint {
  readonly sheet: Sheet;
  readonly rowHidden: boolean | null;
  readonly columnHidden: boolean | null;
}

/** The 1-based hidden rows and columns of an area, by hand or by a filter. */
export async function hiddenLines(
  session: ExcelSession,
  batch: Batch,
  hint: HiddenHint,
  area: CellArea,
): Promise<{ rows: number[]; columns: number[] }> {
  const rows: number[] = [];
  const columns: number[] = [];
  if (hint.rowHidden === true) for (let row = area.top; row <= area.bottom; row++) rows.push(row);
  if (hint.columnHidden === true) for (let column = area.left; column <= area.right; column++) columns.push(column);
  const mixed = { rows: hint.rowHidden === null, columns: hint.columnHidden === null };
  if (!session.has('1.9')) {
    if (mixed.rows) rows.push(...(await hiddenByParts(batch, hint.sheet, area, ROWS)));
    if (mixed.columns) columns.push(...(await hiddenByParts(batch, hint.sheet, area, COLUMNS)));
    return { rows, columns };
  }
  if (mixed.columns) {
    const answer = rangeOf(hint.sheet, { ...area, bottom: area.top }).getColumnProperties({ columnHidden: true });
    await batch.sync();
    answer.value.forEach(({ columnHidden }, i) => columnHidden === true && columns.push(area.left + i));
  }
  if (mixed.rows)
    for (let top = area.top; top <= area.bottom; top += ROWS_A_SYNC) {
      const bottom = Math.min(area.bottom, top + ROWS_A_SYNC - 1);
      const answer = rangeOf(hint.sheet, { top, bottom, left: area.left, right: area.left }).getRowProperties({
        rowHidden: true,
      });
      await batch.sync();
      answer.value.forEach(({ rowHidden }, i) => rowHidden === true && rows.push(top + i));
    }
  return { rows, columns };
}

interface Lines {
  readonly property: 'rowHidden' | 'columnHidden';
  readonly first: 'top' | 'left';
  readonly last: 'bottom' | 'right';
}

const ROWS: Lines = { property: 'rowHidden', first: 'top', last: 'bottom' };
const COLUMNS: Lines = { property: 'columnHidden', first: 'left', last: 'right' };
/** An area of which some lines are hidden is cut into so many. */
const PARTS = 32;
/** Questions in one request: each is some six hundred bytes. */
const PARTS_A_SYNC = 4000;

/** Below ExcelApi 1.9 Excel tells of a range all, none, or some: it is cut until nothing is left of which it says some. */
async function hiddenByParts(
  batch: Batch,
  sheet: Sheet,
  area: CellArea,
  { property, first, last }: Lines,
): Promise<number[]> {
  const hidden: number[] = [];
  let open = cut(area[first], area[last]);
  while (open.length > 0) {
    const asked = open.slice(0, PARTS_A_SYNC).map(([from, to]) => {
      const range = rangeOf(sheet, { ...area, [first]: from, [last]: to });
      range.load(property);
      return { from, to, range };
    });
    await batch.sync();
    open = open.slice(PARTS_A_SYNC);
    for (const { from, to, range } of asked) {
      const answer = range[property] as boolean | null;
      if (answer === true) for (let line = from; line <= to; line++) hidden.push(line);
      else if (answer === null && to > from) open.push(...cut(from, to));
    }
  }
  return hidden.sort((a, b) => a - b);
}

function cut(from: number, to: number): [number, number][] {
  const size = Math.ceil((to - from + 1) / PARTS);
  const parts: [number, number][] = [];
  for (let line = from; line <= to; line += size) parts.push([line, Math.min(to, line + size - 1)]);
  return parts;
}
