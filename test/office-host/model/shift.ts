import type { Rect } from './a1';

/** Cells pushed away (count > 0) or drawn in (count < 0) along one axis, within a band across it. */
export interface Shift {
  readonly axis: 'rows' | 'columns';
  readonly at: number;
  readonly count: number;
  /** The band across the axis that moves: for whole rows, all columns. */
  readonly from: number;
  readonly span: number;
}

/** Where an interval comes to lie: it moves, grows, shrinks, or is gone (null). */
export function shiftInterval(start: number, length: number, at: number, count: number): [number, number] | null {
  if (count > 0) {
    if (start >= at) return [start + count, length];
    return start + length > at ? [start, length + count] : [start, length];
  }
  const end = start + length;
  const cutEnd = at - count;
  const newStart = start < at ? start : Math.max(at, start + count);
  const newEnd = end <= at ? end : Math.max(at, end + count);
  if (start >= at && end <= cutEnd) return null;
  return [newStart, newEnd - newStart];
}

/** Where a rectangle comes to lie; one that the band does not wholly cover stays where it is, as in Excel. */
export function shiftRect(rect: Rect, shift: Shift): Rect | null {
  const rows = shift.axis === 'rows';
  const [across, acrossLength] = rows ? [rect.column, rect.columns] : [rect.row, rect.rows];
  if (across < shift.from || across + acrossLength > shift.from + shift.span) return rect;
  const moved = shiftInterval(rows ? rect.row : rect.column, rows ? rect.rows : rect.columns, shift.at, shift.count);
  if (!moved) return null;
  const [start, length] = moved;
  return rows ? { ...rect, row: start, rows: length } : { ...rect, column: start, columns: length };
}

/** The cells that move: from where the shift starts to the sheet's end, within its band. */
export function movedArea(shift: Shift, end: number): Rect {
  const length = end - shift.at;
  return shift.axis === 'rows'
    ? { row: shift.at, rows: length, column: shift.from, columns: shift.span }
    : { column: shift.at, columns: length, row: shift.from, rows: shift.span };
}
