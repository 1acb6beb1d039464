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

/**
 * The 1-based hidden rows and columns of an area, by hand or by a filter. Below ExcelApi 1.9 Excel tells of each row
 * only by itself, and where some are hidden and some are not, none are reported: the check reads hidden rows as all others.
 */
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
  if (!session.has('1.9')) return { rows, columns };
  if (hint.columnHidden === null) {
    const answer = rangeOf(hint.sheet, { ...area, bottom: area.top }).getColumnProperties({ columnHidden: true });
    await batch.sync();
    answer.value.forEach(({ columnHidden }, i) => columnHidden === true && columns.push(area.left + i));
  }
  if (hint.rowHidden === null)
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
