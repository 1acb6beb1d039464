import type { Matrix, Sheet } from '../office';
import { rangeOf } from '../ranges';
import { hashValue, type ColumnStore } from './columnStore';

/**
 * What tells, at the moment of writing, whether a row of the ledger is still the row that was read: hashes of the
 * columns that differ most from row to row. Excel has no lock, and someone may sort between our reading and writing.
 */
export interface Witness {
  /** 1-based row of the first hash. */
  readonly top: number;
  readonly columns: readonly { readonly column: number; readonly hashes: Int32Array }[];
  /** What a row of them takes in an answer, on average. */
  readonly bytesPerRow: number;
}

const SAMPLES = 2000;
const MOST_COLUMNS = 3;
/** Bytes a cell on average: thirty Chinese characters. */
const SHORT = 90;

/**
 * Chooses the witnesses among the user's columns. Texts come first: a serial number that is a formula stays behind
 * when rows are sorted; then short ones, since they are read again with every block that is written.
 */
export function chooseWitness(
  top: number,
  stores: readonly ColumnStore[],
  isOurs: (column: number) => boolean,
): Witness {
  const candidates = stores
    .filter(({ column }) => !isOurs(column))
    .map((store) => ({
      store,
      isText: store.firstNumber < 0,
      isShort: store.bytes <= SHORT * store.hashes.length,
      distinct: distinctValues(store),
    }))
    .sort(
      (a, b) => Number(b.isText) - Number(a.isText) || Number(b.isShort) - Number(a.isShort) || b.distinct - a.distinct,
    )
    .slice(0, MOST_COLUMNS);
  return {
    top,
    columns: candidates.map(({ store: { column, hashes } }) => ({ column, hashes })),
    bytesPerRow: candidates.reduce((sum, { store }) => sum + store.bytes / Math.max(1, store.hashes.length), 0),
  };
}

/** Asks for the witnesses of these rows; after the next sync the answer says whether those that matter are the same. */
export function askWitness(
  sheet: Sheet,
  witness: Witness | null,
  { first, last }: { readonly first: number; readonly last: number },
  matters: (row: number) => boolean,
): () => boolean {
  const asked = (witness?.columns ?? []).map(({ column, hashes }) => {
    const range = rangeOf(sheet, { top: first, bottom: last, left: column, right: column });
    range.load('values');
    return { range, hashes };
  });
  const top = witness?.top ?? 0;
  return () =>
    asked.every(({ range, hashes }) =>
      (range.values as Matrix).every(
        (line, i) => !matters(first + i) || (hashes[first + i - top] ?? 0) === hashValue(line[0]),
      ),
    );
}

function distinctValues({ hashes }: ColumnStore): number {
  const step = Math.max(1, Math.floor(hashes.length / SAMPLES));
  const seen = new Set<number>();
  for (let i = 0; i < hashes.length; i += step) seen.add(hashes[i]!);
  return seen.size;
}
