import type { CivilDay } from '../dates/civil';

/** What is to be written, complete and previewable, before any host touches anything. */
export interface WritePlan {
  readonly ledgerSheet: string;
  /** Columns right of the table; null where the ledger sheet is protected or has no room. */
  readonly columns: OwnedColumns | null;
  /** Sheets we own, in the order they stand at the end of the workbook. */
  readonly sheets: readonly OwnedSheet[];
}

export interface OwnedColumns {
  /** 1-based worksheet rows of the ledger's header; titles go to the last, the others are merged into it. */
  readonly headerRows: readonly number[];
  readonly titles: readonly string[];
  /** In characters of the standard font, as Excel counts widths. */
  readonly widths: readonly number[];
  /** Worksheet row -> one cell per title; rows that are not here are cleared of what we wrote before. */
  readonly rows: ReadonlyMap<number, readonly PlanCell[]>;
  /** 1-based worksheet rows (first, last) of the table's body: what a table or filter that grows must cover. */
  readonly body: { readonly first: number; readonly last: number };
}

/** Sheets of the check itself. `setAside` and `snapshots` are kept from run to run and read again: no plan removes them. */
export type CheckSheetId = 'summary' | 'findings' | 'ruleRuns' | 'setAside' | 'snapshots';

/** Sheets of reports: `report.weekly`, `report.weekly.head`; lower case, dots between, since markers are named so. */
export type ReportSheetId = `report.${string}`;

export type OwnedSheetId = CheckSheetId | ReportSheetId;

export interface OwnedSheet extends ReportSheet {
  readonly id: OwnedSheetId;
}

/** A sheet of results, whether it goes into the checked workbook as one of ours or into a workbook of reports. */
export interface ReportSheet {
  /** The name it gets where the user has no sheet of that name; else the host appends （2）, （3） … */
  readonly name: string;
  /** Kept for the program alone: as hidden as the host can make it. */
  readonly hidden?: true;
  readonly widths: readonly number[];
  /** How many `rows` yields; hosts may need it before. */
  readonly rowCount: number;
  /** Rows from the top, made anew at each iteration so that a million findings need no memory. */
  readonly rows: Iterable<PlanRow>;
  /** Rows (1-based) that stay on screen and repeat on each printed page, or null. */
  readonly titleRows: { readonly first: number; readonly last: number } | null;
  /** Row (1-based) of the headings that carry the filter, over all columns, down to the last row; null for none. */
  readonly filterRow: number | null;
  readonly landscape: boolean;
  /**
   * `own`: rows begin pages, so it is printed at the scale at which its columns fit (Excel keeps no such page on a sheet
   * fitted to its width); `one`: all of it on one page; else fitted to the width.
   */
  readonly pages?: 'own' | 'one';
  /** Left and right footers besides the page number, for example 填报单位 and 截止日期. */
  readonly footer: string;
  /** Drawn over rows that are left blank for them; a host that can't draw says so (`WorkbookCapabilities.charts`). */
  readonly charts?: readonly PlanChart[];
}

/** A run of cells of one column, on the sheet that its chart stands on; 1-based. */
export interface CellRun {
  readonly column: number;
  readonly first: number;
  readonly last: number;
}

/** A chart of cells of its own sheet, told apart by pattern and marker so that it survives a black-and-white copier. */
export interface PlanChart {
  /** `bar`: lying bars, the first category on top. */
  readonly kind: 'bar' | 'line';
  readonly title: string;
  /** What the figures count; stands along their axis. */
  readonly valueTitle: string;
  readonly categories: CellRun;
  readonly series: readonly { readonly name: string; readonly values: CellRun }[];
  /** Cells whose upper left corners are the chart's corners; 1-based. */
  readonly from: { readonly row: number; readonly column: number };
  readonly to: { readonly row: number; readonly column: number };
}

export interface PlanRow {
  readonly cells: readonly PlanCell[];
  /** In points; absent: the host's default, grown with wrapped text where the host can. */
  readonly height?: number;
  /** Cells from the first to this 1-based column are merged (titles). */
  readonly mergeTo?: number;
  /** A new printed page begins with this row. */
  readonly startsPage?: boolean;
}

/** Text is always written as text, never as a formula. */
export type PlanCell =
  | null
  | { readonly text: string; readonly style: PlanStyle; readonly link?: CellLink }
  /** `decimals`: points, always shown with two. */
  | { readonly number: number; readonly style: PlanStyle; readonly decimals?: 2 }
  | { readonly day: CivilDay; readonly style: PlanStyle };

export interface CellLink {
  readonly sheet: string;
  readonly cell: string;
}

/** The looks we use; a host maps each to one format. Numbers and days take their number format from their kind. */
export type PlanStyle =
  'title' | 'note' | 'header' | 'body' | 'strong' | 'overdue' | 'dueSoon' | 'onTrack' | 'closed' | 'cannotJudge';

/** What a host did with a plan; never silent about what it did not do. */
export interface WriteReport {
  readonly columnsWritten: boolean;
  readonly rowsWritten: number;
  readonly sheets: readonly { readonly id: OwnedSheetId; readonly name: string; readonly rows: number }[];
  /** Codes for `text/zh-CN`: sheet protected, links left out past Excel's limit, … */
  readonly notes: readonly { readonly code: string; readonly params: Readonly<Record<string, string | number>> }[];
}
