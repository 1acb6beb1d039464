import type { SheetGrid } from './grid';
import { openSheet } from './headedSheet';

/** A score that someone entered on a filled-in list of a sample. */
export interface EnteredScore {
  readonly caseNo: string;
  /** null where what was entered is no number from 0 to 100. */
  readonly score: number | null;
  readonly seen: string;
  readonly place: { readonly sheet: string; readonly cell: string };
}

const HEADINGS = { 编号: ['编号'], 督查评分: ['督查评分'] } as const;
const FULL = 100;

/** The scores on every sheet that has 编号 and 督查评分 side by side, as 抽查清单 does. */
export function enteredScores(grids: readonly SheetGrid[]): readonly EnteredScore[] {
  return grids.flatMap((grid) => {
    const sheet = openSheet(grid, grid.sheet, { headings: HEADINGS, needed: ['编号', '督查评分'] }, []);
    if (!sheet) return [];
    return sheet.rows.flatMap((row): EnteredScore[] => {
      const [caseNo, seen] = [sheet.text(row, '编号').trim(), sheet.text(row, '督查评分').trim()];
      if (caseNo === '' || seen === '') return [];
      const score = sheet.number(row, '督查评分') ?? numberIn(seen);
      const isScore = score !== null && score >= 0 && score <= FULL;
      return [{ caseNo, score: isScore ? score : null, seen, place: sheet.place(row, '督查评分') }];
    });
  });
}

/** `86`, `86.5分`. */
function numberIn(seen: string): number | null {
  const match = /^(\d{1,3}(?:\.\d+)?)\s*分?$/u.exec(seen.normalize('NFKC'));
  return match ? Number(match[1]) : null;
}
