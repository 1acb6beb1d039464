import type { Problem } from '../../problem';
import type { PlanRow, ReportSheet } from '../../writeplan/plan';
import { withHeights } from '../../writeplan/rowHeight';
import type { Speech } from '../../check/speech';
import type { ScoreBoard } from '../board';
import type { Sha256 } from '../seal';

/** What the sheets of a score are made from. */
export interface ScoreSheetSource {
  readonly board: ScoreBoard;
  readonly speech: Speech;
  /** Why ledgers of the run could not be read, and rows of 人工调整 that could not be used. */
  readonly problems: readonly Problem[];
  /** How sums are worked out for the seal, where the platform has a quick way. */
  readonly sha256?: Sha256;
}

/** What differs from sheet to sheet. */
export interface Laid {
  readonly name: string;
  readonly widths: readonly number[];
  /** Made anew at each iteration, so that a hundred thousand lost points never stand in memory at once. */
  readonly rows: Iterable<PlanRow>;
  /** Counted by running through the rows where it is not given. */
  readonly rowCount?: number;
  /** Its rows begin pages. */
  readonly ownPages?: boolean;
  readonly headingRow: number | null;
  readonly filter?: boolean;
}

/** Chinese letters are a little wider than two of a column's characters, and punctuation never begins a line. */
const ROOM = 0.9;

/** Rows as tall as their text. */
export const tallRows = (rows: Iterable<PlanRow>, widths: readonly number[]): Iterable<PlanRow> =>
  withHeights(
    rows,
    widths.map((width) => width * ROOM),
  );

/** A sheet as all of them are: landscape, with the day in the footer, rows as tall as their text. */
export function layOut(
  { board, speech }: ScoreSheetSource,
  { name, widths, rows, rowCount, headingRow, filter = false, ownPages = false }: Laid,
): ReportSheet {
  const all = { [Symbol.iterator]: () => tallRows(rows, widths)[Symbol.iterator]() };
  let counted = rowCount;
  return {
    name,
    widths,
    get rowCount() {
      counted ??= lengthOf(all);
      return counted;
    },
    rows: all,
    titleRows: headingRow === null ? null : { first: 1, last: headingRow },
    filterRow: filter ? headingRow : null,
    landscape: true,
    footer: speech.score.footer(board),
    ...(ownPages ? { pages: 'own' } : {}),
  };
}

function lengthOf(rows: Iterable<PlanRow>): number {
  let length = 0;
  const each = rows[Symbol.iterator]();
  while (each.next().done !== true) length++;
  return length;
}
