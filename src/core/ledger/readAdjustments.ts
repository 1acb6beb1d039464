import type { CivilDay } from '../dates/civil';
import { problem, type Problem } from '../problem';
import type { SheetGrid } from './grid';
import { complete, openSheet, type Sheet } from './headedSheet';

/** The sheet on which a person adds to a computed score or takes from it (design, section 5). */
export const ADJUSTMENT_SHEET = '人工调整';

/** One row of 人工调整: who is adjusted, by how much, why, by whom and when. */
export interface AdjustmentRow {
  /** 机构 as written: a unit, or a person where people are scored. */
  readonly subject: string;
  /** 指标 as written; '' for the total. */
  readonly indicator: string;
  /** Hundredths of points. */
  readonly points: number;
  readonly reason: string;
  readonly by: string;
  readonly on: CivilDay;
  readonly place: { readonly sheet: string; readonly cell: string };
}

export interface Adjustments {
  readonly rows: readonly AdjustmentRow[];
  /** Every cell that could not be used; its row does not count. */
  readonly problems: readonly Problem[];
}

const HEADINGS = {
  机构: ['机构', '机构名称', '单位', '股室', '责任股室', '姓名'],
  指标: ['指标', '考核指标', '项目'],
  调整分: ['调整分', '调整分值', '调整', '加减分'],
  理由: ['理由', '调整理由', '原因', '事由'],
  调整人: ['调整人', '经手人', '审批人'],
  日期: ['日期', '调整日期', '时间'],
} as const;
const NEEDED = ['机构', '调整分', '理由', '调整人', '日期'] as const;

/** Words that mean the whole score and no indicator. */
const TOTAL = /^(?:总分|总得分|合计|总计)$/u;

/** No adjustment is larger than the score itself, in hundredths of points. */
const LARGEST = 10_000;

/** Reads 人工调整; one without reason, name or day does not count. */
export function readAdjustments(grid: SheetGrid): Adjustments {
  const problems: Problem[] = [];
  const sheet = openSheet(grid, ADJUSTMENT_SHEET, { headings: HEADINGS, needed: NEEDED }, problems);
  const rows = sheet ? sheet.rows.flatMap((row) => readRow(sheet, row, problems)) : [];
  return { rows, problems };
}

function readRow(sheet: Sheet, row: number, problems: Problem[]): AdjustmentRow[] {
  if (!complete(sheet, row, NEEDED, problems)) return [];
  const on = sheet.day(row, '日期');
  const seen = sheet.text(row, '调整分');
  const points = pointsIn(sheet.number(row, '调整分'), seen);
  const place = sheet.place(row, '调整分');
  if (points === null)
    problems.push(problem('adjustment-points-unreadable', { sheet: sheet.name, cell: place.cell, seen }, place));
  if (points === null || on === null || on === undefined) return [];
  const [subject, indicator] = [sheet.text(row, '机构').trim(), sheet.text(row, '指标').trim()];
  const [reason, by] = [sheet.text(row, '理由').trim(), sheet.text(row, '调整人').trim()];
  return [{ subject, indicator: TOTAL.test(indicator) ? '' : indicator, points, reason, by, on, place }];
}

/** `2`, `-1.5`, `+0.25`, `－2分`: at most two decimals, and no more than the whole score. */
function pointsIn(number: number | null, seen: string): number | null {
  const text = (number === null ? seen : String(number))
    .normalize('NFKC')
    .replace(/[\s分]/gu, '')
    .replace(/^[−–—]/u, '-');
  const match = /^([+-]?)(\d{1,3})(?:\.(\d{1,2}))?$/.exec(text);
  if (!match) return null;
  const size = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'));
  return size > LARGEST ? null : match[1] === '-' ? -size : size;
}
