import { formatIso } from '../dates/civil';
import { sha256Of } from '../rules/load/checksum';
import type { ScoreBoard } from './board';
import { rowTexts } from './caseKeys';

/** What a score rests on and came to, as checksums that anyone can work out again (封存). */
export interface Seal {
  /** Over what every row says, whatever the order of rows and files. */
  readonly content: string;
  readonly pack: string;
  /** Over who was scored, by what, and every figure. */
  readonly results: string;
  /** Over the three of them. */
  readonly seal: string;
}

/** SHA-256 over texts one after another, in hex. */
export type Sha256 = (texts: Iterable<string>) => string;

/**
 * The seal of a board; worked out from the ledgers anew, so it is asked for where it is shown.
 * @param sha256 a quicker way to the same sums, where the platform has one
 */
export function sealOf(board: ScoreBoard, sha256: Sha256 = sha256Of): Seal {
  const rows = board.ledgers.flatMap(({ checked: { table } }) => {
    const textsOf = rowTexts(table);
    return Array.from({ length: table.count }, (_, index) => JSON.stringify(textsOf(index)));
  });
  const content = sha256(lines(rows.sort()));
  const results = sha256(lines([...headOf(board), ...board.subjects.map(resultOf).sort()]));
  const pack = board.pack.sha256;
  return { content, pack, results, seal: sha256(lines([content, pack, results])) };
}

function* lines(texts: Iterable<string>): Generator<string> {
  for (const text of texts) yield `${text}\n`;
}

/** What the figures were worked out by, beside the pack: a workbook may change parameters and the roster for itself. */
function headOf({ by, period, today, ledgers, cases, unassigned, recused }: ScoreBoard): readonly string[] {
  const own = ledgers.map(({ checked: { pack } }) =>
    JSON.stringify([pack.rules.map(({ name, parameters }) => [name, parameters]), pack.organisation]),
  );
  return [
    JSON.stringify([by, period, formatIso(today), cases, unassigned.length, recused.length]),
    ...[...new Set(own)].sort(),
  ];
}

const resultOf = ({
  name,
  cases,
  points,
  rank,
  band,
  suggestions,
  adjustments,
}: ScoreBoard['subjects'][number]): string =>
  JSON.stringify([
    name,
    cases.length,
    points.total,
    points.indicators.map(({ indicator, rows, worth, lost }) => [indicator.id, rows, worth, lost]),
    rank,
    band?.title ?? null,
    suggestions.map(({ measure }) => measure),
    adjustments
      .map(({ of, points: by, reason, by: who, on }) => JSON.stringify([of?.id ?? null, by, reason, who, on]))
      .sort(),
  ]);
