import { problem, type Problem } from '../problem';
import type { AsideKind, SetAsideEntry } from '../setAside/entry';
import type { SheetGrid } from './grid';
import { complete, openSheet, type Sheet } from './headedSheet';

/** What stands under 类型. */
export const ASIDE_KINDS: Readonly<Record<AsideKind, string>> = { wrong: '误报', postponed: '暂缓' };

/** The columns of the sheet 督查搁置, in their order. The last three are the program's: without them nothing holds. */
export const ASIDE_HEADINGS = {
  caseNo: '编号',
  unit: '责任股室',
  title: '问题',
  kind: '类型',
  reason: '理由',
  by: '认定人',
  on: '认定日期',
  until: '有效期至',
  sheet: '台账工作表',
  rule: '规则代号',
  identity: '诉求标识',
  fingerprint: '事实标识',
} as const;

const NEEDED = [
  ASIDE_HEADINGS.kind,
  ASIDE_HEADINGS.on,
  ASIDE_HEADINGS.rule,
  ASIDE_HEADINGS.identity,
  ASIDE_HEADINGS.fingerprint,
];

/** The findings that people set aside, as the workbook keeps them. */
export interface KeptSetAside {
  readonly entries: readonly SetAsideEntry[];
  /** Rows that could not be used: their findings stand. */
  readonly problems: readonly Problem[];
}

/** Reads the sheet 督查搁置. A row that says no kind or day that can be read is reported and left out. */
export function readSetAside(grid: SheetGrid): KeptSetAside {
  const problems: Problem[] = [];
  const headings = Object.fromEntries(Object.values(ASIDE_HEADINGS).map((heading) => [heading, [heading]]));
  const sheet = openSheet(grid, grid.sheet, { headings, needed: NEEDED }, problems);
  const entries = sheet?.rows.flatMap((row) => readEntry(sheet, row, problems)) ?? [];
  return { entries, problems };
}

function readEntry(sheet: Sheet, row: number, problems: Problem[]): SetAsideEntry[] {
  if (!complete(sheet, row, NEEDED, problems)) return [];
  const written = sheet.text(row, ASIDE_HEADINGS.kind).trim();
  const kind = (['wrong', 'postponed'] as const).find((one) => ASIDE_KINDS[one] === written);
  if (kind === undefined) {
    const place = sheet.place(row, ASIDE_HEADINGS.kind);
    problems.push(problem('aside-kind-unreadable', { seen: written, kinds: Object.values(ASIDE_KINDS) }, place));
    return [];
  }
  const [on, until] = [sheet.day(row, ASIDE_HEADINGS.on), sheet.day(row, ASIDE_HEADINGS.until)];
  if (on === null || on === undefined || until === undefined) return [];
  const text = (column: keyof typeof ASIDE_HEADINGS): string => sheet.text(row, ASIDE_HEADINGS[column]).trim();
  return [
    {
      kind,
      on,
      until,
      reason: text('reason'),
      by: text('by'),
      sheet: text('sheet'),
      rule: text('rule'),
      title: text('title'),
      identity: text('identity'),
      fingerprint: text('fingerprint'),
      caseNo: text('caseNo'),
      unit: text('unit'),
    },
  ];
}
