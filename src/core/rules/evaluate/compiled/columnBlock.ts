import { FactState, type FactColumn, type FactValue } from '../../../facts/column';
import { Dictionary } from './dictionary';
import type { Lanes } from './lanes';

/** Cases that are gone through together: their bits of one condition lie in a kilobyte. */
export const BLOCK = 8192;

/** The cases of the block at hand: a stretch of the ledger, or a selection from it. */
export interface Block {
  /** Index of the first case of a stretch; -1 for a selection. */
  first: number;
  /** Index of each case of a selection, `count` of them. */
  readonly cases: Int32Array;
  count: number;
  words: number;
  /** Bits of the cases that there are; beyond `count` every set is empty. */
  readonly full: Int32Array;
}

/** A block for as many cases as will be gone through, at most `BLOCK`. */
export function createBlock(total: number, selects: boolean): Block {
  const size = Math.min(BLOCK, total);
  return {
    first: 0,
    cases: new Int32Array(selects ? size : 0),
    count: 0,
    words: 0,
    full: new Int32Array((size + 31) >>> 5),
  };
}

/** Takes the next cases into the block: those of `rows` from `start`, or the cases `start`, `start` + 1, … */
export function fillBlock(block: Block, rows: Int32Array | null, start: number, end: number): void {
  const count = Math.min(BLOCK, end - start);
  block.first = rows ? -1 : start;
  if (rows) block.cases.set(rows.subarray(start, start + count));
  block.count = count;
  block.words = (count + 31) >>> 5;
  block.full.fill(0);
  block.full.fill(-1, 0, count >>> 5);
  if ((count & 31) !== 0) block.full[count >>> 5] = (1 << (count & 31)) - 1;
}

/** The case at a place of the block. */
export const caseAt = (block: Block, place: number): number =>
  block.first < 0 ? (block.cases[place] as number) : block.first + place;

/** A column over a block: its states as sets of cases, and its values in the order of the block. */
export class ColumnBlock {
  /** Its value is known. */
  readonly known: Int32Array;
  readonly blank: Int32Array;
  /** For want of a column. */
  readonly missing: Int32Array;
  /** Not even whether it is blank can be told. */
  readonly undecided: Int32Array;
  stamp = -1;
  readonly dictionary: Dictionary | null;
  /** Of the block at hand; undefined where nobody asked yet, null where the dictionary was given up. */
  private encoded: Uint16Array | null | undefined;
  private gathered: FactColumn['values'] | null = null;
  private readonly quads: Int32Array | null;

  /** @param worthDictionary several tests are made on the column's texts, over many cases */
  constructor(
    readonly column: FactColumn,
    private readonly block: Block,
    worthDictionary: boolean,
  ) {
    this.dictionary = worthDictionary ? new Dictionary(block.full.length * 32) : null;
    const words = block.full.length;
    this.known = new Int32Array(words);
    this.blank = new Int32Array(words);
    this.missing = new Int32Array(words);
    this.undecided = new Int32Array(words);
    const { state } = column;
    this.quads = state.byteOffset % 4 === 0 ? new Int32Array(state.buffer, state.byteOffset, state.length >>> 2) : null;
  }

  load(): void {
    this.gathered = null;
    this.encoded = undefined;
    if (this.block.first < 0) this.loadSelection();
    else this.loadStretch(this.block.first);
    // A limit that is no date is there, but its day is not known.
    if (this.column.type === 'date' || this.column.type === 'number' || this.column.type === 'limit') {
      const { values, start } = this.numbers();
      dropNaN(values, start, this.block.count, this.known);
    }
  }

  /** Numbers, days; only for columns that hold them. */
  numbers(): Lanes<Float64Array> {
    const { column } = this;
    if (column.type !== 'date' && column.type !== 'number' && column.type !== 'limit')
      throw wrongForm(column, 'numbers');
    return this.lanes(column.values, () => new Float64Array(this.block.count));
  }

  flags(): Lanes<Uint8Array> {
    const { column } = this;
    if (column.type !== 'boolean') throw wrongForm(column, 'flags');
    return this.lanes(column.values, () => new Uint8Array(this.block.count));
  }

  texts(): Lanes<readonly string[]> {
    const { column } = this;
    if (column.type !== 'text' && column.type !== 'enum') throw wrongForm(column, 'text');
    return this.lanes(column.values, () => new Array<string>(this.block.count));
  }

  /** The block's texts by their numbers in the dictionary; null where there is none, or none any more. */
  codes(): Uint16Array | null {
    if (this.encoded === undefined) this.encoded = this.dictionary?.encode(this.texts(), this.block.count) ?? null;
    return this.encoded;
  }

  lists(): Lanes<readonly (readonly string[])[]> {
    const { column } = this;
    if (column.type !== 'names') throw wrongForm(column, 'names');
    return this.lanes(column.values, () => new Array<readonly string[]>(this.block.count));
  }

  private lanes<V extends FactColumn['values']>(values: V, scratch: () => V): Lanes<V> {
    const { first, count, cases } = this.block;
    if (first >= 0) return { values, start: first };
    if (this.gathered === null) {
      const out = scratch() as { [index: number]: FactValue | undefined };
      for (let i = 0; i < count; i++) out[i] = values[cases[i] as number];
      this.gathered = out as V;
    }
    return { values: this.gathered as V, start: 0 };
  }

  private loadSelection(): void {
    const { state } = this.column;
    const { count, words, cases } = this.block;
    for (let w = 0; w < words; w++) this.put(w, 0, 0, 0, 0);
    for (let i = 0; i < count; i++) this.add(i >>> 5, 1 << (i & 31), state[cases[i] as number]);
  }

  private loadStretch(first: number): void {
    const { state } = this.column;
    const { count, words } = this.block;
    for (let w = 0; w < words; w++) {
      const from = first + (w << 5);
      if ((w << 5) + 32 <= count && this.uniform(w, from)) continue;
      this.put(w, 0, 0, 0, 0);
      const end = Math.min(32, count - (w << 5));
      for (let i = 0; i < end; i++) this.add(w, 1 << i, state[from + i]);
    }
  }

  /** Where 32 cases in a row are in one state, as most are, they are taken at one go. */
  private uniform(w: number, from: number): boolean {
    const { quads } = this;
    if (quads === null || (from & 3) !== 0) return false;
    const at = from >>> 2;
    const four = quads[at] as number;
    const one = four & 255;
    if (four !== Math.imul(one, 0x01010101)) return false;
    for (let i = 1; i < 8; i++) if (quads[at + i] !== four) return false;
    const is = (state: FactState): number => (one === state ? -1 : 0);
    this.put(w, is(FactState.known), is(FactState.blank), is(FactState.missing), is(FactState.unknown));
    return true;
  }

  private put(w: number, known: number, blank: number, missing: number, unknown: number): void {
    this.known[w] = known;
    this.blank[w] = blank;
    this.missing[w] = missing;
    this.undecided[w] = unknown | missing;
  }

  private add(w: number, bit: number, state: number | undefined): void {
    if (state === FactState.known) this.known[w] = (this.known[w] as number) | bit;
    else if (state === FactState.blank) this.blank[w] = (this.blank[w] as number) | bit;
    else if (state === FactState.unknown) this.undecided[w] = (this.undecided[w] as number) | bit;
    else if (state === FactState.missing || state === undefined) {
      this.missing[w] = (this.missing[w] as number) | bit;
      this.undecided[w] = (this.undecided[w] as number) | bit;
    }
  }
}

function dropNaN(values: Float64Array, start: number, count: number, known: Int32Array): void {
  for (let i = 0, w = 0; i < count; w++) {
    const end = Math.min(i + 32, count);
    let there = 0;
    for (let bit = 1; i < end; i++, bit <<= 1) {
      const value = values[start + i] as number;
      if (value === value) there |= bit;
    }
    known[w] = (known[w] as number) & there;
  }
}

// The loader types rules by their facts, and a fact's column has the fact's type: another form is a mistake of ours.
const wrongForm = (column: FactColumn, wanted: string): TypeError =>
  new TypeError(`${wanted} wanted, ${column.type} found`);
