import { columnsByNumber, kindAt, rowIndex } from './cells';
import { CellKind, type CellArea, type RawColumn, type SheetGrid } from './grid';
import { textIn, type PackedTexts } from './packedTexts';

/** A cell as the host reads it now, in the terms of `SheetGrid`. */
export interface EditedCell {
  /** 1-based worksheet row. */
  readonly row: number;
  /** 1-based worksheet column. */
  readonly column: number;
  readonly kind: CellKind;
  /** The number; 1 or 0 for booleans. */
  readonly number?: number;
  /** The text of a text or error cell. */
  readonly text?: string;
  /** The number format; left out where it is as it was, or the host can't tell. */
  readonly format?: string;
}

/** A cell that holds something else than before. */
export interface CellChange {
  /** Index into the grid's rows. */
  readonly at: number;
  /** 1-based worksheet column. */
  readonly column: number;
  readonly kindBefore: number;
  /** What `RawColumn.numbers` held: strings are only ever added, so an index still tells the text of before. */
  readonly numberBefore: number;
}

/** What putting cells did to the sheet. */
export interface SheetChange {
  readonly cells: readonly CellChange[];
  /** Rows got their first cell: the grid is another one, and indices into the one of before mean nothing in it. */
  readonly newRows: boolean;
  /** 1-based columns that got their first cell. */
  readonly newColumns: readonly number[];
}

/** A column whose arrays may be replaced: those of the host's grid are never written into. */
type OwnColumn = { -readonly [K in keyof RawColumn]: RawColumn[K] };
interface OwnGrid extends SheetGrid {
  readonly columns: OwnColumn[];
  readonly strings: string[];
  readonly formats: string[];
}

/**
 * A sheet that takes in edits. Cells change in the grid itself, so that whatever reads through it sees them; the
 * host's own arrays stay as they were, and a change of rows makes a new grid beside the one of before.
 */
export class EditableSheet {
  private own: OwnGrid;
  /** Columns of the grid at hand whose arrays are ours to write into. */
  private copied = new Set<number>();

  /** @param packed the texts of a grid that came without them: each is taken out when it is first asked for */
  constructor(
    from: SheetGrid,
    private readonly packed: PackedTexts | null = null,
  ) {
    this.own = ownGrid(packed ? { ...from, strings: new Array<string>(packed.ends.length) } : from);
  }

  get grid(): SheetGrid {
    return this.own;
  }

  /** A text of the grid by its index; '' where there is none. */
  textAt(index: number): string {
    const text = this.own.strings[index];
    if (text !== undefined || this.packed === null || index >= this.packed.ends.length) return text ?? '';
    return (this.own.strings[index] = textIn(this.packed, index));
  }

  put(cells: readonly EditedCell[]): SheetChange {
    const newRows = this.addRows(cells);
    const changes: CellChange[] = [];
    const newColumns: number[] = [];
    const columns = new Map(this.own.columns.map((column) => [column.column, column]));
    for (const cell of cells) {
      const at = rowIndex(this.own, cell.row);
      let column = columns.get(cell.column);
      if (at < 0 || (column === undefined && cell.kind === CellKind.blank)) continue;
      if (column === undefined) {
        column = this.addColumn(cell.column);
        columns.set(cell.column, column);
        newColumns.push(cell.column);
      }
      const change = this.write(column, at, cell);
      if (change) changes.push(change);
    }
    return { cells: changes, newRows, newColumns };
  }

  /** Other merged areas than before, in a grid of their own. */
  merge(merges: readonly CellArea[] | null): void {
    this.own = ownGrid({ ...this.own, merges });
    this.copied.clear();
  }

  /** Leaves out rows and columns in which no cell holds anything any more, as a host does. */
  tidy(): void {
    const { rows, columns } = this.own;
    const kept: number[] = [];
    for (let at = 0; at < rows.length; at++) if (!this.isBlankRow(at)) kept.push(at);
    const filled = columns.filter((column) => !isBlankColumn(column));
    if (kept.length === rows.length && filled.length === columns.length) return;
    this.arrange(
      Int32Array.from(kept, (at) => rows[at] ?? 0),
      kept,
      filled,
    );
  }

  isBlankRow(at: number): boolean {
    return this.own.columns.every((column) => kindAt(column, at) === CellKind.blank);
  }

  isBlankColumn(column: number): boolean {
    const raw = columnsByNumber(this.own).get(column);
    return raw === undefined || isBlankColumn(raw);
  }

  private addRows(cells: readonly EditedCell[]): boolean {
    const missing = cells.filter(({ kind, row }) => kind !== CellKind.blank && rowIndex(this.own, row) < 0);
    if (missing.length === 0) return false;
    const rows = Int32Array.from(new Set([...this.own.rows, ...missing.map(({ row }) => row)])).sort();
    this.arrange(
      rows,
      Array.from(rows, (row) => rowIndex(this.own, row)),
    );
    return true;
  }

  /** A grid of these rows; `from`: the index that each had before, -1 for none. */
  private arrange(rows: Int32Array, from: readonly number[], of: readonly RawColumn[] = this.own.columns): void {
    const columns = of.map((column): OwnColumn => {
      const kinds = new Uint8Array(from.length);
      const numbers = new Float64Array(from.length);
      const styles = column.styles && new Uint16Array(from.length);
      // Plain loops: a new last row of a large ledger is waited for.
      for (let to = 0; to < from.length; to++) {
        const at = from[to]!;
        if (at < 0 || at >= column.kinds.length) continue;
        kinds[to] = column.kinds[at]!;
        numbers[to] = column.numbers[at] ?? 0;
        if (styles) styles[to] = column.styles?.[at] ?? 0;
      }
      return { ...column, kinds, numbers, styles };
    });
    this.own = { ...this.own, rows, columns };
    this.copied = new Set(columns.map(({ column }) => column));
  }

  private addColumn(number: number): OwnColumn {
    const { columns } = this.own;
    const column: OwnColumn = { column: number, kinds: new Uint8Array(0), numbers: new Float64Array(0), styles: null };
    const before = columns.findIndex((other) => other.column > number);
    columns.splice(before < 0 ? columns.length : before, 0, column);
    return column;
  }

  private write(column: OwnColumn, at: number, cell: EditedCell): CellChange | null {
    const kindBefore = kindAt(column, at);
    const numberBefore = column.numbers[at] ?? 0;
    const formatBefore = column.styles === null ? '' : (this.own.formats[column.styles[at] ?? 0] ?? '');
    const format = cell.format ?? formatBefore;
    if (this.holds(kindBefore, numberBefore, cell) && format === formatBefore) return null;
    this.makeWritable(column, at, format !== formatBefore);
    column.kinds[at] = cell.kind;
    column.numbers[at] = this.numberOf(cell);
    if (column.styles !== null && format !== formatBefore) column.styles[at] = this.styleOf(format);
    return { at, column: column.column, kindBefore, numberBefore };
  }

  private holds(kind: number, number: number, cell: EditedCell): boolean {
    if (kind !== cell.kind) return false;
    if (isText(cell)) return this.textAt(number) === (cell.text ?? '');
    return kind === CellKind.blank || kind === CellKind.uncached || Object.is(number, cell.number ?? 0);
  }

  private numberOf(cell: EditedCell): number {
    return isText(cell) ? this.own.strings.push(cell.text ?? '') - 1 : (cell.number ?? 0);
  }

  private styleOf(format: string): number {
    const { formats } = this.own;
    const known = formats.indexOf(format);
    return known >= 0 ? known : formats.push(format) - 1;
  }

  /** Copies a column's arrays before the first write, and makes them reach to the row. */
  private makeWritable(column: OwnColumn, at: number, styled: boolean): void {
    const { rows } = this.own;
    const isStyled = column.styles !== null || styled;
    const ours = this.copied.has(column.column) && at < column.kinds.length && at < column.numbers.length;
    if (ours && (!isStyled || (column.styles?.length ?? 0) > at)) return;
    const kinds = new Uint8Array(rows.length);
    kinds.set(column.kinds.subarray(0, rows.length));
    const numbers = new Float64Array(rows.length);
    numbers.set(column.numbers.subarray(0, rows.length));
    column.kinds = kinds;
    column.numbers = numbers;
    if (isStyled) {
      // Where the host told no formats, '' says so for the cells that are there.
      const styles = new Uint16Array(rows.length).fill(column.styles === null ? this.styleOf('') : 0);
      if (column.styles) styles.set(column.styles.subarray(0, rows.length));
      column.styles = styles;
    }
    this.copied.add(column.column);
  }
}

const isText = ({ kind }: EditedCell): boolean => kind === CellKind.text || kind === CellKind.error;

const isBlankColumn = ({ kinds }: RawColumn): boolean => kinds.every((kind) => kind === CellKind.blank);

const ownGrid = (from: SheetGrid): OwnGrid => ({
  ...from,
  columns: from.columns.map((column) => ({ ...column })),
  strings: from.strings.slice(),
  formats: from.formats.slice(),
});
