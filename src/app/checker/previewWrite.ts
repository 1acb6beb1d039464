import { formatIso } from '../../core/dates/civil';
import { kindAt, textAt } from '../../core/ledger/cells';
import { CellKind, columnLetters, type SheetGrid } from '../../core/ledger/grid';
import { ok, type Result } from '../../core/problem';
import type { PlanCell, WritePlan } from '../../core/writeplan/plan';
import type { Rekeyed } from '../../core/writeplan/rowKeys';
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
/** So many rows are compared before others have their turn. */
const ROWS_AT_A_TIME = 1000;

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
  const { planned, shown, unchanged } = await compare(desk, { plan, rekeyed, own: own.value, view });
  return ok({
    sheet: plan.ledgerSheet,
    columns: plan.columns === null ? null : placeOf(plan.columns.titles.length, own.value, view),
    headings: plan.columns?.titles ?? [],
    why: plan.columns === null ? desk.speech.views.write.sheetProtected : null,
    cells: planned * (plan.columns?.titles.length ?? 0),
    rows: shown,
    more: planned - unchanged - shown.length,
    unchanged,
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
  return desk.workbook.readArea(ledgerSheet, { top: first, left, bottom: columns.body.last, right });
}

/** What a comparison is between: our cells as planned, and as they stand (null where there are none). */
interface Sides {
  readonly plan: WritePlan;
  readonly rekeyed: Rekeyed;
  readonly own: SheetGrid | null;
  readonly view: LedgerView;
}

/** The rows that a write would change, the first of them in words; without columns of ours every row is new. */
async function compare(
  desk: Desk,
  sides: Sides,
): Promise<{ readonly planned: number; readonly shown: readonly WriteRow[]; readonly unchanged: number }> {
  const rows = [...(sides.plan.columns?.rows.keys() ?? [])];
  const tell = teller(sides);
  if (sides.own === null) return { planned: rows.length, shown: rows.slice(0, ROWS_SHOWN).map(tell), unchanged: 0 };
  const shown: WriteRow[] = [];
  let unchanged = 0;
  for (const [at, row] of rows.entries()) {
    if (at > 0 && at % ROWS_AT_A_TIME === 0) await desk.parts.breathe?.();
    const told = tell(row);
    if (told.before.every((text, column) => text === told.after[column])) unchanged++;
    else if (shown.length < ROWS_SHOWN) shown.push(told);
  }
  return { planned: rows.length, shown, unchanged };
}

/** Ours where they stand already, else right of the table; the host moves them on where something is in the way. */
function placeOf(count: number, own: SheetGrid | null, { table }: LedgerView): string {
  const first = own?.ownedColumns?.first ?? table.extent.right + 1;
  const last = own?.ownedColumns?.last ?? table.extent.right + count;
  return `${columnLetters(first)}:${columnLetters(last)}`;
}

/** Says a row as it stands and as planned, each cell on one line; cases by what they are called, wherever they stand. */
function teller({ plan, rekeyed, own, view }: Sides): (row: number) => WriteRow {
  const rows = [...(plan.columns?.rows.keys() ?? [])];
  const labels = new Map<number, string>();
  rekeyed.freshOf.forEach((fresh, index) => {
    const row = rows[fresh];
    if (row !== undefined) labels.set(row, view.caseLabel(index));
  });
  const places = new Map<number, number>();
  own?.rows.forEach((row, at) => places.set(row, at));
  return (row) => {
    const planned = plan.columns?.rows.get(row) ?? [];
    const at = places.get(row);
    return {
      row,
      caseLabel: labels.get(row) ?? view.speech.views.caseLabel('', '', row),
      before: planned.map((cell, offset) =>
        own === null || at === undefined ? '' : seenAt(own, { at, offset, isDay: cell !== null && 'day' in cell }),
      ),
      after: planned.map((cell) => oneLine(sayCell(cell))),
    };
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
  { at, offset, isDay }: { readonly at: number; readonly offset: number; readonly isDay: boolean },
): string {
  const column = grid.columns.find((one) => one.column === (grid.ownedColumns?.first ?? 0) + offset);
  if (column === undefined) return '';
  if (kindAt(column, at) !== CellKind.number) return oneLine(textAt(grid, column, at));
  const format = column.styles === null ? '' : (grid.formats[column.styles[at] ?? 0] ?? '');
  const value = column.numbers[at] ?? 0;
  const day = isDay || dateFormat(format) !== 'none' ? readSerial(value, grid.date1904) : null;
  return day !== null && 'on' in day ? formatIso(day.on) : shownNumber(value, format, grid.date1904);
}
