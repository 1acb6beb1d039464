import type { ColumnStore } from './columnStore';

/**
 * What tells, at the moment of writing, whether a row of the ledger is still the row that was read: hashes of the
 * columns that differ most from row to row. Excel has no lock, and someone may sort between our reading and writing.
 */
export interface Witness {
  /** 1-based row of the first hash. */
  readonly top: number;
  readonly columns: readonly { readonly column: number; readonly hashes: Int32Array }[];
}

const SAMPLES = 2000;
const MOST_COLUMNS = 3;

/**
 * Chooses the witnesses among the user's columns. Texts come first: a serial number that is a formula stays behind
 * when rows are sorted.
 */
export function chooseWitness(
  top: number,
  stores: readonly ColumnStore[],
  isOurs: (column: number) => boolean,
): Witness {
  const candidates = stores
    .filter(({ column }) => !isOurs(column))
    .map((store) => ({ store, isText: store.firstNumber < 0, distinct: distinctValues(store) }))
    .sort((a, b) => Number(b.isText) - Number(a.isText) || b.distinct - a.distinct);
  const columns = candidates.slice(0, MOST_COLUMNS).map(({ store: { column, hashes } }) => ({ column, hashes }));
  return { top, columns };
}

function distinctValues({ hashes }: ColumnStore): number {
  const step = Math.max(1, Math.floor(hashes.length / SAMPLES));
  const seen = new Set<number>();
  for (let i = 0; i < hashes.length; i += step) seen.add(hashes[i]!);
  return seen.size;
}
