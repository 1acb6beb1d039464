import type { CellArea } from '../../core/ledger/grid';
import { problem } from '../../core/problem';
import { formatArea } from './areas';
import { ExcelFault } from './faults';
import type { Context, Range, Sheet } from './office';
import type { ExcelSession } from './session';

/** A range by its area, in every Excel. */
export const rangeOf = (sheet: Sheet, area: CellArea): Range => sheet.getRange(formatArea(area));

/**
 * Asks for a sheet by its name, and for the names of all sheets; after the next sync `found` answers the sheet or
 * throws `sheet-not-found`. Below ExcelApi 1.4 that sync itself fails where the sheet is not there.
 */
export function askSheet(session: ExcelSession, context: Context, name: string): { sheet: Sheet; check: () => void } {
  const sheets = context.workbook.worksheets;
  sheets.load('items/name');
  const sheet = session.has('1.4') ? sheets.getItemOrNullObject(name) : sheets.getItem(name);
  sheet.load('id,name');
  const check = (): void => {
    if (sheet.isNullObject)
      throw new ExcelFault(problem('sheet-not-found', { sheet: name, sheets: sheets.items.map((item) => item.name) }));
  };
  return { sheet, check };
}

/** Gives all cells of a range one number format: Excel takes a single value for the whole, which its types don't know. */
export function setNumberFormat(range: Range, format: string): void {
  (range as { numberFormat: unknown }).numberFormat = format;
}
