import { AFTER_LAST, ALONE, createPairTable } from '../words/pairTable';
import { clauseEnd } from './passage';

/** A word of a lexicon found in a text: which one, and where (end exclusive, of its last part). */
export interface WordHit {
  /** Index into the words the scan was made from. */
  readonly word: number;
  readonly start: number;
  readonly end: number;
  /** Where its first part ends: from here to `lastPart` stands what `…` stood for. */
  readonly headEnd: number;
  /** Where its last part starts; `headEnd` where it has one part only. */
  readonly lastPart: number;
}

/** Finds all words of a list in a text in one pass. */
export interface WordScan {
  readonly words: readonly string[];
  /** What each word begins with: a text with none of these holds none of the words. */
  readonly heads: readonly string[];
  /** Every occurrence, in order of position; a word inside a longer one that is found at the same place is left out. */
  find(text: string): readonly WordHit[];
}

/** A word by one spelling of its first part; the parts after it, each with its alternatives, follow in the clause. */
interface Pattern {
  readonly word: number;
  readonly head: string;
  readonly rest: readonly (readonly string[])[];
}

/** How many characters `…` may stand for; it never reaches past the clause. */
const LONGEST_GAP = 24;
/** No part after `…` is longer. */
const LONGEST_PART = 12;
const NO_HITS: readonly WordHit[] = [];

/**
 * Makes one scan for many words, stepping through a text by pairs of characters. In a word `…` stands for up to
 * 24 characters of the same clause and `|` for alternatives: `携带|怀揣…汽油|菜刀`.
 */
export function createWordScan(words: readonly string[]): WordScan {
  const patterns: [string, Pattern][] = [];
  words.forEach((word, index) => {
    const parts = word
      .split('…')
      .map((part) => part.split('|').filter((spelling) => spelling !== ''))
      .filter((spellings) => spellings.length > 0);
    for (const head of parts[0] ?? []) patterns.push([head, { word: index, head, rest: parts.slice(1) }]);
  });
  const table = createPairTable(patterns);
  const { near } = table;
  const heads = [...new Set(patterns.map(([head]) => head))];

  return {
    words,
    heads,
    find(text) {
      let found: WordHit[] | null = null;
      let end = -1;
      const last = text.length - 1;
      let next = text.charCodeAt(0);
      let is = last < 0 ? 0 : (near[next] as number);
      for (let at = 0; at <= last; at++) {
        const code = next;
        const follows = is;
        next = at < last ? text.charCodeAt(at + 1) : -1;
        is = next < 0 ? AFTER_LAST : (near[next] as number);
        if ((follows & (is >>> 8)) === 0) continue;
        const pairs = next < 0 ? undefined : table.pair(code, next);
        const singles = (follows & ALONE) === 0 ? undefined : table.single(code);
        if (pairs === undefined && singles === undefined) continue;
        found ??= [];
        if (end < at) end = clauseEnd(text, at);
        if (pairs !== undefined) collect(text, at, end, pairs, found);
        if (singles !== undefined) collect(text, at, end, singles, found);
      }
      return found === null || found.length === 0 ? NO_HITS : longestOnly(found);
    },
  };
}

function collect(text: string, at: number, clauseEnd: number, patterns: readonly Pattern[], found: WordHit[]): void {
  for (const { word, head, rest } of patterns) {
    if (!text.startsWith(head, at)) continue;
    const headEnd = at + head.length;
    if (rest.length === 0) {
      found.push({ word, start: at, end: headEnd, headEnd, lastPart: headEnd });
      continue;
    }
    const tail = endOfRest(text, headEnd, clauseEnd, rest, 0);
    if (tail !== null) found.push({ word, start: at, end: tail.end, headEnd, lastPart: tail.lastPart });
  }
}

/** Where the last part stands when the parts from `index` on follow after `from` in the clause; null where they don't. */
function endOfRest(
  text: string,
  from: number,
  clauseEnd: number,
  rest: readonly (readonly string[])[],
  index: number,
): { readonly lastPart: number; readonly end: number } | null {
  const reach = Math.min(clauseEnd, from + LONGEST_GAP + LONGEST_PART);
  if (reach <= from) return null;
  const stretch = text.slice(from, reach);
  for (const spelling of rest[index] ?? []) {
    const gap = stretch.indexOf(spelling);
    if (gap < 0 || gap > LONGEST_GAP) continue;
    const end = from + gap + spelling.length;
    if (index === rest.length - 1) return { lastPart: from + gap, end };
    const tail = endOfRest(text, end, clauseEnd, rest, index + 1);
    if (tail !== null) return tail;
  }
  return null;
}

/** Drops hits that lie wholly inside another one (不符合条件 hides 符合条件). */
function longestOnly(hits: readonly WordHit[]): readonly WordHit[] {
  if (hits.length === 1) return hits;
  return hits.filter(
    (hit, i) =>
      !hits.some(
        (other, j) =>
          j !== i &&
          other.start <= hit.start &&
          other.end >= hit.end &&
          (other.end - other.start > hit.end - hit.start || j < i),
      ),
  );
}
