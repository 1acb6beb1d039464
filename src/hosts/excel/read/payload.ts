import { isTooLarge } from '../faults';

/**
 * Bytes of an answer we aim at. Excel on the web takes 5 MB; we promise none over 4 MB, and rows further down may be
 * longer than those that the estimate was made from.
 */
export const TARGET_BYTES = 3_600_000;
/** Excel answers at most 5 million cells at once. */
const MOST_CELLS = 5_000_000;
/** Asked for after too much came at once: so much less. */
const SHRINK = 0.4;

/** Bytes that a value takes in an answer: JSON in UTF-8, its comma included. */
export function valueBytes(value: unknown): number {
  if (typeof value === 'string') return textBytes(value) + 3;
  if (typeof value === 'number') return String(value).length + 1;
  return 6;
}

function textBytes(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 0x7ff) bytes += 2;
    else if (unit > 0x7f || unit === 0x22 || unit === 0x5c) bytes += 1;
    else if (unit < 0x20) bytes += unit === 10 || unit === 13 || unit === 9 ? 1 : 5;
  }
  return bytes;
}

/** Rows to be read in as few answers as their size allows. */
export interface PieceOrder {
  /** 1-based rows. */
  readonly first: number;
  readonly last: number;
  readonly cellsPerRow: number;
  /** What a row is expected to take; corrected by what comes. */
  readonly bytesPerRow: number;
}

/**
 * Reads rows piece by piece: `read` answers the bytes that came, or null where Excel gave nothing because it was too
 * much; then, and when Excel refuses for that reason, less is asked for.
 */
export async function inPieces(
  order: PieceOrder,
  read: (first: number, last: number) => Promise<number | null>,
): Promise<void> {
  const mostRows = Math.max(1, Math.floor(MOST_CELLS / Math.max(1, order.cellsPerRow)));
  let perRow = Math.max(1, order.bytesPerRow);
  let rows = 0;
  let bytes = 0;
  for (let first = order.first; first <= order.last;) {
    const fitting = Math.max(1, Math.min(mostRows, Math.floor(TARGET_BYTES / perRow)));
    const last = Math.min(order.last, first + fitting - 1);
    let came: number | null;
    try {
      came = await read(first, last);
    } catch (error) {
      if (!isTooLarge(error) || first === last) throw error;
      came = null;
    }
    if (came === null) {
      perRow = TARGET_BYTES / Math.max(1, (last - first + 1) * SHRINK);
      continue;
    }
    bytes += came;
    rows += last - first + 1;
    // What came last tells most of what comes next; a few blank rows must not make the next piece huge.
    perRow = Math.max(came / (last - first + 1), bytes / rows, 1);
    first = last + 1;
  }
}
