import { CellKind } from '../../core/ledger/grid';
import type { OwnedColumns } from '../../core/writeplan/plan';
import { cellOf, isBlank, plannedCell, type MemoryCell } from './cell';
import type { MemorySheet } from './sheet';

/** Past so many blank but formatted columns our results stand on them: nobody looks further right. */
const MOST_BLANK_COLUMNS = 30;

/** Writes our columns into a sheet, those it has already first, and clears what the plan does not name of them. */
export function writeOwnColumns(sheet: MemorySheet, plan: OwnedColumns, date1904: boolean): void {
  const had = sheet.ownColumns;
  const columns = placeColumns(sheet, plan);
  const before = had ? [...had.before] : [];
  for (const column of had?.columns ?? []) clearColumn(sheet, column, Math.min(...plan.headerRows));
  const first = Math.min(...plan.headerRows);
  const last = Math.max(...plan.headerRows);
  const put = (row: number, column: number, cell: MemoryCell | null): void => {
    const there = sheet.get(row, column);
    if (there && isBlank(there) && there.kind === CellKind.blank && cell !== null)
      if (!before.some((kept) => kept.row === row && kept.column === column)) before.push({ row, column, cell: there });
    if (cell !== null) sheet.set(row, column, cell);
  };
  sheet.merges = sheet.merges.filter((area) => !(had?.columns.includes(area.left) && area.left === area.right));
  columns.forEach((column, i) => {
    put(first, column, cellOf(plan.titles[i] ?? ''));
    if (last > first) sheet.merges = [...sheet.merges, { top: first, bottom: last, left: column, right: column }];
    for (const [row, cells] of plan.rows) put(row, column, plannedCell(cells[i] ?? null, date1904));
  });
  sheet.ownColumns = { columns, before };
}

/** Takes our columns away and puts back the formats that stood there; answers how many there were. */
export function clearOwnColumns(sheet: MemorySheet): number {
  const own = sheet.ownColumns;
  if (!own) return 0;
  for (const column of own.columns) clearColumn(sheet, column, 1);
  sheet.merges = sheet.merges.filter((area) => !(own.columns.includes(area.left) && area.left === area.right));
  for (const { row, column, cell } of own.before) sheet.set(row, column, cell);
  sheet.ownColumns = null;
  return own.columns.length;
}

function placeColumns(sheet: MemorySheet, plan: OwnedColumns): readonly number[] {
  const had = sheet.ownColumns?.columns ?? [];
  const content = Math.max(sheet.lastColumn(), ...sheet.merges.map((area) => area.right), ...had, 0);
  let blanks = 0;
  for (const line of sheet.cells.values()) blanks = Math.max(blanks, ...line.keys());
  let next = Math.max(content, blanks - content <= MOST_BLANK_COLUMNS ? blanks : 0);
  return plan.titles.map((_, i) => had[i] ?? ++next);
}

function clearColumn(sheet: MemorySheet, column: number, from: number): void {
  for (const row of [...sheet.cells.keys()]) {
    const cell = row >= from ? sheet.get(row, column) : undefined;
    if (cell && !isBlank(cell)) sheet.set(row, column, null);
  }
}
