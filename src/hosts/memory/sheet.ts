import { CellKind, type CellArea, type RawColumn, type SheetGrid } from '../../core/ledger/grid';
import type { OwnedSheetId, PlanChart } from '../../core/writeplan/plan';
import type { CellMark, DropDown } from '../../ports/liveWorkbook';
import { GENERAL } from '../../core/writeplan/numberFormats';
import { isBlank, type MemoryCell } from './cell';

/** Our columns on a sheet, and what stood there before they did. */
export interface OwnedColumnsHere {
  /** 1-based, one a title. */
  readonly columns: readonly number[];
  /** Cells that were blank but had a format. */
  readonly before: readonly { readonly row: number; readonly column: number; readonly cell: MemoryCell }[];
}

/** One sheet of a workbook in memory: cells by row and column (1-based), and what stands around them. */
export class MemorySheet {
  readonly cells = new Map<number, Map<number, MemoryCell>>();
  merges: readonly CellArea[] = [];
  hiddenRows: readonly number[] = [];
  hiddenColumns: readonly number[] = [];
  /** Areas with a validation of the user's own. */
  validations: readonly CellArea[] = [];
  visible = true;
  protected = false;
  owned: OwnedSheetId | null = null;
  /** Those that a sheet of ours has. */
  charts: readonly PlanChart[] = [];
  ownColumns: OwnedColumnsHere | null = null;
  marks: readonly CellMark[] = [];
  lists: readonly DropDown[] = [];

  constructor(public name: string) {}

  get(row: number, column: number): MemoryCell | undefined {
    return this.cells.get(row)?.get(column);
  }

  set(row: number, column: number, cell: MemoryCell | null): void {
    const line = this.cells.get(row);
    if (cell === null) {
      line?.delete(column);
      if (line?.size === 0) this.cells.delete(row);
    } else if (line) line.set(column, cell);
    else this.cells.set(row, new Map([[column, cell]]));
  }

  /** The last column that holds anything; 0 for none. */
  lastColumn(): number {
    let last = 0;
    for (const line of this.cells.values())
      for (const [column, cell] of line) if (!isBlank(cell) && column > last) last = column;
    return last;
  }

  /** A sheet of its own that says the same. */
  copy(): MemorySheet {
    const copy = new MemorySheet(this.name);
    for (const [row, line] of this.cells) copy.cells.set(row, new Map(line));
    const { merges, hiddenRows, hiddenColumns, validations, visible, owned, ownColumns, marks, lists, charts } = this;
    Object.assign(copy, {
      merges,
      hiddenRows,
      hiddenColumns,
      validations,
      visible,
      owned,
      ownColumns,
      marks,
      lists,
      charts,
    });
    copy.protected = this.protected;
    return copy;
  }

  /** The sheet as a host hands it over; `merges` false where the host is to be one that can't tell them. */
  grid(date1904: boolean, merges: boolean): SheetGrid {
    const rows = [...this.cells]
      .filter(([, line]) => [...line.values()].some((cell) => !isBlank(cell)))
      .map(([row]) => row)
      .sort((a, b) => a - b);
    const strings: string[] = [];
    const formats = [GENERAL];
    const formatOf = (code: string): number => {
      const known = formats.indexOf(code);
      return known >= 0 ? known : formats.push(code) - 1;
    };
    const columns = new Map<number, RawColumn & { readonly styles: Uint16Array }>();
    rows.forEach((row, at) => {
      for (const [number, cell] of this.cells.get(row) ?? []) {
        if (isBlank(cell)) continue;
        const column = columns.get(number) ?? emptyColumn(number, rows.length);
        columns.set(number, column);
        const isText = cell.kind === CellKind.text || cell.kind === CellKind.error;
        column.kinds[at] = cell.kind;
        column.numbers[at] = isText ? strings.push(cell.text) - 1 : cell.number;
        column.styles[at] = formatOf(cell.format);
      }
    });
    const owned = this.ownColumns?.columns ?? [];
    return {
      sheet: this.name,
      rows: Int32Array.from(rows),
      columns: [...columns.values()].sort((a, b) => a.column - b.column),
      strings,
      formats,
      merges: merges ? this.merges : null,
      hiddenRows: Int32Array.from(this.hiddenRows),
      hiddenColumns: Int32Array.from(this.hiddenColumns),
      date1904,
      ownedColumns: owned.length === 0 ? null : { first: Math.min(...owned), last: Math.max(...owned) },
    };
  }
}

function emptyColumn(column: number, length: number): RawColumn & { readonly styles: Uint16Array } {
  return {
    column,
    kinds: new Uint8Array(length),
    numbers: new Float64Array(length),
    styles: new Uint16Array(length),
  };
}
