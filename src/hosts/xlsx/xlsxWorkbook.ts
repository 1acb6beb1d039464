import type { Pace } from '../../core/cancel';
import { copyGrid, cutArea } from '../../core/ledger/cutArea';
import type { CellArea, SheetGrid } from '../../core/ledger/grid';
import { fail, ok, type Result } from '../../core/problem';
import type { OwnedSheet, OwnedSheetId, WritePlan, WriteReport } from '../../core/writeplan/plan';
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
import { attempt, FileFault } from './fault';
import { clearWorkbook } from './live/clearWorkbook';
import { listSheet, markSheet } from './live/decorate';
import { PendingEdits } from './live/pendingEdits';
import { appendRecords, newRecordSheet, recordSheet } from './live/records';
import { ownedSheetOf } from './ownership';
import { readSheetGrid } from './readSheet';
import { isSheetProtected } from './sheetProtection';
import { carryOut } from './write/carryOut';
import { readEntries, writeEntries } from './write/customPart';
import { deflateByFflate, type Deflate } from './write/deflate';
import { PackageEdit } from './write/packageEdit';
import { openPackage, type OpenOptions, type XlsxPackage } from './xlsxPackage';

export interface XlsxOptions extends OpenOptions {
  /** A native deflater where the platform has one (`deflateByNode`); else fflate's. */
  readonly deflate?: Deflate;
}

/**
 * Opens the bytes of a workbook file; `name` is what a person calls it and says nothing about what it is. Problems:
 * see `openPackage`.
 */
export async function openXlsx(
  name: string,
  bytes: Uint8Array,
  options: XlsxOptions = {},
): Promise<Result<XlsxWorkbook>> {
  const opened = await openPackage(name, bytes, options);
  return opened.ok ? ok(new XlsxWorkbook(opened.value, bytes, options)) : opened;
}

/** New bytes of the file, or null where nothing differs, and what is to be said of the change. */
interface Change<T> {
  readonly bytes: Uint8Array | null;
  readonly value: T;
}

/**
 * A workbook that is a file in memory. Every change makes new bytes and takes them on whole, or not at all; cells that
 * are typed wait over the file until something needs them in it, so that typing costs nothing to speak of.
 */
export class XlsxWorkbook implements LiveWorkbook {
  readonly capabilities: WorkbookCapabilities = {
    merges: true,
    marks: true,
    dropDowns: true,
    changes: true,
    charts: true,
    pages: true,
    edits: true,
  };
  /** Changes wait for one another: each starts from what the one before it left. */
  private last: Promise<unknown> = Promise.resolve();
  private pending: PendingEdits;
  private typed = 0;

  constructor(
    private pkg: XlsxPackage,
    private file: Uint8Array,
    private readonly options: XlsxOptions,
  ) {
    this.pending = new PendingEdits(pkg);
  }

  get name(): string {
    return this.pkg.name;
  }

  /**
   * The file as it stands: the very bytes it was opened from until something is written. Where cells were typed and
   * not saved this would lose them: then it throws, and `save` is to be asked.
   */
  bytes(): Uint8Array {
    if (!this.pending.isEmpty) throw new Error('cells were typed that are not in the file yet: ask save()');
    return this.file;
  }

  /** The file with everything that was typed in it. Problems: `file-is-damaged`, `file-exceeds-limits`. */
  save(): Promise<Result<Uint8Array>> {
    return this.change((): Promise<Change<Uint8Array>> => Promise.resolve({ bytes: null, value: this.file }));
  }

  async sheets(): Promise<Result<readonly SheetInfo[]>> {
    const { pkg } = this;
    const infos: SheetInfo[] = [];
    for (const [position, sheet] of pkg.sheets.entries()) {
      const isProtected = await isSheetProtected(pkg, sheet.name);
      if (!isProtected.ok) return isProtected;
      infos.push({
        name: sheet.name,
        visible: sheet.state === 'visible',
        active: position === pkg.activeTab,
        protected: isProtected.value,
        owned: ownedSheetOf(pkg.definedNames, sheet.name),
      });
    }
    return ok(infos);
  }

  async readSheet(name: string, pace: Pace = {}): Promise<Result<SheetGrid>> {
    const { pending, pkg } = this;
    const known = pending.grid(name);
    if (known) return ok(copyGrid(known));
    const grid = await readSheetGrid(pkg, name, pace);
    return grid.ok ? ok(pending.over(grid.value)) : grid;
  }

  readArea(sheet: string, area: CellArea): Promise<Result<SheetGrid>> {
    const { pending } = this;
    return attempt(this.name, async () => {
      const state = await pending.state(sheet);
      return cutArea(pending.grid(state.sheet.name) ?? state.grid, area);
    });
  }

  /** Told by the checksums of all parts, so that two openings of the same file agree, and by how much was typed since. */
  revision(): Promise<string> {
    let hash = 17;
    for (const { name, crc32, size } of this.pkg.archive.entries) {
      for (let i = 0; i < name.length; i++) hash = (Math.imul(hash, 31) + name.charCodeAt(i)) | 0;
      hash = (Math.imul(hash, 31) + crc32) | 0;
      hash = (Math.imul(hash, 31) + size) | 0;
    }
    const file = (hash >>> 0).toString(16).padStart(8, '0');
    return Promise.resolve(this.pending.isEmpty ? file : `${file}+${this.typed}`);
  }

  /**
   * Carries out a plan. Problems: `workbook-structure-protected`, `sheet-not-found`, `file-is-damaged`; then, and when
   * it is cancelled or throws, the workbook is as it was.
   */
  write(plan: WritePlan, pace: Pace = {}): Promise<Result<WriteReport>> {
    return this.change(async (pkg, deflate) => {
      const { bytes, report } = await carryOut(pkg, plan, deflate, pace);
      return { bytes, value: report };
    });
  }

  writeSheets(sheets: readonly OwnedSheet[], pace: Pace = {}): Promise<Result<readonly WrittenSheet[]>> {
    return this.change(async (pkg, deflate) => {
      const { bytes, report } = await carryOut(pkg, { ledgerSheet: null, columns: null, sheets }, deflate, pace);
      return { bytes, value: report.sheets };
    });
  }

  removeSheets(ids: readonly OwnedSheetId[]): Promise<Result<readonly string[]>> {
    return this.change(async (pkg, deflate) => {
      const { bytes, report } = await clearWorkbook(pkg, deflate, {}, new Set(ids));
      return { bytes, value: report.sheets };
    });
  }

  settings(): Promise<Result<ReadonlyMap<string, string>>> {
    return attempt(this.name, () => readEntries(this.pkg, 'settings'));
  }

  /** They are kept in a custom part of the workbook; see docs/decisions. */
  saveSettings(changes: ReadonlyMap<string, string | null>): Promise<Result<void>> {
    return this.change(async (pkg, deflate) => {
      const entries = new Map(await readEntries(pkg, 'settings'));
      for (const [key, value] of changes) {
        if (value === null) entries.delete(key);
        else entries.set(key, value);
      }
      const edit = new PackageEdit(pkg, deflate);
      await writeEntries(edit, 'settings', entries);
      return { bytes: edit.isEmpty ? null : edit.build(), value: undefined };
    });
  }

  mark(sheet: string, marks: readonly CellMark[]): Promise<Result<void>> {
    return this.change(async (pkg, deflate) => ({
      bytes: await markSheet(pkg, sheet, marks, deflate),
      value: undefined,
    }));
  }

  setDropDowns(sheet: string, lists: readonly DropDown[]): Promise<Result<DropDownReport>> {
    return this.change(async (pkg, deflate) => {
      const { bytes, report } = await listSheet(pkg, sheet, lists, deflate);
      return { bytes, value: report };
    });
  }

  appendRecords(sheet: string, records: Records): Promise<Result<{ readonly firstRow: number }>> {
    return this.change(async (pkg, deflate) => {
      const found = recordSheet(pkg, sheet);
      const { bytes, firstRow } = found
        ? await appendRecords(pkg, await this.pending.state(found.name), records, deflate)
        : await newRecordSheet(pkg, sheet, records, deflate);
      return { bytes, value: { firstRow } };
    });
  }

  clear(pace: Pace = {}): Promise<Result<ClearReport>> {
    return this.change(async (pkg, deflate) => {
      const { bytes, report } = await clearWorkbook(pkg, deflate, pace);
      return { bytes, value: report };
    });
  }

  /**
   * Problems, and then nothing was changed: `sheet-not-found`, `sheet-protected`, `cell-outside-sheet`,
   * `cell-number-unwritable`, `cell-under-merge`, `cell-in-array`, `cell-is-table-heading`.
   */
  editCells(sheet: string, edits: readonly CellEdit[]): Promise<Result<void>> {
    return this.queued(async () => {
      const done = await attempt(this.name, () => this.pending.edit(sheet, edits));
      if (!done.ok) return done;
      if (done.value.length > 0) return fail(...done.value);
      if (edits.length > 0) this.typed++;
      return ok(undefined);
    });
  }

  private queued<T>(task: () => Promise<T>): Promise<T> {
    const next = this.last.then(task);
    this.last = next.catch(() => undefined);
    return next;
  }

  /** Changes the file: what was typed goes into it first, and stays in it whether or not the change comes about. */
  private change<T>(make: (pkg: XlsxPackage, deflate: Deflate) => Promise<Change<T>>): Promise<Result<T>> {
    const deflate = this.options.deflate ?? deflateByFflate;
    return this.queued(() =>
      attempt(this.name, async () => {
        if (!this.pending.isEmpty) await this.takeOn(await this.pending.fold(deflate));
        const { bytes, value } = await make(this.pkg, deflate);
        if (bytes) await this.takeOn(bytes);
        return value;
      }),
    );
  }

  private async takeOn(bytes: Uint8Array): Promise<void> {
    const opened = await openPackage(this.name, bytes, this.options);
    if (!opened.ok) throw new FileFault(opened.problems[0]!);
    this.pkg = opened.value;
    this.file = bytes;
    this.pending = new PendingEdits(opened.value);
  }
}
