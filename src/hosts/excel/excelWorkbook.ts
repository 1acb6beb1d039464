import type { Pace } from '../../core/cancel';
import type { CellArea, SheetGrid } from '../../core/ledger/grid';
import { fail, ok, problem, type Result } from '../../core/problem';
import type { OwnedSheet, OwnedSheetId, WritePlan, WriteReport } from '../../core/writeplan/plan';
import type {
  CellMark,
  ClearReport,
  DropDown,
  DropDownReport,
  LiveWorkbook,
  Records,
  WorkbookCapabilities,
  WorkbookEvents,
  WrittenSheet,
} from '../../ports/liveWorkbook';
import type { SheetInfo } from '../../ports/workbook';
import { capabilitiesOf } from './capabilities';
import { clearAll, removeOwnSheets } from './clear';
import { offerLists } from './dropDowns';
import { ExcelEvents } from './excelEvents';
import { markCells } from './marks';
import type { OfficeRuntime } from './office';
import { OwnAreas } from './ownAreas';
import { readGrid } from './read/readGrid';
import type { Witness } from './read/witness';
import { addRecords } from './records';
import { ExcelSession, type Batch } from './session';
import { changeSettings, loadSettings } from './settings';
import { listSheets } from './sheetList';
import { carryOut, carryOutSheets } from './write/carryOut';

/** The workbook that is open in Excel, and what happens in it. */
export interface OpenExcel {
  readonly workbook: LiveWorkbook;
  readonly events: WorkbookEvents;
}

/**
 * Takes up the workbook that the add-in runs in. Problems of this and of all that follows: `excel-…`, each with the
 * stage at which Excel stopped.
 */
export async function openExcel(runtime: OfficeRuntime): Promise<Result<OpenExcel>> {
  const session = new ExcelSession(runtime);
  const workbook = await ExcelWorkbook.open(session);
  return workbook.ok ? ok({ workbook: workbook.value, events: workbook.value.events }) : workbook;
}

/** A workbook in Excel; all its operations wait for one another. */
export class ExcelWorkbook implements LiveWorkbook {
  readonly capabilities: WorkbookCapabilities;
  readonly events: ExcelEvents;
  private readonly own = new OwnAreas();
  /** By what the rows of sheets that were read are known again, by the sheet's name in lower case. */
  private readonly witnesses = new Map<string, Witness>();
  private changes = 0;

  private constructor(
    private readonly session: ExcelSession,
    readonly name: string,
  ) {
    this.capabilities = capabilitiesOf(session);
    this.events = new ExcelEvents(session, this.own, () => this.changes++);
  }

  static open(session: ExcelSession): Promise<Result<ExcelWorkbook>> {
    return session.run('reading', async ({ context, sync }) => {
      if (session.has('1.7')) {
        context.workbook.load('name');
        await sync();
      }
      const name = session.has('1.7') ? context.workbook.name : fileName(session.runtime.documentUrl);
      const workbook = new ExcelWorkbook(session, name);
      await workbook.events.watch(context);
      return workbook;
    });
  }

  sheets(): Promise<Result<readonly SheetInfo[]>> {
    return this.session.run('reading', (batch) => listSheets(this.session, batch, this.own));
  }

  readSheet(name: string, pace: Pace = {}): Promise<Result<SheetGrid>> {
    return this.session.run('reading', async (batch) => {
      const { grid, witness, sheetId } = await readGrid(this.session, batch, name, null, pace);
      this.witnesses.set(name.toLowerCase(), witness);
      this.remember(sheetId, grid);
      return grid;
    });
  }

  readArea(sheet: string, area: CellArea): Promise<Result<SheetGrid>> {
    return this.session.run('reading', async (batch) => {
      const { grid, sheetId } = await readGrid(this.session, batch, sheet, area, {});
      this.remember(sheetId, grid);
      return grid;
    });
  }

  /**
   * Counts changes that Excel tells of (ExcelApi 1.7) and our own writing. It costs no round trip; that nobody sorted
   * meanwhile, `write` makes sure of itself by reading the rows back with what it writes.
   */
  revision(): Promise<string> {
    return Promise.resolve(String(this.changes));
  }

  write(plan: WritePlan, pace: Pace = {}): Promise<Result<WriteReport>> {
    return this.changing((batch) =>
      carryOut(this.session, batch, plan, this.witnessOf(plan.ledgerSheet), this.own, pace),
    );
  }

  writeSheets(sheets: readonly OwnedSheet[], pace: Pace = {}): Promise<Result<readonly WrittenSheet[]>> {
    return this.changing((batch) => carryOutSheets(this.session, batch, sheets, this.own, pace));
  }

  removeSheets(ids: readonly OwnedSheetId[]): Promise<Result<readonly string[]>> {
    return this.changing((batch) => removeOwnSheets(this.session, batch, ids));
  }

  settings(): Promise<Result<ReadonlyMap<string, string>>> {
    return this.session.run('reading', (batch) => loadSettings(this.session, batch));
  }

  saveSettings(changes: ReadonlyMap<string, string | null>): Promise<Result<void>> {
    return this.session.run('nothing', (batch) => changeSettings(this.session, batch, changes));
  }

  mark(sheet: string, marks: readonly CellMark[], pace: Pace = {}): Promise<Result<void>> {
    return this.session.run('nothing', (batch) =>
      markCells(this.session, batch, sheet, marks, this.witnessOf(sheet), pace),
    );
  }

  setDropDowns(sheet: string, lists: readonly DropDown[]): Promise<Result<DropDownReport>> {
    return this.session.run('nothing', (batch) => offerLists(this.session, batch, sheet, lists));
  }

  appendRecords(sheet: string, records: Records): Promise<Result<{ readonly firstRow: number }>> {
    return this.changing((batch) => addRecords(this.session, batch, sheet, records, this.own));
  }

  clear(pace: Pace = {}): Promise<Result<ClearReport>> {
    return this.changing((batch) => clearAll(this.session, batch, pace));
  }

  /** Excel is the editor here. */
  editCells(): Promise<Result<void>> {
    return Promise.resolve(fail(problem('cells-not-editable')));
  }

  /** An operation that writes: what was read before it is of another revision, however it ends. */
  private changing<T>(task: (batch: Batch) => Promise<T>): Promise<Result<T>> {
    return this.session.run('nothing', async (batch) => {
      try {
        return await task(batch);
      } finally {
        if (batch.stage === 'partly') this.changes++;
      }
    });
  }

  private witnessOf(sheet: string): Witness | null {
    return this.witnesses.get(sheet.toLowerCase()) ?? null;
  }

  private remember(sheetId: string, { ownedColumns }: SheetGrid): void {
    const columns = ownedColumns
      ? Array.from({ length: ownedColumns.last - ownedColumns.first + 1 }, (_, i) => ownedColumns.first + i)
      : [];
    this.own.setColumns(sheetId, columns);
  }
}

/** The file's name out of its path or address. */
function fileName(url: string): string {
  const last = url.split(/[\\/]/).pop() ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
