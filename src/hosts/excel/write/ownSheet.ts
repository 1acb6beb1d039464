import { address } from '../../../core/ledger/grid';
import { ChartCells } from '../../../core/writeplan/chartCells';
import { footerTexts } from '../../../core/writeplan/footer';
import { quoteSheet } from '../../../core/writeplan/markers';
import { MOST_BREAKS } from '../../../core/writeplan/pageBreaks';
import { pageScale } from '../../../core/writeplan/pageScale';
import type { OwnedSheet, PlanRow } from '../../../core/writeplan/plan';
import { formatArea } from '../areas';
import { isOfficeError } from '../faults';
import type { Sheet } from '../office';
import { rangeOf } from '../ranges';
import { valueBytes } from '../read/payload';
import type { ExcelSession } from '../session';
import { drawCharts, type ChartsThere } from './charts';
import { entryOf, type Entry } from './entries';
import { setNumberFormats } from './numberFormats';
import { ACTION_BYTES, type Outbox } from './outbox';
import { paint, setHeights, widthInPoints } from './paint';

/** Excel takes some milliseconds for each link and slows down with many; a file has room for 65,000. */
export const MOST_LINKS = 5000;
/** Excel's last row is 1,048,576; some are left for whoever adds a line below. */
const MOST_ROWS = 1_048_000;
const BLOCK_BYTES = 1_200_000;
const BLOCK_ROWS = 2000;

export interface OwnSheetJob {
  readonly session: ExcelSession;
  readonly outbox: Outbox;
  readonly sheet: Sheet;
  readonly planned: OwnedSheet;
  readonly date1904: boolean;
  /** The defined name that makes the sheet ours. */
  readonly marker: () => Excel.NamedItem;
  readonly charts: ChartsThere;
  /** The name a planned sheet really has in this workbook. */
  readonly sheetName: (planned: string) => string;
  readonly onRows: (done: number) => void;
}

export interface OwnSheetReport {
  readonly rows: number;
  readonly rowsCut: boolean;
  readonly linksCut: number;
  readonly page: 'set' | 'too-old' | 'left-out';
  /** How many charts this Excel can't draw. */
  readonly chartsLeftOut: number;
  /** Whether those that were drawn look as they should. */
  readonly chartsDressed: boolean;
}

/** Writes one of our sheets whole, over whatever stood on it: cells, looks, frozen headings, charts, page for A4. */
export async function writeOwnSheet(job: OwnSheetJob): Promise<OwnSheetReport> {
  const { session, outbox, sheet, planned } = job;
  empty(session, sheet);
  for (const chart of job.charts.ours) chart.delete();
  const chartCells = new ChartCells(planned.charts ?? []);
  planned.widths.forEach((width, i) => {
    rangeOf(sheet, { top: 1, bottom: 1, left: i + 1, right: i + 1 }).format.columnWidth = widthInPoints(width);
    outbox.add(4 * ACTION_BYTES);
  });
  const layout: Layout = { row: 0, width: planned.widths.length, links: 0, linksCut: 0, rowsCut: false, breaks: [] };
  let block: PlanRow[] = [];
  let bytes = 0;
  for (const row of planned.rows) {
    if (layout.row + block.length === MOST_ROWS) {
      layout.rowsCut = true;
      break;
    }
    block.push(row);
    const number = layout.row + block.length;
    chartCells.note(number, row.cells);
    if (row.startsPage === true && number > 1) layout.breaks.push(number);
    layout.width = Math.max(layout.width, row.cells.length, row.mergeTo ?? 0);
    for (const cell of row.cells) bytes += cell && 'text' in cell ? valueBytes(cell.text) : 8;
    if (block.length < BLOCK_ROWS && bytes < BLOCK_BYTES) continue;
    await writeBlock(job, block, layout);
    block = [];
    bytes = 0;
    job.onRows(layout.row);
  }
  if (block.length > 0) await writeBlock(job, block, layout);
  if (session.has('1.7') && planned.titleRows) sheet.freezePanes.freezeRows(planned.titleRows.last);
  if (session.has('1.9') && planned.filterRow !== null && planned.filterRow <= layout.row)
    sheet.autoFilter.apply(
      rangeOf(sheet, { top: planned.filterRow, bottom: layout.row, left: 1, right: layout.width }),
    );
  await outbox.send();
  const charts = chartCells.filled();
  const canDraw = session.has('1.7');
  const { marker } = job;
  const chartsDressed = await drawCharts(
    { session, outbox, sheet, marker, others: job.charts.others },
    canDraw ? charts : [],
  );
  // What nobody sees nobody prints.
  const page = planned.hidden === true ? 'set' : await setUpPage(job, layout);
  const { row: rows, rowsCut, linksCut } = layout;
  return { rows, rowsCut, linksCut, page, chartsLeftOut: canDraw ? 0 : charts.length, chartsDressed };
}

/** Takes away what an earlier write, or someone's filter, left on our sheet. */
function empty(session: ExcelSession, sheet: Sheet): void {
  if (session.has('1.9')) sheet.autoFilter.remove();
  const whole = sheet.getRange();
  if (session.has('1.2')) {
    whole.unmerge();
    whole.rowHidden = false;
    whole.columnHidden = false;
  }
  whole.clear('All');
}

interface Layout {
  row: number;
  width: number;
  links: number;
  linksCut: number;
  rowsCut: boolean;
  /** Rows that pages begin with. */
  readonly breaks: number[];
}

async function writeBlock(job: OwnSheetJob, rows: readonly PlanRow[], layout: Layout): Promise<void> {
  const { session, outbox, sheet } = job;
  const width = Math.max(1, layout.width);
  const area = { top: layout.row + 1, bottom: layout.row + rows.length, left: 1, right: width };
  const lines = rows.map(({ cells }) => Array.from({ length: width }, (_, i) => entryOf(cells[i], job.date1904)));
  await outbox.makeRoom(2 * BLOCK_BYTES);
  await setLinks(job, rows, layout);
  for (let k = 0; k < width; k++)
    setNumberFormats(
      sheet,
      k + 1,
      area.top,
      lines.map((line) => line[k]!),
      outbox,
      true,
    );
  rangeOf(sheet, area).values = lines.map((line) => line.map(({ write }) => write));
  outbox.add(lines.reduce((sum, line) => sum + line.reduce((n, { write }) => n + valueBytes(write), 0), 0) * 1.2);
  const looks = (row: number, column: number): Entry['look'] | null => {
    const planned = rows[row - area.top]!;
    // A merged title's look must hold for all the cells under it.
    const at = column <= (planned.mergeTo ?? 0) && column > planned.cells.length ? 0 : column - 1;
    const { look } = lines[row - area.top]![at]!;
    return look === 'none' ? null : look;
  };
  await paint(session, sheet, area, looks, outbox);
  await setHeights(
    session,
    sheet,
    area.top,
    rows.map(({ height }) => height),
    outbox,
  );
  for (const [i, { mergeTo = 0 }] of rows.entries()) {
    if (mergeTo < 2 || !session.has('1.2')) continue;
    await outbox.makeRoom(3 * ACTION_BYTES);
    rangeOf(sheet, { top: area.top + i, bottom: area.top + i, left: 1, right: mergeTo }).merge(false);
    outbox.add(3 * ACTION_BYTES);
  }
  layout.row = area.bottom;
}

/** Before the values, which then replace whatever text Excel shows for a link. */
async function setLinks(job: OwnSheetJob, rows: readonly PlanRow[], layout: Layout): Promise<void> {
  if (!job.session.has('1.7')) return;
  for (const [i, { cells }] of rows.entries())
    for (const [k, cell] of cells.entries()) {
      if (!cell || !('text' in cell) || !cell.link) continue;
      if (layout.links >= MOST_LINKS) {
        layout.linksCut++;
        continue;
      }
      layout.links++;
      const place = address(layout.row + i + 1, k + 1);
      const documentReference = `${quoteSheet(job.sheetName(cell.link.sheet))}!${cell.link.cell}`;
      await job.outbox.makeRoom(4 * ACTION_BYTES);
      job.sheet.getRange(place).hyperlink = { documentReference };
      job.outbox.add(3 * ACTION_BYTES + documentReference.length * 3);
    }
}

/** Refusals of a page set-up that say nothing about the workbook: without a printer Excel knows no paper. */
const NO_PRINTER: ReadonlySet<string> = new Set([
  'GeneralException',
  'InvalidOperation',
  'UnsupportedOperation',
  'NotImplemented',
]);

/** Excel keeps pages that rows begin only where the sheet is not fitted to its width. */
function zoomOf({ pages, widths, landscape }: OwnedSheet): Excel.PageLayoutZoomOptions {
  if (pages === 'own') return { scale: pageScale(widths, landscape) };
  return pages === 'one' ? { horizontalFitToPages: 1, verticalFitToPages: 1 } : { horizontalFitToPages: 1 };
}

/** Lays the sheet out for printing (ExcelApi 1.9), as far as this Excel and this machine can. */
async function setUpPage(
  { session, outbox, sheet, planned }: OwnSheetJob,
  { row, width, breaks }: Layout,
): Promise<OwnSheetReport['page']> {
  if (row === 0) return 'set';
  if (!session.has('1.9')) return 'too-old';
  const page = sheet.pageLayout;
  page.orientation = planned.landscape ? 'Landscape' : 'Portrait';
  page.paperSize = 'A4';
  page.zoom = zoomOf(planned);
  page.centerHorizontally = true;
  page.leftMargin = page.rightMargin = inches(0.4);
  page.topMargin = inches(0.6);
  page.bottomMargin = inches(0.7);
  page.headerMargin = page.footerMargin = inches(0.3);
  const footer = footerTexts(planned.footer);
  const texts = page.headersFooters.defaultForAllPages;
  texts.leftFooter = footer.left;
  texts.centerFooter = footer.center;
  texts.rightFooter = footer.right;
  if (planned.titleRows) page.setPrintTitleRows(`$${planned.titleRows.first}:$${planned.titleRows.last}`);
  page.setPrintArea(formatArea({ top: 1, left: 1, bottom: row, right: width }));
  sheet.horizontalPageBreaks.removePageBreaks();
  for (const first of breaks.slice(0, MOST_BREAKS)) sheet.horizontalPageBreaks.add(address(first, 1));
  try {
    await outbox.send();
    return 'set';
  } catch (error) {
    if (isOfficeError(error) && NO_PRINTER.has(error.code)) return 'left-out';
    throw error;
  }
}

const inches = (length: number): number => length * 72;
