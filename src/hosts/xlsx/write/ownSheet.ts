import { address, columnLetters, type CellArea } from '../../../core/ledger/grid';
import { ChartCells, type FilledChart } from '../../../core/writeplan/chartCells';
import { footerTexts } from '../../../core/writeplan/footer';
import { MOST_BREAKS } from '../../../core/writeplan/pageBreaks';
import { pageScale } from '../../../core/writeplan/pageScale';
import type { PlanCell, PlanRow, ReportSheet } from '../../../core/writeplan/plan';
import { quoteSheet } from '../marker';
import { formatArea } from './areas';
import { blankCellXml, writeCell, type CellContext } from './cellXml';
import { DRAWING_ID, relationshipsNamespace } from './drawings';
import type { PartStream } from './partStream';
import { escapeAttribute, escapeText } from './xmlText';

/** Excel refuses a sheet with more hyperlinks than 65,530. */
export const MAX_LINKS = 65_000;
/** Excel's last row is 1,048,576; some are left for whoever adds a line below. */
export const MAX_ROWS = 1_048_000;

export interface OwnSheetContext extends CellContext {
  readonly namespace: string;
  /** The name a planned sheet really has in this workbook. */
  readonly sheetName: (planned: string) => string;
  /** Called between blocks of rows; may throw to stop. */
  readonly pause: (rows: number) => Promise<void>;
}

export interface OwnSheetReport {
  readonly rows: number;
  readonly rowsCut: boolean;
  readonly linksCut: number;
  /** All that was written, for the print area; null for an empty sheet. */
  readonly area: CellArea | null;
  readonly filter: CellArea | null;
  /** The charts that the sheet refers to, with what their cells hold: their parts are still to be written. */
  readonly charts: readonly FilledChart[];
}

const BLOCK_ROWS = 1000;

/** Writes one of our sheets whole, from its first byte: laid out for A4, with frozen headings and page numbers. */
export async function writeOwnSheet(
  sheet: ReportSheet,
  context: OwnSheetContext,
  out: PartStream,
): Promise<OwnSheetReport> {
  out.text(headXml(sheet, context.namespace));
  const merges: string[] = [];
  const links: string[] = [];
  const breaks: number[] = [];
  const chartCells = new ChartCells(sheet.charts ?? []);
  let linksCut = 0;
  let row = 0;
  let width = sheet.widths.length;
  let rowsCut = false;
  const locate = sheetLocator(context);
  const link = (column: number, cell: PlanCell): void => {
    if (cell === null || !('text' in cell) || !cell.link) return;
    if (links.length >= MAX_LINKS) linksCut++;
    else links.push(linkXml(row, column, locate(cell.link.sheet), cell.link.cell));
  };
  for (const planned of sheet.rows) {
    if (row === MAX_ROWS) {
      rowsCut = true;
      break;
    }
    row++;
    if (planned.startsPage === true && row > 1) breaks.push(row - 1);
    width = Math.max(width, planned.cells.length, planned.mergeTo ?? 0);
    planned.cells.forEach((cell, i) => link(i + 1, cell));
    chartCells.note(row, planned.cells);
    writeRow(out, row, planned, context);
    if ((planned.mergeTo ?? 0) > 1)
      merges.push(`<mergeCell ref="${formatArea({ top: row, left: 1, bottom: row, right: planned.mergeTo! })}"/>`);
    if (row % BLOCK_ROWS === 0) {
      await out.settle();
      await context.pause(row);
    }
  }
  const area = row === 0 || width === 0 ? null : { top: 1, left: 1, bottom: row, right: width };
  const filter = area && sheet.filterRow !== null && sheet.filterRow <= row ? { ...area, top: sheet.filterRow } : null;
  out.text('</sheetData>');
  if (filter) out.text(`<autoFilter ref="${formatArea(filter)}"/>`);
  if (merges.length > 0) out.text(`<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>`);
  if (links.length > 0) out.text(`<hyperlinks>${links.join('')}</hyperlinks>`);
  const charts = chartCells.filled();
  out.text(pageXml(sheet, breaks));
  if (charts.length > 0)
    out.text(`<drawing xmlns:r="${relationshipsNamespace(context.namespace)}" r:id="${DRAWING_ID}"/>`);
  out.text('</worksheet>');
  return { rows: row, rowsCut, linksCut, area, filter, charts };
}

function headXml(sheet: ReportSheet, namespace: string): string {
  const frozen = sheet.titleRows?.last ?? 0;
  const below = `A${frozen + 1}`;
  const pane =
    frozen === 0
      ? ''
      : `<pane ySplit="${frozen}" topLeftCell="${below}" activePane="bottomLeft" state="frozen"/>` +
        `<selection pane="bottomLeft" activeCell="${below}" sqref="${below}"/>`;
  const columns = sheet.widths.map(
    (width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    `<worksheet xmlns="${escapeAttribute(namespace)}">` +
    (sheet.pages === 'own' ? '' : '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>') +
    `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>` +
    '<sheetFormatPr defaultRowHeight="15"/>' +
    (columns.length > 0 ? `<cols>${columns.join('')}</cols>` : '') +
    '<sheetData>'
  );
}

function writeRow(out: PartStream, row: number, planned: PlanRow, context: OwnSheetContext): void {
  const height = planned.height === undefined ? '' : ` ht="${planned.height}" customHeight="1"`;
  out.text(`<row r="${row}"${height}>`);
  for (let i = 0; i < planned.cells.length; i++) {
    const cell = planned.cells[i];
    if (cell) writeCell(out, row, i + 1, cell, context);
  }
  const first = planned.cells[0];
  // A merged title's look must hold for all the cells under it.
  for (let column = planned.cells.length + 1; first && column <= (planned.mergeTo ?? 0); column++)
    out.text(blankCellXml(row, column, context.format(first.style, 'text'), ''));
  out.text('</row>');
}

/** The first half of a link's location, escaped: links of a sheet lead to one other as a rule. */
function sheetLocator(context: OwnSheetContext): (planned: string) => string {
  const known = new Map<string, string>();
  return (planned) => {
    const kept = known.get(planned);
    if (kept !== undefined) return kept;
    const prefix = escapeAttribute(`${quoteSheet(context.sheetName(planned))}!`);
    known.set(planned, prefix);
    return prefix;
  };
}

const linkXml = (row: number, column: number, sheet: string, cell: string): string =>
  `<hyperlink ref="${address(row, column)}" location="${sheet}${escapeAttribute(cell)}"/>`;

function pageXml(sheet: ReportSheet, breaks: readonly number[]): string {
  const { left, center, right } = footerTexts(sheet.footer);
  const footer = [`&L${left}`, `&C${center}`, `&R${right}`].filter((part) => part.length > 2).join('');
  return (
    '<printOptions horizontalCentered="1"/>' +
    '<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.7" header="0.3" footer="0.3"/>' +
    `<pageSetup paperSize="9" ${scaleXml(sheet)}/>` +
    `<headerFooter><oddFooter>${escapeText(footer)}</oddFooter></headerFooter>` +
    breaksXml(breaks)
  );
}

/** Attributes in the schema's order do not matter; Excel takes a scale or a fit, never both. */
function scaleXml({ widths, landscape, pages }: ReportSheet): string {
  const orientation = `orientation="${landscape ? 'landscape' : 'portrait'}"`;
  if (pages === 'own') return `scale="${pageScale(widths, landscape)}" ${orientation}`;
  return `${orientation} fitToWidth="1" fitToHeight="${pages === 'one' ? 1 : 0}"`;
}

/** After which rows a new page begins. */
function breaksXml(rows: readonly number[]): string {
  const kept = rows.slice(0, MOST_BREAKS);
  if (kept.length === 0) return '';
  const breaks = kept.map((row) => `<brk id="${row}" max="16383" man="1"/>`).join('');
  return `<rowBreaks count="${kept.length}" manualBreakCount="${kept.length}">${breaks}</rowBreaks>`;
}

/** `'督查问题'!$3:$3`, as the rows that repeat on each page are named. */
export const titleRowsReference = (sheet: string, first: number, last: number): string =>
  `${quoteSheet(sheet)}!$${first}:$${last}`;

/** `'台账'!$Q:$V`: whole columns, so that deleting a row never breaks the reference. */
export const columnsReference = (sheet: string, first: number, last: number): string =>
  `${quoteSheet(sheet)}!$${columnLetters(first)}:$${columnLetters(last)}`;
