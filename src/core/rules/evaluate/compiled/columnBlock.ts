import { FactState, type FactColumn } from '../../../facts/column';

/** Cases that are gone through together: their bits of one condition lie in a kilobyte. */
export const BLOCK = 8192;
export const BLOCK_WORDS = BLOCK / 32;

/** The cases of the block at hand. */
export interface Block {
  /** Index of each case, `count` of them. */
  readonly cases: Int32Array;
  count: number;
  words: number;
  /** Bits of the cases that there are; beyond `count` every set is empty. */
  readonly full: Uint32Array;
}

export function createBlock(): Block {
  return { cases: new Int32Array(BLOCK), count: 0, words: 0, full: new Uint32Array(BLOCK_WORDS) };
}

/** Takes the next cases into the block: those of `rows` from `start`, or the cases `start`, `start` + 1, … */
export function fillBlock(block: Block, rows: Int32Array | null, start: number, end: number): void {
  const count = Math.min(BLOCK, end - start);
  for (let i = 0; i < count; i++) block.cases[i] = rows ? (rows[start + i] ?? 0) : start + i;
  block.count = count;
  block.words = (count + 31) >>> 5;
  block.full.fill(0);
  block.full.fill(0xffffffff, 0, count >>> 5);
  if ((count & 31) !== 0) block.full[count >>> 5] = (1 << (count & 31)) - 1;
}

/** A column's states over a block, as sets of cases. */
export class ColumnBlock {
  /** Its value is known. */
  readonly known = new Uint32Array(BLOCK_WORDS);
  readonly blank = new Uint32Array(BLOCK_WORDS);
  /** For want of a column. */
  readonly missing = new Uint32Array(BLOCK_WORDS);
  /** Not even whether it is blank can be told. */
  readonly undecided = new Uint32Array(BLOCK_WORDS);
  stamp = -1;

  constructor(readonly column: FactColumn) {}

  load(block: Block): void {
    const { state, type } = this.column;
    // A limit that is no date is there, but its day is not known.
    const values = type === 'date' || type === 'number' || type === 'limit' ? this.column.values : null;
    for (let word = 0, i = 0; word < block.words; word++) {
      let known = 0;
      let blank = 0;
      let missing = 0;
      let unknown = 0;
      for (let bit = 1; bit !== 0 && i < block.count; bit <<= 1, i++) {
        const index = block.cases[i] ?? 0;
        const one = state[index] ?? FactState.missing;
        if (one === FactState.known) {
          if (values === null || !Number.isNaN(values[index])) known |= bit;
        } else if (one === FactState.blank) blank |= bit;
        else if (one === FactState.missing) missing |= bit;
        else if (one === FactState.unknown) unknown |= bit;
      }
      this.known[word] = known;
      this.blank[word] = blank;
      this.missing[word] = missing;
      this.undecided[word] = unknown | missing;
    }
  }
}
