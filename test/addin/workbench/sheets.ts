import { CellKind, type CellArea, type RawColumn, type SheetGrid } from '../../../src/core/ledger/grid';

/** A sheet of texts, numbers and blanks (null) from A1, with number formats by column. */
export function sheetOf(
  cells: readonly (readonly (string | number | boolean | null)[])[],
  more: {
    readonly formats?: readonly string[];
    readonly merges?: readonly CellArea[];
    readonly rows?: readonly number[];
  } & Partial<Pick<SheetGrid, 'ownedColumns' | 'hiddenRows' | 'date1904'>> = {},
): SheetGrid {
  const strings: string[] = [];
  const formats = ['General', ...(more.formats ?? [])];
  const columns: RawColumn[] = (cells[0] ?? []).map((_, at) => {
    const kinds = new Uint8Array(cells.length);
    const numbers = new Float64Array(cells.length);
    const styles = new Uint16Array(cells.length);
    cells.forEach((row, index) => {
      const value = row[at] ?? null;
      if (value === null) return;
      styles[index] = more.formats?.[at] === undefined ? 0 : at + 1;
      kinds[index] =
        typeof value === 'string' ? CellKind.text : typeof value === 'number' ? CellKind.number : CellKind.boolean;
      numbers[index] = typeof value === 'string' ? strings.push(value) - 1 : Number(value);
    });
    return { column: at + 1, kinds, numbers, styles };
  });
  return {
    sheet: '台账',
    rows: Int32Array.from(more.rows ?? cells.map((_, at) => at + 1)),
    columns,
    strings,
    formats,
    merges: more.merges ?? [],
    hiddenRows: more.hiddenRows ?? new Int32Array(0),
    hiddenColumns: new Int32Array(0),
    date1904: more.date1904 ?? false,
    ownedColumns: more.ownedColumns ?? null,
  };
}
