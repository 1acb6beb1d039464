import { createScanner, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
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
  readonly kind: 'string' | 'number' | 'boolean' | 'null';
  readonly offset: number;
  readonly value: string | number | boolean | null;
}

/** Deeper than any pack file nests; the parser recurses, so this is held before it starts. */
const DEEPEST = 100;
const MOST_SYNTAX_ERRORS = 10;

/** Keys that mean something to JavaScript objects: never a key of a pack. */
const FORBIDDEN: ReadonlySet<string> = new Set(['prototype', ...Object.getOwnPropertyNames(Object.prototype)]);

const OPEN_BRACE = 1;
const CLOSE_BRACE = 2;
const OPEN_BRACKET = 3;
const CLOSE_BRACKET = 4;
const COMMA = 5;
const LINE_COMMENT = 12;
const BLOCK_COMMENT = 13;
const LINE_BREAK = 14;
const TRIVIA = 15;
const END = 17;

/** Parses strict JSON (no comments, no trailing commas, no key twice, no `__proto__`-like key); null where refused. */
export function parseStrictJson(source: SourceText, report: Report): JsonNode | null {
  if (!withinLimits(source, report)) return null;
  const errors: ParseError[] = [];
  const tree = parseTree(source.text, errors, { disallowComments: true, allowTrailingComma: false });
  if (errors.length > 0 || !tree) {
    for (const error of errors.slice(0, MOST_SYNTAX_ERRORS)) {
      const near = excerpt(source.text.slice(error.offset, error.offset + Math.max(1, Math.min(error.length, 20))));
      report.add('rules-json-syntax', { detail: printParseErrorCode(error.error), near }, source.place(error.offset));
    }
    return null;
  }
  return convert(tree, source, report);
}

/** Scans the tokens once: comments and trailing commas get their own words, and depth is held. */
function withinLimits(source: SourceText, report: Report): boolean {
  const scanner = createScanner(source.text, false);
  let depth = 0;
  let sound = true;
  let commaAt = -1;
  for (let token: number = scanner.scan(); token !== END; token = scanner.scan()) {
    if (token === TRIVIA || token === LINE_BREAK) continue;
    const at = scanner.getTokenOffset();
    if (token === LINE_COMMENT || token === BLOCK_COMMENT) {
      report.add('rules-json-comment', {}, source.place(at));
      sound = false;
      continue;
    }
    if ((token === CLOSE_BRACE || token === CLOSE_BRACKET) && commaAt >= 0) {
      report.add('rules-json-trailing-comma', {}, source.place(commaAt));
      sound = false;
    }
    commaAt = token === COMMA ? at : -1;
    if (token === OPEN_BRACE || token === OPEN_BRACKET) depth++;
    if (token === CLOSE_BRACE || token === CLOSE_BRACKET) depth--;
    if (depth > DEEPEST) {
      report.add('rules-too-deep', { limit: DEEPEST }, source.place(at));
      return false;
    }
  }
  return sound;
}

function convert(node: Node, source: SourceText, report: Report): JsonNode {
  if (node.type === 'array') {
    const items = (node.children ?? []).map((child) => convert(child, source, report));
    return { kind: 'array', offset: node.offset, items };
  }
  if (node.type !== 'object') {
    const value = node.value as string | number | boolean | null;
    return { kind: node.type as JsonScalar['kind'], offset: node.offset, value };
  }
  const members = new Map<string, Member>();
  for (const property of node.children ?? []) {
    const [keyNode, valueNode] = property.children ?? [];
    if (!keyNode || !valueNode) continue;
    const key = String(keyNode.value);
    if (FORBIDDEN.has(key)) report.add('rules-key-forbidden', { key }, source.place(keyNode.offset));
    else if (members.has(key)) report.add('rules-key-twice', { key: excerpt(key) }, source.place(keyNode.offset));
    else members.set(key, { offset: keyNode.offset, value: convert(valueNode, source, report) });
  }
  return { kind: 'object', offset: node.offset, members };
}

/** The kind of a node in words that `text/zh-CN` knows. */
export const kindOf = (node: JsonNode): string => node.kind;
