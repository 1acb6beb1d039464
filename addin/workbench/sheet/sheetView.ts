import { kindAt } from '../../../src/core/ledger/cells';
import { EditableSheet, type EditedCell } from '../../../src/core/ledger/editableSheet';
import { address, CellKind, type CellArea, type RawColumn } from '../../../src/core/ledger/grid';
import { dateFormat, shownNumber } from '../../../src/core/ledger/numberFormat';
import type { PackedSheet } from '../../../src/core/ledger/packedTexts';
import { WORKBENCH_WORDS } from '../../../src/text/zh-CN/pane/workbench';
import { typedFor, type TypedInto } from '../typing/typedValue';
import { columnWidth } from './columnWidths';
import { MergeIndex } from './mergeIndex';

/** Blank rows and columns around what there is, to be typed into. */
const MORE_ROWS = 30;
const MORE_COLUMNS = 3;
const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;

/** A cell as the grid draws it. */
export interface ShownCell {
  readonly text: string;
  readonly align: 'left' | 'right' | 'center';
  /** The merged area it lies in, and whether its value stands elsewhere: in the area's first cell. */
  readonly merge: CellArea | null;
  readonly covered: boolean;
}

/** One sheet as it is drawn and typed into: any cell by its worksheet row and column, in constant time. */
export class SheetView {
  private readonly sheet: EditableSheet;
  private readonly merges: MergeIndex;
  private readonly hiddenRows: ReadonlySet<number>;
  private readonly hiddenColumns: ReadonlySet<number>;
  private readonly dateColumns = new Map<number, boolean>();
  /** Index into the grid's rows, plus one, by worksheet row. */
  private places = new Int32Array(0);
  private columns: (RawColumn | undefined)[] = [];
  /** How many rows and columns are drawn, from 1. */
  rowCount = 0;
  columnCount = 0;
  /** Counts the changes. */
  version = 0;

  constructor(
    { grid, texts }: PackedSheet,
    /** A sheet of ours: nobody types into it. */
    private readonly isOwnedSheet: boolean,
  ) {
    this.sheet = new EditableSheet(grid, texts);
    this.hiddenRows = new Set(grid.hiddenRows);
    this.hiddenColumns = new Set(grid.hiddenColumns);
    this.index();
    this.merges = new MergeIndex(grid.merges ?? [], this.rowCount);
  }

  get name(): string {
    return this.sheet.grid.sheet;
  }

  isHiddenRow = (row: number): boolean => this.hiddenRows.has(row);
  isHiddenColumn = (column: number): boolean => this.hiddenColumns.has(column);

  /** Whether it is ours: written anew with every write, so that typing there would be lost. */
  isOurs(column: number): boolean {
    const { ownedColumns } = this.sheet.grid;
    return this.isOwnedSheet || (ownedColumns !== null && column >= ownedColumns.first && column <= ownedColumns.last);
  }

  shown(row: number, column: number): ShownCell {
    const merge = this.merges.at(row, column);
    const covered = merge !== null && (row !== merge.top || column !== merge.left);
    const [fromRow, fromColumn] = merge ? [merge.top, merge.left] : [row, column];
    const kind = this.kind(fromRow, fromColumn);
    const align =
      kind === CellKind.number ? 'right' : kind === CellKind.boolean || kind === CellKind.error ? 'center' : 'left';
    return { text: this.text(fromRow, fromColumn), align, merge, covered };
  }

  /** The text that a cell of its own shows; '' for a blank one. */
  text(row: number, column: number): string {
    const { grid } = this.sheet;
    const at = this.place(row);
    const from = this.columns[column];
    if (at < 0 || from === undefined) return '';
    const number = from.numbers[at] ?? 0;
    switch (kindAt(from, at)) {
      case CellKind.number:
        return shownNumber(number, this.format(row, column), grid.date1904);
      case CellKind.boolean:
        return number === 1 ? 'TRUE' : 'FALSE';
      case CellKind.text:
      case CellKind.error:
        return this.sheet.textAt(number);
      case CellKind.uncached:
        return WORKBENCH_WORDS.uncalculated;
      default:
        return '';
    }
  }

  /** What an editor of the cell opens with. */
  typed(row: number, column: number): string {
    const kind = this.kind(row, column);
    if (kind === CellKind.uncached) return '';
    const text = this.text(row, column);
    return kind === CellKind.text ? typedFor(text, this.into(row, column)) : text;
  }

  into(row: number, column: number): TypedInto {
    const { date1904 } = this.sheet.grid;
    const isBlank = this.kind(row, column) === CellKind.blank;
    return { format: this.format(row, column), inDateColumn: isBlank && this.isDateColumn(column), date1904 };
  }

  isBlank = (row: number, column: number): boolean => this.kind(row, column) === CellKind.blank;
  isCovered = (row: number, column: number): boolean => {
    const merge = this.merges.at(row, column);
    return merge !== null && (row !== merge.top || column !== merge.left);
  };

  /** A cell as it stands, so that it can be put back. */
  cell(row: number, column: number): EditedCell {
    const from = this.columns[column];
    const number = from?.numbers[this.place(row)] ?? 0;
    const kind = this.kind(row, column);
    const held = kind === CellKind.text || kind === CellKind.error ? { text: this.text(row, column) } : { number };
    return { row, column, kind, format: this.format(row, column), ...held };
  }

  put(cells: readonly EditedCell[]): void {
    const { newRows, newColumns, cells: changed } = this.sheet.put(cells);
    if (newRows || newColumns.length > 0) this.index();
    if (changed.length > 0 || newRows) this.version++;
  }

  width(column: number): number {
    const { rows } = this.sheet.grid;
    // A title across the sheet tells nothing of the column it happens to begin in.
    const textAt = (index: number): string => {
      const row = rows[index] ?? 0;
      const merge = this.merges.at(row, column);
      return merge && merge.right > merge.left ? '' : this.text(row, column);
    };
    return columnWidth(rows.length, textAt);
  }

  /** Whether a place is on the worksheet at all. */
  static isPlace = (row: number, column: number): boolean =>
    row >= 1 && row <= LAST_ROW && column >= 1 && column <= LAST_COLUMN;

  /** Makes room for a place that lies beyond what is drawn. */
  reach(row: number, column: number): void {
    const [rows, columns] = [Math.min(LAST_ROW, row + MORE_ROWS), Math.min(LAST_COLUMN, column + MORE_COLUMNS)];
    if (row <= this.rowCount && column <= this.columnCount) return;
    this.rowCount = Math.max(this.rowCount, rows);
    this.columnCount = Math.max(this.columnCount, columns);
    this.version++;
  }

  readonly addressOf = address;

  private kind(row: number, column: number): CellKind {
    const from = this.columns[column];
    const at = this.place(row);
    return (from === undefined || at < 0 ? CellKind.blank : kindAt(from, at)) as CellKind;
  }

  private format(row: number, column: number): string {
    const styles = this.columns[column]?.styles;
    const at = this.place(row);
    return styles && at >= 0 ? (this.sheet.grid.formats[styles[at] ?? 0] ?? '') : '';
  }

  private place = (row: number): number => (this.places[row] ?? 0) - 1;

  private isDateColumn(column: number): boolean {
    const known = this.dateColumns.get(column);
    if (known !== undefined) return known;
    const from = this.columns[column];
    let [numbers, dates] = [0, 0];
    for (const row of from ? this.sheet.grid.rows : []) {
      if (this.kind(row, column) !== CellKind.number) continue;
      numbers++;
      if (dateFormat(this.format(row, column)) !== 'none') dates++;
      if (numbers === 200) break;
    }
    const isOne = dates * 2 > numbers;
    this.dateColumns.set(column, isOne);
    return isOne;
  }

  private index(): void {
    const { rows, columns } = this.sheet.grid;
    const last = rows[rows.length - 1] ?? 0;
    this.places = new Int32Array(last + 1);
    for (let at = 0; at < rows.length; at++) this.places[rows[at]!] = at + 1;
    this.columns = [];
    for (const column of columns) this.columns[column.column] = column;
    this.dateColumns.clear();
    const lastColumn = columns[columns.length - 1]?.column ?? 0;
    this.rowCount = Math.max(this.rowCount, Math.min(LAST_ROW, last + MORE_ROWS));
    this.columnCount = Math.max(this.columnCount, Math.min(LAST_COLUMN, Math.max(lastColumn + MORE_COLUMNS, 10)));
  }
}
