import type { Pace } from '../core/cancel';
import type { CellArea, SheetGrid } from '../core/ledger/grid';
import type { Result } from '../core/problem';
import type { OwnedSheet, OwnedSheetId, PlanCell, WriteReport } from '../core/writeplan/plan';
import type { Workbook } from './workbook';

/** What a host can do; what it can't is said to the user, never silently left out. */
export interface WorkbookCapabilities {
  /** Tells merged cells (Excel: ExcelApi 1.13). Without it merges are unknown and what needs them can't be judged. */
  readonly merges: boolean;
  /** Colours cells by a conditional format of our own (Excel: 1.6). */
  readonly marks: boolean;
  /** Offers a list to choose from in a cell (Excel: 1.8). */
  readonly dropDowns: boolean;
  /** Tells of changed cells (Excel: 1.7). Without it 即时检查 is off, and the pane says so. */
  readonly changes: boolean;
  /** Draws charts on sheets of ours (Excel: 1.7, since before it a series can't be told its cells). */
  readonly charts: boolean;
  /** Sets sheets of ours up for printing, and their filter (Excel: 1.9). */
  readonly pages: boolean;
  /** Whether the page's own grid edits the cells; false where the host is the editor. */
  readonly edits: boolean;
}

/** A workbook that someone works in meanwhile: everything the pane does beyond checking a file once. */
export interface LiveWorkbook extends Workbook {
  readonly capabilities: WorkbookCapabilities;
  /**
   * The cells of an area as they stand now, by the same reading as `readSheet` (rows of `SheetGrid.rows` that are not
   * there are blank in the area; merges and hidden lines are those that reach into it); for a recheck after an edit.
   */
  readArea(sheet: string, area: CellArea): Promise<Result<SheetGrid>>;
  /** What we keep in the workbook itself, by key; it travels with the file. */
  settings(): Promise<Result<ReadonlyMap<string, string>>>;
  /** Sets, and with null removes, what we keep in the workbook. */
  saveSettings(changes: ReadonlyMap<string, string | null>): Promise<Result<void>>;
  /** Writes these sheets of ours, each whole, and leaves every other sheet and our columns as they are. */
  writeSheets(sheets: readonly OwnedSheet[], pace?: Pace): Promise<Result<readonly WrittenSheet[]>>;
  /**
   * Takes these sheets of ours away, by their markers, and nothing else; answers the names of those that were there.
   * Formulas of the user's that read one of them read #REF! afterwards, as when a person deletes it.
   */
  removeSheets(ids: readonly OwnedSheetId[]): Promise<Result<readonly string[]>>;
  /** Replaces all our marks on a sheet by these; none removes them. The cells' own formats stay. */
  mark(sheet: string, marks: readonly CellMark[], pace?: Pace): Promise<Result<void>>;
  /**
   * Replaces all our lists on a sheet by these; none removes them. A column where the user has a validation of their
   * own is left alone and reported.
   */
  setDropDowns(sheet: string, lists: readonly DropDown[]): Promise<Result<DropDownReport>>;
  /**
   * Adds rows below the last of a sheet that people keep (调度记录); makes the sheet with these headings where there
   * is none. Cells go under the headings they are given for; text is written as text.
   */
  appendRecords(sheet: string, records: Records): Promise<Result<{ readonly firstRow: number }>>;
  /**
   * Takes away everything of ours: columns, sheets, marks, lists, by their markers; settings stay. The user's cells,
   * formats and merges are as they were before we first wrote.
   */
  clear(pace?: Pace): Promise<Result<ClearReport>>;
  /** Only where `capabilities.edits`: changes the user's cells as the user typed them. */
  editCells(sheet: string, edits: readonly CellEdit[]): Promise<Result<void>>;
}

/** Where the user is, and what the user does; only the thread that holds the host can tell. */
export interface WorkbookEvents {
  select(sheet: string, cell: string): Promise<Result<void>>;
  /** The cell the user is on, now and whenever it moves; stops when the answer is called. */
  onSelection(listener: (at: CellPlace) => void): Promise<Result<() => Promise<void>>>;
  /** Every change of cells that is not our own writing; `area` null where all may have changed (rows inserted …). */
  onChange(listener: (change: CellsChanged) => void): Promise<Result<() => Promise<void>>>;
}

export interface CellPlace {
  readonly sheet: string;
  /** 1-based. */
  readonly row: number;
  readonly column: number;
}

export interface CellsChanged {
  readonly sheet: string;
  readonly area: CellArea | null;
}

export interface WrittenSheet {
  readonly id: OwnedSheetId;
  readonly name: string;
  readonly rows: number;
  /** What the host left out of it: charts that it can't draw, pages that it can't set up; absent for nothing. */
  readonly notes?: WriteReport['notes'];
}

/** A cell to be coloured by how urgent what it lacks is. */
export interface CellMark {
  readonly cell: string;
  readonly look: 'error' | 'warning' | 'notice';
}

export interface DropDown {
  /** 1-based column and rows the list is offered in. */
  readonly column: number;
  readonly first: number;
  readonly last: number;
  /** The words to choose from; other words stay allowed, since the ledger is theirs. */
  readonly choices: readonly string[];
}

export interface DropDownReport {
  readonly columns: number;
  /** 1-based columns left alone: they have a validation of the user's own. */
  readonly leftAlone: readonly number[];
}

export interface Records {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly PlanCell[])[];
}

export interface ClearReport {
  readonly columns: number;
  readonly sheets: readonly string[];
  readonly marks: number;
  readonly lists: number;
}

export interface CellEdit {
  /** 1-based. */
  readonly row: number;
  readonly column: number;
  readonly value: null | string | number | boolean;
}
