import { Cancelled, type Pace } from '../../core/cancel';
import { refuseEdits } from '../../core/ledger/cellEdits';
import { cutArea } from '../../core/ledger/cutArea';
import type { CellArea, SheetGrid } from '../../core/ledger/grid';
import { placeRecords } from '../../core/ledger/recordPlace';
import { fail, ok, problem, type Problem, type Result } from '../../core/problem';
import { ChartCells } from '../../core/writeplan/chartCells';
import { dropDownList } from '../../core/writeplan/dropDownList';
import type { OwnedSheet, OwnedSheetId, WritePlan, WriteReport } from '../../core/writeplan/plan';
import { freeSheetName, sameSheet } from '../../core/writeplan/sheetNames';
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
} from '../../ports/liveWorkbook';
import type { SheetInfo } from '../../ports/workbook';
import { cellOf, plannedCell } from './cell';
import { MemoryDraft, type MemoryState } from './draft';
import { makeSheet, type MemorySheetContent } from './makeSheets';
import { MemoryEvents } from './memoryEvents';
import { clearOwnColumns, writeOwnColumns } from './ownColumns';
import { MemorySheet } from './sheet';

export interface MemoryBook {
  readonly name?: string;
  readonly sheets: readonly MemorySheetContent[];
  /** The sheet on screen; the first where none is named. */
  readonly active?: string;
  readonly date1904?: boolean;
  readonly structureProtected?: boolean;
  readonly capabilities?: Partial<WorkbookCapabilities>;
}

/** What a test can have fail, or do something before or after. */
export type MemoryOperation = Exclude<keyof LiveWorkbook, 'name' | 'capabilities'>;

export interface MemoryHooks {
  /** Called before an operation: a problem it answers is the operation's; what it throws, the operation throws. */
  before?: (operation: MemoryOperation, sheet: string | null) => Problem | null | undefined;
  /** Called after an operation that went well, as someone who works in the workbook meanwhile. */
  after?: (operation: MemoryOperation, sheet: string | null) => void;
}

/**
 * A whole workbook in memory that people and the add-in work in. Every operation takes place whole or not at all;
 * `hooks` let a test fail any of them, and `person` does what the user does.
 */
export class MemoryWorkbook implements LiveWorkbook {
  readonly name: string;
  readonly capabilities: WorkbookCapabilities;
  readonly events: MemoryEvents;
  hooks: MemoryHooks = {};
  private state: MemoryState;
  private version = 0;
  private readonly date1904: boolean;

  constructor(private readonly book: MemoryBook) {
    this.name = book.name ?? 'workbook.xlsx';
    this.date1904 = book.date1904 ?? false;
    const all = { merges: true, marks: true, dropDowns: true, changes: true, charts: true, pages: true, edits: true };
    this.capabilities = { ...all, ...book.capabilities };
    const sheets = book.sheets.map(makeSheet);
    this.state = { sheets, settings: new Map(), active: book.active ?? sheets[0]?.name ?? '' };
    this.events = new MemoryEvents((name) => this.state.sheets.some((sheet) => sameSheet(sheet.name, name)));
  }

  sheets(): Promise<Result<readonly SheetInfo[]>> {
    return this.answer('sheets', null, () =>
      ok(
        this.state.sheets.map(({ name, visible, owned, protected: isProtected }) => ({
          name,
          visible,
          active: name === this.state.active,
          protected: isProtected,
          owned,
        })),
      ),
    );
  }

  readSheet(name: string, pace: Pace = {}): Promise<Result<SheetGrid>> {
    return this.answer('readSheet', name, () => {
      stopIfAsked(pace);
      return this.gridOf(name);
    });
  }

  readArea(sheet: string, area: CellArea): Promise<Result<SheetGrid>> {
    return this.answer('readArea', sheet, () => {
      const grid = this.gridOf(sheet);
      return grid.ok ? ok(cutArea(grid.value, area)) : grid;
    });
  }

  revision(): Promise<string> {
    return Promise.resolve(String(this.version));
  }

  write(plan: WritePlan, pace: Pace = {}): Promise<Result<WriteReport>> {
    return this.change('write', plan.ledgerSheet, (draft) => {
      stopIfAsked(pace);
      if (this.book.structureProtected) return fail(problem('workbook-structure-protected', { file: this.name }));
      const ledger = draft.sheet(plan.ledgerSheet);
      if (!ledger.ok) return ledger;
      const columns = ledger.value.protected ? null : plan.columns;
      const notes = ledger.value.protected
        ? [{ code: 'ledger-sheet-protected', params: { sheet: ledger.value.name } }]
        : [];
      if (columns) writeOwnColumns(ledger.value, columns, this.date1904);
      const sheets = this.putSheets(draft, plan.sheets);
      return ok({ columnsWritten: columns !== null, rowsWritten: columns?.rows.size ?? 0, sheets, notes });
    });
  }

  writeSheets(sheets: readonly OwnedSheet[], pace: Pace = {}): Promise<Result<readonly WrittenSheet[]>> {
    return this.change('writeSheets', null, (draft) => {
      stopIfAsked(pace);
      if (this.book.structureProtected) return fail(problem('workbook-structure-protected', { file: this.name }));
      return ok(this.putSheets(draft, sheets));
    });
  }

  removeSheets(ids: readonly OwnedSheetId[]): Promise<Result<readonly string[]>> {
    return this.change('removeSheets', null, (draft) => {
      const going = draft.all.filter(({ owned }) => owned !== null && ids.includes(owned));
      if (going.length > 0 && this.book.structureProtected)
        return fail(problem('workbook-structure-protected', { file: this.name }));
      for (const sheet of going) draft.remove(sheet);
      return ok(going.map(({ name }) => name));
    });
  }

  settings(): Promise<Result<ReadonlyMap<string, string>>> {
    return this.answer('settings', null, () => ok(new Map(this.state.settings)));
  }

  saveSettings(changes: ReadonlyMap<string, string | null>): Promise<Result<void>> {
    return this.answer('saveSettings', null, () => {
      const settings = new Map(this.state.settings);
      for (const [key, value] of changes) {
        if (value === null) settings.delete(key);
        else settings.set(key, value);
      }
      this.state = { ...this.state, settings };
      return ok(undefined);
    });
  }

  mark(sheet: string, marks: readonly CellMark[], pace: Pace = {}): Promise<Result<void>> {
    return this.change('mark', sheet, (draft) => {
      stopIfAsked(pace);
      if (!this.capabilities.marks) return fail(problem('marks-not-possible'));
      const found = changeable(draft, sheet);
      if (!found.ok) return found;
      found.value.marks = marks;
      return ok(undefined);
    });
  }

  setDropDowns(sheet: string, lists: readonly DropDown[]): Promise<Result<DropDownReport>> {
    return this.change('setDropDowns', sheet, (draft) => {
      if (!this.capabilities.dropDowns) return fail(problem('drop-downs-not-possible'));
      const found = changeable(draft, sheet);
      if (!found.ok) return found;
      for (const { choices } of lists) {
        const list = dropDownList(choices);
        if (!list.ok) return list;
      }
      const taken = ({ column, first, last }: DropDown): boolean =>
        found.value.validations.some(
          (area) => column >= area.left && column <= area.right && first <= area.bottom && last >= area.top,
        );
      found.value.lists = lists.filter((list) => !taken(list));
      return ok({ columns: found.value.lists.length, leftAlone: lists.filter(taken).map(({ column }) => column) });
    });
  }

  appendRecords(sheet: string, { headings, rows }: Records): Promise<Result<{ readonly firstRow: number }>> {
    return this.change('appendRecords', sheet, (draft) => {
      const there = draft.all.some(({ name }) => sameSheet(name.trim(), sheet.trim()));
      if (!there && this.book.structureProtected)
        return fail(problem('workbook-structure-protected', { file: this.name }));
      if (!there) draft.add(makeSheet({ name: sheet.trim(), rows: [headings] }));
      const found = changeable(draft, sheet);
      if (!found.ok) return found;
      const place = placeRecords(found.value.grid(this.date1904, true), headings);
      if (!place.ok) return place;
      const { columns, headerRow, firstRow, begins } = place.value;
      if (begins) headings.forEach((heading, i) => found.value.set(headerRow, i + 1, cellOf(heading)));
      rows.forEach((cells, r) =>
        columns.forEach((column, i) =>
          found.value.set(firstRow + r, column, plannedCell(cells[i] ?? null, this.date1904)),
        ),
      );
      return ok({ firstRow });
    });
  }

  clear(pace: Pace = {}): Promise<Result<ClearReport>> {
    return this.change('clear', null, (draft) => {
      stopIfAsked(pace);
      const owned = draft.all.filter((sheet) => sheet.owned !== null);
      if (owned.length > 0 && this.book.structureProtected)
        return fail(problem('workbook-structure-protected', { file: this.name }));
      for (const sheet of owned) draft.remove(sheet);
      let [columns, marks, lists] = [0, 0, 0];
      for (const sheet of draft.ownAll()) {
        const ours = sheet.ownColumns !== null || sheet.marks.length + sheet.lists.length > 0;
        if (ours && sheet.protected) return fail(problem('sheet-protected', { sheet: sheet.name }));
        columns += clearOwnColumns(sheet);
        marks += sheet.marks.length;
        lists += sheet.lists.length;
        sheet.marks = [];
        sheet.lists = [];
      }
      return ok({ columns, sheets: owned.map(({ name }) => name), marks, lists });
    });
  }

  async editCells(sheet: string, edits: readonly CellEdit[]): Promise<Result<void>> {
    const done = await this.change('editCells', sheet, (draft) => {
      if (!this.capabilities.edits) return fail(problem('cells-not-editable'));
      const found = changeable(draft, sheet);
      if (!found.ok) return found;
      const problems = refuseEdits(found.value.name, edits, found.value.merges);
      if (problems.length > 0) return fail(...problems);
      for (const { row, column, value } of edits)
        found.value.set(row, column, cellOf(value, found.value.get(row, column)?.format));
      return ok(undefined);
    });
    if (done.ok && edits.length > 0) this.events.tellChange({ sheet, area: areaOf(edits) });
    return done;
  }

  /** Does what a person does in the workbook, past the add-in; `area` is what listeners are told of, null for all. */
  person(sheet: string, act: (sheet: MemorySheet) => void, area: CellArea | null = null): void {
    const draft = new MemoryDraft(this.state);
    const found = draft.sheet(sheet);
    if (!found.ok) throw new Error(`no sheet ${sheet}`);
    act(found.value);
    this.state = draft.state();
    this.version++;
    this.events.tellChange({ sheet: found.value.name, area });
  }

  /** Adds a sheet as a person does, or replaces the one of that name. */
  putSheet(content: MemorySheetContent): void {
    const made = makeSheet(content);
    const at = this.state.sheets.findIndex((sheet) => sameSheet(sheet.name, content.name));
    const sheets = this.state.sheets.map((sheet, i) => (i === at ? made : sheet));
    this.state = { ...this.state, sheets: at < 0 ? [...sheets, made] : sheets };
    this.version++;
    this.events.tellChange({ sheet: content.name, area: null });
  }

  /** Deletes a sheet as a person does. */
  removeSheet(name: string): void {
    this.state = { ...this.state, sheets: this.state.sheets.filter((sheet) => !sameSheet(sheet.name, name)) };
    this.version++;
  }

  /** All sheets as they stand, to look at. */
  get standing(): readonly MemorySheet[] {
    return this.state.sheets.map((sheet) => sheet.copy());
  }

  /** What is kept in the workbook, to look at. */
  get kept(): ReadonlyMap<string, string> {
    return this.state.settings;
  }

  private putSheets(draft: MemoryDraft, planned: readonly OwnedSheet[]): WrittenSheet[] {
    return planned.map(({ id, name, rows, hidden, charts = [] }) => {
      const there = draft.ownAll().find((sheet) => sheet.owned === id);
      const sheet = there ?? new MemorySheet(freeSheetName(name, draft.names));
      if (!there) draft.add(sheet);
      sheet.owned = id;
      if (hidden) sheet.visible = false;
      sheet.cells.clear();
      const chartCells = new ChartCells(charts);
      let row = 0;
      for (const { cells } of rows) {
        row++;
        chartCells.note(row, cells);
        cells.forEach((cell, i) => sheet.set(row, i + 1, plannedCell(cell, this.date1904)));
      }
      sheet.charts = chartCells.filled().map(({ chart }) => chart);
      return { id, name: sheet.name, rows: row };
    });
  }

  private gridOf(name: string): Result<SheetGrid> {
    const sheet = this.state.sheets.find((known) => known.name === name);
    if (sheet) return ok(sheet.grid(this.date1904, this.capabilities.merges));
    return fail(problem('sheet-not-found', { sheet: name, sheets: this.state.sheets.map((known) => known.name) }));
  }

  private async answer<T>(operation: MemoryOperation, sheet: string | null, run: () => Result<T>): Promise<Result<T>> {
    // Like any host, this one answers only after others had their turn.
    await Promise.resolve();
    const refusal = this.hooks.before?.(operation, sheet);
    if (refusal) return fail(refusal);
    const result = run();
    if (result.ok) this.hooks.after?.(operation, sheet);
    return result;
  }

  private change<T>(
    operation: MemoryOperation,
    sheet: string | null,
    run: (draft: MemoryDraft) => Result<T>,
  ): Promise<Result<T>> {
    return this.answer(operation, sheet, () => {
      const draft = new MemoryDraft(this.state);
      const result = run(draft);
      if (!result.ok) return result;
      this.state = draft.state();
      this.version++;
      return result;
    });
  }
}

function changeable(draft: MemoryDraft, name: string): Result<MemorySheet> {
  const found = draft.sheet(name);
  return found.ok && found.value.protected ? fail(problem('sheet-protected', { sheet: found.value.name })) : found;
}

function stopIfAsked(pace: Pace): void {
  if (pace.signal?.aborted) throw new Cancelled();
}

const areaOf = (edits: readonly CellEdit[]): CellArea =>
  edits.reduce<CellArea>(
    ({ top, left, bottom, right }, { row, column }) => ({
      top: Math.min(top, row),
      left: Math.min(left, column),
      bottom: Math.max(bottom, row),
      right: Math.max(right, column),
    }),
    { top: Infinity, left: Infinity, bottom: 0, right: 0 },
  );
