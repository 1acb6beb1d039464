import { invalidArgument } from '../engine/errors';
import type { Hyperlink } from '../model/cell';
import { writeValues } from '../model/write';
import type { RangeState } from './rangeState';

/** Range.hyperlink: of the first cell; null where there is none. */
export function readLink({ sheet, rect }: RangeState): Hyperlink | null {
  return sheet.peek(rect.row, rect.column)?.link ?? null;
}

/** Setting a link sets the text shown too, and the looks of a link, as Excel does. */
export function writeLink({ sheet, rect }: RangeState, value: unknown): void {
  if (value !== null && typeof value !== 'object') throw invalidArgument();
  sheet.demand('content', rect);
  sheet.demand('allowInsertHyperlinks');
  const link = value as Hyperlink | null;
  if (link && !link.address && !link.documentReference) throw invalidArgument();
  for (let row = rect.row; row < rect.row + rect.rows; row++)
    for (let column = rect.column; column < rect.column + rect.columns; column++) {
      const cell = sheet.touch(row, column);
      cell.link = link;
      if (link) cell.style = { ...cell.style, fontColor: '#0563C1', underline: 'Single' };
    }
  const shown = link?.textToDisplay ?? (blank(sheet.peek(rect.row, rect.column)?.value) ? link?.address : undefined);
  if (shown !== undefined) writeValues(sheet, rect, shown);
}

const blank = (value: unknown): boolean => value === undefined || value === '';
