import { formatIso } from '../../core/dates/civil';
import { kindAt, textAt } from '../../core/ledger/cells';
import { CellKind, columnLetters, type SheetGrid } from '../../core/ledger/grid';
import { ok, type Result } from '../../core/problem';
import type { PlanCell, WritePlan } from '../../core/writeplan/plan';
import type { WritePreview, WriteRow } from '../../ports/checker';
import type { SheetInfo } from '../../ports/workbook';
import { prepareWrite } from '../writeResults';
import type { Desk } from './desk';
import { oneLine, type LedgerView } from './ledgerView';
import { paceOf } from './runCheck';
import { dateFormat, shownNumber } from '../../core/ledger/numberFormat';
import { readSerial } from '../../core/dates/dateText';

/** So many rows are shown before and after; a page shows no more. */
const ROWS_SHOWN = 50;

/** What a write would do, as before and after; nothing is touched. */
export async function previewWrite(desk: Desk): Promise<Result<WritePreview>> {
  const found = desk.needCurrent();
  if (!found.ok) return found;
  const { open, view } = found.value;
  const prepared = await prepareWrite(desk.workbook, open.result, desk.speech, paceOf(desk));
  if (!prepared.ok) return prepared;
  const sheets = await desk.workbook.sheets();
  if (!sheets.ok) return sheets;
  const { plan, rekeyed } = prepared.value;
  const own = await ownCells(desk, plan);
  if (!own.ok) return own;
  const rows = [...(plan.columns?.rows.keys() ?? [])];
  return ok({
    sheet: plan.ledgerSheet,
    columns: plan.columns === null ? null : placeOf(plan.columns.titles.length, own.value, view),
    headings: plan.columns?.titles ?? [],
    why: plan.columns === null ? desk.speech.views.write.sheetProtected : null,
    cells: rows.length * (plan.columns?.titles.length ?? 0),
    rows: rows.slice(0, ROWS_SHOWN).map((row) => rowOf(row, plan, own.value, view)),
    more: Math.max(0, rows.length - ROWS_SHOWN),
    sheets: plan.sheets.map((sheet) => sheetOf(sheet, sheets.value)),
    moved: rekeyed.moved,
    changed: rekeyed.changed.length,
    vanished: rekeyed.vanished,
    added: rekeyed.added.length,
  });
}

const sheetOf = (
  { id, name, rowCount }: WritePlan['sheets'][number],
  sheets: readonly SheetInfo[],
): WritePreview['sheets'][number] => {
  const own = sheets.find(({ owned }) => owned === id);
  return { name: own?.name ?? name, rows: rowCount, isNew: own === undefined };
};

/** Our columns as they stand on the sheet; null where we have none there. */
async function ownCells(desk: Desk, { ledgerSheet, columns }: WritePlan): Promise<Result<SheetGrid | null>> {
  if (columns === null) return ok(null);
  const { first } = columns.body;
  // The grid of any one cell tells where our columns are.
  const one = await desk.workbook.readArea(ledgerSheet, { top: first, left: 1, bottom: first, right: 1 });
  if (!one.ok || one.value.ownedColumns === null) return one.ok ? ok(null) : one;
  const { first: left, last: right } = one.value.ownedColumns;
  const shown = [...columns.rows.keys()].slice(0, ROWS_SHOWN);
  const bottom = shown.reduce((last, row) => Math.max(last, row), first);
  return desk.workbook.readArea(ledgerSheet, { top: first, left, bottom, right });
}

/** Ours where they stand already, else right of the table; the host moves them on where something is in the way. */
function placeOf(count: number, own: SheetGrid | null, { table }: LedgerView): string {
  const first = own?.ownedColumns?.first ?? table.extent.right + 1;
  const last = own?.ownedColumns?.last ?? table.extent.right + count;
  return `${columnLetters(first)}:${columnLetters(last)}`;
}

function rowOf(row: number, plan: WritePlan, own: SheetGrid | null, view: LedgerView): WriteRow {
  const planned = plan.columns?.rows.get(row) ?? [];
  const after = planned.map(sayCell);
  const index = view.table.rowNumbers.indexOf(row);
  return {
    row,
    caseLabel: index === -1 ? view.speech.views.caseLabel('', '', row) : view.caseLabel(index),
    before: planned.map((cell, at) =>
      own === null ? '' : seenAt(own, { row, offset: at, isDay: cell !== null && 'day' in cell }),
    ),
    after,
  };
}

function sayCell(cell: PlanCell): string {
  if (cell === null) return '';
  if ('text' in cell) return cell.text;
  return 'number' in cell ? String(cell.number) : formatIso(cell.day);
}

/** A cell of ours as it stands; where the host gives no formats, a day is known by what is planned for its cell. */
function seenAt(
  grid: SheetGrid,
  { row, offset, isDay }: { readonly row: number; readonly offset: number; readonly isDay: boolean },
): string {
  const at = grid.rows.indexOf(row);
  const column = grid.columns.find((one) => one.column === (grid.ownedColumns?.first ?? 0) + offset);
  if (at === -1 || column === undefined) return '';
  if (kindAt(column, at) !== CellKind.number) return oneLine(textAt(grid, column, at));
  const format = column.styles === null ? '' : (grid.formats[column.styles[at] ?? 0] ?? '');
  const value = column.numbers[at] ?? 0;
  const day = isDay || dateFormat(format) !== 'none' ? readSerial(value, grid.date1904) : null;
  return day !== null && 'on' in day ? formatIso(day.on) : shownNumber(value, format, grid.date1904);
}
