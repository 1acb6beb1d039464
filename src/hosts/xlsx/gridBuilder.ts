import { CellKind, type RawColumn } from '../../core/ledger/grid';
import { tooMuch } from './fault';
import { MAX_ROW } from './limits';

const BLOCK = 1024;

interface Block {
  readonly kinds: Uint8Array;
  readonly numbers: Float64Array;
  readonly styles: Uint16Array;
}

interface GrowingColumn {
  readonly blocks: (Block | undefined)[];
  /** Index of the last row that has a cell here. */
  last: number;
}

/**
 * Gathers cells into columns over the rows that have any. Columns grow by blocks, so that a few cells strewn over many
 * columns cost little; rows may come in any order and more than once (a later cell wins).
 */
export class GridBuilder {
  private readonly growing: (GrowingColumn | undefined)[] = [];
  private rowNumbers = new Int32Array(4096);
  private rowCount = 0;
  private columnCount = 0;
  private ascending = true;

  constructor(
    private readonly part: string,
    private readonly maxCells: number,
  ) {}

  /** A new row for the 1-based worksheet row number; answers its index for `set`. */
  addRow(row: number): number {
    if (this.rowCount === this.rowNumbers.length) {
      const larger = new Int32Array(this.rowCount * 2);
      larger.set(this.rowNumbers);
      this.rowNumbers = larger;
    }
    if (this.rowCount > 0 && this.rowNumbers[this.rowCount - 1]! >= row) this.ascending = false;
    this.rowNumbers[this.rowCount] = row;
    this.rowCount++;
    this.checkSize();
    return this.rowCount - 1;
  }

  /** Puts a non-blank cell into a row (by index) and a 1-based worksheet column. */
  set(index: number, column: number, kind: CellKind, number: number, style: number): void {
    const growing = this.growing[column] ?? this.addColumn(column);
    const block = growing.blocks[index >>> 10] ?? this.addBlock(growing, index >>> 10);
    const at = index & (BLOCK - 1);
    block.kinds[at] = kind;
    block.numbers[at] = number;
    block.styles[at] = style;
    if (index > growing.last) growing.last = index;
  }

  /** The rows and columns gathered; the builder is empty afterwards. */
  finish(): { rows: Int32Array; columns: RawColumn[] } {
    const place = this.ascending ? null : this.sortedPlaces();
    const rows = place === null ? this.rowNumbers.slice(0, this.rowCount) : place.rows;
    const columns: RawColumn[] = [];
    this.growing.forEach((growing, column) => {
      if (growing) columns.push(place === null ? dense(growing, column) : placed(growing, column, place.at));
      this.growing[column] = undefined;
    });
    return { rows, columns };
  }

  private addColumn(column: number): GrowingColumn {
    this.columnCount++;
    this.checkSize();
    return (this.growing[column] = { blocks: [], last: -1 });
  }

  private addBlock(growing: GrowingColumn, index: number): Block {
    const block = {
      kinds: new Uint8Array(BLOCK),
      numbers: new Float64Array(BLOCK),
      styles: new Uint16Array(BLOCK),
    };
    return (growing.blocks[index] = block);
  }

  private checkSize(): void {
    const tooManyRows = this.rowCount > 2 * MAX_ROW;
    if (tooManyRows || this.rowCount * this.columnCount > this.maxCells) throw tooMuch('cells', this.part);
  }

  /** Where each gathered row goes when rows are put in order and those of one number are made one. */
  private sortedPlaces(): { rows: Int32Array; at: Int32Array } {
    const order = Array.from({ length: this.rowCount }, (_, i) => i);
    order.sort((a, b) => this.rowNumbers[a]! - this.rowNumbers[b]! || a - b);
    const rows: number[] = [];
    const at = new Int32Array(this.rowCount);
    for (const index of order) {
      const row = this.rowNumbers[index]!;
      if (rows[rows.length - 1] !== row) rows.push(row);
      at[index] = rows.length - 1;
    }
    return { rows: Int32Array.from(rows), at };
  }
}

function emptyColumn(column: number, length: number) {
  return {
    column,
    kinds: new Uint8Array(length),
    numbers: new Float64Array(length),
    styles: new Uint16Array(length),
  };
}

function dense(growing: GrowingColumn, column: number): RawColumn {
  const result = emptyColumn(column, growing.last + 1);
  growing.blocks.forEach((block, i) => {
    if (!block) return;
    const from = i * BLOCK;
    const length = Math.min(BLOCK, growing.last + 1 - from);
    result.kinds.set(block.kinds.subarray(0, length), from);
    result.numbers.set(block.numbers.subarray(0, length), from);
    result.styles.set(block.styles.subarray(0, length), from);
  });
  return result;
}

function placed(growing: GrowingColumn, column: number, at: Int32Array): RawColumn {
  const source = dense(growing, column);
  let length = 0;
  for (let i = 0; i < source.kinds.length; i++)
    if (source.kinds[i] !== CellKind.blank) length = Math.max(length, at[i]! + 1);
  const result = emptyColumn(column, length);
  for (let i = 0; i < source.kinds.length; i++) {
    if (source.kinds[i] === CellKind.blank) continue;
    result.kinds[at[i]!] = source.kinds[i]!;
    result.numbers[at[i]!] = source.numbers[i]!;
    result.styles[at[i]!] = source.styles![i]!;
  }
  return result;
}
