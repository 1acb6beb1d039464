import type { CellArea } from '../../../core/ledger/grid';
import type { OwnedColumns } from '../../../core/writeplan/plan';
import { MAX_COLUMN } from '../limits';
import type { PackageSheet, XlsxPackage } from '../xlsxPackage';
import { childOf, type XmlElement } from '../xmlTree';
import { parseArea } from './areas';
import type { SheetIndex } from './sheetIndex';

/** Past so many blank but formatted columns our results would stand where nobody looks: then they stand on them. */
const MOST_BLANK_COLUMNS = 30;

/** What stands on a sheet beside its cells. */
export interface Surroundings {
  readonly merges: readonly CellArea[];
  /** The sheet's own filter. */
  readonly filters: readonly CellArea[];
  readonly tables: readonly CellArea[];
  /** Cells that carry a comment. */
  readonly comments: readonly CellArea[];
  /** Pictures and charts, by the cells they cover. */
  readonly drawings: readonly CellArea[];
}

/**
 * The 1-based columns that results go to, one per title: those we own already; else, and for those of ours that were
 * deleted, right of everything that stands on the sheet. Null where the sheet has no room.
 */
export function placeColumns(
  plan: OwnedColumns,
  owned: readonly (number | null)[] | null,
  index: SheetIndex,
  around: Surroundings,
): readonly number[] | null {
  const columns = plan.titles.map((_, i) => owned?.[i] ?? null);
  const missing = columns.filter((column) => column === null).length;
  if (missing === 0) return columns as number[];
  const rows = writtenRows(plan);
  const band = { top: rows.first, bottom: rows.last, left: 1, right: MAX_COLUMN };
  const right = (areas: readonly CellArea[]): number => areas.reduce((last, area) => Math.max(last, area.right), 0);
  const beside = (area: CellArea): boolean => area.top <= band.bottom && area.bottom >= band.top;
  const known = columns.map((column) => column ?? 0);
  const content = Math.max(index.lastContentColumn, right(around.tables), ...known);
  const needed = Math.max(content, right(around.merges.filter(beside)), right(around.comments.filter(beside)));
  const wished = Math.max(
    needed,
    right(around.merges),
    right(around.filters),
    right(around.comments),
    right(around.drawings.filter(beside)),
  );
  const blanks = lastBlank(index, plan);
  const choices = [Math.max(wished, blanks - wished <= MOST_BLANK_COLUMNS ? blanks : 0), wished, needed];
  const last = choices.find((choice) => choice + missing <= MAX_COLUMN);
  if (last === undefined) return null;
  let next = last;
  return columns.map((column) => column ?? ++next);
}

/** The last column that has a cell, be it only a border, from the header down: its look is the user's. */
function lastBlank(index: SheetIndex, plan: OwnedColumns): number {
  const first = Math.min(...plan.headerRows);
  return index.rows.reduce((last, { row, lastColumn }) => (row >= first ? Math.max(last, lastColumn) : last), 0);
}

function writtenRows(plan: OwnedColumns): { first: number; last: number } {
  let first = Math.min(...plan.headerRows);
  let last = Math.max(...plan.headerRows);
  for (const row of plan.rows.keys()) {
    if (row < first) first = row;
    if (row > last) last = row;
  }
  return { first, last };
}

/** The cells with comments and the cells under pictures and charts, from the parts that the sheet relates to. */
export async function readAnchors(
  pkg: XlsxPackage,
  sheet: PackageSheet,
): Promise<{ comments: CellArea[]; drawings: CellArea[] }> {
  const comments: CellArea[] = [];
  const drawings: CellArea[] = [];
  for (const { type, target } of await pkg.relationships(sheet.part)) {
    if (!pkg.has(target)) continue;
    if (type === 'comments' || type === 'threadedComment') collectRefs(await pkg.xml(target), comments);
    else if (type === 'drawing') collectAnchors(await pkg.xml(target), drawings);
  }
  return { comments, drawings };
}

function collectRefs(element: XmlElement, found: CellArea[]): void {
  const area = parseArea(element.attributes['ref']);
  if (area) found.push(area);
  for (const child of element.children) if (child.name !== 'text') collectRefs(child, found);
}

function collectAnchors(root: XmlElement, found: CellArea[]): void {
  for (const anchor of root.children) {
    const from = childOf(anchor, 'from');
    if (!from) continue;
    // An anchor of one cell states its size in units of its own; its corner is what we can go by.
    const to = childOf(anchor, 'to') ?? from;
    const at = (corner: XmlElement, name: string): number => Number(childOf(corner, name)?.text ?? 0) + 1;
    found.push({ top: at(from, 'row'), left: at(from, 'col'), bottom: at(to, 'row'), right: at(to, 'col') });
  }
}
