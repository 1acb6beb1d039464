import type { Masker } from '../masking/masker';
import type { OwnedSheet, PlanCell, PlanChart, PlanRow } from '../writeplan/plan';
import type { Block, ReportDocument } from './document';
import type { ReportContent } from './report';

/**
 * The last gate of a report: every text that it holds goes through the masker once more, whoever put it there, so that
 * a column nobody thought of names nobody. Headings are ours, and stay.
 */
export function maskContent(content: ReportContent, masker: Masker): ReportContent {
  const hide = remembered((text) => masker.mask(text));
  if (content.kind === 'sheets') return { ...content, sheets: content.sheets.map((sheet) => maskSheet(sheet, hide)) };
  return {
    ...content,
    title: hide(content.title),
    documents: content.documents.map((one) => maskDocument(one, masker)),
  };
}

type Hide = (text: string) => string;

/** Texts that stand in many cells (units, states) are gone through once. */
function remembered(hide: Hide): Hide {
  const known = new Map<string, string>();
  return (text) => {
    const there = known.get(text);
    if (there !== undefined) return there;
    const shown = hide(text);
    if (text.length <= LONGEST_REMEMBERED) known.set(text, shown);
    return shown;
  };
}

const LONGEST_REMEMBERED = 40;

function maskSheet(sheet: OwnedSheet, hide: Hide): OwnedSheet {
  if (sheet.hidden === true) return sheet;
  const { rows, charts } = sheet;
  return {
    ...sheet,
    name: hide(sheet.name).replaceAll('*', '×'),
    footer: hide(sheet.footer),
    rows: {
      *[Symbol.iterator](): Iterator<PlanRow> {
        for (const row of rows) yield { ...row, cells: row.cells.map((cell) => maskCell(cell, hide)) };
      },
    },
    ...(charts === undefined ? {} : { charts: charts.map((chart) => maskChart(chart, hide)) }),
  };
}

function maskCell(cell: PlanCell, hide: Hide): PlanCell {
  if (cell === null || !('text' in cell) || cell.style === 'header') return cell;
  const text = hide(cell.text);
  return text === cell.text ? cell : { ...cell, text };
}

const maskChart = (chart: PlanChart, hide: Hide): PlanChart => ({
  ...chart,
  title: hide(chart.title),
  series: chart.series.map((one) => ({ ...one, name: hide(one.name) })),
});

function maskDocument(of: ReportDocument, masker: Masker): ReportDocument {
  const hide: Hide = (text) => masker.mask(text, of.addressed);
  return { ...of, name: hide(of.name), blocks: of.blocks.map((block) => maskBlock(block, hide)) };
}

function maskBlock(block: Block, hide: Hide): Block {
  switch (block.kind) {
    case 'table':
      return { ...block, caption: hide(block.caption), rows: block.rows.map((cells) => cells.map(hide)) };
    case 'form':
      return {
        ...block,
        rows: block.rows.map((cells) => cells.map(({ label, text }) => ({ label, text: hide(text) }))),
      };
    case 'bars':
      return {
        ...block,
        title: hide(block.title),
        bars: block.bars.map((bar) => ({ ...bar, label: hide(bar.label) })),
      };
    case 'signature':
      return block;
    case 'imprint':
      return { ...block, copyTo: hide(block.copyTo) };
    case 'pageBreak':
      return block;
    default:
      return { ...block, text: hide(block.text) };
  }
}
