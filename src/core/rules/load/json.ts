import { JsonSyntax, type JsonSlip } from './jsonSyntax';
import { excerpt, type Report, type SourceText } from './report';

/** JSON with the position of everything in it, which is what a refusal needs. */
export type JsonNode = JsonObject | JsonArray | JsonScalar;
export interface JsonObject {
  readonly kind: 'object';
  readonly offset: number;
  readonly members: ReadonlyMap<string, Member>;
}
export interface Member {
  /** Of the key. */
  readonly offset: number;
  readonly value: JsonNode;
}
export interface JsonArray {
  readonly kind: 'array';
  readonly offset: number;
  readonly items: readonly JsonNode[];
}
export interface JsonScalar {
  /** `invalid`: something that is no JSON value stands there; it has been told. */
  readonly kind: 'string' | 'number' | 'boolean' | 'null' | 'invalid';
  readonly offset: number;
  readonly value: string | number | boolean | null;
}

/** Deeper than any pack file nests; the parser recurses, so this is held while it runs. */
export const DEEPEST = 100;

/** Keys that mean something to JavaScript objects: never a key of a pack. */
const FORBIDDEN: ReadonlySet<string> = new Set(['prototype', ...Object.getOwnPropertyNames(Object.prototype)]);

/** Thrown where the rest of a file can't be read; its slip has been told. */
class Unreadable extends Error {}

/**
 * Parses strict JSON: no comments, no trailing commas, no key twice, no `__proto__`-like key. A slip that leaves no
 * doubt about what was meant (a comma too many, a full-width colon) is told and read as meant, so that the other
 * mistakes of the file are told too; null where the rest of the file can't be made sense of.
 */
export function parseStrictJson(source: SourceText, report: Report): JsonNode | null {
  const syntax = new JsonSyntax(source.text, (slip) => tell(slip, source, report));
  try {
    return new JsonParser(syntax, source, report).file();
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}

/** Notes a slip; no more of a file is read than of which slips are told. */
function tell({ offset, code, params }: JsonSlip, source: SourceText, report: Report): void {
  report.add(code, params, source.place(offset));
  if (report.isFull(source.file)) throw new Unreadable();
}

const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const COMMA = 0x2c;
const COLON = 0x3a;
const QUOTE = 0x22;
const END = -1;

class JsonParser {
  private depth = 0;

  constructor(
    private readonly syntax: JsonSyntax,
    private readonly source: SourceText,
    private readonly report: Report,
  ) {}

  file(): JsonNode {
    if (this.syntax.next() === END) this.stop('rules-json-empty', {}, 0);
    const node = this.value();
    if (this.syntax.next() !== END) this.stop('rules-json-extra', { near: this.near() });
    return node;
  }

  private value(): JsonNode {
    const { syntax } = this;
    const first = syntax.next();
    const offset = syntax.at;
    if (first === QUOTE) return { kind: 'string', offset, value: this.text() };
    if (first === OPEN_BRACE) return this.object(offset);
    if (first === OPEN_BRACKET) return this.array(offset);
    const scalar = syntax.scalar();
    if (scalar === undefined) return this.noValue(offset);
    const kind = scalar === null ? 'null' : typeof scalar === 'number' ? 'number' : 'boolean';
    return { kind, offset, value: scalar };
  }

  private noValue(offset: number): JsonNode {
    const near = this.near();
    // `error"`: the quote that is left over would start a text that is none.
    const runsOn = /^[^\s,:{}[\]"]+"/.test(this.source.text.slice(offset, offset + 80));
    if (runsOn || !this.syntax.skipWord()) this.stop('rules-json-value-expected', { near }, offset);
    this.refuse('rules-json-value-expected', { near }, offset);
    // Only a word that stands where a whole value would leaves no doubt about what follows.
    if (![COMMA, CLOSE_BRACE, CLOSE_BRACKET].includes(this.syntax.next())) throw new Unreadable();
    return { kind: 'invalid', offset, value: null };
  }

  private text(): string {
    const text = this.syntax.text();
    if (text === null) throw new Unreadable();
    return text;
  }

  private array(offset: number): JsonArray {
    this.enter(offset);
    const { syntax, source } = this;
    const items: JsonNode[] = [];
    while (this.more(CLOSE_BRACKET, items.length > 0, offset)) {
      items.push(this.value());
      for (let at = syntax.simpleItem(); at >= 0; at = syntax.simpleItem())
        items.push({ kind: 'string', offset: at, value: source.text.slice(at + 1, syntax.at - 1) });
    }
    this.depth--;
    return { kind: 'array', offset, items };
  }

  private object(offset: number): JsonObject {
    this.enter(offset);
    const { syntax, source } = this;
    const members = new Map<string, Member>();
    let any = false;
    for (;;) {
      let at = syntax.simpleKey(!any);
      let key = at < 0 ? '' : source.text.slice(at + 1, syntax.at - 2);
      if (at < 0) {
        if (!this.more(CLOSE_BRACE, any, offset)) break;
        if (syntax.next() !== QUOTE) this.stop('rules-json-key-expected', { near: this.near() });
        at = syntax.at;
        key = this.text();
        this.colon(at, key);
      }
      any = true;
      const value = this.value();
      if (FORBIDDEN.has(key)) this.refuse('rules-key-forbidden', { key }, at);
      else if (members.has(key)) this.refuse('rules-key-twice', { key: excerpt(key) }, at);
      else members.set(key, { offset: at, value });
    }
    this.depth--;
    return { kind: 'object', offset, members };
  }

  private enter(offset: number): void {
    if (++this.depth > DEEPEST) this.stop('rules-too-deep', { limit: DEEPEST }, offset);
    this.syntax.at++;
  }

  /** Whether another item follows; eats the comma before it, or the closing bracket. */
  private more(closer: number, any: boolean, opened: number): boolean {
    const { syntax } = this;
    const end = syntax.at;
    let next = syntax.next();
    const commaAt = syntax.at;
    const comma = next === COMMA;
    if (comma) {
      syntax.at++;
      next = syntax.next();
      if (next === COMMA || !any) this.refuse('rules-json-comma-extra', {}, any ? syntax.at : commaAt);
      while (next === COMMA) {
        syntax.at++;
        next = syntax.next();
      }
    }
    if (next === closer) {
      if (comma) this.refuse('rules-json-trailing-comma', {}, commaAt);
      syntax.at++;
      return false;
    }
    const open = closer === CLOSE_BRACE ? '{' : '[';
    if (next === END)
      this.stop('rules-json-unclosed', { open, close: String.fromCharCode(closer), line: this.lineOf(opened) }, opened);
    if (next === CLOSE_BRACE || next === CLOSE_BRACKET)
      this.stop('rules-json-closer', {
        close: String.fromCharCode(closer),
        found: this.near(),
        line: this.lineOf(opened),
        open,
      });
    if (any && !comma) {
      // The comma belongs right behind what stands before; what follows must look like an item, or nothing is sure.
      const plausible = closer === CLOSE_BRACE ? next === QUOTE : syntax.startsValue();
      if (!plausible) this.stop('rules-json-comma-missing', { near: this.near() });
      this.refuse('rules-json-comma-missing', { near: this.near() }, end);
    }
    return true;
  }

  private colon(keyAt: number, key: string): void {
    const { syntax } = this;
    const end = syntax.at;
    if (syntax.next() === COLON) {
      syntax.at++;
      return;
    }
    // `"name”: "overdue"`: the key ran on to the next quote.
    const quote = /[“”]/.exec(this.source.text.slice(keyAt, end));
    if (quote) this.stop('rules-json-fullwidth', { found: quote[0], wanted: '"' }, keyAt + quote.index);
    if (syntax.startsValue()) this.refuse('rules-json-colon-missing', { key: excerpt(key) }, end);
    else this.stop('rules-json-colon-missing', { key: excerpt(key) }, end);
  }

  private near(): string {
    return this.syntax.near();
  }

  private lineOf(offset: number): number {
    return this.source.place(offset).line;
  }

  private refuse(code: string, params: JsonSlip['params'], offset: number): void {
    tell({ offset, code, params }, this.source, this.report);
  }

  private stop(code: string, params: JsonSlip['params'], offset = this.syntax.at): never {
    this.refuse(code, params, offset);
    throw new Unreadable();
  }
}

/** The kind of a node in words that `text/zh-CN` knows. */
export const kindOf = (node: JsonNode): string => node.kind;
