import { address, columnLetters, type CellArea } from '../../../core/ledger/grid';
import { footerTexts } from '../../../core/writeplan/footer';
import type { OwnedSheet, PlanCell, PlanRow } from '../../../core/writeplan/plan';
import { quoteSheet } from '../marker';
import { formatArea } from './areas';
import { blankCellXml, cellXml, type CellContext } from './cellXml';
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
}

const BLOCK_ROWS = 1000;

/** Writes one of our sheets whole, from its first byte: laid out for A4, with frozen headings and page numbers. */
export async function writeOwnSheet(
  sheet: OwnedSheet,
  context: OwnSheetContext,
  out: PartStream,
): Promise<OwnSheetReport> {
  out.text(headXml(sheet, context.namespace));
  const merges: string[] = [];
  const links: string[] = [];
  let linksCut = 0;
  let row = 0;
  let width = sheet.widths.length;
  let rowsCut = false;
  const link = (column: number, cell: PlanCell): void => {
    if (cell === null || !('text' in cell) || !cell.link) return;
    if (links.length >= MAX_LINKS) linksCut++;
    else links.push(linkXml(row, column, cell.link, context));
  };
  for (const planned of sheet.rows) {
    if (row === MAX_ROWS) {
      rowsCut = true;
      break;
    }
    row++;
    width = Math.max(width, planned.cells.length, planned.mergeTo ?? 0);
    planned.cells.forEach((cell, i) => link(i + 1, cell));
    out.text(rowXml(row, planned, context));
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
  out.text(pageXml(sheet));
  return { rows: row, rowsCut, linksCut, area, filter };
}

function headXml(sheet: OwnedSheet, namespace: string): string {
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
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' +
    `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>` +
    '<sheetFormatPr defaultRowHeight="15"/>' +
    (columns.length > 0 ? `<cols>${columns.join('')}</cols>` : '') +
    '<sheetData>'
  );
}

function rowXml(row: number, planned: PlanRow, context: OwnSheetContext): string {
  let cells = '';
  planned.cells.forEach((cell, i) => {
    if (cell !== null) cells += cellXml(row, i + 1, cell, context);
  });
  const first = planned.cells[0];
  // A merged title's look must hold for all the cells under it.
  for (let column = planned.cells.length + 1; first && column <= (planned.mergeTo ?? 0); column++)
    cells += blankCellXml(row, column, context.format(first.style, 'text'), '');
  const height = planned.height === undefined ? '' : ` ht="${planned.height}" customHeight="1"`;
  return `<row r="${row}"${height}>${cells}</row>`;
}

function linkXml(
  row: number,
  column: number,
  link: { readonly sheet: string; readonly cell: string },
  context: OwnSheetContext,
): string {
  const location = `${quoteSheet(context.sheetName(link.sheet))}!${link.cell}`;
  return `<hyperlink ref="${address(row, column)}" location="${escapeAttribute(location)}"/>`;
}

function pageXml(sheet: OwnedSheet): string {
  const { left, center } = footerTexts(sheet.footer);
  const footer = (left === '' ? '' : `&L${left}`) + `&C${center}`;
  return (
    '<printOptions horizontalCentered="1"/>' +
    '<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.7" header="0.3" footer="0.3"/>' +
    `<pageSetup paperSize="9" orientation="${sheet.landscape ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="0"/>` +
    `<headerFooter><oddFooter>${escapeText(footer)}</oddFooter></headerFooter>` +
    '</worksheet>'
  );
}

/** `'督查问题'!$3:$3`, as the rows that repeat on each page are named. */
export const titleRowsReference = (sheet: string, first: number, last: number): string =>
  `${quoteSheet(sheet)}!$${first}:$${last}`;

/** `'台账'!$Q:$V`: whole columns, so that deleting a row never breaks the reference. */
export const columnsReference = (sheet: string, first: number, last: number): string =>
  `${quoteSheet(sheet)}!$${columnLetters(first)}:$${columnLetters(last)}`;
