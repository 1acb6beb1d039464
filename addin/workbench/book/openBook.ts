import type { EditedCell } from '../../../src/core/ledger/editableSheet';
import type { CellArea } from '../../../src/core/ledger/grid';
import { dateFormat } from '../../../src/core/ledger/numberFormat';
import { fail, ok, problem, type Problem, type Result } from '../../../src/core/problem';
import type { CellEdit, CellPlace, CellsChanged } from '../../../src/ports/liveWorkbook';
import type { OpenFile, OpenedFile } from '../../../src/ports/workbench';
import type { SheetInfo } from '../../../src/ports/workbook';
import { SheetView } from '../sheet/sheetView';
import type { EditGroup, TypedEdit } from '../typing/edits';
import { areaCells, editedCell, inSmallAreas } from './areaCells';
import type { Headings } from './showHeadings';
import { Signal } from './signal';

/** What is drawn of the open workbook. */
export interface BookState {
  readonly sheets: readonly SheetInfo[];
  /** The sheet that is shown; null while the workbook has none to show. */
  readonly sheet: string | null;
  /** Null while the sheet is being read. */
  readonly view: SheetView | null;
  /** What the columns of the sheet are called, where a check found that out. */
  readonly headings: Headings;
  readonly problems: readonly Problem[];
  /** Counts whatever changes the drawing. */
  readonly turn: number;
}

/** The workbook that is open: the sheet shown, where the user is, what the user types. */
export class OpenBook {
  private sheets: readonly SheetInfo[];
  private current: string | null;
  private problems: readonly Problem[] = [];
  private readonly views = new Map<string, SheetView>();
  /** The sheet that was checked last, and its headings. */
  private headed: { readonly sheet: string; readonly headings: Headings } | null = null;
  private turn = 0;
  private reading = 0;
  /** Formulas may have lost their values since cells that are drawn were read. */
  private stale = false;
  private visible: CellArea | null = null;
  /** Edits go to the worker one after the other, each on what the one before it left. */
  private last: Promise<unknown> = Promise.resolve();
  /** Counts what changed the file; what was saved is one of these. */
  changes = 0;
  saved = 0;
  /** Another file is about to take this one's place: what is typed now would go into that. */
  private isLeaving = false;
  /** Where the user is. */
  at: CellPlace | null = null;

  readonly drawn = new Signal<BookState>();
  readonly selected = new Signal<CellPlace>();
  readonly changed = new Signal<CellsChanged>();
  /** Places that the pane sends the user to. */
  readonly asked = new Signal<CellPlace>();
  lastAsked: CellPlace | null = null;

  constructor(
    private readonly file: OpenFile,
    readonly opened: OpenedFile,
  ) {
    this.sheets = opened.sheets;
    this.current =
      (opened.sheets.find(({ active, visible }) => active && visible) ?? firstVisible(opened.sheets))?.name ?? null;
  }

  get state(): BookState {
    const { sheets, problems, turn, current } = this;
    return {
      sheets,
      sheet: current,
      view: current === null ? null : (this.views.get(current) ?? null),
      headings: this.headed && this.headed.sheet === current ? this.headed.headings : NO_HEADINGS,
      problems,
      turn,
    };
  }

  get isSaved(): boolean {
    return this.changes === this.saved;
  }

  /** Waits until everything that was typed so far is in the file, or was refused. */
  async settled(): Promise<void> {
    await this.last.catch(() => undefined);
  }

  /** Lets what was typed come to its end, and takes no more until `stay`. */
  async leave(): Promise<void> {
    this.isLeaving = true;
    await this.settled();
  }

  stay(): void {
    this.isLeaving = false;
  }

  /** Shows a sheet, read anew unless it is at hand. */
  async show(sheet: string): Promise<void> {
    this.current = sheet;
    this.problems = [];
    this.redraw();
    if (!this.views.has(sheet)) await this.read(sheet);
  }

  /** After writing that was not typed here: sheets and cells may all be others. */
  async reload(): Promise<void> {
    this.changes++;
    const sheets = await this.file.sheets();
    if (sheets.ok) this.sheets = sheets.value;
    if (!this.sheets.some(({ name, visible }) => visible && name === this.current))
      this.current = firstVisible(this.sheets)?.name ?? null;
    const { current } = this;
    for (const name of [...this.views.keys()]) if (name !== current) this.views.delete(name);
    if (current !== null) await this.read(current);
    this.stale = false;
    this.redraw();
  }

  /** A check found what the columns of a sheet are called. */
  head(sheet: string, headings: Headings): void {
    this.headed = { sheet, headings };
    this.redraw();
  }

  /** Something changed in the file that no cell shows. */
  touch(): void {
    this.changes++;
    this.redraw();
  }

  markSaved(change: number): void {
    this.saved = change;
    this.redraw();
  }

  private async read(sheet: string): Promise<void> {
    const turn = ++this.reading;
    const read = await this.file.readSheet(sheet);
    if (turn !== this.reading) return;
    if (read.ok) {
      const info = this.sheets.find(({ name }) => name === sheet);
      this.views.set(sheet, new SheetView(read.value, info?.owned != null));
    }
    this.problems = read.ok ? [] : read.problems;
    this.redraw();
  }

  /** Goes to a cell that the pane names. */
  async goTo(sheet: string, row: number, column: number, cell: string): Promise<Result<void>> {
    const info = this.sheets.find(({ name }) => name === sheet);
    if (!info || !SheetView.isPlace(row, column))
      return fail(problem('place-not-found', { sheet, cell }, { sheet, cell }));
    if (!info.visible) return fail(problem('sheet-is-hidden', { sheet }));
    if (this.current !== sheet || !this.views.has(sheet)) await this.show(sheet);
    const view = this.views.get(sheet);
    if (!view)
      return this.problems.length > 0
        ? fail(...this.problems)
        : fail(problem('place-not-found', { sheet, cell }, { sheet, cell }));
    view.reach(row, column);
    this.redraw();
    this.moveTo(row, column);
    this.lastAsked = { sheet, row, column };
    this.asked.tell(this.lastAsked);
    return ok(undefined);
  }

  /** The user, or the pane for them, is on another cell of the sheet shown. */
  moveTo(row: number, column: number): void {
    const { current: sheet, at } = this;
    if (sheet === null || (at?.sheet === sheet && at.row === row && at.column === column)) return;
    this.at = { sheet, row, column };
    this.selected.tell(this.at);
  }

  /** Takes in what the user typed: shown at once, taken back where it is refused. */
  edit(group: EditGroup): Promise<Result<void>> {
    const { current: sheet } = this;
    const view = this.state.view;
    if (this.isLeaving) return Promise.resolve(fail(problem('file-being-opened')));
    if (sheet === null || view === null || group.edits.length === 0) return Promise.resolve(ok(undefined));
    const ours = group.edits.find(({ column }) => view.isOurs(column));
    if (ours) {
      const cell = view.addressOf(ours.row, ours.column);
      return Promise.resolve(fail(problem('cell-is-ours', { cell }, { sheet, cell })));
    }
    const before = group.edits.map(({ row, column }) => view.cell(row, column));
    view.put(group.edits.map(editedCell));
    this.redraw();
    const task = this.last.then(() => this.send(sheet, view, group, before));
    this.last = task.catch(() => undefined);
    return task;
  }

  private async send(
    sheet: string,
    view: SheetView,
    group: EditGroup,
    before: readonly EditedCell[],
  ): Promise<Result<void>> {
    const done = await this.file.editCells(sheet, group.edits.map(plain));
    if (!done.ok) {
      view.put(before);
      this.redraw();
      return done;
    }
    this.changes++;
    this.stale = true;
    for (const name of [...this.views.keys()]) if (name !== this.current) this.views.delete(name);
    await this.withoutDates(sheet, view, group);
    for (const area of group.areas) this.changed.tell({ sheet, area });
    await this.refresh(sheet, [...group.areas, ...this.seen()]);
    this.redraw();
    return done;
  }

  /** Serials that were assumed to show as dates, and do not: the text that was typed says more. */
  private async withoutDates(sheet: string, view: SheetView, { areas, edits }: EditGroup): Promise<void> {
    if (edits.every(({ ifNoDate }) => ifNoDate === null)) return;
    await this.refresh(sheet, areas);
    const texts = edits.flatMap(({ row, column, ifNoDate }): CellEdit[] => {
      const isDate = ifNoDate === null || dateFormat(view.into(row, column).format) !== 'none';
      return isDate ? [] : [{ row, column, value: ifNoDate }];
    });
    if (texts.length === 0) return;
    if ((await this.file.editCells(sheet, texts)).ok) view.put(texts.map(editedCell));
  }

  /** The user sees another part of the sheet: formulas there may have lost their values. */
  look(area: CellArea): void {
    this.visible = area;
    const { current: sheet } = this;
    if (this.stale && sheet !== null) void this.refresh(sheet, [area]).then(() => this.redraw());
  }

  private seen = (): readonly CellArea[] => (this.visible ? [this.visible] : []);

  /** Reads areas again into the sheet that is drawn. */
  private async refresh(sheet: string, areas: readonly CellArea[]): Promise<void> {
    for (const area of inSmallAreas(areas)) {
      const read = await this.file.readArea(sheet, area);
      if (read.ok) this.views.get(sheet)?.put(areaCells(read.value, area));
    }
  }

  private redraw(): void {
    this.turn++;
    this.drawn.tell(this.state);
  }
}

const NO_HEADINGS: Headings = new Map();
const firstVisible = (sheets: readonly SheetInfo[]): SheetInfo | undefined => sheets.find(({ visible }) => visible);
const plain = ({ row, column, value }: TypedEdit): CellEdit => ({ row, column, value });
