import { CellKind } from '../../../core/ledger/grid';

/** One worksheet column while it is being read, over all rows of the area. */
export class ColumnStore {
  readonly kinds: Uint8Array;
  readonly numbers: Float64Array;
  /** A number for each value by which to tell later whether it is still the same; 0 for a blank. */
  readonly hashes: Int32Array;
  styles: Uint16Array | null = null;
  /** What its values take in an answer. */
  bytes = 0;
  /** Row indices between which numbers stand, whose format says what they mean; -1 for none. */
  firstNumber = -1;
  lastNumber = -1;
  /** Row indices between which texts stand that may be errors. */
  firstSuspect = -1;
  lastSuspect = -1;

  constructor(
    readonly column: number,
    private readonly rows: number,
  ) {
    this.kinds = new Uint8Array(rows);
    this.numbers = new Float64Array(rows);
    this.hashes = new Int32Array(rows);
  }

  putNumber(index: number, value: number): void {
    this.kinds[index] = CellKind.number;
    this.numbers[index] = value;
    this.hashes[index] = hashNumber(value);
    if (this.firstNumber < 0) this.firstNumber = index;
    this.lastNumber = index;
  }

  putText(index: number, text: string, at: number): void {
    this.kinds[index] = CellKind.text;
    this.numbers[index] = at;
    this.hashes[index] = hashText(text);
    if (!isErrorText(text)) return;
    if (this.firstSuspect < 0) this.firstSuspect = index;
    this.lastSuspect = index;
  }

  putBoolean(index: number, value: boolean): void {
    this.kinds[index] = CellKind.boolean;
    this.numbers[index] = value ? 1 : 0;
    this.hashes[index] = value ? 2 : 1;
  }

  putStyle(index: number, style: number): void {
    this.styles ??= new Uint16Array(this.rows);
    this.styles[index] = style;
  }
}

/** The texts Excel shows for errors; whether one is an error or was typed, only its type tells. */
const ERRORS: ReadonlySet<string> = new Set(
  '#NULL! #DIV/0! #VALUE! #REF! #NAME? #NUM! #N/A #GETTING_DATA #SPILL! #CALC! #FIELD! #BLOCKED! #CONNECT! #UNKNOWN! #BUSY!'.split(
    ' ',
  ),
);

const isErrorText = (text: string): boolean => text.startsWith('#') && ERRORS.has(text);

/** Long texts differ early or in their length. */
const HASHED = 48;

/** A hash of what a cell holds; never 0, which stands for a blank. */
export function hashValue(value: unknown): number {
  if (typeof value === 'number') return hashNumber(value);
  if (typeof value === 'boolean') return value ? 2 : 1;
  return typeof value === 'string' && value !== '' ? hashText(value) : 0;
}

function hashText(text: string): number {
  let hash = 0x811c9dc5 ^ text.length;
  const length = Math.min(text.length, HASHED);
  for (let i = 0; i < length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash | 0 || 1;
}

const halves = new Float64Array(1);
const words = new Int32Array(halves.buffer);

function hashNumber(value: number): number {
  halves[0] = value;
  return (Math.imul(words[0]! ^ 0x5bd1e995, 0x01000193) ^ words[1]!) | 0 || 1;
}
