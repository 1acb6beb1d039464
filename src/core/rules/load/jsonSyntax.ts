/** A slip in the writing of JSON, by its offset. */
export interface JsonSlip {
  readonly offset: number;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** What a Chinese keyboard puts in the place of JSON's own signs. */
const FULL_WIDTH: Readonly<Record<string, string>> = {
  '，': ',',
  '、': ',',
  '：': ':',
  '“': '"',
  '”': '"',
  '＂': '"',
  '「': '"',
  '｛': '{',
  '｝': '}',
  '［': '[',
  '【': '[',
  '］': ']',
  '】': ']',
};
const CLOSING_QUOTES: Readonly<Record<string, string>> = { '“': '”', '”': '”', '＂': '＂', '「': '」', "'": "'" };

const SPACE = /[ \t\r\n]*/y;
/** Blanks that JSON does not know: nbsp, full-width, zero-width ones and a byte order mark. */
const ODD_SPACE = /[\u00a0\u3000\u200b-\u200d\u2028\u2029\ufeff]+/y;
const COMMENT = /\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)|#[^\n]*/y;
/** A text without escapes, as nearly all are; the same as the next item of a list, and as a key, the first or the next. */
const SIMPLE = /"[^"\\\u0000-\u001f]*"/y;
const NEXT_ITEM = /,[ \t\r\n]*"[^"\\\u0000-\u001f]*"/y;
const FIRST_KEY = /[ \t\r\n]*"[^"\\\u0000-\u001f]*":/y;
const NEXT_KEY = /,[ \t\r\n]*"[^"\\\u0000-\u001f]*":/y;
/** What a text holds up to its end, an escape, or what may not stand in it. */
const PLAIN = /[^"\\\u0000-\u001f]*/y;
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const WORD = /[^\s,:{}[\]"，：“”]+/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const ESCAPED: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };
const WORDS: ReadonlyMap<string, boolean | null> = new Map<string, boolean | null>([
  ['true', true],
  ['false', false],
  ['null', null],
]);
const LONGEST_NEAR = 12;

/** The signs of a JSON text one by one; slips of the keyboard are told once each and read as they were meant. */
export class JsonSyntax {
  at = 0;
  /** Offsets of full-width signs that were told already: one sign may be looked at more than once. */
  private readonly told = new Set<number>();

  constructor(
    private readonly source: string,
    private readonly tell: (slip: JsonSlip) => void,
  ) {}

  /** The code of the sign that follows blanks and comments (a full-width sign counts as the one meant); -1 at the end. */
  next(): number {
    const { source } = this;
    const here = source.charCodeAt(this.at);
    // Most signs follow one another without a blank; NaN, at the end, is no such sign.
    if (here > 0x20 && here <= 0x7e && here !== 0x2f && here !== 0x23 && here !== 0x27) return here;
    for (;;) {
      SPACE.lastIndex = this.at;
      SPACE.test(source);
      this.at = SPACE.lastIndex;
      if (this.at >= source.length) return -1;
      const code = source.charCodeAt(this.at);
      if (code > 0x7e || code === 0x2f || code === 0x23 || code === 0x27) {
        if (this.skipped(ODD_SPACE, 'rules-json-odd-space') || this.skipped(COMMENT, 'rules-json-comment')) continue;
        return this.meant(code);
      }
      return code;
    }
  }

  private meant(code: number): number {
    const found = String.fromCharCode(code);
    const wanted = found === "'" ? '"' : FULL_WIDTH[found];
    if (wanted === undefined) return code;
    if (!this.told.has(this.at)) {
      if (found === "'") this.slip('rules-json-single-quote', {});
      else this.slip('rules-json-fullwidth', { found, wanted });
    }
    this.told.add(this.at);
    return wanted.charCodeAt(0);
  }

  private skipped(pattern: RegExp, code: string): boolean {
    pattern.lastIndex = this.at;
    if (!pattern.test(this.source)) return false;
    this.slip(code, {});
    this.at = pattern.lastIndex;
    return true;
  }

  /** The text that starts here, past its closing quote; null where it is not closed on its line. */
  text(): string | null {
    const start = this.at;
    SIMPLE.lastIndex = start;
    if (SIMPLE.test(this.source)) {
      this.at = SIMPLE.lastIndex;
      return this.source.slice(start + 1, this.at - 1);
    }
    const closing = CLOSING_QUOTES[this.source.charAt(start)];
    if (closing !== undefined) return this.oddlyQuoted(closing);
    this.at++;
    let text = this.plain();
    for (;;) {
      const code = this.source.charCodeAt(this.at);
      if (code === 0x22) {
        this.at++;
        return text;
      }
      if (code === 0x5c) text += this.escaped();
      else if (code === 0x09) {
        this.slip('rules-json-control', {});
        text += this.source.charAt(this.at++);
      } else {
        this.slip('rules-json-text-open', { near: this.near(start) }, start);
        return null;
      }
      text += this.plain();
    }
  }

  /**
   * The offset of the text that is the next item of a list, read past it, where it is written without any oddity; -1
   * where it is not, with nothing read. A pack is loaded once in a process, and goes through here ten thousand times.
   */
  simpleItem(): number {
    return this.simple(NEXT_ITEM);
  }

  /** Likewise the key that comes next in an object, read past its colon. */
  simpleKey(isFirst: boolean): number {
    return this.simple(isFirst ? FIRST_KEY : NEXT_KEY);
  }

  private simple(pattern: RegExp): number {
    pattern.lastIndex = this.at;
    if (!pattern.test(this.source)) return -1;
    const from = this.source.indexOf('"', this.at);
    this.at = pattern.lastIndex;
    return from;
  }

  private plain(): string {
    PLAIN.lastIndex = this.at;
    PLAIN.test(this.source);
    const from = this.at;
    this.at = PLAIN.lastIndex;
    return this.source.slice(from, this.at);
  }

  private escaped(): string {
    ESCAPE.lastIndex = this.at;
    const from = this.at;
    const letter = this.source.charAt(from + 1);
    if (ESCAPE.test(this.source)) {
      this.at = ESCAPE.lastIndex;
      if (letter === 'u') return String.fromCharCode(parseInt(this.source.slice(from + 2, this.at), 16));
      return ESCAPED[letter] ?? letter;
    }
    if (letter >= ' ') this.slip('rules-json-escape', { found: `\\${letter}` });
    this.at = letter < ' ' ? from + 1 : from + 2;
    return `\\${letter}`;
  }

  private oddlyQuoted(closing: string): string | null {
    const from = this.at + 1;
    const line = /[^\r\n]*/y;
    line.lastIndex = from;
    const rest = line.exec(this.source)?.[0] ?? '';
    const length = rest.search(new RegExp(`[${closing}"]`));
    if (length < 0) return null;
    this.at = from + length + 1;
    return rest.slice(0, length);
  }

  /** The number, true, false or null that stands here; undefined where none does, told where it nearly does. */
  scalar(): number | boolean | null | undefined {
    const { source } = this;
    WORD.lastIndex = this.at;
    const word = WORD.exec(source)?.[0];
    if (word === undefined) return undefined;
    const named = WORDS.get(word);
    NUMBER.lastIndex = this.at;
    const number = named === undefined && NUMBER.test(source) ? NUMBER.lastIndex - this.at : 0;
    if (named === undefined && number !== word.length) return undefined;
    this.at += word.length;
    return named === undefined ? Number(word) : named;
  }

  /** Goes past a word that is no value (True, 3天), so that what follows it can be read; false where there is none. */
  skipWord(): boolean {
    WORD.lastIndex = this.at;
    if (!WORD.test(this.source)) return false;
    this.at = WORD.lastIndex;
    return true;
  }

  /** Whether what follows could be a value or a key. */
  startsValue(): boolean {
    const code = this.next();
    if (code === 0x22 || code === 0x7b || code === 0x5b) return true;
    const from = this.at;
    const found = this.scalar() !== undefined;
    this.at = from;
    return found;
  }

  /** What stands here, as much of it as a message can quote. */
  near(from = this.at): string {
    // A text is quoted without its quotes: sentences put their own round it.
    WORD.lastIndex = this.source.charAt(from) === '"' ? from + 1 : from;
    const word = WORD.exec(this.source)?.[0] ?? this.source.charAt(from);
    return word.length <= LONGEST_NEAR ? word : `${word.slice(0, LONGEST_NEAR)}…`;
  }

  private slip(code: string, params: JsonSlip['params'], offset = this.at): void {
    this.tell({ offset, code, params });
  }
}
