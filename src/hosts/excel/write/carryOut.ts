import type { Pace } from '../../../core/cancel';
import type { OwnedSheet, WritePlan, WriteReport } from '../../../core/writeplan/plan';
import type { WrittenSheet } from '../../../ports/liveWorkbook';
import { hiddenLines } from '../read/hiddenLines';
import { rangeOf } from '../ranges';
import type { OwnAreas } from '../ownAreas';
import type { Witness } from '../read/witness';
import type { Batch, ExcelSession } from '../session';
import { writeBody } from './body';
import { claimColumns } from './claim';
import { layOutHeader } from './header';
import { Outbox } from './outbox';
import { writeOwnSheets } from './ownSheets';
import { placeColumns } from './placement';
import { refuseNewSheets, surveyLedger, surveyWorkbook, type Survey } from './survey';

type Note = WriteReport['notes'][number];

/**
 * Carries out a plan. Everything is looked at before anything is touched; from then on only columns and sheets that are
 * marked as ours are written, so that wherever Excel stops, the user's cells are as they were and the next write
 * completes what is missing.
 */
export async function carryOut(
  session: ExcelSession,
  batch: Batch,
  plan: WritePlan,
  witness: Witness | null,
  ours: OwnAreas,
  pace: Pace,
): Promise<WriteReport> {
  const outbox = new Outbox(batch, pace);
  outbox.stopIfAsked();
  const survey = await surveyLedger(session, batch, plan);
  const total = (plan.columns?.rows.size ?? 0) + plan.sheets.reduce((sum, sheet) => sum + sheet.rowCount, 0);
  const onRows = (done: number): void => pace.onProgress?.(Math.min(total, done), total);
  const columns = await writeColumns(session, batch, plan, survey, witness, ours, outbox, onRows);
  const done = columns.written ? (plan.columns?.rows.size ?? 0) : 0;
  const { sheets, names, date1904, name } = survey;
  const own = await writeOwnSheets(
    {
      ...{ session, batch, outbox, sheets, date1904, names: names.workbook, ledger: name, ours },
      onRows: (rows) => onRows(done + rows),
    },
    plan.sheets,
  );
  return {
    columnsWritten: columns.written,
    rowsWritten: done,
    sheets: own.sheets,
    notes: [...columns.notes, ...own.notes],
  };
}

/** Writes sheets of ours alone. */
export async function carryOutSheets(
  session: ExcelSession,
  batch: Batch,
  planned: readonly OwnedSheet[],
  ours: OwnAreas,
  pace: Pace,
): Promise<readonly WrittenSheet[]> {
  const outbox = new Outbox(batch, pace);
  outbox.stopIfAsked();
  const survey = await surveyWorkbook(session, batch);
  refuseNewSheets(survey);
  const total = planned.reduce((sum, sheet) => sum + sheet.rowCount, 0);
  const onRows = (done: number): void => pace.onProgress?.(Math.min(total, done), total);
  const written = await writeOwnSheets({ session, batch, outbox, ...survey, ledger: '', ours, onRows }, planned);
  return written.sheets.map((sheet) => {
    const notes = written.notes.filter(({ params }) => params['sheet'] === sheet.name);
    return notes.length === 0 ? sheet : { ...sheet, notes };
  });
}

async function writeColumns(
  session: ExcelSession,
  batch: Batch,
  { columns: plan }: WritePlan,
  survey: Survey,
  witness: Witness | null,
  ours: OwnAreas,
  outbox: Outbox,
  onRows: (done: number) => void,
): Promise<{ readonly written: boolean; readonly notes: readonly Note[] }> {
  const params = { sheet: survey.name };
  if (survey.protected) return { written: false, notes: [{ code: 'ledger-sheet-protected', params }] };
  if (!plan || plan.titles.length === 0) return { written: false, notes: [] };
  const columns = placeColumns(plan, survey);
  if (!columns) return { written: false, notes: [{ code: 'columns-no-room', params }] };
  const layout = layOutHeader(session, plan, columns, survey);
  const rows = rowsToWrite(plan, survey);
  const hidden = await hiddenRows(session, batch, survey, rows);
  ours.setColumns(survey.id, columns);
  await claimColumns(session, batch, plan, columns, layout, survey, outbox);
  const totals = survey.tables.flatMap(({ area, showTotals }) => (showTotals ? [area.bottom] : []));
  const spared = new Set(totals.filter((row) => !plan.rows.has(row)));
  const { sheet, name, date1904 } = survey;
  await writeBody({
    ...{ session, batch, outbox, sheet, sheetName: name, plan, columns, date1904, rows, spared, hidden, witness },
    onRows,
  });
  return { written: true, notes: layout.notes };
}

/** The plan's rows; below them, where columns are ours already, whatever an earlier write may have left. */
function rowsToWrite(plan: NonNullable<WritePlan['columns']>, survey: Survey): { first: number; last: number } {
  const header = Math.max(...plan.headerRows);
  let first = plan.body.first;
  let last = plan.body.last;
  for (const row of plan.rows.keys()) {
    if (row < first) first = row;
    if (row > last) last = row;
  }
  if (survey.owned === null) return { first, last };
  return { first: header + 1, last: Math.max(last, survey.used?.bottom ?? 0) };
}

/** Rows hidden from view. */
async function hiddenRows(
  session: ExcelSession,
  batch: Batch,
  { sheet }: Survey,
  { first, last }: { first: number; last: number },
): Promise<ReadonlySet<number>> {
  if (last < first) return new Set();
  const area = { top: first, bottom: last, left: 1, right: 1 };
  const range = rangeOf(sheet, area);
  range.load('rowHidden');
  await batch.sync();
  const { rowHidden } = range;
  if (rowHidden === false) return new Set();
  const { rows } = await hiddenLines(session, batch, { sheet, rowHidden, columnHidden: false }, area);
  return new Set(rows);
}
