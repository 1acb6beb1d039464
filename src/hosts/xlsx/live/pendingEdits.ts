import type { Pace } from '../../../core/cancel';
import { refuseEdits } from '../../../core/ledger/cellEdits';
import { address, CellKind, type CellArea, type SheetGrid } from '../../../core/ledger/grid';
import { problem, type Problem } from '../../../core/problem';
import type { CellEdit } from '../../../ports/liveWorkbook';
import { asUtf8Bytes, PackageEdit } from '../write/packageEdit';
import { addPatch, type SheetPatches } from '../write/cellPatch';
import { dropFromCalcChain } from '../write/calcChain';
import type { Deflate } from '../write/deflate';
import { indexSheet } from '../write/sheetIndex';
import { openSheet, saveSheet } from '../write/sheetRewrite';
import { WorkbookEdit } from '../write/workbookEdit';
import type { PackageSheet, XlsxPackage } from '../xlsxPackage';
import { typedCell, typedCellXml, withoutValue } from './editedCell';
import { overlaid, type OverlaidCell, type Overlay } from './overlay';
import { keepShared } from './sharedFormulas';
import { formulasOf } from './sheetFormulas';
import { readState, type SheetState } from './sheetState';
import { coveredBy, StaleCells, type StaleFormula } from './staleCells';

/** What is laid over one sheet. */
interface SheetEdits {
  /** Cells as they read: those typed, and formulas that are stale. */
  readonly overlay: Overlay;
  readonly typed: Overlay;
  readonly stale: StaleFormula[];
}

const NOTHING: Overlay = new Map();
const STALE: OverlaidCell = { kind: CellKind.uncached, number: 0, text: '', style: null };

/**
 * What was typed into a file's sheets and isn't in the file yet. Reading goes over it; `fold` puts it into the file.
 */
export class PendingEdits {
  private readonly states = new Map<string, SheetState>();
  private readonly edits = new Map<string, SheetEdits>();
  private stale: StaleCells | null = null;
  /** Sheets as they read since the last edit. */
  private readonly grids = new Map<string, SheetGrid>();

  constructor(private readonly pkg: XlsxPackage) {}

  get isEmpty(): boolean {
    return this.edits.size === 0;
  }

  /** Takes in edits of one sheet, all or, with the problems answered, none. Rejects with a `FileFault`. */
  async edit(name: string, edits: readonly CellEdit[], pace: Pace = {}): Promise<Problem[]> {
    const state = await this.state(name, pace);
    const problems = this.refuse(state, edits);
    if (problems.length > 0 || edits.length === 0) return problems;
    this.stale ??= await staleCells(this.pkg, (sheet) => this.states.get(sheet.name));
    this.grids.clear();
    const own = this.editsOf(state.sheet.name);
    for (const { row, column, value } of edits) {
      const style = own.typed.get(row)?.get(column)?.style ?? state.styleAt(row, column);
      put(own.typed, row, column, typedCell(value, style));
      put(own.overlay, row, column, typedCell(value, style));
    }
    for (const formula of this.stale.edited(state.sheet.name, edits)) {
      const sheet = this.pkg.sheets.find((known) => known.name === formula.sheet)?.name ?? formula.sheet;
      const there = this.editsOf(sheet);
      there.stale.push(formula);
      for (const { row, column } of coveredBy(formula.cell))
        if (!there.typed.get(row)?.has(column)) put(there.overlay, row, column, STALE);
    }
    return [];
  }

  /**
   * The sheet as it reads now where it has edits or was read for editing; else null: the file says it. It is kept: whoever
   * hands it on gives away a copy.
   */
  grid(name: string): SheetGrid | null {
    const state = this.states.get(name);
    if (!state) return null;
    const made = this.grids.get(name) ?? overlaid(state.grid, this.edits.get(name)?.overlay ?? NOTHING);
    this.grids.set(name, made);
    return made;
  }

  /** The file's own reading of a sheet with what is laid over it. */
  over(grid: SheetGrid): SheetGrid {
    const edits = this.edits.get(grid.sheet);
    return edits ? overlaid(grid, edits.overlay) : grid;
  }

  /** Reads a sheet for editing, so that reading it again costs little. Rejects with a `FileFault`. */
  async state(name: string, pace: Pace = {}): Promise<SheetState> {
    const known = this.states.get(name);
    if (known) return known;
    const state = await readState(this.pkg, name, pace);
    this.states.set(state.sheet.name, state);
    return state;
  }

  /** The file with all of it in it. Rejects with a `FileFault`; nothing of the package itself changes. */
  async fold(deflate: Deflate): Promise<Uint8Array> {
    const edit = new PackageEdit(this.pkg, deflate);
    const gone = new Set<string>();
    let staleFormulas = 0;
    for (const [name, { typed, stale }] of this.edits) {
      const sheet = this.pkg.sheets.find((known) => known.name === name);
      if (!sheet) continue;
      staleFormulas += stale.length;
      const isTyped = (row: number, column: number): boolean => typed.get(row)?.has(column) === true;
      const open = await openSheet(edit, sheet);
      const patches: SheetPatches = new Map();
      const formulas = this.states.get(name)?.formulas ?? [];
      keepShared(formulas, isTyped, patches);
      for (const { row, column } of formulas)
        if (isTyped(row, column)) gone.add(`${sheet.sheetId}!${address(row, column)}`);
      for (const { cell } of stale)
        for (const { row, column } of coveredBy(cell))
          if (!isTyped(row, column)) addPatch(patches, row, column, withoutValue);
      for (const [row, cells] of typed)
        for (const [column, cell] of cells)
          addPatch(patches, row, column, () => typedCellXml(row, column, cell, open.index.prefix));
      if (typed.size > 0) open.frame.stretchDimension(areaOf(typed));
      await saveSheet(edit, sheet, open, patches);
    }
    await this.trimCalcChain(edit, gone);
    if (staleFormulas > 0) {
      const workbook = new WorkbookEdit(await edit.text(this.pkg.workbookPart));
      workbook.calculateOnLoad();
      await edit.setText(this.pkg.workbookPart, workbook.result());
    }
    return edit.build();
  }

  private refuse(state: SheetState, edits: readonly CellEdit[]): Problem[] {
    const sheet = state.sheet.name;
    if (state.isProtected) return [problem('sheet-protected', { sheet })];
    const problems = refuseEdits(sheet, edits, state.grid.merges ?? []);
    if (problems.length > 0) return problems;
    const arrays = state.formulas.flatMap(({ kind, area }) =>
      (kind === 'array' || kind === 'dataTable') && area && !isSingle(area) ? [area] : [],
    );
    for (const { row, column } of edits) {
      const cell = address(row, column);
      const inside = (areas: readonly CellArea[]): boolean => areas.some((area) => covers(area, row, column));
      if (inside(arrays)) problems.push(problem('cell-in-array', { cell }, { sheet, cell }));
      else if (inside(state.tableHeadings)) problems.push(problem('cell-is-table-heading', { cell }, { sheet, cell }));
    }
    return problems;
  }

  private editsOf(name: string): SheetEdits {
    const edits: SheetEdits = this.edits.get(name) ?? { overlay: new Map(), typed: new Map(), stale: [] };
    this.edits.set(name, edits);
    return edits;
  }

  private async trimCalcChain(edit: PackageEdit, gone: ReadonlySet<string>): Promise<void> {
    const part = this.pkg.calcChainPart;
    if (!part || gone.size === 0) return;
    const text = await edit.text(part);
    const trimmed = dropFromCalcChain(text, (sheetId, row, column) => gone.has(`${sheetId}!${address(row, column)}`));
    if (trimmed === null) await edit.withdraw(part, this.pkg.workbookPart);
    else await edit.setText(part, trimmed);
  }
}

/** The formulas of all sheets, whose values an edit may make stale. */
async function staleCells(
  pkg: XlsxPackage,
  known: (sheet: PackageSheet) => SheetState | undefined,
): Promise<StaleCells> {
  const stale = new StaleCells();
  for (const sheet of pkg.sheets) {
    if (sheet.kind !== 'worksheet' || !pkg.has(sheet.part)) continue;
    const state = known(sheet);
    if (state) stale.addSheet(sheet.name, state.formulas);
    else stale.addSheet(sheet.name, formulasOf(indexSheet(asUtf8Bytes(await pkg.part(sheet.part), sheet.part))));
  }
  return stale;
}

function put(overlay: Overlay, row: number, column: number, cell: OverlaidCell): void {
  const cells = overlay.get(row);
  if (cells) cells.set(column, cell);
  else overlay.set(row, new Map([[column, cell]]));
}

function areaOf(typed: Overlay): CellArea {
  let [top, left, bottom, right] = [Infinity, Infinity, 0, 0];
  for (const [row, cells] of typed) {
    [top, bottom] = [Math.min(top, row), Math.max(bottom, row)];
    for (const column of cells.keys()) [left, right] = [Math.min(left, column), Math.max(right, column)];
  }
  return { top, left, bottom, right };
}

const covers = (area: CellArea, row: number, column: number): boolean =>
  row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;

const isSingle = ({ top, left, bottom, right }: CellArea): boolean => top === bottom && left === right;
