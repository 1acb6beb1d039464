import { damaged, tooMuch } from './fault';

const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const COLON = 0x3a;
const EQUALS = 0x3d;
const MAX_ATTRIBUTES = 256;

const enum Inside {
  content,
  comment,
  cdata,
  instruction,
}

/**
 * A scanner of XML over UTF-8 bytes, fed piece by piece: no string is made for markup. Tags reach the subclass whole,
 * texts in as many runs as the pieces cut them into. Positions are into `bytes` and hold during the call only.
 *
 * It is made for parts that programs write: it checks what it needs (tags close, quotes match, depth comes back
 * to 0), not that names of closing tags match. DOCTYPE is refused. A NUL stands behind the last byte, so that no
 * inner loop has to look for the end.
 */
export abstract class ByteScanner {
  protected bytes = new Uint8Array(512 * 1024);
  /** Name start, name end, value start, value end of each attribute of the tag being opened. */
  protected readonly attributes = new Int32Array(MAX_ATTRIBUTES * 4);
  protected attributeCount = 0;
  /** How many elements are open; in `open` and `close` the element itself is not counted. */
  protected depth = 0;
  /** Whether the text that follows is wanted; the subclass turns it on and off. */
  protected collecting = false;

  private length = 0;
  private position = 0;
  private inside: Inside = Inside.content;
  private worthTrying = 0;
  private sawRoot = false;

  constructor(
    protected readonly part: string,
    private readonly maxToken: number,
  ) {}

  /** `self`: the tag closes itself; no `close` follows. Names are local: the prefix is left out. */
  protected abstract open(name: number, nameEnd: number, self: boolean): void;
  protected abstract close(name: number, nameEnd: number): void;
  /**
   * Raw text from `start`, entities as they stand; only while `collecting`. Answers where it stopped: at the next `<`,
   * at a NUL, or at a character that the end of the bytes cuts in two.
   */
  protected abstract text(start: number, end: number): number;
  /** Text from a CDATA section, no entities in it; answers where it stopped. */
  protected abstract cdata(start: number, end: number): number;

  /** At this depth `quick` is tried on every tag. */
  protected readonly quickDepth: number = -1;

  /**
   * A short cut for the one form of element that makes up nearly all of a part: takes the whole element at `p` (its `<`)
   * and answers where it ends, or -1, having changed nothing, where it is not of that form or not all there.
   */
  protected quick(_p: number): number {
    return -1;
  }

  /** Scans as much of what has come as is whole. */
  push(piece: Uint8Array): void {
    const rest = this.length - this.position;
    if (rest > this.maxToken) throw tooMuch('token', this.part);
    if (rest + piece.length + 1 > this.bytes.length) {
      const bytes = new Uint8Array((rest + piece.length) * 2 + 1);
      bytes.set(this.bytes.subarray(this.position, this.length));
      this.bytes = bytes;
    } else if (this.position > 0) this.bytes.copyWithin(0, this.position, this.length);
    this.bytes.set(piece, rest);
    this.position = 0;
    this.length = rest + piece.length;
    this.bytes[this.length] = 0;
    // A long token cut into many pieces is looked at again only once it has doubled: linear, not quadratic.
    if (this.length < this.worthTrying) return;
    this.scan();
    this.worthTrying = (this.length - this.position) * 2;
  }

  /** Scans what is left and checks that the document is complete. */
  end(): void {
    this.scan();
    const complete = this.position === this.length && this.inside === Inside.content && this.depth === 0;
    if (!complete || !this.sawRoot) throw this.broken();
  }

  protected broken(): Error {
    return damaged('xml', this.part);
  }

  /** The value of an attribute of the tag being opened as a position in `attributes` (see there), or -1. */
  protected attribute(name: string): number {
    const { bytes, attributes } = this;
    next: for (let i = 0; i < this.attributeCount * 4; i += 4) {
      const start = attributes[i]!;
      if (attributes[i + 1]! - start !== name.length) continue;
      for (let k = 0; k < name.length; k++) if (bytes[start + k] !== name.charCodeAt(k)) continue next;
      return i;
    }
    return -1;
  }

  /** The value of an attribute as ASCII text, or null. */
  protected attributeText(name: string): string | null {
    const i = this.attribute(name);
    return i < 0 ? null : this.ascii(this.attributes[i + 2]!, this.attributes[i + 3]!);
  }

  /** Whether an attribute holds XML Schema's true. */
  protected attributeFlag(name: string): boolean {
    const value = this.attributeText(name);
    return value === '1' || value === 'true' || value === 'on';
  }

  protected ascii(start: number, end: number): string {
    let text = '';
    for (let p = start; p < end; p++) text += String.fromCharCode(this.bytes[p]!);
    return text;
  }

  /** Whether the bytes of a name are these. */
  protected named(start: number, end: number, name: string): boolean {
    if (end - start !== name.length) return false;
    for (let k = 0; k < name.length; k++) if (this.bytes[start + k] !== name.charCodeAt(k)) return false;
    return true;
  }

  private scan(): void {
    while (this.position < this.length) {
      const before = this.position;
      switch (this.inside) {
        case Inside.content:
          this.scanContent();
          break;
        case Inside.comment:
          this.skipTo('-->');
          break;
        case Inside.instruction:
          this.skipTo('?>');
          break;
        case Inside.cdata:
          this.scanCdata();
          break;
      }
      if (this.position === before) return;
    }
  }

  /** Tags and texts, until the bytes run out in the middle of one or a comment, CDATA or instruction begins. */
  private scanContent(): void {
    const bytes = this.bytes;
    const length = this.length;
    let p = this.position;
    for (;;) {
      if (bytes[p] !== LT) {
        if (this.collecting) p = this.text(p, length);
        else p = this.skipText(p);
        this.position = p;
        if (p >= length) return;
        if (bytes[p] === 0) throw this.broken();
        // A character cut in two by the end of what has come.
        if (bytes[p] !== LT) return;
      }
      if (this.depth === this.quickDepth) {
        const next = this.quick(p);
        if (next >= 0) {
          p = next;
          this.position = p;
          continue;
        }
      }
      const c = bytes[p + 1]!;
      if (c === SLASH) {
        p = this.scanClose(p + 2);
      } else if (c === 0x21 || c === 0x3f) {
        this.enter(p, c);
        return;
      } else {
        p = this.scanOpen(p + 1);
      }
      if (p < 0) return;
      this.position = p;
    }
  }

  private skipText(p: number): number {
    const bytes = this.bytes;
    let c = bytes[p]!;
    while (c !== LT && c !== 0) c = bytes[++p]!;
    return p;
  }

  /** Past a closing tag whose name starts at `p`, or -1 where its end has not come yet. */
  private scanClose(p: number): number {
    const bytes = this.bytes;
    let name = p;
    let c = bytes[p]!;
    while (c > 0x20 && c !== GT) {
      if (c === COLON) name = p + 1;
      c = bytes[++p]!;
    }
    const nameEnd = p;
    while (isSpace(c)) c = bytes[++p]!;
    if (c !== GT) return this.cutOff(p);
    if (--this.depth < 0) throw this.broken();
    this.close(name, nameEnd);
    return p + 1;
  }

  /** Past an opening tag whose name starts at `p`, or -1 where its end has not come yet. */
  private scanOpen(p: number): number {
    const bytes = this.bytes;
    const attributes = this.attributes;
    let name = p;
    let c = bytes[p]!;
    while (c > 0x20 && c !== GT && c !== SLASH) {
      if (c === COLON) name = p + 1;
      c = bytes[++p]!;
    }
    const nameEnd = p;
    let count = 0;
    for (;;) {
      while (isSpace(c)) c = bytes[++p]!;
      if (c === GT || c === SLASH) break;
      const attribute = p;
      while (c > 0x20 && c !== EQUALS && c !== GT) c = bytes[++p]!;
      const attributeEnd = p;
      while (isSpace(c)) c = bytes[++p]!;
      if (c !== EQUALS) return this.cutOff(p);
      c = bytes[++p]!;
      while (isSpace(c)) c = bytes[++p]!;
      const quote = c;
      if (quote !== 0x22 && quote !== 0x27) return this.cutOff(p);
      const value = p + 1;
      do c = bytes[++p]!;
      while (c !== quote && c !== 0);
      if (c === 0) return this.cutOff(p);
      if (count === MAX_ATTRIBUTES * 4) throw this.broken();
      attributes[count++] = attribute;
      attributes[count++] = attributeEnd;
      attributes[count++] = value;
      attributes[count++] = p;
      c = bytes[++p]!;
    }
    const self = c === SLASH;
    if (self && bytes[++p] !== GT) return this.cutOff(p);
    if (nameEnd === name) throw this.broken();
    this.attributeCount = count >> 2;
    if (this.depth === 0) {
      if (this.sawRoot) throw this.broken();
      this.sawRoot = true;
    }
    this.open(name, nameEnd, self);
    if (!self) this.depth++;
    return p + 1;
  }

  /** Where a tag stops short: -1 (wait for more) at the end of what has come, a fault before it. */
  private cutOff(p: number): number {
    if (p < this.length) throw this.broken();
    return -1;
  }

  /** Begins a comment, a CDATA section or an instruction at `p`, once enough has come to tell which. */
  private enter(p: number, c: number): void {
    if (c === 0x3f) {
      this.inside = Inside.instruction;
      this.position = p + 2;
    } else if (this.startsAt(p, '<!--')) {
      this.inside = Inside.comment;
      this.position = p + 4;
    } else if (this.startsAt(p, '<![CDATA[')) {
      this.inside = Inside.cdata;
      this.position = p + 9;
    } else if (this.length - p >= 9) throw this.broken();
  }

  private startsAt(p: number, text: string): boolean {
    return this.named(p, Math.min(p + text.length, this.length), text);
  }

  private skipTo(end: string): void {
    const at = this.find(end);
    if (at < 0) {
      this.position = Math.max(this.position, this.length - end.length + 1);
    } else {
      this.position = at + end.length;
      this.inside = Inside.content;
    }
  }

  private scanCdata(): void {
    const start = this.position;
    const at = this.find(']]>');
    const end = at < 0 ? Math.max(start, this.length - 2) : at;
    const reached = end > start && this.collecting ? this.cdata(start, end) : end;
    this.position = at < 0 ? reached : at + 3;
    if (at >= 0) this.inside = Inside.content;
  }

  private find(text: string): number {
    for (let p = this.position; p + text.length <= this.length; p++) if (this.startsAt(p, text)) return p;
    return -1;
  }
}

const isSpace = (c: number): boolean => c === 0x20 || c === 0x0a || c === 0x0d || c === 0x09;
