import { intersection, parseAddress, type Rect } from './model/a1';
import { applyFilter, clearFilter } from './model/filtering';
import { NO_PERMISSIONS, type FilterCriterion, type ProtectionOptions } from './model/parts';
import type { Sheet } from './model/sheet';
import { deleteCells, insertCells, sortRows, type SortField } from './model/structure';
import { clearRange, restyle, writeValues } from './model/write';
import { addChart } from './model/chart';
import type { ExcelHost } from './host';
import { plainValue } from './model/cell';
import { displayText } from './model/display';

/** What a test sees of a cell. */
export interface SeenCell {
  readonly value: string | number | boolean;
  readonly text: string;
  readonly formula: string | null;
  readonly numberFormat: string;
  readonly fill: string;
}

/** The person in front of Excel: does by hand what a user can do, with the events that follow. Rows are 1-based. */
export class ExcelUser {
  constructor(private readonly host: ExcelHost) {}

  /** A cell as it stands. */
  cell(sheet: string, address: string): SeenCell {
    const at = this.sheet(sheet);
    const { row, column } = this.area(address);
    const cell = at.peek(row, column);
    const style = at.styleAt(row, column);
    return {
      value: plainValue(cell?.value ?? ''),
      text: displayText(cell, at.book.date1904),
      formula: cell?.formula ?? null,
      numberFormat: style.numberFormat,
      fill: style.fill,
    };
  }

  /** The values of an area, row by row. */
  values(sheet: string, address: string): (string | number | boolean)[][] {
    return this.sheet(sheet).matrix(this.area(address), (cell) => plainValue(cell?.value ?? ''));
  }

  /** Types into a cell (or the same into every cell of an area). */
  type(sheet: string, address: string, input: string | number | boolean): void {
    writeValues(this.sheet(sheet), this.area(address), input);
  }

  /** Has Excel draw a chart of an area, where and as Excel does by itself. */
  addChart(sheet: string, address: string): void {
    const at = this.sheet(sheet);
    addChart(at, 'ColumnClustered', { sheet: at.id, rect: this.area(address) }, 'Columns');
  }

  /** Pastes rows of input from a cell on. */
  paste(sheet: string, address: string, rows: readonly (readonly (string | number | boolean)[])[]): void {
    const { row, column } = this.area(address);
    writeValues(this.sheet(sheet), { row, column, rows: rows.length, columns: rows[0]?.length ?? 1 }, rows);
  }

  clear(sheet: string, address: string): void {
    clearRange(this.sheet(sheet), this.area(address), 'Contents');
  }

  paint(sheet: string, address: string, fill: string): void {
    restyle(this.sheet(sheet), this.area(address), (style) => ({ ...style, fill }));
  }

  select(sheet: string, address: string): void {
    this.host.book.select(this.sheet(sheet), this.area(address));
  }

  activate(sheet: string): void {
    this.host.book.activate(this.sheet(sheet));
  }

  /** Sorts the body of an area (its first row being headings) by a column of it, 0-based. */
  sort(sheet: string, address: string, key: number, ascending = true, hasHeaders = true): void {
    const field: SortField = { key, ascending };
    sortRows(this.sheet(sheet), this.area(address), [field], hasHeaders);
  }

  /** Filters an area by one of its columns, 0-based, to the texts given. */
  filter(sheet: string, address: string, column: number, values: readonly string[]): void {
    const criterion: FilterCriterion = { filterOn: 'Values', values };
    applyFilter(this.sheet(sheet), this.area(address), column, criterion);
  }

  clearFilter(sheet: string): void {
    clearFilter(this.sheet(sheet), false);
  }

  insertRows(sheet: string, first: number, count = 1): void {
    insertCells(this.sheet(sheet), rowsFrom(first, count), 'Down');
  }

  deleteRows(sheet: string, first: number, count = 1): void {
    deleteCells(this.sheet(sheet), rowsFrom(first, count), 'Up');
  }

  insertColumns(sheet: string, letters: string): void {
    insertCells(this.sheet(sheet), this.area(letters), 'Right');
  }

  deleteColumns(sheet: string, letters: string): void {
    deleteCells(this.sheet(sheet), this.area(letters), 'Left');
  }

  hideRows(sheet: string, first: number, count = 1, hidden = true): void {
    const at = this.sheet(sheet);
    for (let row = first - 1; row < first - 1 + count; row++) {
      if (hidden) at.hiddenRows.add(row);
      else at.hiddenRows.delete(row);
    }
    this.host.book.emit('rowsHidden', at, rowsFrom(first, count), hidden);
  }

  protect(sheet: string, options: Partial<ProtectionOptions> = {}, password: string | null = null): void {
    const at = this.sheet(sheet);
    at.protection = { ...NO_PERMISSIONS, ...options };
    at.password = password;
    this.host.book.emit('protectionChanged', at);
  }

  unprotect(sheet: string): void {
    const at = this.sheet(sheet);
    at.protection = null;
    at.password = null;
    this.host.book.emit('protectionChanged', at);
  }

  protectWorkbook(isProtected = true): void {
    this.host.book.isProtected = isProtected;
  }

  /** Starts or ends typing in a cell, while which no request of an add-in gets through. */
  editCell(editing: boolean): void {
    this.host.editingCell = editing;
  }

  addSheet(name: string): void {
    this.host.book.addSheet(name);
  }
  deleteSheet(name: string): void {
    this.host.book.deleteSheet(this.sheet(name));
  }
  renameSheet(name: string, to: string): void {
    this.host.book.rename(this.sheet(name), to);
  }

  /** The 1-based rows of an area that neither a hand nor a filter hides. */
  visibleRows(sheet: string, address: string): number[] {
    const at = this.sheet(sheet);
    const { row, rows } = this.area(address);
    return Array.from({ length: rows }, (_, i) => row + i)
      .filter((each) => !at.isRowHidden(each))
      .map((each) => each + 1);
  }

  /** Fill colours that conditional formats of a constant kind (`=TRUE`, or any formula) lay over a cell, in order. */
  conditionalFormatsAt(sheet: string, address: string): { readonly formula: string; readonly fill: string }[] {
    const rect = this.area(address);
    return this.sheet(sheet)
      .conditionalFormats.filter((format) => format.areas.some((each) => intersection(each, rect)))
      .map((format) => ({ formula: format.formula, fill: format.format.fill }));
  }

  private sheet(name: string): Sheet {
    const sheet = this.host.book.find(name);
    if (!sheet) throw new Error(`there is no sheet ${name}`);
    return sheet;
  }

  private area(address: string): Rect {
    const parsed = parseAddress(/^[A-Za-z]+$/.test(address) ? `${address}:${address}` : address);
    if (!parsed) throw new Error(`not an address: ${address}`);
    return parsed.rect;
  }
}

const rowsFrom = (first: number, count: number): Rect => ({ row: first - 1, rows: count, column: 0, columns: 16_384 });
