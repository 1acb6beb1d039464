import { CellKind, type CellArea, type RawColumn } from '../../../core/ledger/grid';
import { problem } from '../../../core/problem';
import { ExcelFault } from '../faults';
import type { Matrix } from '../office';
import { ColumnStore } from './columnStore';
import { valueBytes } from './payload';

/** Rows times columns that a sheet's grid may span: ten times the largest ledger we mean to serve. */
const MOST_CELLS = 40_000_000;
/** Excel has at most 65,490 cell formats; a grid numbers them in 16 bits. */
const MOST_FORMATS = 0xffff;

/** Gathers matrices, as Excel answers them, into the columns of a grid. */
export class GridColumns {
  private readonly stores = new Map<number, ColumnStore>();
  private readonly strings: string[] = [];
  private readonly placeOf = new Map<string, number>();
  private readonly formats: string[] = ['General'];
  private readonly formatOf = new Map<string, number>([['General', 0]]);
  private readonly rowCount: number;

  constructor(
    private readonly sheet: string,
    private readonly area: CellArea,
  ) {
    this.rowCount = area.bottom - area.top + 1;
  }

  /** Takes in the values of cells from a 1-based row and column on; answers the bytes they took. */
  addValues(top: number, left: number, values: Matrix): number {
    let bytes = 0;
    values.forEach((row, i) => {
      const index = top - this.area.top + i;
      bytes += 2;
      row.forEach((value, j) => {
        const size = valueBytes(value);
        bytes += size;
        if (value === '' || value === null) return;
        const store = this.store(left + j);
        store.bytes += size;
        if (typeof value === 'number') store.putNumber(index, value);
        else if (typeof value === 'boolean') store.putBoolean(index, value);
        else store.putText(index, value, this.place(value));
      });
    });
    return bytes;
  }

  /** Takes in number formats of cells whose values are there. */
  addFormats(top: number, left: number, formats: readonly (readonly unknown[])[]): number {
    let bytes = 0;
    formats.forEach((row, i) => {
      bytes += 2;
      row.forEach((format, j) => {
        bytes += valueBytes(format);
        const store = this.stores.get(left + j);
        if (typeof format !== 'string' || format === 'General' || !store) return;
        const index = top - this.area.top + i;
        if (store.kinds[index] === CellKind.number) store.putStyle(index, this.format(format));
      });
    });
    return bytes;
  }

  /** Tells errors from texts that read like one, by the types that Excel says the values have. */
  addTypes(top: number, left: number, types: readonly (readonly string[])[]): number {
    types.forEach((row, i) =>
      row.forEach((type, j) => {
        const store = this.stores.get(left + j);
        const index = top - this.area.top + i;
        if (type === 'Error' && store?.kinds[index] === CellKind.text) store.kinds[index] = CellKind.error;
      }),
    );
    return types.reduce((bytes, row) => bytes + row.length * 9, 0);
  }

  /** The columns that hold numbers, or may hold errors, with the 1-based rows between which they stand. */
  spans(of: 'numbers' | 'suspects'): { readonly column: number; readonly first: number; readonly last: number }[] {
    const found: { column: number; first: number; last: number }[] = [];
    for (const store of this.ordered()) {
      const [first, last] =
        of === 'numbers' ? [store.firstNumber, store.lastNumber] : [store.firstSuspect, store.lastSuspect];
      if (first >= 0) found.push({ column: store.column, first: first + this.area.top, last: last + this.area.top });
    }
    return found;
  }

  /** The columns gathered, by worksheet column. */
  ordered(): readonly ColumnStore[] {
    return [...this.stores.values()].sort((a, b) => a.column - b.column);
  }

  /** The grid's rows and columns: only rows that hold anything. */
  finish(): { rows: Int32Array; columns: RawColumn[]; strings: string[]; formats: string[] } {
    const stores = this.ordered();
    const filled = new Uint8Array(this.rowCount);
    for (const { kinds } of stores) for (let i = 0; i < kinds.length; i++) if (kinds[i] !== 0) filled[i] = 1;
    const indices = filledIndices(filled);
    const columns = stores.map(({ column, kinds, numbers, styles }) => ({
      column,
      kinds: pick(kinds, indices, new Uint8Array(indices.length)),
      numbers: pick(numbers, indices, new Float64Array(indices.length)),
      styles: pick(styles ?? new Uint16Array(this.rowCount), indices, new Uint16Array(indices.length)),
    }));
    const rows = indices.map((index) => index + this.area.top);
    return { rows, columns, strings: this.strings, formats: this.formats };
  }

  private store(column: number): ColumnStore {
    let store = this.stores.get(column);
    if (!store) {
      if ((this.stores.size + 1) * this.rowCount > MOST_CELLS)
        throw new ExcelFault(problem('excel-sheet-too-large', { sheet: this.sheet }));
      store = new ColumnStore(column, this.rowCount);
      this.stores.set(column, store);
    }
    return store;
  }

  private place(text: string): number {
    let at = this.placeOf.get(text);
    if (at === undefined) {
      at = this.strings.push(text) - 1;
      this.placeOf.set(text, at);
    }
    return at;
  }

  private format(code: string): number {
    let at = this.formatOf.get(code);
    if (at === undefined) {
      if (this.formats.length >= MOST_FORMATS) return 0;
      at = this.formats.push(code) - 1;
      this.formatOf.set(code, at);
    }
    return at;
  }
}

function filledIndices(filled: Uint8Array): Int32Array {
  const indices = new Int32Array(filled.length);
  let count = 0;
  for (let i = 0; i < filled.length; i++) if (filled[i] !== 0) indices[count++] = i;
  return indices.slice(0, count);
}

/** The values at the given places, put into `into`; the very array where they are all of them. */
function pick<Values extends Uint8Array | Float64Array | Uint16Array>(
  values: Values,
  indices: Int32Array,
  into: Values,
): Values {
  if (indices.length === values.length) return values;
  for (let i = 0; i < indices.length; i++) into[i] = values[indices[i]!]!;
  return into;
}
