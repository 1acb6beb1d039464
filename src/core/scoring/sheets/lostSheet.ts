import { ledgerName } from '../../reports/cases';
import { banner, count as number, headings, text } from '../../writeplan/cells';
import type { PlanRow, ReportSheet } from '../../writeplan/plan';
import type { LostEvidence, TellLost } from '../evidence';
import type { LostPoint } from '../lostPoints';
import { layOut, type ScoreSheetSource } from './frame';
import { points } from './scoresSheet';

/** 机构 指标 规则 问题 依据 台账 行 编号 单元格 现值 扣分 能否挽回 怎样挽回 */
const WIDTHS = [13, 10, 14, 26, 24, 11, 6, 13, 8, 14, 8, 10, 28];

const HEADING_ROW = 3;

/** 扣分明细: every lost point of everyone, each with what is needed to check it by hand. */
export function planLost(source: ScoreSheetSource, tell: TellLost): ReportSheet {
  const { board, speech } = source;
  const words = speech.score.sheets.lost;
  const named = words.headings.map((heading, at) => (at === 0 ? speech.score.subject(board.by) : heading));
  const count = board.subjects.reduce((sum, score) => sum + board.lostPoints(score).length, 0);
  const rows = {
    *[Symbol.iterator](): Iterator<PlanRow> {
      yield banner(words.title, 'title', WIDTHS.length);
      yield banner(`${speech.score.headLine(board)}\n${words.note}`, 'note', WIDTHS.length);
      yield headings(named);
      if (count === 0) yield banner(words.none, 'body', WIDTHS.length);
      for (const score of board.subjects)
        for (const point of board.lostPoints(score)) yield lostRow(score.name, point, tell(point), source);
    },
  };
  const rowCount = HEADING_ROW + Math.max(1, count);
  return layOut(source, {
    name: words.name,
    widths: WIDTHS,
    rows,
    rowCount,
    headingRow: HEADING_ROW,
    filter: count > 0,
  });
}

function lostRow(name: string, point: LostPoint, told: LostEvidence, { speech }: ScoreSheetSource): PlanRow {
  return {
    cells: [
      text(name),
      text(point.indicator.title),
      text(told.rule),
      text(told.says),
      text(told.basis),
      text(ledgerName(told.file)),
      number(told.row),
      text(told.caseNo),
      text(told.cell ?? ''),
      text(told.value),
      points(point.lost),
      text(speech.score.mend(point)),
      text(speech.score.how(point, told.advice)),
    ],
  };
}
