import { CellKind, columnNumber, type CellArea, type RawColumn, type SheetGrid } from '../../../src/core/ledger/grid';

/** A cell of a test sheet: text, number, boolean, a number in a format, an error, a formula without value, blank. */
export type TestCell =
  | string
  | number
  | boolean
  | null
  | { readonly number: number; readonly format: string }
  | { readonly error: string }
  | { readonly uncached: true };

export interface TestSheet {
  readonly sheet?: string;
  /** Rows from worksheet row `firstRow` (1) on; each from column A on. */
  readonly rows: readonly (readonly TestCell[])[];
  readonly firstRow?: number;
  /** A1 ranges; `null` where the host can't tell. */
  readonly merges?: readonly string[] | null;
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
  readonly date1904?: boolean;
  readonly owned?: { readonly first: number; readonly last: number };
}

/** A grid as a host would hand it over: rows without a cell left out, blank columns left out. */
export function gridFrom(sheet: TestSheet): SheetGrid {
  const strings: string[] = [];
  const stringIndex = new Map<string, number>();
  const formats = ['General'];
  const intern = (text: string): number => {
    const known = stringIndex.get(text);
    if (known !== undefined) return known;
    strings.push(text);
    stringIndex.set(text, strings.length - 1);
    return strings.length - 1;
  };
  const firstRow = sheet.firstRow ?? 1;
  const filled = sheet.rows
    .map((cells, at) => ({ cells, row: firstRow + at }))
    .filter(({ cells }) => cells.some((c) => c !== null));
  const width = Math.max(0, ...sheet.rows.map((cells) => cells.length));
  const columns: RawColumn[] = [];
  for (let c = 0; c < width; c++) {
    const kinds = new Uint8Array(filled.length);
    const numbers = new Float64Array(filled.length);
    const styles = new Uint16Array(filled.length);
    filled.forEach(({ cells }, i) => {
      const cell = cells[c] ?? null;
      if (cell === null) return;
      if (typeof cell === 'string') [kinds[i], numbers[i]] = [CellKind.text, intern(cell)];
      else if (typeof cell === 'number') [kinds[i], numbers[i]] = [CellKind.number, cell];
      else if (typeof cell === 'boolean') [kinds[i], numbers[i]] = [CellKind.boolean, Number(cell)];
      else if ('error' in cell) [kinds[i], numbers[i]] = [CellKind.error, intern(cell.error)];
      else if ('uncached' in cell) kinds[i] = CellKind.uncached;
      else {
        if (!formats.includes(cell.format)) formats.push(cell.format);
        [kinds[i], numbers[i], styles[i]] = [CellKind.number, cell.number, formats.indexOf(cell.format)];
      }
    });
    if (kinds.some((kind) => kind !== CellKind.blank)) columns.push({ column: c + 1, kinds, numbers, styles });
  }
  return {
    sheet: sheet.sheet ?? '台账',
    rows: Int32Array.from(filled.map(({ row }) => row)),
    columns,
    strings,
    formats,
    merges: sheet.merges === null ? null : (sheet.merges ?? []).map(area),
    hiddenRows: Int32Array.from(sheet.hiddenRows ?? []),
    hiddenColumns: Int32Array.from(sheet.hiddenColumns ?? []),
    date1904: sheet.date1904 ?? false,
    ownedColumns: sheet.owned ?? null,
  };
}

function area(range: string): CellArea {
  const match = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(range);
  if (!match) throw new Error(`not a range: ${range}`);
  const [, left = '', top, right = '', bottom] = match;
  return { left: columnNumber(left), top: Number(top), right: columnNumber(right), bottom: Number(bottom) };
}
