import { banner, count, headings, text } from '../../writeplan/cells';
import type { PlanRow, ReportSheet } from '../../writeplan/plan';
import type { SubjectScore } from '../board';
import { placeOf, tellLost, type LostEvidence } from '../evidence';
import type { LostPoint } from '../lostPoints';
import { scrubber, scrubberOfAll } from '../scrub';
import { layOut, type ScoreSheetSource } from './frame';
import { points } from './scoresSheet';

/** 序号 指标 扣分事项 依据 编号 位置 现值 扣分 怎样挽回 申诉理由 复核意见 */
const WIDTHS = [6, 10, 28, 22, 13, 13, 14, 8, 18, 20, 16];
/** Room to sign in, in points. */
const SIGNING_HEIGHT = 36;

/** 申诉单: a block for each unit, from a page of its own on, with room for what it objects and what is decided. */
export function planForms(source: ScoreSheetSource): ReportSheet {
  const { board, speech } = source;
  const words = speech.score.sheets.forms;
  const tell = tellLost(board, speech);
  const rows = board.subjects.flatMap((score) => form(score, source, tell));
  const none = [banner(words.title, 'title', WIDTHS.length), banner(words.none, 'body', WIDTHS.length)];
  return layOut(source, {
    name: words.name,
    widths: WIDTHS,
    rows: rows.length === 0 ? none : rows,
    headingRow: null,
  });
}

function form(
  score: SubjectScore,
  source: ScoreSheetSource,
  tell: (point: LostPoint) => LostEvidence,
): readonly PlanRow[] {
  const { board, speech } = source;
  const words = speech.score.sheets.forms;
  const lines = board.lostPoints(score).map((point, at) => formRow(at + 1, point, tell(point), source));
  const asides = asideLines(score, source);
  const scrubAll = scrubberOfAll(board.ledgers, speech.views);
  const adjustments = score.adjustments.map((one) => scrubAll(speech.score.adjustment(one)));
  const width = WIDTHS.length;
  const section = (heading: string, texts: readonly string[]): PlanRow[] =>
    texts.length === 0 ? [] : [banner(heading, 'strong', width), ...texts.map((line) => paragraph(line))];
  return [
    { ...banner(words.title, 'title', width), startsPage: true },
    paragraph(words.head(score, board), 'note'),
    paragraph(speech.score.headLine(board), 'note'),
    headings(words.headings),
    ...(lines.length === 0 ? [banner(words.none, 'body', width)] : lines),
    ...section(words.asides, asides),
    ...section(words.adjustments, adjustments),
    ...words.sign.map((line) => ({ ...banner(line, 'note', width), height: SIGNING_HEIGHT })),
  ];
}

const paragraph = (line: string, style: 'body' | 'note' = 'body'): PlanRow => banner(line, style, WIDTHS.length);

function formRow(position: number, point: LostPoint, told: LostEvidence, { speech }: ScoreSheetSource): PlanRow {
  const place = [told.file, `${speech.score.sheets.apart.place(told.row)} ${told.cell ?? ''}`.trim()].join('\n');
  return {
    cells: [
      count(position),
      text(point.indicator.title),
      text(`${told.rule}${told.says === '' ? '' : `\n${told.says}`}`),
      text(told.basis),
      text(told.caseNo),
      text(place),
      text(told.value),
      points(point.lost),
      text(speech.score.how(point, '')),
      text(''),
      text(''),
    ],
  };
}

/** Findings that were set aside, each with its place and with what was said of it. */
export function asideLines(score: SubjectScore, { board, speech }: ScoreSheetSource): readonly string[] {
  const scrubs = board.ledgers.map(({ checked }) => scrubber(checked.pack, checked.table, speech.views));
  return board.setAside(score).map(({ ref, rule, aside }) => {
    const { file, row, caseNo } = placeOf(board.ledgers, ref);
    const title = board.ledgers[ref.ledger]?.checked.pack.rules[rule]?.title ?? '';
    const line = [file, speech.score.sheets.apart.place(row), caseNo, title, speech.score.aside(aside)];
    return scrubs[ref.ledger]?.(line.filter((part) => part !== '').join('　'), ref.index) ?? '';
  });
}
