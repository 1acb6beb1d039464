import { Cancelled, type Pace } from '../../../core/cancel';
import { problem } from '../../../core/problem';
import type { OwnedSheetId } from '../../../core/writeplan/plan';
import { sameSheet } from '../../../core/writeplan/sheetNames';
import type { ClearReport } from '../../../ports/liveWorkbook';
import { FileFault } from '../fault';
import { markedSheet } from '../marker';
import { ownColumnsOf, ownedSheetOf } from '../ownership';
import { relationshipsPart } from '../relationships';
import { isSheetProtected } from '../sheetProtection';
import { tableParts, type PackageSheet, type XlsxPackage } from '../xlsxPackage';
import { absoluteArea, parseArea } from '../write/areas';
import { readBefore } from '../write/before';
import { dropFromCalcChain } from '../write/calcChain';
import { addPatch, type SheetPatches } from '../write/cellPatch';
import { readEntries, writeEntries } from '../write/customPart';
import type { Deflate } from '../write/deflate';
import { removeOrphans } from '../write/orphans';
import { PackageEdit } from '../write/packageEdit';
import { openSheet, saveSheet, type OpenSheet } from '../write/sheetRewrite';
import { readTable, type TablePart } from '../write/tableGrowth';
import { WorkbookEdit } from '../write/workbookEdit';
import { clearColumns } from './clearColumns';
import { takeLists } from './dropDowns';
import { withFormulaText, withoutValue } from './editedCell';
import { withoutSheets } from './formulaText';
import { takeMarks } from './marks';
import { formulasOf, type FormulaCell } from './sheetFormulas';
import { coveredBy, StaleCells } from './staleCells';

const OURS = /^_appeals\./i;
const FILTER_NAME = '_xlnm._filterdatabase';

/**
 * Makes the file without anything of ours but the settings, or without these sheets of ours alone; null where nothing
 * was. Rejects with a `FileFault`:
 * `workbook-structure-protected`, `sheet-protected`, or what reading can find.
 */
export async function clearWorkbook(
  pkg: XlsxPackage,
  deflate: Deflate,
  pace: Pace,
  only: ReadonlySet<OwnedSheetId> | null = null,
): Promise<{ bytes: Uint8Array | null; report: ClearReport }> {
  return new WorkbookClearing(pkg, deflate, pace, only).run();
}

/** A sheet of the user's while it is cleared. */
interface Clearing {
  readonly sheet: PackageSheet;
  readonly position: number;
  readonly open: OpenSheet;
  readonly formulas: readonly FormulaCell[];
  readonly patches: SheetPatches;
}

class WorkbookClearing {
  private readonly edit: PackageEdit;
  private columns = 0;
  private marks = 0;
  private lists = 0;
  /** Cells that are gone, by sheet. */
  private readonly gone = new Map<PackageSheet, { readonly row: number; readonly column: number }[]>();

  constructor(
    private readonly pkg: XlsxPackage,
    deflate: Deflate,
    private readonly pace: Pace,
    private readonly only: ReadonlySet<OwnedSheetId> | null,
  ) {
    this.edit = new PackageEdit(pkg, deflate);
  }

  async run(): Promise<{ bytes: Uint8Array | null; report: ClearReport }> {
    const { pkg, edit } = this;
    const workbook = new WorkbookEdit(await edit.text(pkg.workbookPart));
    const owned = pkg.sheets.filter(
      (sheet) => sheet.kind === 'worksheet' && this.isToGo(ownedSheetOf(pkg.definedNames, sheet.name)),
    );
    if (owned.length > 0) this.refuseSheets(owned);
    const sheets = await this.openSheets(owned);
    const before = this.only ? new Map<string, string>() : await readEntries(pkg, 'before');
    if (!this.only) for (const clearing of sheets) await this.clearSheet(clearing, workbook, before);
    const orphaned = this.dropReferences(sheets, owned, workbook);
    const outdated = this.dropValues(sheets);
    for (const { sheet, open, patches } of sheets) {
      await this.breathe();
      await saveSheet(edit, sheet, open, patches, () => this.breathe());
    }
    await this.removeSheets(owned, workbook);
    for (const { name, sheet } of workbook.definedNames)
      if (this.only ? this.isToGo(markedSheet(name)) : OURS.test(name)) workbook.removeName(name, sheet);
    if (orphaned || outdated) workbook.calculateOnLoad();
    await this.trimCalcChain(owned);
    await edit.setText(pkg.workbookPart, workbook.result());
    if (before.size > 0) await writeEntries(edit, 'before', new Map());
    await this.breathe();
    const { columns, marks, lists } = this;
    return {
      bytes: edit.isEmpty ? null : edit.build(),
      report: { columns, sheets: owned.map(({ name }) => name), marks, lists },
    };
  }

  private isToGo(id: OwnedSheetId | null): boolean {
    return id !== null && (this.only?.has(id) ?? true);
  }

  private refuseSheets(owned: readonly PackageSheet[]): void {
    const { pkg } = this;
    if (pkg.structureLocked) throw new FileFault(problem('workbook-structure-protected'));
    if (!pkg.sheets.some((sheet) => sheet.state === 'visible' && !owned.includes(sheet)))
      throw new FileFault(problem('no-sheet-left-to-show'));
  }

  private async openSheets(owned: readonly PackageSheet[]): Promise<Clearing[]> {
    const { pkg, edit } = this;
    const sheets: Clearing[] = [];
    for (const [position, sheet] of pkg.sheets.entries()) {
      if (sheet.kind !== 'worksheet' || owned.includes(sheet) || !pkg.has(sheet.part)) continue;
      const open = await openSheet(edit, sheet);
      sheets.push({ sheet, position, open, formulas: formulasOf(open.index), patches: new Map() });
      await this.breathe();
    }
    return sheets;
  }

  private async clearSheet(
    { sheet, position, open, patches }: Clearing,
    workbook: WorkbookEdit,
    before: ReadonlyMap<string, string>,
  ): Promise<void> {
    const marks = takeMarks(open.frame);
    const lists = takeLists(open.frame);
    const columns = ownColumnsOf(workbook.definedNames, sheet.name, position);
    const owned = (columns ?? []).filter((column) => column !== null).length;
    if (marks + lists + owned === 0) return;
    const isProtected = await isSheetProtected(this.pkg, sheet.name, this.pace);
    if (!isProtected.ok) throw new FileFault(isProtected.problems[0]!);
    if (isProtected.value) throw new FileFault(problem('sheet-protected', { sheet: sheet.name }));
    this.marks += marks;
    this.lists += lists;
    this.columns += owned;
    if (!columns || owned === 0) return;
    const tables = await this.tables(sheet);
    const cleared = clearColumns(open, columns, readBefore(before.get(sheet.sheetId)), tables, patches);
    for (const { part, text } of cleared.tables) await this.edit.setText(part, text);
    if (cleared.filter) narrowFilterName(workbook, position, absoluteArea(cleared.filter));
    this.gone.set(sheet, [...cleared.cells]);
  }

  private async tables(sheet: PackageSheet): Promise<TablePart[]> {
    const tables: TablePart[] = [];
    for (const part of await tableParts(this.pkg, sheet)) {
      const table = this.edit.has(part) ? readTable(part, await this.edit.text(part)) : null;
      if (table) tables.push(table);
    }
    return tables;
  }

  /** Formulas and names of the user's that read a sheet that goes read `#REF!`, as when a person deletes it. */
  private dropReferences(sheets: readonly Clearing[], owned: readonly PackageSheet[], workbook: WorkbookEdit): boolean {
    const isGone = (name: string): boolean => owned.some((sheet) => sameSheet(sheet.name, name));
    if (owned.length === 0) return false;
    let found = false;
    for (const { formulas, patches } of sheets)
      for (const { row, column, text } of formulas) {
        const left = withoutSheets(text, isGone);
        if (left === text) continue;
        found = true;
        addPatch(patches, row, column, (cell) => withoutValue(withFormulaText(cell, left)));
      }
    for (const { name, sheet, text } of workbook.definedNames) {
      const left = OURS.test(name) ? text : withoutSheets(text, isGone);
      if (left !== text && !owned.includes(this.pkg.sheets[sheet ?? -1]!)) workbook.changeName(name, sheet, left);
    }
    return found;
  }

  /** Formulas of the user's that read cells of ours have no value until someone calculates them. */
  private dropValues(sheets: readonly Clearing[]): boolean {
    if (this.gone.size === 0) return false;
    const stale = new StaleCells();
    for (const { sheet, formulas } of sheets) stale.addSheet(sheet.name, formulas);
    let found = false;
    for (const [sheet, cells] of this.gone)
      for (const formula of stale.edited(sheet.name, cells, true)) {
        const patches = sheets.find((clearing) => clearing.sheet.name === formula.sheet)?.patches;
        found = true;
        for (const { row, column } of coveredBy(formula.cell))
          if (patches) addPatch(patches, row, column, (cell) => withoutValue(cell));
      }
    return found;
  }

  private async removeSheets(owned: readonly PackageSheet[], workbook: WorkbookEdit): Promise<void> {
    const { pkg, edit } = this;
    await removeOrphans(
      edit,
      owned.map(({ part }) => part),
    );
    for (const sheet of owned) {
      workbook.removeSheet(pkg.sheets.indexOf(sheet));
      if (edit.has(relationshipsPart(sheet.part))) edit.remove(relationshipsPart(sheet.part));
      await edit.withdraw(sheet.part, pkg.workbookPart);
    }
  }

  private async trimCalcChain(owned: readonly PackageSheet[]): Promise<void> {
    const { pkg, edit } = this;
    const part = pkg.calcChainPart;
    if (!part) return;
    const ids = new Set(owned.map(({ sheetId }) => sheetId));
    const cells = new Set<string>();
    for (const [sheet, gone] of this.gone)
      for (const { row, column } of gone) cells.add(`${sheet.sheetId}!${row},${column}`);
    const text = await edit.text(part);
    const isGone = (id: string, row: number, column: number): boolean =>
      ids.has(id) || cells.has(`${id}!${row},${column}`);
    const trimmed = dropFromCalcChain(text, isGone);
    if (trimmed === null) await edit.withdraw(part, pkg.workbookPart);
    else await edit.setText(part, trimmed);
  }

  private async breathe(): Promise<void> {
    if (this.pace.signal?.aborted) throw new Cancelled();
    await this.pace.breathe?.();
    if (this.pace.signal?.aborted) throw new Cancelled();
  }
}

/** The hidden name that repeats the area of a sheet's filter is narrowed with it. */
function narrowFilterName(workbook: WorkbookEdit, position: number, area: string): void {
  const entry = workbook.definedNames.find(
    ({ name, sheet }) => sheet === position && name.toLowerCase() === FILTER_NAME,
  );
  const bang = entry?.text.lastIndexOf('!') ?? -1;
  if (entry && parseArea(entry.text.slice(bang + 1)))
    workbook.changeName(entry.name, position, entry.text.slice(0, bang + 1) + area);
}
