import type { PlanCell, PlanRow, ReportSheet } from '../../writeplan/plan';
import { banner, count, headings, text } from '../../writeplan/cells';
import type { ScoreBoard, SubjectScore } from '../board';
import { indicatorsFor } from '../points';
import type { Indicator } from '../scheme';
import { layOut, type ScoreSheetSource } from './frame';

const BEFORE = [10, 18, 7, 9];
const PER_INDICATOR = 12.5;
const AFTER = [8, 36, 9, 9, 9, 18];

export const points = (hundredths: number, style: 'body' | 'strong' = 'body'): PlanCell => ({
  number: hundredths / 100,
  style,
  decimals: 2,
});

/** 考核得分: the ranking of each group, every indicator with what it is worth, and what the score suggests. */
export function planScores(source: ScoreSheetSource): ReportSheet {
  const { board, speech } = source;
  const words = speech.score.sheets.scores;
  const indicators = indicatorsFor(board.scheme, board.by, '');
  const widths = [...BEFORE, ...indicators.map(() => PER_INDICATOR), ...AFTER];
  const before = words.before.map((heading, at) => (at === 1 ? speech.score.subject(board.by) : heading));
  const columns = headings([...before, ...indicators.map(({ title }) => title), ...words.after]);
  const rows: PlanRow[] = [
    banner(words.title, 'title', widths.length),
    banner(speech.score.headLine(board), 'note', widths.length),
    columns,
  ];
  if (board.subjects.length === 0) rows.push(banner(words.none, 'body', widths.length));
  for (const group of new Set(board.subjects.map((score) => score.group))) {
    if (board.by === 'unit') rows.push(banner(speech.score.group(group), 'strong', widths.length));
    for (const score of board.subjects.filter((one) => one.group === group))
      rows.push(scoreRow(score, board, indicators, source));
  }
  for (const note of words.notes) rows.push(banner(note, 'note', widths.length));
  return layOut(source, { name: words.name, widths, rows, rowCount: rows.length, headingRow: 3 });
}

function scoreRow(
  score: SubjectScore,
  board: ScoreBoard,
  indicators: readonly Indicator[],
  { speech }: ScoreSheetSource,
): PlanRow {
  const { score: words } = speech;
  const { total } = score.points;
  const suggestions = [...score.suggestions.map((one) => words.suggestion(one)), words.barred(score)];
  const added = score.adjustments.reduce((sum, adjustment) => sum + adjustment.points, 0);
  return {
    cells: [
      score.rank === null ? text(words.standing(score)) : count(score.rank),
      text(score.name, 'strong'),
      count(score.cases.length),
      total === null ? text(words.notApplicable) : points(total, 'strong'),
      ...indicators.map((indicator) => indicatorCell(indicator, score, words)),
      text(score.band?.title ?? ''),
      text(suggestions.filter((one) => one !== '').join('\n')),
      score.adjustments.length === 0 ? text('') : text(words.signed(added)),
      score.adjusted === null || score.adjustments.length === 0 ? text('') : points(score.adjusted),
      score.adjustedRank === null ? text('') : count(score.adjustedRank),
      text(words.beside(score)),
    ],
  };
}

/** 12.50/15.00, under the heading of the indicator that stands in this place for everyone else. */
function indicatorCell(
  { id }: Indicator,
  { points: { indicators } }: SubjectScore,
  words: ScoreSheetSource['speech']['score'],
): PlanCell {
  const own = indicators.find(({ indicator }) => indicator.id === id || indicator.insteadOf === id);
  if (!own || own.rows === 0) return text(words.notApplicable);
  return text(`${words.points(own.score)}/${words.points(own.worth)}`);
}
