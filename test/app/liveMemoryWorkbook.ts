import { civilDay } from '../../src/core/dates/civil';
import type { CellArea, SheetGrid } from '../../src/core/ledger/grid';
import { fail, ok, problem, type Problem, type Result } from '../../src/core/problem';
import type { OwnedSheet, OwnedSheetId, PlanCell, WritePlan, WriteReport } from '../../src/core/writeplan/plan';
import type {
  CellEdit,
  CellMark,
  ClearReport,
  DropDown,
  DropDownReport,
  LiveWorkbook,
  Records,
  WorkbookCapabilities,
  WrittenSheet,
} from '../../src/ports/liveWorkbook';
import type { SheetInfo } from '../../src/ports/workbook';
import { MemoryWorkbook, type Cells } from './memoryWorkbook';

const DAY_ZERO = civilDay(1899, 12, 30);

type Row = (string | number | null)[];

/** A workbook in memory that people work in: what is written to it can be read again. */
export class LiveMemoryWorkbook extends MemoryWorkbook implements LiveWorkbook {
  readonly kept = new Map<string, string>();
  marks: readonly CellMark[] = [];
  lists: readonly DropDown[] = [];
  /** Columns with a validation of the user's own. */
  validated: readonly number[] = [];
  /** Problems that the next call of a method answers with, once. */
  readonly refusals = new Map<string, Problem>();
  private readonly owned = new Map<string, OwnedSheetId>();
  private columns: { readonly first: number; readonly last: number } | null = null;

  constructor(
    sheets: Readonly<Record<string, Cells>>,
    info: Readonly<Record<string, Partial<SheetInfo>>> = {},
    readonly capabilities: WorkbookCapabilities = {
      merges: true,
      marks: true,
      dropDowns: true,
      changes: true,
      edits: true,
    },
  ) {
    super(sheets, info);
  }

  override async sheets(): Promise<Result<readonly SheetInfo[]>> {
    const sheets = await super.sheets();
    if (!sheets.ok) return sheets;
    return ok(sheets.value.map((sheet) => ({ ...sheet, owned: this.owned.get(sheet.name) ?? sheet.owned })));
  }

  override async readSheet(name: string): Promise<Result<SheetGrid>> {
    const grid = await super.readSheet(name);
    return grid.ok && !this.owned.has(name) ? ok({ ...grid.value, ownedColumns: this.columns }) : grid;
  }

  async readArea(sheet: string, { top, left, bottom, right }: CellArea): Promise<Result<SheetGrid>> {
    const grid = await this.readSheet(sheet);
    if (!grid.ok) return grid;
    const { rows, columns } = grid.value;
    const kept = [...rows.keys()].filter((at) => (rows[at] ?? 0) >= top && (rows[at] ?? 0) <= bottom);
    return ok({
      ...grid.value,
      rows: Int32Array.from(kept, (at) => rows[at] ?? 0),
      columns: columns
        .filter(({ column }) => column >= left && column <= right)
        .map((column) => ({
          ...column,
          kinds: Uint8Array.from(kept, (at) => column.kinds[at] ?? 0),
          numbers: Float64Array.from(kept, (at) => column.numbers[at] ?? 0),
        })),
    });
  }

  settings(): Promise<Result<ReadonlyMap<string, string>>> {
    return Promise.resolve(ok(this.kept));
  }

  saveSettings(changes: ReadonlyMap<string, string | null>): Promise<Result<void>> {
    for (const [key, value] of changes) {
      if (value === null) this.kept.delete(key);
      else this.kept.set(key, value);
    }
    return Promise.resolve(this.refusal('saveSettings') ?? ok(undefined));
  }

  override async write(plan: WritePlan): Promise<Result<WriteReport>> {
    const report = await super.write(plan);
    const { columns } = plan;
    if (columns !== null) {
      const cells = this.rowsOf(plan.ledgerSheet);
      const first = this.columns?.first ?? Math.max(...cells.map((row) => row.length)) + 1;
      this.columns = { first, last: first + columns.titles.length - 1 };
      const put = (row: number, values: readonly (string | number | null)[]): void => {
        const own = (cells[row - 1] ??= []);
        for (let at = 0; at < first - 1; at++) own[at] ??= null;
        values.forEach((value, at) => (own[first - 1 + at] = value));
      };
      put(columns.headerRows[columns.headerRows.length - 1] ?? 1, columns.titles);
      for (const [row, planned] of columns.rows) put(row, planned.map(valueOf));
      this.edit(plan.ledgerSheet, cells);
    }
    await this.writeSheets(plan.sheets);
    return report;
  }

  writeSheets(sheets: readonly OwnedSheet[]): Promise<Result<readonly WrittenSheet[]>> {
    const refusal = this.refusal('writeSheets');
    if (refusal) return Promise.resolve(refusal);
    for (const { id, name, rows } of sheets) {
      this.owned.set(name, id);
      this.edit(
        name,
        [...rows].map(({ cells }) => cells.map(valueOf)),
      );
    }
    return Promise.resolve(ok(sheets.map(({ id, name, rowCount }) => ({ id, name, rows: rowCount }))));
  }

  mark(_sheet: string, marks: readonly CellMark[]): Promise<Result<void>> {
    const refusal = this.refusal('mark');
    if (refusal) return Promise.resolve(refusal);
    this.marks = marks;
    return Promise.resolve(ok(undefined));
  }

  setDropDowns(_sheet: string, lists: readonly DropDown[]): Promise<Result<DropDownReport>> {
    const leftAlone = lists.map(({ column }) => column).filter((column) => this.validated.includes(column));
    this.lists = lists.filter(({ column }) => !leftAlone.includes(column));
    return Promise.resolve(ok({ columns: this.lists.length, leftAlone }));
  }

  appendRecords(sheet: string, { headings, rows }: Records): Promise<Result<{ readonly firstRow: number }>> {
    const cells = this.cells.has(sheet) ? this.rowsOf(sheet) : [[...headings]];
    const written = cells[0] ?? [];
    const firstRow = cells.length + 1;
    for (const row of rows) {
      const own: Row = [];
      headings.forEach((heading, at) => (own[written.indexOf(heading)] = valueOf(row[at] ?? null)));
      cells.push(own);
    }
    this.edit(sheet, cells);
    return Promise.resolve(ok({ firstRow }));
  }

  clear(): Promise<Result<ClearReport>> {
    const sheets = [...this.owned.keys()];
    for (const name of sheets) this.remove(name);
    this.owned.clear();
    const report = { columns: 0, sheets, marks: this.marks.length, lists: this.lists.length };
    this.marks = [];
    this.lists = [];
    return Promise.resolve(ok(report));
  }

  editCells(sheet: string, edits: readonly CellEdit[]): Promise<Result<void>> {
    const cells = this.rowsOf(sheet);
    for (const { row, column, value } of edits) {
      const own = (cells[row - 1] ??= []);
      for (let at = 0; at < column - 1; at++) own[at] ??= null;
      own[column - 1] = typeof value === 'boolean' ? String(value) : value;
    }
    this.edit(sheet, cells);
    return Promise.resolve(ok(undefined));
  }

  /** Every text on a sheet, row by row. */
  texts(sheet: string): readonly (readonly string[])[] {
    return (this.cells.get(sheet) ?? []).map((row) => row.map((value) => (value === null ? '' : String(value))));
  }

  private rowsOf(sheet: string): Row[] {
    return (this.cells.get(sheet) ?? []).map((row) => [...row]);
  }

  private refusal(method: string): Result<never> | null {
    const refused = this.refusals.get(method);
    this.refusals.delete(method);
    return refused === undefined ? null : fail(refused);
  }
}

/** A host that refuses says so with a code of its own. */
export const refusal = (code: string): Problem => problem(code);

function valueOf(cell: PlanCell): string | number | null {
  if (cell === null) return null;
  if ('text' in cell) return cell.text;
  return 'number' in cell ? cell.number : cell.day - DAY_ZERO;
}
