import assert from 'node:assert/strict';
import { civilDay } from '../../../src/core/dates/civil';
import { address, CellKind, type CellArea, type SheetGrid } from '../../../src/core/ledger/grid';
import type { Result } from '../../../src/core/problem';
import type { OwnedSheet, WritePlan } from '../../../src/core/writeplan/plan';
import type { CellEdit, LiveWorkbook } from '../../../src/ports/liveWorkbook';
import type { ContractBook } from '../contract';

/** How the contract gets at a host: how a workbook is made, saved and opened again, and how a person types into it. */
export interface LiveHarness {
  make(book: ContractBook): Promise<LiveWorkbook>;
  /** The same workbook as someone would see it who opens it afterwards. */
  reopen(workbook: LiveWorkbook): Promise<LiveWorkbook>;
  /** The charts on a sheet, in their order. */
  charts(workbook: LiveWorkbook, sheet: string): Promise<readonly ChartSeen[]>;
  /** What a person types, past the add-in; a host that edits itself is asked by `editCells`. */
  type?(workbook: LiveWorkbook, sheet: string, edits: readonly CellEdit[]): Promise<void>;
}

/** A chart as it stands, its cells by their addresses. */
export interface ChartSeen {
  readonly kind: 'bar' | 'line';
  readonly title: string;
  readonly valueTitle: string;
  readonly categories: string;
  readonly series: readonly { readonly name: string; readonly values: string }[];
  readonly covers: string;
}

export const SHEET = '台账';
export const DATE = 'yyyy"年"m"月"d"日"';

export const MERGED: CellArea = { top: 1, left: 1, bottom: 1, right: 3 };

export const BOOK: ContractBook = {
  sheets: [
    {
      name: SHEET,
      rows: [
        ['诉求台账', null, null],
        ['序号', '标题', '办理时限'],
        [1, '欠薪', 44477],
        [2, '漏水', '尽快'],
        [3, '噪音', null],
        [null, null, true],
      ],
      merges: [MERGED],
      hiddenRows: [4],
      formats: { C3: DATE, C5: DATE },
    },
    { name: '督查问题', rows: [['我的']] },
  ],
};

const TITLES = ['督查·状态', '督查·应办结日'];

export function plan(rows: readonly number[], sheets: readonly OwnedSheet[] = [], ledgerSheet = SHEET): WritePlan {
  const cells = rows.map(
    (row) =>
      [
        row,
        [
          { text: `状态${row}`, style: 'overdue' },
          { day: civilDay(2021, 10, 8), style: 'body' },
        ],
      ] as const,
  );
  return {
    ledgerSheet,
    columns: {
      headerRows: [2],
      titles: TITLES,
      widths: [8, 12],
      rows: new Map(cells),
      body: { first: 3, last: 5 },
    },
    sheets,
  };
}

export const ownSheet = (id: OwnedSheet['id'], name: string, text: string): OwnedSheet => ({
  id,
  name,
  widths: [20],
  rowCount: 1,
  rows: [{ cells: [{ text, style: 'body' }] }],
  titleRows: null,
  filterRow: null,
  landscape: true,
  footer: '甲局',
});

export function value<T>(result: Result<T>): T {
  assert.ok(result.ok, JSON.stringify(result));
  return result.value;
}

export function codes(result: Result<unknown>): readonly string[] {
  assert.ok(!result.ok, 'refused');
  return result.problems.map(({ code }) => code);
}

/** Every cell that is not blank, by address: kind, value and, for numbers, format. */
export function cells(grid: SheetGrid): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { column, kinds, numbers, styles } of grid.columns)
    grid.rows.forEach((row, at) => {
      const kind = kinds[at] ?? CellKind.blank;
      if (kind === CellKind.blank) return;
      const number = numbers[at] ?? NaN;
      const format = styles === null ? '' : (grid.formats[styles[at] ?? 0] ?? '');
      const isText = kind === CellKind.text || kind === CellKind.error;
      found[address(row, column)] = isText ? `“${grid.strings[number]}”` : `${kind}:${number}:${format}`;
    });
  return found;
}

/** A grid as plain values, to compare two readings by. */
export const seen = (grid: SheetGrid): unknown => ({
  cells: cells(grid),
  rows: [...grid.rows],
  merges: grid.merges,
  hidden: [...grid.hiddenRows],
  owned: grid.ownedColumns,
});

export const read = async (workbook: LiveWorkbook, sheet = SHEET): Promise<SheetGrid> =>
  value(await workbook.readSheet(sheet));

export const owners = async (workbook: LiveWorkbook): Promise<string[]> =>
  value(await workbook.sheets()).map(({ name, owned }) => (owned ? `${name}=${owned}` : name));

/** The contract's workbook, with other content where a test needs it. */
export const makeBook = (harness: LiveHarness, more: Partial<ContractBook> = {}): Promise<LiveWorkbook> =>
  harness.make({ ...BOOK, ...more });

/** The same with its ledger protected. */
export const makeProtected = (harness: LiveHarness): Promise<LiveWorkbook> =>
  makeBook(harness, { sheets: [{ ...BOOK.sheets[0]!, protected: true }, BOOK.sheets[1]!] });

/** A person types into the ledger. */
export async function typeInto(
  harness: LiveHarness,
  workbook: LiveWorkbook,
  edits: readonly CellEdit[],
): Promise<void> {
  if (harness.type) return harness.type(workbook, SHEET, edits);
  value(await workbook.editCells(SHEET, edits));
}
