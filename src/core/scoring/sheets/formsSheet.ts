import { ledgerName } from '../../reports/cases';
import { banner, count, headings, text } from '../../writeplan/cells';
import { pageRoom } from '../../writeplan/pageScale';
import type { PlanRow, ReportSheet } from '../../writeplan/plan';
import type { SubjectScore } from '../board';
import { placeOf, type LostEvidence, type TellLost } from '../evidence';
import type { LostPoint } from '../lostPoints';
import { scrub } from '../scrub';
import { layOut, tallRows, type ScoreSheetSource } from './frame';
import { points } from './scoresSheet';

/** 序号 指标 扣分事项 依据 编号 位置 现值 扣分 怎样挽回 申诉理由 复核意见 */
const WIDTHS = [6, 10, 28, 22, 13, 13, 14, 8, 18, 20, 16];
/** Room to sign in, in points. */
const SIGNING_HEIGHT = 36;
const tall = (rows: Iterable<PlanRow>): Iterable<PlanRow> => tallRows(rows, WIDTHS);
const ROOM = pageRoom(WIDTHS, true);

/** 申诉单: a block for each unit, from a page of its own on, with room for what it objects and what is decided. */
export function planForms(source: ScoreSheetSource, tell: TellLost): ReportSheet {
  const { board, speech } = source;
  const words = speech.score.sheets.forms;
  const { subjects } = board;
  const rows = {
    *[Symbol.iterator](): Iterator<PlanRow> {
      for (const score of subjects) {
        const again = [banner(words.again(score, board), 'strong', WIDTHS.length), headings(words.headings)];
        yield* onPages([...tall(form(score, source, tell))], [...tall(again)], words.sign.length);
      }
      if (subjects.length > 0) return;
      yield banner(words.title, 'title', WIDTHS.length);
      yield banner(words.none, 'body', WIDTHS.length);
    },
  };
  return layOut(source, { name: words.name, widths: WIDTHS, rows, headingRow: null, ownPages: true });
}

/**
 * Rows of one form; whose it is and the headings stand over each page after the first, so that none is of nobody.
 * @param ending how many rows at its end stay with the one before them: nobody signs an empty page
 */
function* onPages(rows: readonly PlanRow[], again: readonly PlanRow[], ending: number): Generator<PlanRow> {
  let filled = 0;
  for (const [at, row] of rows.entries()) {
    const together = at === rows.length - ending - 1 ? heightOf(rows.slice(at)) : heightOf([row]);
    if (filled > 0 && filled + together > ROOM) {
      const [first, ...others] = again;
      if (first) yield { ...first, startsPage: true };
      yield* others;
      filled = heightOf(again);
    }
    filled += heightOf([row]);
    yield row;
  }
}

const heightOf = (rows: readonly PlanRow[]): number => rows.reduce((sum, { height = 0 }) => sum + height, 0);

function* form(score: SubjectScore, source: ScoreSheetSource, tell: TellLost): Generator<PlanRow> {
  const { board, speech } = source;
  const words = speech.score.sheets.forms;
  const width = WIDTHS.length;
  const lost = board.lostPoints(score);
  yield { ...banner(words.title, 'title', width), startsPage: true };
  yield paragraph(words.head(score, board), 'note');
  yield paragraph(`${speech.score.headLine(board)}\n${words.note}`, 'note');
  yield headings(words.headings);
  if (lost.length === 0) yield banner(words.none, 'body', width);
  for (const [at, point] of lost.entries()) yield formRow(at + 1, point, tell(point), source);
  yield* section(words.asides, asideLines(score, source));
  yield* section(
    words.adjustments,
    score.adjustments.map((one) => scrub(board.ledgers, speech.score.adjustment(one))),
  );
  for (const line of words.sign) yield { ...banner(line, 'note', width), height: SIGNING_HEIGHT };
}

function* section(heading: string, lines: readonly string[]): Generator<PlanRow> {
  if (lines.length === 0) return;
  yield banner(heading, 'strong', WIDTHS.length);
  for (const line of lines) yield paragraph(line);
}

const paragraph = (line: string, style: 'body' | 'note' = 'body'): PlanRow => banner(line, style, WIDTHS.length);

function formRow(position: number, point: LostPoint, told: LostEvidence, { speech }: ScoreSheetSource): PlanRow {
  const title = point.why === 'unjudged' ? speech.score.unjudgedTitle(told.rule) : told.rule;
  const place = [ledgerName(told.file), `${speech.score.sheets.apart.place(told.row)} ${told.cell ?? ''}`.trim()].join(
    '\n',
  );
  return {
    cells: [
      count(position),
      text(point.indicator.title),
      text(`${title}${told.says === '' ? '' : `\n${told.says}`}`),
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
  return board.setAside(score).map(({ ref, rule, aside }) => {
    const { file, row, caseNo } = placeOf(board.ledgers, ref);
    const title = board.ledgers[ref.ledger]?.checked.pack.rules[rule]?.title ?? '';
    const line = [ledgerName(file), speech.score.sheets.apart.place(row), caseNo, title, speech.score.aside(aside)];
    return scrub(board.ledgers, line.filter((part) => part !== '').join('　'));
  });
}
