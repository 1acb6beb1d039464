import type { CellArea } from '../../../core/ledger/grid';
import { distinctNames } from '../../../core/writeplan/distinctNames';
import type { OwnedColumns, PlanCell, PlanStyle } from '../../../core/writeplan/plan';
import { tableParts, type PackageSheet } from '../xlsxPackage';
import { formatArea, overlaps } from './areas';
import { blankCellXml, cellXml, type CellContext } from './cellXml';
import { placeColumns, readAnchors } from './columnPlacement';
import { asUtf8Bytes, type PackageEdit } from './packageEdit';
import { patchRows, type OwnCell } from './rowPatch';
import { SheetFrame } from './sheetFrame';
import { indexSheet } from './sheetIndex';
import { growTable, readTable, type TablePart } from './tableGrowth';

export interface LedgerJob {
  readonly edit: PackageEdit;
  readonly sheet: PackageSheet;
  readonly plan: OwnedColumns;
  /** The columns we own already, by title; see `markedColumns`. */
  readonly owned: readonly (number | null)[] | null;
  readonly date1904: boolean;
  readonly format: CellContext['format'];
  readonly pause: (done: number, total: number) => Promise<void>;
}

export interface LedgerOutcome {
  /** The 1-based columns of the titles; null where there was no room and nothing was written. */
  readonly columns: readonly number[] | null;
  readonly rowsWritten: number;
  /** The sheet's own filter as it is now, where it grew. */
  readonly filter: CellArea | null;
  /** Addresses in our columns that kept a formula on which the user's cells depend. */
  readonly kept: ReadonlySet<string>;
  /** Whether a cell that was there before has been overwritten or cleared. */
  readonly isOverwritten: (row: number, column: number) => boolean;
}

/** Writes our columns into the ledger's sheet and whatever of it must grow with them; all other cells stay. */
export async function writeLedgerColumns(job: LedgerJob): Promise<LedgerOutcome> {
  const { edit, sheet, plan } = job;
  const bytes = asUtf8Bytes(await edit.pkg.part(sheet.part), sheet.part);
  const index = indexSheet(bytes);
  const frame = new SheetFrame(index);
  const tables = await readTables(edit, sheet);
  const anchors = await readAnchors(edit.pkg, sheet);
  const filters = frame.filter ? [frame.filter] : [];
  const around = { merges: frame.merges, filters, tables: tables.map((table) => table.area), ...anchors };
  const columns = placeColumns(plan, job.owned, index, around);
  if (!columns) return { columns: null, rowsWritten: 0, filter: null, kept: new Set(), isOverwritten: () => false };

  const previous = new Set((job.owned ?? []).filter((column) => column !== null));
  const header = await layOutHeader(edit, plan, columns, previous, tables, frame);
  const filter = growFilter(frame, plan, columns);
  const widths = plan.titles.map((_, i) => [columns[i]!, plan.widths[i] ?? 12] as const);
  frame.setWidths(new Map(widths.filter(([column]) => !previous.has(column) || !frame.hasColumn(column))));
  const rows = [...new Set([...plan.headerRows, ...plan.rows.keys()])].sort((a, b) => a - b);
  frame.stretchDimension({
    top: rows[0]!,
    left: Math.min(...columns),
    bottom: rows[rows.length - 1]!,
    right: Math.max(...columns),
  });

  const { head, tail } = frame.result();
  const out = edit.open();
  out.text(head);
  if (index.dataEmpty) out.text(`<${index.prefix}sheetData>`);
  else out.copy(bytes, index.dataStart, index.dataOpenEnd);
  const clearFrom = Math.min(...plan.headerRows);
  const spared = new Set(tables.flatMap((table) => (table.totalsRow === null ? [] : [table.totalsRow])));
  for (const row of plan.rows.keys()) spared.delete(row);
  const cells = cellMaker(job, columns, header, index.prefix);
  const { kept } = await patchRows(index, { cells, rows, owned: previous, clearFrom, spared, pause: job.pause }, out);
  out.text(`</${index.prefix}sheetData>${tail}`);
  edit.setPacked(sheet.part, await out.finish());

  const written = new Set(rows);
  const isOverwritten = (row: number, column: number): boolean =>
    !kept.has(formatArea({ top: row, left: column, bottom: row, right: column })) &&
    (previous.has(column) || columns.includes(column)) &&
    row >= clearFrom &&
    (written.has(row) || !spared.has(row));
  return { columns, rowsWritten: plan.rows.size, filter, kept, isOverwritten };
}

/** Where the headings go and what they say. */
interface Header {
  readonly titles: readonly string[];
  /** The row of each title; the other header rows get blank cells of the same look. */
  readonly titleRows: readonly number[];
}

/**
 * Settles the headings: a table next to ours grows over them, and then they stand in its header row and read as its
 * columns are called; elsewhere they are merged over all header rows, unless something merged is in the way.
 */
async function layOutHeader(
  edit: PackageEdit,
  plan: OwnedColumns,
  columns: readonly number[],
  previous: ReadonlySet<number>,
  tables: readonly TablePart[],
  frame: SheetFrame,
): Promise<Header> {
  const titles = [...plan.titles];
  const first = Math.min(...plan.headerRows);
  const last = Math.max(...plan.headerRows);
  const titleRows = titles.map(() => last);
  const inTable = new Set<number>();
  for (const table of tables) {
    if (!plan.headerRows.includes(table.area.top)) continue;
    const order = run(columns, table.area.right).filter(() => table.growable);
    const names = distinctNames(
      order.map((i) => titles[i]!),
      table.columnNames,
    );
    order.forEach((i, k) => (titles[i] = names[k]!));
    if (order.length > 0) await edit.setText(table.part, growTable(table, names));
    const right = table.area.right + order.length;
    columns.forEach((column, i) => {
      if (column < table.area.left || column > right) return;
      inTable.add(i);
      titleRows[i] = table.area.top;
      titles[i] = table.columnNames[column - table.area.left] ?? titles[i]!;
    });
  }
  const isOurs = (area: CellArea): boolean =>
    area.top >= first && [...Array(area.right - area.left + 1).keys()].every((k) => previous.has(area.left + k));
  const obstacles = [...tables.map((table) => table.area), ...frame.merges.filter((area) => !isOurs(area))];
  const merges: CellArea[] = [];
  columns.forEach((column, i) => {
    const area = { top: first, left: column, bottom: last, right: column };
    if (first === last || inTable.has(i) || obstacles.some((other) => overlaps(other, area))) return;
    merges.push(area);
    titleRows[i] = first;
  });
  frame.setMerges(merges, isOurs);
  return { titles, titleRows };
}

/** The titles (by index) whose columns follow `right` without a gap. */
function run(columns: readonly number[], right: number): number[] {
  const order: number[] = [];
  for (let i = columns.indexOf(right + 1); i >= 0; i = columns.indexOf(right + order.length + 1)) order.push(i);
  return order;
}

/** Stretches the sheet's own filter over our columns where it covers the ledger's header up to them. */
function growFilter(frame: SheetFrame, plan: OwnedColumns, columns: readonly number[]): CellArea | null {
  const filter = frame.filter;
  if (!filter || !plan.headerRows.includes(filter.top)) return null;
  const grown = { ...filter, right: filter.right + run(columns, filter.right).length };
  if (grown.right === filter.right) return null;
  frame.setFilter(grown);
  return grown;
}

/** Makes our cells of a row, ascending by column. */
function cellMaker(
  job: LedgerJob,
  columns: readonly number[],
  header: Header,
  prefix: string,
): (row: number) => readonly OwnCell[] {
  const { plan, date1904, format } = job;
  const context: CellContext = { prefix, date1904, format };
  const headerRows = new Set(plan.headerRows);
  const order = columns.map((_, i) => i).sort((a, b) => columns[a]! - columns[b]!);
  const headerStyle: PlanStyle = 'header';
  const headerCell = (row: number, i: number): string =>
    header.titleRows[i] === row
      ? cellXml(row, columns[i]!, { text: header.titles[i]!, style: headerStyle }, context)
      : blankCellXml(row, columns[i]!, format(headerStyle, 'text'), prefix);
  return (row) => {
    if (headerRows.has(row)) return order.map((i) => ({ column: columns[i]!, xml: headerCell(row, i) }));
    const cells: readonly PlanCell[] = plan.rows.get(row) ?? [];
    return order.flatMap((i) => {
      const cell = cells[i];
      return cell ? [{ column: columns[i]!, xml: cellXml(row, columns[i]!, cell, context) }] : [];
    });
  };
}

async function readTables(edit: PackageEdit, sheet: PackageSheet): Promise<TablePart[]> {
  const tables: TablePart[] = [];
  for (const part of await tableParts(edit.pkg, sheet)) {
    const table = edit.has(part) ? readTable(part, await edit.text(part)) : null;
    if (table) tables.push(table);
  }
  return tables;
}
