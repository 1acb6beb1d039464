import { banner, headings, text } from '../writeplan/cells';
import type { OwnedSheet, PlanCell, PlanChart, PlanRow } from '../writeplan/plan';
import { pageRoom } from '../writeplan/pageScale';
import { withHeights } from '../writeplan/rowHeight';

/** Rows a chart takes, fewer where that keeps it on the page of its table; and how high each of them is, in points. */
const CHART_ROWS = { most: 24, least: 15 } as const;
const CHART_ROW = 15;
/** Puts a sheet of a report together from its top: rows with their heights, and charts over rows left blank for them. */
export class SheetLayout {
  private readonly rows: PlanRow[] = [];
  private readonly charts: PlanChart[] = [];
  private filled = 0;
  /** How high the rows are that each page repeats. */
  private repeated = 0;
  private headed: { readonly first: number; readonly last: number } | null = null;

  private readonly room: number;

  constructor(
    private readonly widths: readonly number[],
    private readonly landscape = true,
  ) {
    this.room = pageRoom(widths, landscape);
  }

  /** Adds a row and answers its number. */
  add(row: PlanRow): number {
    const [planned = row] = withHeights([row], this.widths);
    if (planned.startsPage === true) this.filled = this.repeated;
    this.filled += planned.height ?? CHART_ROW;
    // Past the page's end the program that prints begins another one.
    if (this.filled > this.room) this.filled = this.repeated + (planned.height ?? CHART_ROW);
    return this.rows.push(planned);
  }

  title(value: string, startsPage = false): number {
    const row = banner(value, 'title', this.widths.length);
    return this.add(startsPage ? { ...row, startsPage } : row);
  }

  /** A line over the whole width: a sentence of its own. */
  line(value: string, startsPage = false): number {
    const row = banner(value, 'note', this.widths.length);
    return this.add(startsPage ? { ...row, startsPage } : row);
  }

  /** A heading over the whole width, within the sheet. */
  section(value: string, startsPage = false): number {
    const row = banner(value, 'strong', this.widths.length);
    return this.add(startsPage ? { ...row, startsPage } : row);
  }

  /** Column headings; `repeat`: with all above them on each page. */
  headings(names: readonly string[], repeat = false): number {
    const row = this.add(headings(names));
    if (repeat) this.repeatAll();
    return row;
  }

  /** Has each page begin with all that is there so far. */
  repeatAll(): void {
    this.headed = { first: 1, last: this.rows.length };
    this.repeated = this.filled;
  }

  cells(cells: readonly PlanCell[]): number {
    return this.add({ cells });
  }

  /** Rows that stay on one page, as far as a page goes. */
  block(rows: readonly PlanRow[]): void {
    const planned = [...withHeights(rows, this.widths)];
    const height = planned.reduce((sum, row) => sum + (row.height ?? CHART_ROW), 0);
    const fits = this.filled + height <= this.room;
    planned.forEach((row, at) => this.add(at === 0 && !fits ? { ...row, startsPage: true } : row));
  }

  /** A chart below what is there, on a new page where this one has no room for it. */
  chart(chart: Omit<PlanChart, 'from' | 'to'>): void {
    const left = Math.floor((this.room - this.filled) / CHART_ROW) - 1;
    const startsPage = left < CHART_ROWS.least;
    const rows = startsPage ? CHART_ROWS.most : Math.min(CHART_ROWS.most, left);
    this.add({ cells: [text('', 'note')], height: CHART_ROW, ...(startsPage ? { startsPage } : {}) });
    const from = this.rows.length + 1;
    for (let i = 0; i < rows; i++) this.add({ cells: [text('', 'note')], height: CHART_ROW });
    this.charts.push({
      ...chart,
      from: { row: from, column: 1 },
      to: { row: from + rows, column: this.widths.length + 1 },
    });
  }

  sheet(id: OwnedSheet['id'], name: string, footer: string): OwnedSheet {
    return {
      id,
      name,
      widths: this.widths,
      rowCount: this.rows.length,
      rows: this.rows,
      titleRows: this.headed,
      filterRow: null,
      landscape: this.landscape,
      footer,
      ...(this.charts.length === 0 ? {} : { charts: this.charts }),
      ...(this.rows.some(({ startsPage }) => startsPage === true) ? { pages: 'own' } : {}),
    };
  }
}
