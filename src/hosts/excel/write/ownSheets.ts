import { problem } from '../../../core/problem';
import { markedSheet, parseReference, quoteSheet, sheetMarker } from '../../../core/writeplan/markers';
import type { OwnedSheet, OwnedSheetId, WriteReport } from '../../../core/writeplan/plan';
import { freeSheetName, sameSheet } from '../../../core/writeplan/sheetNames';
import { ExcelFault } from '../faults';
import type { Sheet } from '../office';
import type { NameEntry } from '../ownership';
import type { OwnAreas } from '../ownAreas';
import type { Batch, ExcelSession } from '../session';
import { chartsThere } from './charts';
import { setName } from './claim';
import { ACTION_BYTES, type Outbox } from './outbox';
import { writeOwnSheet } from './ownSheet';
import type { SheetSeen } from './survey';

type Note = WriteReport['notes'][number];

/** What is known of the workbook when our sheets are written. */
export interface SheetsJob {
  readonly session: ExcelSession;
  readonly batch: Batch;
  readonly outbox: Outbox;
  readonly sheets: readonly SheetSeen[];
  readonly names: readonly NameEntry[];
  readonly date1904: boolean;
  /** Never taken for ours, whatever a marker says; '' for none. */
  readonly ledger: string;
  readonly ours: OwnAreas;
  readonly onRows: (done: number) => void;
}

export interface SheetsReport {
  readonly sheets: WriteReport['sheets'];
  readonly notes: readonly Note[];
}

interface Target {
  readonly planned: OwnedSheet;
  /** The name it has, or is to have. */
  readonly name: string;
  readonly found: SheetSeen | null;
  /** Whether the sheet has its marker. */
  readonly marked: boolean;
}

/** Excel's bound on the name of a sheet; a long id is told by the end of its marker. */
const LONGEST_NAME = 31;

/**
 * The name a new sheet of ours has until it is marked. A sheet can't be made and marked in one; should Excel stop in
 * between, the next write finds the sheet by this name, blank, and goes on with it.
 */
const provisional = (id: OwnedSheetId): string => sheetMarker(id).slice(-LONGEST_NAME);

/** Finds our sheets, refuses before anything is touched if one is protected, and writes them one by one. */
export async function writeOwnSheets(job: SheetsJob, planned: readonly OwnedSheet[]): Promise<SheetsReport> {
  const targets = await resolve(job, planned);
  const locked = targets.find(({ found }) => found?.protected);
  if (locked) throw new ExcelFault(problem('own-sheet-protected', { stage: job.batch.stage, sheet: locked.name }));
  const notes: Note[] = [];
  const sheets: WriteReport['sheets'][number][] = [];
  let before = 0;
  const sheetName = (wanted: string): string =>
    wanted === job.ledger ? wanted : (targets.find((target) => target.planned.name === wanted)?.name ?? wanted);
  for (const target of targets) {
    const sheet = prepare(job, target);
    sheet.load('id');
    if (target.found) sheet.charts.load('items/name');
    await job.outbox.send();
    job.ours.addSheet(sheet.id);
    const { session, outbox, date1904 } = job;
    const onRows = (rows: number): void => job.onRows(before + rows);
    const report = await writeOwnSheet({
      session,
      outbox,
      sheet,
      planned: target.planned,
      date1904,
      marker: () => job.batch.context.workbook.names.getItem(sheetMarker(target.planned.id)),
      charts: chartsThere(
        target.found ? sheet.charts.items : [],
        markerOf(job.names, target.planned.id)?.comment ?? '',
      ),
      sheetName,
      onRows,
    });
    if (target.planned.hidden) {
      sheet.visibility = 'VeryHidden';
      outbox.add(ACTION_BYTES);
      await outbox.send();
    }
    before += target.planned.rowCount;
    job.onRows(before);
    sheets.push({ id: target.planned.id, name: target.name, rows: report.rows });
    const { name } = target;
    if (report.rowsCut) notes.push({ code: 'rows-limited', params: { sheet: name, rows: report.rows } });
    if (report.linksCut > 0) notes.push({ code: 'links-limited', params: { sheet: name, without: report.linksCut } });
    const charts = report.chartsLeftOut;
    if (charts > 0) notes.push({ code: 'charts-left-out', params: { sheet: name, charts } });
    if (!report.chartsDressed) notes.push({ code: 'charts-plain', params: { sheet: name } });
    if (report.page !== 'set') notes.push({ code: `page-setup-${report.page}`, params: { sheet: name } });
  }
  return { sheets, notes };
}

/** Finds each planned sheet by its marker, or what an interrupted write left of it, or makes room for a new one. */
async function resolve(job: SheetsJob, planned: readonly OwnedSheet[]): Promise<Target[]> {
  const taken = job.sheets.map(({ name }) => name);
  const targets: Target[] = [];
  for (const sheet of planned) {
    const marked = markedSheetOf(job, sheet.id);
    const left = marked ? null : await leftOver(job, sheet.id);
    const settled = marked && !sameSheet(marked.name, provisional(sheet.id)) ? marked.name : null;
    const name = settled ?? freeSheetName(sheet.name, taken);
    taken.push(name);
    targets.push({ planned: sheet, name, found: marked ?? left, marked: marked !== null });
  }
  return targets;
}

const markerOf = (names: readonly NameEntry[], id: OwnedSheetId): NameEntry | undefined =>
  names.find((entry) => markedSheet(entry.name) === id);

function markedSheetOf({ names, sheets, ledger }: SheetsJob, id: OwnedSheetId): SheetSeen | null {
  for (const { name, refers } of names) {
    if (markedSheet(name) !== id) continue;
    const reference = parseReference(refers);
    const found = sheets.find((sheet) => reference !== null && sameSheet(sheet.name, reference.sheet));
    if (found && !sameSheet(found.name, ledger)) return found;
  }
  return null;
}

/** A blank sheet of the provisional name: an earlier write was cut off before it could mark it. */
async function leftOver({ batch, sheets }: SheetsJob, id: OwnedSheetId): Promise<SheetSeen | null> {
  const found = sheets.find(({ name }) => sameSheet(name, provisional(id)));
  if (!found) return null;
  const used = batch.context.workbook.worksheets.getItem(found.id).getUsedRangeOrNullObject(false);
  used.load('rowCount');
  await batch.sync();
  return used.isNullObject ? found : null;
}

/** The sheet to write to, marked as ours; a new one gets its own name only once it is marked. */
function prepare({ batch, names, outbox }: SheetsJob, { planned, name, found, marked }: Target): Sheet {
  const { workbook } = batch.context;
  const temporary = provisional(planned.id);
  const sheet = found ? workbook.worksheets.getItem(found.id) : workbook.worksheets.add(temporary);
  outbox.add(8 * ACTION_BYTES);
  if (!marked) {
    setName(workbook.names, names, sheetMarker(planned.id), `=${quoteSheet(found?.name ?? temporary)}!$A$1`, '');
  } else {
    const known = markerOf(names, planned.id);
    if (known?.visible) workbook.names.getItem(known.name).visible = false;
  }
  if (!found || !sameSheet(found.name, name)) sheet.name = name;
  return sheet;
}
