import { banner, headings } from '../writeplan/cells';
import type { OwnedSheet, PlanRow, ReportSheetId } from '../writeplan/plan';
import { withHeights } from '../writeplan/rowHeight';

/** A printed list: its title and notes stand over each page with the headings. */
export interface TableSheet {
  readonly id: ReportSheetId;
  readonly name: string;
  readonly title: string;
  /** Under the title: who reports, as of which day, of which ledgers; each a line. */
  readonly notes: readonly string[];
  /** In characters, one a heading. */
  readonly widths: readonly number[];
  readonly headings: readonly string[];
  readonly rows: readonly PlanRow[];
  /** What stands where there are no rows. */
  readonly none: string;
  readonly footer: string;
  readonly portrait?: true;
}

/** Fonts that stand in for Excel's are taller: a row that fits there by a hair would be cut off on paper. */
const ROOM = 1.1;
const roomier = (row: PlanRow): PlanRow =>
  row.height === undefined ? row : { ...row, height: Math.round(Math.min(TALLEST, row.height * ROOM)) };
/** Excel's tallest row, in points. */
const TALLEST = 409;

/** Lays a list out for A4. */
export function tableSheet(table: TableSheet): OwnedSheet {
  const width = table.widths.length;
  const top = [
    banner(table.title, 'title', width),
    ...table.notes.map((note) => banner(note, 'note', width)),
    headings(table.headings),
  ];
  const rows = [...top, ...(table.rows.length > 0 ? table.rows : [banner(table.none, 'body', width)])];
  return {
    id: table.id,
    name: table.name,
    widths: table.widths,
    rowCount: rows.length,
    rows: [...withHeights(rows, table.widths)].map(roomier),
    titleRows: { first: 1, last: top.length },
    filterRow: null,
    landscape: table.portrait !== true,
    footer: table.footer,
  };
}
