import type { CheckedLedger } from '../../check/checkedLedger';
import { FactState } from '../../facts/column';
import { plainName } from '../../facts/roster';
import type { SheetGrid } from '../../ledger/grid';
import { openSheet } from '../../ledger/headedSheet';

/** A score that someone entered on a filled-in list of a sample. */
export interface EnteredScore {
  readonly caseNo: string;
  /** null where what was entered is no number from 0 to 100. */
  readonly score: number | null;
  readonly seen: string;
  readonly place: { readonly sheet: string; readonly cell: string };
}

/** What keeps a score from the ledger: said of each, never passed over. */
export type LeftReason = 'notAScore' | 'unknownCase' | 'sharedNumber' | 'otherScore' | 'enteredTwice';

export interface ReadBack {
  /** Cells of the ledger that were blank and get their score. */
  readonly filled: readonly { readonly row: number; readonly column: number; readonly value: number }[];
  /** Scores that the ledger has already. */
  readonly there: number;
  readonly left: readonly { readonly entered: EnteredScore; readonly why: LeftReason }[];
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

/** Where the scores go: into blank cells of 督查评分 alone; what a person entered there before stays. Null without the column. */
export function placeScores(entered: readonly EnteredScore[], { table }: CheckedLedger): ReadBack | null {
  const column = table.columns.get('inspectionScore');
  const kept = table.field('inspectionScore');
  if (column === undefined || !kept) return null;
  const indices = new Map<string, number[]>();
  for (let index = 0; index < table.count; index++) {
    const number = plainName(table.seen('caseNo', index));
    if (number !== '') indices.set(number, [...(indices.get(number) ?? []), index]);
  }
  const given = new Map<number, number>();
  const filled: ReadBack['filled'][number][] = [];
  const left: ReadBack['left'][number][] = [];
  let there = 0;
  for (const one of entered) {
    const [index, ...more] = indices.get(plainName(one.caseNo)) ?? [];
    const leave = (why: LeftReason): void => void left.push({ entered: one, why });
    if (one.score === null) leave('notAScore');
    else if (index === undefined) leave('unknownCase');
    else if (more.length > 0) leave('sharedNumber');
    else if (given.has(index)) {
      if (given.get(index) !== one.score) leave('enteredTwice');
    } else if (kept.state[index] === FactState.blank) {
      given.set(index, one.score);
      filled.push({ row: table.rowNumbers[index] ?? 0, column, value: one.score });
    } else if (kept.type === 'number' && kept.state[index] === FactState.known && kept.values[index] === one.score)
      there++;
    else leave('otherScore');
  }
  return { filled, there, left };
}
