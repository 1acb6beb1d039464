import { formatIso } from '../../core/dates/civil';
import { plainText } from '../../core/reports/document';
import type { ReportContent } from '../../core/reports/report';
import { ledgersMasker } from '../../core/masking/ledgerMasker';
import type { OwnedSheet, PlanCell } from '../../core/writeplan/plan';
import type { ReportPreview, SheetPreview } from '../../ports/checker';
import { oneLine, type LedgerView } from './ledgerView';

/** So much is shown of each: what it looks like, not all of it. */
const ROWS_SHOWN = 14;
const LINES_SHOWN = 16;
const DOCUMENTS_SHOWN = 4;

/** The beginning of a report as text, with every petitioner's name, numbers and address hidden. */
export function previewOf({ checked }: LedgerView, content: ReportContent): ReportPreview {
  // By name nobody but a petitioner: what a letter itself may say, a screen must not.
  const masker = ledgersMasker([checked]);
  const scrub = (text: string): string => masker.mask(text);
  if (content.kind === 'sheets') {
    const visible = content.sheets.filter(({ hidden }) => hidden !== true);
    return { kind: 'sheets', parts: visible.map((sheet) => sheetPreview(sheet, scrub)) };
  }
  const shown = content.documents.slice(0, DOCUMENTS_SHOWN);
  return {
    kind: 'documents',
    parts: shown.map((document) => {
      const lines = plainText(document).map((line) => scrub(line));
      return {
        name: scrub(document.name),
        lines: lines.slice(0, LINES_SHOWN),
        more: Math.max(0, lines.length - LINES_SHOWN),
      };
    }),
    more: content.documents.length - shown.length,
  };
}

function sheetPreview(sheet: OwnedSheet, scrub: (text: string) => string): SheetPreview {
  const rows: (readonly string[])[] = [];
  let passed = 0;
  for (const { cells, mergeTo } of sheet.rows) {
    passed++;
    const texts = cells.map((cell) => textOf(cell, scrub));
    // Rows left free for a chart say nothing.
    if (texts.some((text) => text !== '')) rows.push(mergeTo === undefined ? texts : texts.slice(0, 1));
    if (rows.length === ROWS_SHOWN) break;
  }
  return { name: sheet.name, rows, more: sheet.rowCount - passed, charts: sheet.charts?.length ?? 0 };
}

function textOf(cell: PlanCell, scrub: (text: string) => string): string {
  if (cell === null) return '';
  if ('day' in cell) return formatIso(cell.day);
  if ('number' in cell) return cell.decimals === 2 ? cell.number.toFixed(2) : String(cell.number);
  return scrub(oneLine(cell.text));
}
