import { civilDay } from '../../../../src/core/dates/civil';
import type { OwnedSheet, OwnedSheetId, PlanCell, PlanRow, WritePlan } from '../../../../src/core/writeplan/plan';

export const TITLES = [
  '督查·状态',
  '督查·应办结日',
  '督查·剩余天数',
  '督查·甄别建议',
  '督查·问题',
  '督查·整改建议',
] as const;

/** What the six columns say of one case. */
export const caseCells = (word = '超期'): PlanCell[] => [
  { text: word, style: word === '超期' ? 'overdue' : 'onTrack' },
  { day: civilDay(2021, 10, 8), style: 'body' },
  { number: -1, style: 'body' },
  { text: '政策内合理（建议）', style: 'body' },
  { text: '缺包案负责人。\n办理时限<空>&"待定"', style: 'body' },
  null,
];

export interface PlanOptions {
  readonly headerRows?: readonly number[];
  readonly rows?: readonly number[];
  readonly cells?: (row: number) => PlanCell[];
  readonly sheets?: readonly OwnedSheet[];
  readonly titles?: readonly string[];
}

/** A plan for the six columns of a ledger, and for no sheets unless it is given some. */
export function columnsPlan(ledgerSheet: string, options: PlanOptions = {}): WritePlan {
  const rows = options.rows ?? [3, 4];
  const titles = options.titles ?? TITLES;
  return {
    ledgerSheet,
    columns: {
      headerRows: options.headerRows ?? [2],
      titles,
      widths: titles.map((_, i) => 10 + i),
      rows: new Map(rows.map((row) => [row, (options.cells ?? (() => caseCells()))(row)])),
      body: { first: Math.min(...rows), last: Math.max(...rows) },
    },
    sheets: options.sheets ?? [],
  };
}

/** One of our sheets from its rows. */
export function ownedSheet(id: OwnedSheetId, name: string, rows: Iterable<PlanRow>, rowCount = 3): OwnedSheet {
  return {
    id,
    name,
    widths: [8, 14, 40],
    rowCount,
    rows,
    titleRows: { first: 1, last: 2 },
    filterRow: 2,
    landscape: true,
    footer: '填报单位：甲局 & 乙局',
  };
}

/** A title, headings, and one finding with a link to a cell of the ledger. */
export const findingRows = (ledger: string): PlanRow[] => [
  { cells: [{ text: '督查问题', style: 'title' }], mergeTo: 3, height: 28 },
  { cells: ['序号', '单元格', '问题'].map((text) => ({ text, style: 'header' as const })) },
  {
    cells: [
      { number: 1, style: 'body' },
      { text: 'C3', style: 'body', link: { sheet: ledger, cell: 'C3' } },
      { text: '=HYPERLINK("http://x")', style: 'dueSoon' },
    ],
  },
];

export const allSheets = (ledger: string): OwnedSheet[] => [
  ownedSheet('summary', '督查汇总', findingRows(ledger)),
  ownedSheet('findings', '督查问题', findingRows(ledger)),
  ownedSheet('ruleRuns', '规则执行', findingRows(ledger)),
];
