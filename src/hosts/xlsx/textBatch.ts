import { tooMuch } from './fault';

const utf16 = new TextDecoder('utf-16le', { ignoreBOM: true });
const FLUSH_AT = 128 * 1024;
const AMPERSAND = [...'&amp;'].map((c) => c.charCodeAt(0));
const LESS_THAN = [...'&lt;'].map((c) => c.charCodeAt(0));

/**
 * Gathers many short texts and makes strings of them in one go: a decoder called per cell costs more than all the
 * rest of the reading. Texts are numbered from 0 in the order they were finished.
 */
export class TextBatch {
  /** Valid after `flush`. */
  readonly texts: string[] = [];
  /** Numbers of texts that turned out empty. */
  readonly empty = new Set<number>();
  /** UTF-16 code units of the texts not flushed yet, the one being gathered from `start` to `length`. */
  units = new Uint16Array(FLUSH_AT * 4);
  start = 0;
  length = 0;

  private finished = 0;
  private special = false;
  private readonly specials: number[] = [];

  constructor(
    private readonly part: string,
    /** Longest text, in UTF-16 units. */
    private readonly longest: number,
  ) {}

  /** Whether nothing was added to the current text. */
  get isEmpty(): boolean {
    return this.length === this.start;
  }

  /**
   * Adds raw text of XML from UTF-8 bytes, up to the next `<` or NUL, and answers where it stopped: before `to` also
   * where a character is cut in two there. Ill-formed UTF-8 becomes U+FFFD.
   */
  append(bytes: Uint8Array, from: number, to: number): number {
    this.reserve(to - from);
    const { units } = this;
    let q = this.length;
    let p = from;
    while (p < to) {
      const c = bytes[p]!;
      if (c < 0x80) {
        if (c === 0x3c || c === 0) break;
        // & begins an entity, _ may begin _xHHHH_, a carriage return is normalised: all rare, all decoded apart.
        if (c === 0x26 || c === 0x5f || c === 0x0d) this.special = true;
        units[q++] = c;
        p++;
      } else if (isPlainThree(c, bytes[p + 1]!, bytes[p + 2]!) && p + 2 < to) {
        units[q++] = ((c & 0x0f) << 12) | ((bytes[p + 1]! & 0x3f) << 6) | (bytes[p + 2]! & 0x3f);
        p += 3;
      } else {
        const length = characterLength(bytes, p, to);
        if (length === 0) break;
        if (length < 0) {
          units[q++] = 0xfffd;
          p -= length;
        } else {
          q = putCharacter(units, q, bytes, p, length);
          p += length;
        }
      }
    }
    this.length = q;
    if (q - this.start > this.longest) throw tooMuch('token', this.part);
    return p;
  }

  /** As `append`, for text in which an ampersand and `<` mean themselves (CDATA). */
  appendLiteral(bytes: Uint8Array, from: number, to: number): number {
    const escaped: number[] = [];
    for (let p = from; p < to; p++) {
      const c = bytes[p]!;
      if (c === 0x26) escaped.push(...AMPERSAND);
      else if (c === 0x3c) escaped.push(...LESS_THAN);
      else escaped.push(c);
    }
    const reached = this.append(Uint8Array.from(escaped), 0, escaped.length);
    return to - (escaped.length - reached);
  }

  /** Adds characters as they are; for text that was decoded already. */
  appendText(text: string): void {
    this.reserve(text.length);
    for (let i = 0; i < text.length; i++) this.units[this.length++] = text.charCodeAt(i);
  }

  /** The current text as raw XML, without finishing it. */
  current(): string {
    let text = '';
    for (let i = this.start; i < this.length; i += 8192)
      text += String.fromCharCode(...this.units.subarray(i, Math.min(i + 8192, this.length)));
    return text;
  }

  /** Drops what was added since the last text was finished. */
  drop(): void {
    this.length = this.start;
    this.special = false;
  }

  /** Ends the current text and answers its number. */
  finish(): number {
    const number = this.finished++;
    if (this.length === this.start) this.empty.add(number);
    if (this.special) this.specials.push(number);
    this.special = false;
    this.reserve(1);
    // NUL can't stand in XML, so it can part the texts.
    this.units[this.length++] = 0;
    this.start = this.length;
    if (this.length >= FLUSH_AT) this.flush();
    return number;
  }

  /** Makes strings of what was finished, into `texts`. */
  flush(): void {
    if (this.start === 0) return;
    const bytes = new Uint8Array(this.units.buffer, 0, (this.start - 1) * 2);
    for (const text of utf16.decode(bytes).split('\0')) this.texts.push(text);
    for (const number of this.specials) this.texts[number] = decodeXmlText(this.texts[number] ?? '');
    this.specials.length = 0;
    this.units.copyWithin(0, this.start, this.length);
    this.length -= this.start;
    this.start = 0;
  }

  private reserve(more: number): void {
    if (this.length + more + 1 <= this.units.length) return;
    const units = new Uint16Array((this.length + more + 1) * 2);
    units.set(this.units.subarray(0, this.length));
    this.units = units;
  }
}

/** A character of three bytes without overlong forms or surrogates: nearly all of Chinese. */
const isPlainThree = (first: number, second: number, third: number): boolean =>
  first >= 0xe1 && first < 0xed && (((second ^ 0x80) | (third ^ 0x80)) & 0xc0) === 0;

/**
 * How many bytes the character at `p` has (its first byte is not ASCII): 0 where it is cut off by `to`, the negated
 * number of bytes to pass over where it is ill-formed.
 */
function characterLength(bytes: Uint8Array, p: number, to: number): number {
  const c = bytes[p]!;
  const length = c >= 0xc2 && c < 0xe0 ? 2 : c >= 0xe0 && c < 0xf0 ? 3 : c >= 0xf0 && c < 0xf5 ? 4 : 0;
  if (length === 0) return -1;
  for (let k = 1; k < length; k++) {
    if (p + k >= to) return 0;
    const next = bytes[p + k]!;
    // The second byte's range shuts out overlong forms, surrogates and what lies past U+10FFFF.
    const low = k > 1 ? 0x80 : c === 0xe0 ? 0xa0 : c === 0xf0 ? 0x90 : 0x80;
    const high = k > 1 ? 0xbf : c === 0xed ? 0x9f : c === 0xf4 ? 0x8f : 0xbf;
    if (next < low || next > high) return -k;
  }
  return length;
}

/** Writes a well-formed character as UTF-16; answers where the next one goes. */
function putCharacter(units: Uint16Array, q: number, bytes: Uint8Array, p: number, length: number): number {
  let code = bytes[p]! & (length === 2 ? 0x1f : length === 3 ? 0x0f : 0x07);
  for (let k = 1; k < length; k++) code = (code << 6) | (bytes[p + k]! & 0x3f);
  if (code < 0x10000) {
    units[q] = code;
    return q + 1;
  }
  units[q] = 0xd800 + ((code - 0x10000) >> 10);
  units[q + 1] = 0xdc00 + (code & 0x3ff);
  return q + 2;
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const ENTITY = /&(?:#x([0-9A-Fa-f]{1,8})|#([0-9]{1,10})|([a-z]{2,4}));/g;

/** What raw XML text means: line ends normalised, entities resolved, then the spreadsheet's own _xHHHH_ escapes. */
export function decodeXmlText(raw: string): string {
  const text = raw.replace(/\r\n?/g, '\n').replace(ENTITY, (entity, hex?: string, dec?: string, name?: string) => {
    if (name !== undefined) return NAMED[name] ?? entity;
    const code = hex === undefined ? Number(dec) : parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  });
  return decodeEscapes(text);
}

/** `_x000D_` is a carriage return, `_x005F_` an underscore that protects what follows. */
export const decodeEscapes = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    : text;
