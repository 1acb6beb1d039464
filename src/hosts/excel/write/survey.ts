import type { CellArea } from '../../../core/ledger/grid';
import { problem } from '../../../core/problem';
import type { OwnedColumns, WritePlan } from '../../../core/writeplan/plan';
import { areaOf, PLACE } from '../areas';
import { ExcelFault } from '../faults';
import type { Matrix, Sheet } from '../office';
import { askNames, markedColumns, type LoadedNames, type NameEntry } from '../ownership';
import { askSheet } from '../ranges';
import { askMerges } from '../read/mergedAreas';
import type { Batch, ExcelSession } from '../session';

/** A table on the ledger's sheet. */
export interface TableSeen {
  readonly id: string;
  readonly area: CellArea;
  readonly columnNames: readonly string[];
  readonly showTotals: boolean;
  readonly isFiltered: boolean;
}

/** A sheet of the workbook before a write. */
export interface SheetSeen {
  readonly name: string;
  readonly id: string;
  readonly protected: boolean;
}

/** What stands in the workbook before anything is written; nothing has been changed to learn it. */
export interface Survey {
  readonly sheet: Sheet;
  readonly id: string;
  readonly name: string;
  readonly sheets: readonly SheetSeen[];
  readonly names: LoadedNames;
  /** The 1-based columns we own already, by title; null for one that was deleted, null altogether for none. */
  readonly owned: readonly (number | null)[] | null;
  readonly protected: boolean;
  /** Cells that hold anything, and cells that hold anything or look like anything; null for a blank sheet. */
  readonly used: CellArea | null;
  readonly formatted: CellArea | null;
  readonly tables: readonly TableSeen[];
  readonly filter: { readonly area: CellArea; readonly isFiltered: boolean } | null;
  /** Null where this Excel can't tell. */
  readonly merges: readonly CellArea[] | null;
  readonly date1904: boolean;
}

const NEW_MILLENNIUM_1904 = 35_064;

/** What every change of the workbook begins with. */
export interface WorkbookSurvey {
  readonly sheets: readonly SheetSeen[];
  readonly names: readonly NameEntry[];
  readonly date1904: boolean;
  /** The file's name where its structure is protected, so that no sheet can be added or deleted; else null. */
  readonly locked: string | null;
}

/** Refuses a workbook whose structure is protected. */
export function refuseNewSheets({ locked }: Pick<WorkbookSurvey, 'locked'>): void {
  if (locked !== null) throw new ExcelFault(problem('workbook-structure-protected', { file: locked }));
}

/** Tells the sheets of a workbook, its names, and whether it can have other sheets. */
export async function surveyWorkbook(session: ExcelSession, batch: Batch): Promise<WorkbookSurvey> {
  session.need('1.4');
  const { workbook } = batch.context;
  workbook.worksheets.load('items/name,items/id,items/protection/protected');
  if (session.has('1.7')) {
    workbook.load('name');
    workbook.protection.load('protected');
  }
  const names = askNames(session, workbook.names);
  const epoch = workbook.functions.date(2000, 1, 1);
  epoch.load('value');
  await batch.sync();
  const locked = session.has('1.7') && workbook.protection.protected ? workbook.name : null;
  const sheets = workbook.worksheets.items.map(({ name, id, protection }) => ({
    name,
    id,
    protected: protection.protected,
  }));
  return { sheets, names: names(), date1904: epoch.value === NEW_MILLENNIUM_1904, locked };
}

/** Looks at the ledger's sheet: what is ours on it, what stands around, what must grow with our columns. */
export async function surveyLedger(session: ExcelSession, batch: Batch, plan: WritePlan): Promise<Survey> {
  const workbook = await surveyWorkbook(session, batch);
  refuseNewSheets(workbook);
  const { context } = batch;
  const { sheet, check } = askSheet(session, context, plan.ledgerSheet);
  const used = sheet.getUsedRangeOrNullObject(true);
  const formatted = sheet.getUsedRangeOrNullObject(false);
  for (const range of [used, formatted]) range.load(PLACE);
  sheet.protection.load('protected');
  const own = askNames(session, sheet.names);
  sheet.tables.load('items/id,items/showTotals,items/showHeaders');
  const merges = session.has('1.13') && plan.columns ? askMerges(bandOf(sheet, plan.columns)) : null;
  const filter = session.has('1.9') ? askFilter(sheet.autoFilter) : null;
  await batch.sync();
  check();
  const names = { workbook: workbook.names, sheet: own() };
  return {
    ...workbook,
    sheet,
    id: sheet.id,
    name: sheet.name,
    names,
    owned: markedColumns(names, sheet.name),
    protected: sheet.protection.protected,
    used: used.isNullObject ? null : areaOf(used),
    formatted: formatted.isNullObject ? null : areaOf(formatted),
    tables: sheet.isNullObject ? [] : await surveyTables(session, batch, sheet.tables.items),
    filter: filter?.() ?? null,
    merges: merges && merges(),
  };
}

/** The header's rows, whole: merged areas there, and titles above that reach further right than any content. */
function bandOf(sheet: Sheet, { headerRows }: OwnedColumns): Excel.Range {
  return sheet.getRange(`1:${Math.max(...headerRows)}`);
}

function askFilter(filter: Excel.AutoFilter): () => Survey['filter'] {
  filter.load('enabled,isDataFiltered');
  const range = filter.getRangeOrNullObject();
  range.load(PLACE);
  return () => (range.isNullObject ? null : { area: areaOf(range), isFiltered: filter.isDataFiltered });
}

async function surveyTables(session: ExcelSession, batch: Batch, tables: readonly Excel.Table[]): Promise<TableSeen[]> {
  if (tables.length === 0) return [];
  const asked = tables.map((table) => {
    const range = table.getRange();
    range.load(PLACE);
    const header = table.showHeaders ? table.getHeaderRowRange() : null;
    header?.load('values');
    if (session.has('1.9')) table.autoFilter.load('isDataFiltered');
    return { table, range, header };
  });
  await batch.sync();
  return asked.map(({ table, range, header }) => ({
    id: table.id,
    area: areaOf(range),
    columnNames: ((header?.values[0] ?? []) as Matrix[number]).map(String),
    showTotals: table.showTotals,
    isFiltered: session.has('1.9') && table.autoFilter.isDataFiltered,
  }));
}
