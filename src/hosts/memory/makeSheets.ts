import { address, columnNumber, type CellArea } from '../../core/ledger/grid';
import type { OwnedSheetId } from '../../core/writeplan/plan';
import { GENERAL } from '../../core/writeplan/numberFormats';
import { cellOf, type CellContent } from './cell';
import { MemorySheet } from './sheet';

export interface MemorySheetContent {
  readonly name: string;
  /** From row 1, column A. */
  readonly rows: readonly (readonly CellContent[])[];
  readonly merges?: readonly CellArea[];
  /** Number formats by A1 address, of blank cells too. */
  readonly formats?: Readonly<Record<string, string>>;
  /** 1-based. */
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
  /** Areas with a validation of the user's own. */
  readonly validations?: readonly CellArea[];
  readonly protected?: boolean;
  readonly visible?: boolean;
  /** Which of our own sheets it is, left from an earlier writing. */
  readonly owned?: OwnedSheetId | null;
}

/** A sheet from its content. */
export function makeSheet(content: MemorySheetContent): MemorySheet {
  const sheet = new MemorySheet(content.name);
  fillSheet(sheet, content);
  sheet.merges = content.merges ?? [];
  sheet.hiddenRows = content.hiddenRows ?? [];
  sheet.hiddenColumns = content.hiddenColumns ?? [];
  sheet.validations = content.validations ?? [];
  sheet.protected = content.protected ?? false;
  sheet.visible = content.visible ?? true;
  sheet.owned = content.owned ?? null;
  return sheet;
}

/** Gives a sheet these cells in place of all it has; what stands around them stays. */
export function fillSheet(sheet: MemorySheet, content: Pick<MemorySheetContent, 'rows' | 'formats'>): void {
  sheet.cells.clear();
  const formats = new Map(Object.entries(content.formats ?? {}));
  content.rows.forEach((values, r) =>
    values.forEach((value, c) => {
      const place = address(r + 1, c + 1);
      sheet.set(r + 1, c + 1, cellOf(value, formats.get(place) ?? GENERAL));
      formats.delete(place);
    }),
  );
  for (const [place, format] of formats) {
    const match = /^([A-Z]+)(\d+)$/.exec(place);
    if (match) sheet.set(Number(match[2]), columnNumber(match[1] ?? ''), cellOf(null, format));
  }
}
