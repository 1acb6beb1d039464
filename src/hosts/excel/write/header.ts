import type { CellArea } from '../../../core/ledger/grid';
import { distinctNames } from '../../../core/writeplan/distinctNames';
import type { OwnedColumns, WriteReport } from '../../../core/writeplan/plan';
import { formatArea, overlaps } from '../areas';
import type { ExcelSession } from '../session';
import type { Survey, TableSeen } from './survey';

type Note = WriteReport['notes'][number];

/** Where our headings go and what grows with them; worked out before anything is touched. */
export interface HeaderLayout {
  readonly titles: readonly string[];
  /** The row of each title, or null where a table names its column already. */
  readonly titleRows: readonly (number | null)[];
  readonly merges: readonly CellArea[];
  /** Our own areas in the header's rows that are merged otherwise. */
  readonly staleMerges: readonly CellArea[];
  /** Tables next to our columns, and the areas they are to cover. */
  readonly tables: readonly { readonly id: string; readonly area: CellArea }[];
  /** The area that the sheet's own filter is to cover; null to leave it. */
  readonly filter: CellArea | null;
  readonly notes: readonly Note[];
}

/**
 * Settles the headings as the file host does: a table next to ours grows over them, and then they stand in its header
 * row; elsewhere they are merged over all header rows, unless something merged is in the way. While a filter hides rows,
 * nothing grows: applying it anew would undo what the user filtered, so that waits for a write without one, and a note
 * says that sorting must wait too.
 */
export function layOutHeader(
  session: ExcelSession,
  plan: OwnedColumns,
  columns: readonly number[],
  survey: Survey,
): HeaderLayout {
  const first = Math.min(...plan.headerRows);
  const last = Math.max(...plan.headerRows);
  const titles = [...plan.titles];
  const titleRows: (number | null)[] = titles.map(() => last);
  const inTable = new Set<number>();
  const notes: Note[] = [];
  const tables: { id: string; area: CellArea }[] = [];
  for (const table of survey.tables) {
    if (!plan.headerRows.includes(table.area.top)) continue;
    const order = followers(columns, table.area.right);
    const grows = order.length > 0 && mayGrow(session, table);
    if (order.length > 0 && !grows) notes.push({ code: 'table-not-grown', params: { sheet: survey.name } });
    const names = grows
      ? distinctNames(
          order.map((i) => titles[i]!),
          table.columnNames,
        )
      : [];
    names.forEach((name, k) => {
      titles[order[k]!] = name;
      titleRows[order[k]!] = table.area.top;
    });
    const right = table.area.right + names.length;
    if (grows) tables.push({ id: table.id, area: { ...table.area, right } });
    columns.forEach((column, i) => {
      if (column < table.area.left || column > right) return;
      inTable.add(i);
      if (column <= table.area.right) titleRows[i] = null;
    });
  }
  const { filter, note } = growFilter(plan, columns, survey);
  if (note) notes.push(note);
  const isOurs = (area: CellArea): boolean =>
    area.top >= first && survey.owned !== null && columnsOf(area).every((column) => survey.owned!.includes(column));
  const merges: CellArea[] = [];
  if (survey.merges !== null && first < last) {
    const obstacles = [...survey.tables.map(({ area }) => area), ...survey.merges.filter((area) => !isOurs(area))];
    columns.forEach((column, i) => {
      const area = { top: first, left: column, bottom: last, right: column };
      if (inTable.has(i) || obstacles.some((other) => overlaps(other, area))) return;
      merges.push(area);
      titleRows[i] = first;
    });
  }
  const wanted = new Set(merges.map(formatArea));
  const there = (survey.merges ?? []).filter(isOurs);
  const known = new Set(there.map(formatArea));
  return {
    titles,
    titleRows,
    merges: merges.filter((area) => !known.has(formatArea(area))),
    staleMerges: there.filter((area) => !wanted.has(formatArea(area))),
    tables,
    filter,
    notes,
  };
}

/** A table grows by `resize` (1.13), over its headers. */
const mayGrow = (session: ExcelSession, table: TableSeen): boolean =>
  session.has('1.13') && table.columnNames.length > 0 && !table.isFiltered;

/** The titles (by index) whose columns follow `right` without a gap. */
function followers(columns: readonly number[], right: number): number[] {
  const order: number[] = [];
  for (let i = columns.indexOf(right + 1); i >= 0; i = columns.indexOf(right + order.length + 1)) order.push(i);
  return order;
}

function growFilter(
  plan: OwnedColumns,
  columns: readonly number[],
  { filter, name }: Survey,
): { filter: CellArea | null; note: Note | null } {
  if (!filter || !plan.headerRows.includes(filter.area.top)) return { filter: null, note: null };
  const more = followers(columns, filter.area.right).length;
  if (more === 0) return { filter: null, note: null };
  if (filter.isFiltered) return { filter: null, note: { code: 'filter-not-grown', params: { sheet: name } } };
  return { filter: { ...filter.area, right: filter.area.right + more }, note: null };
}

const columnsOf = (area: CellArea): number[] =>
  Array.from({ length: area.right - area.left + 1 }, (_, i) => area.left + i);
