import type { Problem, Result } from '../../core/problem';
import { scoreLedgers, type ScoreBoard } from '../../core/scoring/board';
import { planScoreSheets } from '../../core/scoring/scoreSheets';
import { sealOf } from '../../core/scoring/seal';
import type { OwnedSheet, ReportSheetId } from '../../core/writeplan/plan';
import type { ScoreQuery } from '../../ports/checker';
import type { LedgerView } from './ledgerView';

/** Of the sheets of a score, in their order. */
const SHEET_IDS: readonly ReportSheetId[] = [
  'report.scores',
  'report.scores.lost',
  'report.scores.forms',
  'report.scores.apart',
  'report.scores.seal',
];

/** The scores of one check, each worked out once for whoever asks. */
export class ScoreBoards {
  private readonly boards = new Map<string, Result<ScoreBoard>>();

  constructor(readonly view: LedgerView) {}

  board({ by, period }: ScoreQuery): Result<ScoreBoard> {
    const key = JSON.stringify([by, period]);
    const { file, checked, adjustments } = this.view.result;
    const board =
      this.boards.get(key) ??
      scoreLedgers({ ledgers: [{ file, checked }], by, period, adjustments: adjustments?.rows ?? [] });
    this.boards.set(key, board);
    return board;
  }

  /** Rows of 人工调整 that don't count: unreadable, or of nobody that is scored. */
  problems(board: ScoreBoard): readonly Problem[] {
    return [...(this.view.result.adjustments?.problems ?? []), ...board.problems];
  }

  /** The same sheets as the command line writes. */
  sheets(board: ScoreBoard): readonly OwnedSheet[] {
    const planned = planScoreSheets({ board, speech: this.view.speech, problems: this.problems(board) });
    return planned.map((sheet, at) => ({ ...sheet, id: SHEET_IDS[at] ?? `report.scores.${at}` }));
  }

  seal(board: ScoreBoard): readonly (readonly [string, string])[] {
    return this.view.speech.score.sheets.seal.lines(board, sealOf(board), []);
  }
}
