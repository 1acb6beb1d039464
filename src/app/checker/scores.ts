import type { ScoreBoard, SubjectScore } from '../../core/scoring/board';
import { tellLost } from '../../core/scoring/evidence';
import { scrub } from '../../core/scoring/scrub';
import type { LostScore, ScoreCard, ScoredIndicator, ScoreLine, Scores } from '../../ports/checker';
import type { ScoreBoards } from './scoreBoards';

/** As many cases of nobody are listed; the sheet 不参评与样本不足 has them all. */
const UNASSIGNED_SHOWN = 20;

/** A board as it is looked at: the ranking, and what is not in it. */
export function scoresOf(boards: ScoreBoards, board: ScoreBoard): Scores {
  const { view } = boards;
  const { score: words } = view.speech;
  const groups = [...new Set(board.subjects.map(({ group }) => group))];
  return {
    title: board.scheme.title,
    head: words.headLine(board),
    cases: board.cases,
    groups: groups.map((group) => ({
      title: board.by === 'unit' ? words.group(group) : words.subject(board.by),
      scores: board.subjects.filter((one) => one.group === group).map((one) => lineOf(boards, one)),
    })),
    without: board.without,
    unassigned: board.unassigned.slice(0, UNASSIGNED_SHOWN).map(({ index }) => ({
      caseLabel: view.caseLabel(index),
      cell: view.table.cell(board.by === 'unit' ? 'unit' : board.by, index) ?? view.caseCell(index),
    })),
    recused: board.recused.length,
    problems: boards.problems(board).map((problem) => scrub(board.ledgers, view.speech.problem(problem))),
  };
}

function lineOf({ view }: ScoreBoards, score: SubjectScore): ScoreLine {
  const { score: words } = view.speech;
  const { total, indicators } = score.points;
  return {
    name: score.name,
    cases: score.cases.length,
    rank: score.rank,
    standing: words.standing(score),
    total: total === null ? null : total / 100,
    points: total === null ? words.notApplicable : words.points(total),
    band: score.band?.title ?? '',
    missing: indicators.filter(({ rows }) => rows === 0).length,
    adjusted: score.adjustments.length === 0 || score.adjusted === null ? '' : words.points(score.adjusted),
    adjustedRank: score.adjustedRank,
  };
}

/** One unit's score, point by point. */
export function scoreCardOf(boards: ScoreBoards, board: ScoreBoard, name: string): ScoreCard | null {
  const score = board.subjects.find((one) => one.name === name);
  if (!score) return null;
  const { view } = boards;
  const { score: words } = view.speech;
  const barred = words.barred(score);
  const beside = words.beside(score);
  return {
    ...lineOf(boards, score),
    group: board.by === 'unit' ? words.group(score.group) : '',
    indicators: score.points.indicators.map(({ indicator, rows, worth, lost, score: own }): ScoredIndicator => ({
      id: indicator.id,
      title: indicator.title,
      basis: indicator.basis,
      applies: rows > 0,
      rows,
      score: words.points(own),
      worth: words.points(worth),
      weight: words.points(indicator.weight * 100),
      lost: words.points(lost),
    })),
    lost: lostOf(boards, board, score),
    suggestions: [...score.suggestions.map((one) => words.suggestion(one)), ...(barred === '' ? [] : [barred])],
    adjustments: score.adjustments.map((one) => words.adjustment({ ...one, reason: scrub(board.ledgers, one.reason) })),
    beside: beside === '' ? [] : beside.split('\n'),
    aside: board.setAside(score).map(({ ref: { index }, rule, aside }) => ({
      caseLabel: view.caseLabel(index),
      cell: view.checked.explain(index, rule).cell ?? view.caseCell(index),
      says: `${view.rule(rule).title}：${scrub(board.ledgers, words.aside(aside))}`,
    })),
  };
}

/** What cost points, by indicator; what takes nothing beyond the case's share is not a point lost. */
function lostOf({ view }: ScoreBoards, board: ScoreBoard, score: SubjectScore): readonly LostScore[] {
  const { score: words } = view.speech;
  const tell = tellLost(board, view.speech);
  return board.lostPoints(score).map((point): LostScore => {
    const told = tell(point);
    const { index } = point.ref;
    return {
      row: told.row,
      caseLabel: view.caseLabel(index),
      cell: told.cell ?? view.caseCell(index),
      indicator: point.indicator.id,
      title: point.why === 'unjudged' ? words.unjudgedTitle(told.rule) : told.rule,
      says: told.says,
      basis: told.basis,
      label: told.label,
      value: told.value,
      points: words.points(point.lost),
      mend: point.mend,
      mendable: words.mend(point),
      how: words.how(point, told.advice),
    };
  });
}
