import { civilDay } from '../../../src/core/dates/civil';
import type { OwnedColumns, OwnedSheet, PlanCell, PlanRow, WritePlan } from '../../../src/core/writeplan/plan';
import type { BookDescription, CellDescription, SheetDescription } from '../../office-host/model/description';

export const TITLES = ['督查·状态', '督查·应办结日', '督查·剩余天数', '督查·问题'];

const STATES = [
  { text: '超期', style: 'overdue' },
  { text: '临期', style: 'dueSoon' },
  { text: '正常', style: 'onTrack' },
] as const;

/** The results of one row; the last cell tells which row they are for. */
export const results = (row: number): PlanCell[] => [
  STATES[row % STATES.length]!,
  row % 4 === 0 ? null : { day: civilDay(2021, 10, (row % 28) + 1), style: 'body' },
  { number: row % 5, style: row % 5 === 0 ? 'overdue' : 'body' },
  { text: `=第${row}行：缺包案负责人`, style: 'body' },
];

export function columnsFor(rows: readonly number[], headerRows: readonly number[] = [2]): OwnedColumns {
  return {
    headerRows,
    titles: TITLES,
    widths: [12, 12, 10, 48],
    rows: new Map(rows.map((row) => [row, results(row)])),
    body: { first: Math.min(...rows), last: Math.max(...rows) },
  };
}

export function findingsSheet(rows = 3, more: Partial<OwnedSheet> = {}): OwnedSheet {
  const line = (row: number): PlanRow => ({
    cells: [
      { text: `A${row}`, style: 'body', link: { sheet: '台账', cell: `A${row}` } },
      { text: '缺时限', style: 'strong' },
      { day: civilDay(2021, 9, 1), style: 'body' },
    ],
    height: 18 + (row % 3),
  });
  const head: PlanRow[] = [
    { cells: [{ text: '督查问题', style: 'title' }], mergeTo: 3, height: 30 },
    { cells: ['单元格', '问题', '日期'].map((text) => ({ text, style: 'header' as const })), height: 20 },
  ];
  const all = [...head, ...Array.from({ length: rows }, (_, i) => line(i + 3))];
  return {
    id: 'findings',
    name: '督查问题',
    widths: [10, 30, 12],
    rowCount: all.length,
    rows: all,
    titleRows: { first: 1, last: 2 },
    filterRow: 2,
    landscape: true,
    footer: '甲局 & 乙局',
    ...more,
  };
}

export const planFor = (
  rows: readonly number[],
  sheets: readonly OwnedSheet[] = [findingsSheet()],
  headerRows?: readonly number[],
): WritePlan => ({ ledgerSheet: '台账', columns: columnsFor(rows, headerRows), sheets });

/** A ledger with a title, a header row and `count` cases from row 3 on. */
export function ledger(count: number, more: Partial<SheetDescription> = {}): SheetDescription {
  const rows: CellDescription[][] = Array.from({ length: count }, (_, i) => [
    i + 1,
    `诉求${(i * 7919) % 100_003}`,
    { value: 44_400 + (i % 90), style: { numberFormat: 'yyyy/m/d' } },
    i % 3 === 0 ? '办公室' : '诉求股',
  ]);
  return {
    name: '台账',
    rows: [['诉求台账'], ['序号', '标题', '办理时限', '责任股室'], ...rows],
    ...more,
  };
}

export const bookOf = (...sheets: SheetDescription[]): BookDescription => ({ name: '台账.xlsx', sheets });
