import { banner, headings } from '../writeplan/cells';
import type { OwnedSheet, PlanRow, ReportSheetId } from '../writeplan/plan';
import { withPrintedHeights } from '../writeplan/rowHeight';

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
  /** All of it on one page. */
  readonly onePage?: true;
}

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
    rows: [...withPrintedHeights(rows, table.widths)],
    titleRows: { first: 1, last: top.length },
    filterRow: null,
    landscape: table.portrait !== true,
    footer: table.footer,
    ...(table.onePage === true ? { pages: 'one' } : {}),
  };
}
