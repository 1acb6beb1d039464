import type { CheckedLedger } from '../../check/checkedLedger';
import { FactState } from '../../facts/column';
import { plainName } from '../../facts/roster';
import type { EnteredScore } from '../../ledger/readScores';

/** What keeps a score from the ledger: said of each, never passed over. */
export type LeftReason = 'notAScore' | 'unknownCase' | 'sharedNumber' | 'otherScore' | 'enteredTwice';

export interface ReadBack {
  /** Cells of the ledger that were blank and get their score. */
  readonly filled: readonly { readonly row: number; readonly column: number; readonly value: number }[];
  /** Scores that the ledger has already. */
  readonly there: number;
  readonly left: readonly { readonly entered: EnteredScore; readonly why: LeftReason }[];
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
