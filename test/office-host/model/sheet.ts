import { accessDenied } from '../engine/errors';
import { contains, intersection, MAX_COLUMNS, MAX_ROWS, without, type Rect } from './a1';
import { DEFAULT_STYLE, emptyCell, isBlank, type Cell, type Style } from './cell';
import {
  newPageSetup,
  type ConditionalFormat,
  type Filter,
  type PageSetup,
  type Permission,
  type ProtectionOptions,
  type Table,
  type ValidatedArea,
} from './parts';
import type { Book } from './book';
import type { Chart } from './chart';

/** One worksheet: cells by row and column, and what lies over them. */
export class Sheet {
  cells = new Map<number, Map<number, Cell>>();
  visibility = 'Visible';
  tabColor = '';
  standardWidth = 64;
  showGridlines = true;
  rowHeights = new Map<number, number>();
  columnWidths = new Map<number, number>();
  /** Styles of whole columns, which cells not yet made take over. */
  columnStyles = new Map<number, Style>();
  hiddenRows = new Set<number>();
  filteredRows = new Set<number>();
  hiddenColumns = new Set<number>();
  merges: Rect[] = [];
  conditionalFormats: ConditionalFormat[] = [];
  validations: ValidatedArea[] = [];
  tables: Table[] = [];
  charts: Chart[] = [];
  filter: Filter | null = null;
  frozen: Rect | null = null;
  protection: ProtectionOptions | null = null;
  password: string | null = null;
  page: PageSetup = newPageSetup();
  customProperties = new Map<string, string>();

  constructor(
    readonly book: Book,
    readonly id: string,
    public name: string,
  ) {}

  peek(row: number, column: number): Cell | undefined {
    return this.cells.get(row)?.get(column);
  }

  /** The cell itself, made where there is none yet. */
  touch(row: number, column: number): Cell {
    let line = this.cells.get(row);
    if (!line) this.cells.set(row, (line = new Map()));
    let cell = line.get(column);
    if (!cell) line.set(column, (cell = emptyCell(this.columnStyles.get(column))));
    return cell;
  }

  styleAt(row: number, column: number): Style {
    return this.peek(row, column)?.style ?? this.columnStyles.get(column) ?? DEFAULT_STYLE;
  }

  /** What `read` gives for every cell of a rectangle, row by row. */
  matrix<T>(rect: Rect, read: (cell: Cell | undefined, row: number, column: number) => T): T[][] {
    return Array.from({ length: rect.rows }, (_, i) => {
      const line = this.cells.get(rect.row + i);
      return Array.from({ length: rect.columns }, (_unused, j) =>
        read(line?.get(rect.column + j), rect.row + i, rect.column + j),
      );
    });
  }

  /** The cells that exist within a rectangle. */
  *existing(rect: Rect): Generator<{ row: number; column: number; cell: Cell }> {
    const bottom = rect.row + rect.rows;
    const right = rect.column + rect.columns;
    const rows =
      rect.rows <= this.cells.size
        ? Array.from({ length: rect.rows }, (_, i) => rect.row + i)
        : [...this.cells.keys()].filter((row) => row >= rect.row && row < bottom).sort((a, b) => a - b);
    for (const row of rows) {
      const line = this.cells.get(row);
      if (!line) continue;
      const columns = [...line.keys()].filter((column) => column >= rect.column && column < right);
      for (const column of columns.sort((a, b) => a - b)) {
        const cell = line.get(column);
        if (cell) yield { row, column, cell };
      }
    }
  }

  /** The used range within `rect`; formats count unless only values are asked for. Null where nothing is used. */
  used(valuesOnly: boolean, rect: Rect = { row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS }): Rect | null {
    let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
    const include = (row: number, column: number): void => {
      top = Math.min(top, row);
      left = Math.min(left, column);
      bottom = Math.max(bottom, row);
      right = Math.max(right, column);
    };
    for (const { row, column, cell } of this.existing(rect))
      if (!isBlank(cell) || (!valuesOnly && cell.style !== DEFAULT_STYLE)) include(row, column);
    if (!valuesOnly)
      for (const merge of this.merges) {
        const cut = intersection(merge, rect);
        if (!cut) continue;
        include(cut.row, cut.column);
        include(cut.row + cut.rows - 1, cut.column + cut.columns - 1);
      }
    return bottom < 0 ? null : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  }

  isRowHidden(row: number): boolean {
    return this.hiddenRows.has(row) || this.filteredRows.has(row);
  }

  mergeAt(row: number, column: number): Rect | null {
    const cell = { row, column, rows: 1, columns: 1 };
    return this.merges.find((merge) => contains(merge, cell)) ?? null;
  }

  /** Refuses what protection forbids: content of locked cells, or the kind of change named by `permission`. */
  demand(permission: Permission | 'content', rect?: Rect): void {
    if (!this.protection || !this.book.limits.protectedSheets) return;
    if (permission !== 'content') {
      if (!this.protection[permission]) throw accessDenied();
      return;
    }
    if (!rect || rect.rows * rect.columns > 100_000) throw accessDenied();
    for (let row = rect.row; row < rect.row + rect.rows; row++)
      for (let column = rect.column; column < rect.column + rect.columns; column++)
        if (this.styleAt(row, column).locked) throw accessDenied();
  }

  clearValidation(rect: Rect): void {
    this.validations = this.validations.flatMap((area) =>
      without(area.rect, rect).map((part) => ({ rect: part, validation: area.validation })),
    );
  }

  clearConditionalFormats(rect: Rect): void {
    for (const format of this.conditionalFormats) format.areas = format.areas.flatMap((area) => without(area, rect));
    this.conditionalFormats = this.conditionalFormats.filter((format) => format.areas.length > 0);
  }

  /** Keeps everything that can change; the answer puts it back, as often as it is called. */
  capture(): () => void {
    const { book: _book, id: _id, cells, columnStyles, ...rest } = this;
    const kept = structuredClone(rest);
    const keptCells = copyCells(cells);
    const keptStyles = new Map(columnStyles);
    return () => {
      // Styles are never changed, and told apart by identity: they are shared, all else is copied.
      Object.assign(this, structuredClone(kept));
      this.cells = copyCells(keptCells);
      this.columnStyles = new Map(keptStyles);
    };
  }
}

const copyCells = (cells: ReadonlyMap<number, ReadonlyMap<number, Cell>>): Map<number, Map<number, Cell>> =>
  new Map([...cells].map(([row, line]) => [row, new Map([...line].map(([column, cell]) => [column, { ...cell }]))]));
