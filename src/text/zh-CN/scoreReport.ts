import { weekday } from '../../core/dates/civil';
import { placeOf, tellLost, type LostEvidence } from '../../core/scoring/evidence';
import type { ScoreBoard, SubjectScore } from '../../core/scoring/board';
import type { LostPoint } from '../../core/scoring/lostPoints';
import type { Problem } from '../../core/problem';
import { longDate, WEEKDAYS } from './dates';
import { scrub } from '../../core/scoring/scrub';
import { sayProblem } from './problems';
import { formatNumber } from './sentence';
import { SCORE_WORDS, SUBJECT_WORDS, sayPeriod, sayPoints } from './scoring';
import { SPEECH } from './speech';
import { displayWidth, padEnd } from './width';

/** So many lost points of each are told; the workbook holds them all. */
const POINTS_SHOWN = 3;
const CONFLICTS_SHOWN = 10;

const padStart = (text: string, width: number): string => ' '.repeat(Math.max(0, width - displayWidth(text))) + text;

/** Scores as a person reads them on a terminal: the ranking, then what cost each the most. */
export function* sayScores(board: ScoreBoard, unused: readonly Problem[]): Generator<string> {
  yield board.scheme.title.replace(/办法$/u, '得分');
  for (const { file, checked } of board.ledgers)
    yield `台账：${file}，工作表“${checked.table.sheet}”，${formatNumber(checked.table.count)} 件`;
  yield `期间：${sayPeriod(board.period, board.bounds)}，计入 ${formatNumber(board.cases)} 件`;
  yield `日期：以 ${longDate(board.today)} ${WEEKDAYS[weekday(board.today) - 1] ?? ''} 为准`;
  if (board.bounds !== null && board.today !== board.bounds.to)
    yield `　　　期末是 ${longDate(board.bounds.to)}；要看期末的得分，请写 --today`;
  yield `规则：${board.pack.title} ${board.pack.version}`;
  yield* ranking(board);
  yield* dearest(board);
  yield* apart(board, unused);
  yield '';
  yield '得分和名次由程序按考核办法计算，人工调整另列，不改变名次；各项建议供领导决定。每一分的依据见 --out 的“扣分明细”，有异议的用“申诉单”提出。';
}

function* ranking(board: ScoreBoard): Generator<string> {
  yield '';
  yield `一、得分（满分 100，按${SUBJECT_WORDS[board.by]}）`;
  if (board.subjects.length === 0) yield '  没有可以计分的诉求';
  for (const group of new Set(board.subjects.map((score) => score.group))) {
    if (board.by === 'unit') yield `  ${SCORE_WORDS.group(group)}`;
    for (const score of board.subjects.filter((one) => one.group === group)) yield scoreLine(score);
  }
}

function scoreLine(score: SubjectScore): string {
  const { total, indicators } = score.points;
  const missing = indicators.filter(({ rows }) => rows === 0).length;
  const place = padStart(score.rank === null ? SCORE_WORDS.standing(score) : `第 ${score.rank}`, 8);
  const added = score.adjustments.reduce((sum, { points }) => sum + points, 0);
  const notes = [
    score.band === null ? '' : score.band.title,
    missing === 0 ? '' : `${missing} 项不适用`,
    score.adjustments.length === 0 || score.adjusted === null
      ? ''
      : `人工调整 ${SCORE_WORDS.signed(added)}，调整后 ${sayPoints(score.adjusted)}`,
    score.adjustedRank === null ? '' : `按调整后得分第 ${score.adjustedRank}`,
    ...score.suggestions.map((one) => SCORE_WORDS.suggestion(one)),
    SCORE_WORDS.barred(score),
  ].filter((note) => note !== '');
  const points = padStart(total === null ? SCORE_WORDS.notApplicable : sayPoints(total), 7);
  return `  ${place}　${padEnd(score.name, 20)} ${points}　${padStart(formatNumber(score.cases.length), 4)} 件　${notes.join('；')}`.trimEnd();
}

function* dearest(board: ScoreBoard): Generator<string> {
  const tell = tellLost(board, SPEECH);
  yield '';
  yield '二、扣分最多的几处';
  let any = false;
  for (const score of board.subjects) {
    const lost = [...board.lostPoints(score)].filter((point) => point.lost > 0);
    if (lost.length === 0) continue;
    any = true;
    const total = lost.reduce((sum, point) => sum + point.lost, 0);
    yield `  ${score.name}（共 ${lost.length} 处，扣 ${sayPoints(total)} 分）`;
    lost.sort((a, b) => b.lost - a.lost);
    for (const point of lost.slice(0, POINTS_SHOWN)) yield lostLine(point, tell(point), board.ledgers.length > 1);
  }
  if (!any) yield '  没有扣分';
}

function lostLine(point: LostPoint, told: LostEvidence, withFile: boolean): string {
  const place = `${withFile ? `${told.file} ` : ''}第 ${told.row} 行${told.cell === null ? '' : ` ${told.cell}`}`;
  const value = told.value === '' ? '' : `，现为“${told.value}”`;
  return `    · -${sayPoints(point.lost)}　${point.indicator.title}：${titleOf(point, told)}（${place}${value}）　${SCORE_WORDS.mend(point)}${
    point.wins > 0 ? `，可挽回 ${sayPoints(point.wins)}` : ''
  }`;
}

/** Where the workbook went; nothing where none was asked for. */
export const sayScoresWritten = (out: string | null): readonly string[] =>
  out === null ? [] : ['', `已写入“${out}”：考核得分、扣分明细、申诉单、不参评与样本不足、封存信息；台账未改动。`];

function* apart(board: ScoreBoard, unused: readonly Problem[]): Generator<string> {
  const lines: string[] = [];
  if (board.without.length > 0) lines.push(`  不参评（没有诉求）：${board.without.join('、')}`);
  if (board.unassigned.length > 0) {
    const shown = board.unassigned.slice(0, 10).map((ref) => {
      const { file, row } = placeOf(board.ledgers, ref);
      return `${board.ledgers.length > 1 ? `${file} ` : ''}第 ${row} 行`;
    });
    const more = board.unassigned.length > shown.length ? ' 等' : '';
    lines.push(
      `  未明确${board.by === 'unit' ? '责任单位' : SUBJECT_WORDS[board.by]}：${formatNumber(board.unassigned.length)} 件，不计入任何一方（${shown.join('、')}${more}）`,
    );
  }
  if (board.recused.length > 0) lines.push(`  因回避未计入：${board.recused.length} 件`);
  const labels = new Map(board.pack.fields.map(({ id, label }) => [id, label]));
  for (const { caseNo, cases, fields } of board.conflicts.slice(0, CONFLICTS_SHOWN)) {
    const places = cases.map((ref) => placeOf(board.ledgers, ref)).map(({ file, row }) => `${file} 第 ${row} 行`);
    const differing = fields.map((field) => labels.get(field) ?? field).join('、');
    const said = differing === '' ? '' : `，所记不同：${differing}`;
    lines.push(`  几份台账编号相同：${scrub(board.ledgers, caseNo)}（${places.join('、')}${said}），各按所在台账计入`);
  }
  if (board.conflicts.length > CONFLICTS_SHOWN)
    lines.push(
      `  几份台账编号相同的另有 ${formatNumber(board.conflicts.length - CONFLICTS_SHOWN)} 个编号，见 --out 的工作簿`,
    );
  for (const one of unused) lines.push(`  人工调整未采用：${scrub(board.ledgers, sayProblem(one))}`);
  if (lines.length === 0) return;
  yield '';
  yield '三、没有计入或不排名的';
  yield* lines;
}

/** What could not be judged is never said to be so. */
const titleOf = ({ why }: LostPoint, { rule }: LostEvidence): string =>
  why === 'unjudged' ? SCORE_WORDS.unjudgedTitle(rule) : rule;
