import { damaged } from '../fault';

const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const COLON = 0x3a;
const EQUALS = 0x3d;

/**
 * Steps from tag to tag over the bytes of a large part without making strings: `next()` moves to the following tag
 * and the fields say what it is. Comments, CDATA and processing instructions are passed over.
 */
export class ByteTags {
  /** Offsets of `<` and of what follows `>`. */
  start = 0;
  end: number;
  closing = false;
  selfClosing = false;
  /** Where the local name stands. */
  private nameStart = 0;
  private nameEnd = 0;

  constructor(
    readonly bytes: Uint8Array,
    from = 0,
    readonly limit = bytes.length,
  ) {
    this.end = from;
  }

  /** Moves on from `from` instead of from the end of the last tag. */
  moveTo(from: number): void {
    this.end = from;
  }

  next(): boolean {
    const { bytes } = this;
    for (let at = seek(bytes, LT, this.end); at >= 0 && at < this.limit; at = seek(bytes, LT, this.end)) {
      const second = bytes[at + 1];
      if (second === 0x3f) this.end = this.after('?>', at);
      else if (second === 0x21) this.end = this.afterDeclaration(at);
      else {
        this.read(at);
        return true;
      }
    }
    this.start = this.end = this.limit;
    return false;
  }

  /** Whether the tag's local name is this ASCII word. */
  is(local: string): boolean {
    const length = this.nameEnd - this.nameStart;
    if (length !== local.length) return false;
    for (let i = 0; i < length; i++) if (this.bytes[this.nameStart + i] !== local.charCodeAt(i)) return false;
    return true;
  }

  /** The prefix of the tag's name with its colon, or ''. */
  prefix(): string {
    return latin1(this.bytes, this.start + (this.closing ? 2 : 1), this.nameStart);
  }

  /** The tag as text. */
  text(): string {
    return new TextDecoder().decode(this.bytes.subarray(this.start, this.end));
  }

  /** The offsets of an attribute's value by its one-letter name (a character code), or null. */
  attribute(letter: number): { from: number; to: number } | null {
    const { bytes } = this;
    let i = this.nameEnd;
    const last = this.end - 1;
    while (i < last) {
      while (i < last && isSpace(bytes[i]!)) i++;
      const name = i;
      while (i < last && bytes[i] !== EQUALS && !isSpace(bytes[i]!)) i++;
      const single = i - name === 1 && bytes[name] === letter;
      while (i < last && bytes[i] !== QUOTE && bytes[i] !== APOSTROPHE) i++;
      if (i >= last) return null;
      const close = seek(bytes, bytes[i]!, i + 1);
      if (single) return { from: i + 1, to: close };
      i = close + 1;
    }
    return null;
  }

  private read(at: number): void {
    const { bytes } = this;
    this.start = at;
    this.closing = bytes[at + 1] === SLASH;
    let i = at + (this.closing ? 2 : 1);
    this.nameStart = i;
    for (let c = bytes[i]; c !== undefined && c !== GT && c !== SLASH && !isSpace(c); c = bytes[++i])
      if (c === COLON) this.nameStart = i + 1;
    this.nameEnd = i;
    for (let c = bytes[i]; c !== GT; c = bytes[++i]) {
      if (c === QUOTE || c === APOSTROPHE) {
        i = seek(bytes, c, i + 1);
        if (i < 0) throw damaged('xml');
      } else if (c === undefined) throw damaged('xml');
    }
    this.selfClosing = bytes[i - 1] === SLASH;
    this.end = i + 1;
  }

  private afterDeclaration(at: number): number {
    const { bytes } = this;
    if (bytes[at + 2] === 0x2d) return this.after('-->', at + 4);
    if (bytes[at + 2] === 0x5b) return this.after(']]>', at);
    return this.after('>', at);
  }

  private after(mark: string, from: number): number {
    const { bytes } = this;
    const last = mark.charCodeAt(mark.length - 1);
    for (let i = bytes.indexOf(last, from); i >= 0; i = bytes.indexOf(last, i + 1)) {
      let same = i - mark.length + 1 >= from;
      for (let k = 1; same && k < mark.length; k++) same = bytes[i - k] === mark.charCodeAt(mark.length - 1 - k);
      if (same) return i + 1;
    }
    throw damaged('xml');
  }
}

/** Like `indexOf`, which costs more than it saves where the byte is near, as it mostly is. */
function seek(bytes: Uint8Array, byte: number, from: number): number {
  const near = Math.min(from + 24, bytes.length);
  for (let i = from; i < near; i++) if (bytes[i] === byte) return i;
  return bytes.indexOf(byte, near);
}

const isSpace = (c: number): boolean => c === 0x20 || c === 0x0a || c === 0x0d || c === 0x09;

export function latin1(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let i = from; i < to; i++) text += String.fromCharCode(bytes[i]!);
  return text;
}

/** The digits in `[from, to)` as a number; 0 where there are none. */
export function digits(bytes: Uint8Array, from: number, to: number): number {
  let n = 0;
  for (let i = from; i < to; i++) {
    const digit = bytes[i]! - 48;
    if (digit >= 0 && digit <= 9) n = n * 10 + digit;
  }
  return n;
}

/** The 1-based column that the letters at the front of an address in `[from, to)` name; 0 where there are none. */
export function columnOf(bytes: Uint8Array, from: number, to: number): number {
  let n = 0;
  for (let i = from; i < to; i++) {
    const letter = (bytes[i]! & 0xdf) - 64;
    if (bytes[i]! >= 65 && letter >= 1 && letter <= 26) n = n * 26 + letter;
    else if (bytes[i] !== 0x24) break;
  }
  return n;
}
