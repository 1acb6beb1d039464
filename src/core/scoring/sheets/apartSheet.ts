import { banner, count, headings, text } from '../../writeplan/cells';
import type { PlanRow, ReportSheet } from '../../writeplan/plan';
import { placeOf } from '../evidence';
import { scrub } from '../scrub';
import { layOut, type ScoreSheetSource } from './frame';
import { points } from './scoresSheet';

const WIDTHS = [24, 20, 20, 34, 26];

/** 不参评与样本不足: who is not ranked and why, and the cases that are charged to nobody. */
export function planApart(source: ScoreSheetSource): ReportSheet {
  const { board, speech, problems } = source;
  const { sheets, notApplicable } = speech.score;
  const words = sheets.apart;
  const few = board.subjects.filter(({ standing }) => standing === 'few' || standing === 'nothing');
  const labels = new Map(board.pack.fields.map(({ id, label }) => [id, label]));
  const line = (value: string): PlanRow => banner(value, 'body', WIDTHS.length);
  const section = (heading: string, rows: readonly PlanRow[]): PlanRow[] => [
    { cells: [] },
    banner(heading, 'strong', WIDTHS.length),
    ...(rows.length === 0 ? [line(words.none)] : rows),
  ];
  const rows: PlanRow[] = [
    banner(words.title, 'title', WIDTHS.length),
    banner(speech.score.headLine(board), 'note', WIDTHS.length),
    ...section(
      words.few(board.scheme.leastCases),
      withHeadings(
        words.fewHeadings,
        few.map(({ name, cases, points: { total } }) => ({
          cells: [text(name), count(cases.length), total === null ? text(notApplicable) : points(total)],
        })),
      ),
    ),
    ...(board.by === 'unit' ? section(words.without, board.without.map(line)) : []),
    ...section(
      words.unassigned(board.by),
      withHeadings(
        words.unassignedHeadings,
        board.unassigned.map((ref) => {
          const { file, row, caseNo } = placeOf(board.ledgers, ref);
          const { table } = board.ledgers[ref.ledger]!.checked;
          const field = board.by === 'caseLeader' ? 'caseLeader' : 'unit';
          const cell = table.cell(field, ref.index) ?? '';
          return {
            cells: [
              text(file),
              text(words.place(row)),
              text(caseNo),
              text(scrub(board.ledgers, table.seen(field, ref.index))),
              text(cell),
            ],
          };
        }),
      ),
    ),
    ...section(words.recused, board.recused.length === 0 ? [] : [line(words.recusedLine(board.recused.length))]),
    ...(board.ledgers.length > 1
      ? section(
          words.conflicts,
          withHeadings(
            words.conflictHeadings,
            board.conflicts.map(({ caseNo, cases, fields }) => {
              const places = cases.map((ref) => placeOf(board.ledgers, ref));
              const said = places.map(({ file, row }) => `${file} ${words.place(row)}`).join('\n');
              const differing = fields.map((field) => labels.get(field) ?? field).join('、');
              return { cells: [text(scrub(board.ledgers, caseNo)), count(cases.length), text(differing), text(said)] };
            }),
          ),
        )
      : []),
    ...(problems.length > 0
      ? section(
          words.problems,
          problems.map((one) => line(scrub(board.ledgers, speech.problem(one)))),
        )
      : []),
  ];
  return layOut(source, { name: words.name, widths: WIDTHS, rows, rowCount: rows.length, headingRow: 2 });
}

const withHeadings = (names: readonly string[], rows: readonly PlanRow[]): readonly PlanRow[] =>
  rows.length === 0 ? [] : [headings(names), ...rows];
