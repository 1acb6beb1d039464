import { Cancelled, type Pace } from '../../../core/cancel';
import { problem } from '../../../core/problem';
import type { OwnedSheet, OwnedSheetId, WritePlan, WriteReport } from '../../../core/writeplan/plan';
import { freeSheetName, sameSheet as sameName } from '../../../core/writeplan/sheetNames';
import { FileFault } from '../fault';
import { markedSheet, parseReference, quoteSheet, sheetMarker } from '../marker';
import { relationshipsPart } from '../relationships';
import { isSheetProtected } from '../sheetProtection';
import type { PackageSheet, XlsxPackage } from '../xlsxPackage';
import { absoluteArea, parseArea } from './areas';
import { rememberBefore } from './before';
import { dropFromCalcChain } from './calcChain';
import { markColumns, markedColumns } from './columnMarker';
import type { Deflate } from './deflate';
import { writeLedgerColumns, type LedgerOutcome } from './ledgerSheet';
import { addSheet, openStyles, saveStyles } from './newSheet';
import { writeOwnSheet, type OwnSheetReport } from './ownSheet';
import { PackageEdit } from './packageEdit';
import { FILTER_NAME, namePages } from './pageNames';
import type { StyleBook } from './styleBook';
import { WorkbookEdit } from './workbookEdit';

/** A plan; one for our sheets alone names no ledger. */
export type SheetsPlan = Omit<WritePlan, 'ledgerSheet'> & { readonly ledgerSheet: string | null };

interface Target {
  readonly planned: OwnedSheet;
  /** The name it has in the workbook. */
  readonly name: string;
  readonly part: string;
  /** 0-based among all sheets. */
  readonly position: number;
  /** The sheet it replaces, or null for a new one. */
  readonly replaced: PackageSheet | null;
}

interface Outcome {
  readonly bytes: Uint8Array;
  readonly report: WriteReport;
}

/**
 * Makes the file that a plan asks for out of a package, which itself stays as it is. Rejects with a `FileFault`:
 * `workbook-structure-protected`, `sheet-not-found`, or what reading can find (`file-is-damaged`, …).
 */
export async function carryOut(pkg: XlsxPackage, plan: SheetsPlan, deflate: Deflate, pace: Pace): Promise<Outcome> {
  return new PlanWriter(pkg, plan, deflate, pace).run();
}

class PlanWriter {
  private readonly edit: PackageEdit;
  private readonly notes: WriteReport['notes'][number][] = [];
  private readonly total: number;
  private done = 0;

  constructor(
    private readonly pkg: XlsxPackage,
    private readonly plan: SheetsPlan,
    deflate: Deflate,
    private readonly pace: Pace,
  ) {
    this.edit = new PackageEdit(pkg, deflate);
    this.total = (plan.columns?.rows.size ?? 0) + plan.sheets.reduce((sum, sheet) => sum + sheet.rowCount, 0);
  }

  async run(): Promise<Outcome> {
    const { pkg, plan, edit } = this;
    if (pkg.structureLocked) throw new FileFault(problem('workbook-structure-protected'));
    const ledger = plan.ledgerSheet === null ? null : this.ledgerSheet(plan.ledgerSheet);
    const workbook = new WorkbookEdit(await edit.text(pkg.workbookPart));
    const styles = await openStyles(edit, workbook);
    const columns = ledger && (await this.writeColumns(ledger, pkg.sheets.indexOf(ledger), workbook, styles));
    const targets = await this.resolveSheets(workbook, ledger);
    const sheets: WriteReport['sheets'][number][] = [];
    for (const target of targets) {
      const { rows } = await this.writeSheet(target, targets, workbook, styles);
      sheets.push({ id: target.planned.id, name: target.name, rows });
    }
    await saveStyles(edit, styles);
    await this.trimCalcChain(ledger, columns, targets);
    await edit.setText(pkg.workbookPart, workbook.result());
    if (pkg.archive.entries.some((entry) => /^\/?_xmlsignatures\//i.test(entry.name)))
      this.notes.push({ code: 'signature-invalidated', params: {} });
    this.stopIfAsked();
    const columnsWritten = columns !== null;
    const report = { columnsWritten, rowsWritten: columns?.rowsWritten ?? 0, sheets, notes: this.notes };
    return { bytes: edit.build(), report };
  }

  private ledgerSheet(name: string): PackageSheet {
    const { sheets } = this.pkg;
    const found = sheets.find((sheet) => sameName(sheet.name, name));
    if (found?.kind === 'worksheet') return found;
    throw new FileFault(problem('sheet-not-found', { sheet: name, sheets: sheets.map((sheet) => sheet.name) }));
  }

  private async writeColumns(
    ledger: PackageSheet,
    position: number,
    workbook: WorkbookEdit,
    styles: StyleBook,
  ): Promise<LedgerOutcome | null> {
    const { pkg, plan, edit } = this;
    const isProtected = await isSheetProtected(pkg, ledger.name, this.pace);
    if (!isProtected.ok) throw new FileFault(isProtected.problems[0]!);
    if (isProtected.value) {
      this.notes.push({ code: 'ledger-sheet-protected', params: { sheet: ledger.name } });
      return null;
    }
    if (!plan.columns || plan.columns.titles.length === 0) return null;
    const outcome = await writeLedgerColumns({
      edit,
      sheet: ledger,
      plan: plan.columns,
      owned: markedColumns(workbook, ledger, position),
      date1904: pkg.date1904,
      format: styles.index,
      pause: (done, total) => this.pause((plan.columns!.rows.size * done) / total),
    });
    this.done += plan.columns.rows.size;
    if (!outcome.columns) {
      this.notes.push({ code: 'columns-no-room', params: { sheet: ledger.name } });
      return null;
    }
    if (outcome.kept.size > 0)
      this.notes.push({ code: 'formulas-kept', params: { sheet: ledger.name, count: outcome.kept.size } });
    markColumns(workbook, ledger.name, position, outcome.columns);
    if (outcome.before) await rememberBefore(edit, ledger, outcome.before);
    if (outcome.filter) stretchFilterName(workbook, position, ledger.name, absoluteArea(outcome.filter));
    return outcome;
  }

  /** Finds each planned sheet by its marker, or makes room for a new one after all others. */
  private async resolveSheets(workbook: WorkbookEdit, ledger: PackageSheet | null): Promise<Target[]> {
    const { pkg, edit } = this;
    const names = pkg.sheets.map((sheet) => sheet.name);
    const targets: Target[] = [];
    for (const planned of this.plan.sheets) {
      const replaced = this.markedSheetOf(workbook, planned.id, ledger);
      if (replaced) {
        const position = pkg.sheets.indexOf(replaced);
        targets.push({ planned, name: replaced.name, part: replaced.part, position, replaced });
        if (planned.hidden) workbook.hideSheet(position);
        if (edit.has(relationshipsPart(replaced.part))) edit.remove(relationshipsPart(replaced.part));
        continue;
      }
      const name = freeSheetName(planned.name, names);
      names.push(name);
      const taken = new Set(targets.map((target) => target.part));
      const place = await addSheet(edit, workbook, name, { taken, hidden: planned.hidden === true });
      targets.push({ planned, name, ...place, replaced: null });
    }
    return targets;
  }

  private markedSheetOf(workbook: WorkbookEdit, id: OwnedSheetId, ledger: PackageSheet | null): PackageSheet | null {
    for (const { name, sheet, text } of workbook.definedNames) {
      if (sheet !== null || markedSheet(name) !== id) continue;
      const reference = parseReference(text);
      const found = this.pkg.sheets.find((s) => reference !== null && sameName(s.name, reference.sheet));
      // Never the ledger, whatever a marker says.
      if (found && found !== ledger && found.kind === 'worksheet' && this.pkg.has(found.part)) return found;
    }
    return null;
  }

  private async writeSheet(
    target: Target,
    targets: readonly Target[],
    workbook: WorkbookEdit,
    styles: StyleBook,
  ): Promise<OwnSheetReport> {
    const { plan, pkg, edit } = this;
    const { planned, name, position } = target;
    const sheetName = (wanted: string): string =>
      wanted === plan.ledgerSheet ? wanted : (targets.find(({ planned }) => planned.name === wanted)?.name ?? wanted);
    const out = edit.open();
    const context = { prefix: '', date1904: pkg.date1904, format: styles.index, namespace: workbook.namespace };
    const pause = (rows: number): Promise<void> => this.pause(rows);
    const written = await writeOwnSheet(planned, { ...context, sheetName, pause }, out);
    edit.setPacked(target.part, await out.finish());
    this.done += planned.rowCount;
    workbook.setName(sheetMarker(planned.id), null, `${quoteSheet(name)}!$A$1`, true);
    namePages(workbook, { name, position }, planned, written);
    if (written.rowsCut) this.notes.push({ code: 'rows-limited', params: { sheet: name, rows: written.rows } });
    if (written.linksCut > 0)
      this.notes.push({ code: 'links-limited', params: { sheet: name, without: written.linksCut } });
    return written;
  }

  /** The chain of calculations may not name a cell that no longer holds a formula: Excel would repair the file. */
  private async trimCalcChain(
    ledger: PackageSheet | null,
    columns: LedgerOutcome | null,
    targets: readonly Target[],
  ): Promise<void> {
    const { pkg, edit } = this;
    const part = pkg.calcChainPart;
    if (!part) return;
    const replaced = new Set(targets.flatMap((target) => target.replaced?.sheetId ?? []));
    const text = await edit.text(part);
    const trimmed = dropFromCalcChain(
      text,
      (sheetId, row, column) =>
        replaced.has(sheetId) || (sheetId === ledger?.sheetId && columns?.isOverwritten(row, column) === true),
    );
    if (trimmed === null) await edit.withdraw(part, pkg.workbookPart);
    else await edit.setText(part, trimmed);
  }

  private async pause(rows: number): Promise<void> {
    this.stopIfAsked();
    this.pace.onProgress?.(Math.min(this.total, Math.floor(this.done + rows)), this.total);
    await this.pace.breathe?.();
    this.stopIfAsked();
  }

  private stopIfAsked(): void {
    if (this.pace.signal?.aborted) throw new Cancelled();
  }
}

/** The hidden name that repeats the area of a sheet's filter grows with it; where there is none, none is made. */
function stretchFilterName(workbook: WorkbookEdit, position: number, sheet: string, area: string): void {
  const entry = workbook.definedNames.find(
    ({ name, sheet: scope }) => scope === position && name.toLowerCase() === FILTER_NAME.toLowerCase(),
  );
  const bang = entry?.text.lastIndexOf('!') ?? -1;
  if (entry && parseArea(entry.text.slice(bang + 1))) {
    const owner = bang < 0 ? `${quoteSheet(sheet)}!` : entry.text.slice(0, bang + 1);
    workbook.setName(entry.name, position, owner + area, true);
  }
}
