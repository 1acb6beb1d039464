/**
 * A text made ready to be read clause by clause: blanks gone, what stands in quotation marks or book-title marks
 * blotted out (a quoted word is what somebody said or what a paper is called, not what happened).
 */
export interface Passage {
  /** Without blanks; line breaks kept as sentence ends. */
  readonly text: string;
  /** `text` with quoted characters blotted out, character for character. */
  readonly unquoted: string;
}

/** A stretch of a passage, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const BLANKS = /[^\S\n]+/g;
const HAS_BLANKS = /[^\S\n]|\r/;
const QUOTED =
  /“[^“”\n]{0,80}”|‘[^‘’\n]{0,80}’|「[^「」\n]{0,80}」|『[^『』\n]{0,80}』|《[^《》\n]{0,60}》|"[^"\n]{0,80}"/g;
const HAS_QUOTES = /[“‘「『《"]/;
const CLAUSE_ENDS = new Set('，,。！？!?；;：:\n');
const SENTENCE_ENDS = new Set('。！？!?；;\n');
const BLOT = '\u25A1';

/** Prepares a cell's text for reading. */
export function passageOf(raw: string): Passage {
  const text = HAS_BLANKS.test(raw) ? raw.replace(BLANKS, '') : raw;
  if (!HAS_QUOTES.test(text)) return { text, unquoted: text };
  return { text, unquoted: text.replace(QUOTED, (quoted) => BLOT.repeat(quoted.length)) };
}

/** The clause (between commas, stops, colons or line breaks) that holds position `at`. */
export const clauseAt = (text: string, at: number): Span => spanAt(text, at, CLAUSE_ENDS);

/** The sentence (between stops, semicolons or line breaks) that holds position `at`. */
export const sentenceAt = (text: string, at: number): Span => spanAt(text, at, SENTENCE_ENDS);

/** The clauses of one sentence that end before `before`, nearest first. */
export function clausesBefore(text: string, sentence: Span, before: number): Span[] {
  const clauses: Span[] = [];
  for (let at = before - 2; at >= sentence.start;) {
    const clause = clauseAt(text, at);
    clauses.push(clause);
    at = clause.start - 2;
  }
  return clauses;
}

function spanAt(text: string, at: number, ends: ReadonlySet<string>): Span {
  let start = at;
  while (start > 0 && !ends.has(text[start - 1] as string)) start--;
  let end = at;
  while (end < text.length && !ends.has(text[end] as string)) end++;
  return { start, end };
}

/** The last of `words` in text[from, to), by where it ends; null where none stands there. */
export function lastOf(
  text: string,
  words: readonly string[],
  from: number,
  to: number,
): (Span & { word: string }) | null {
  const stretch = text.slice(from, to);
  let best: (Span & { word: string }) | null = null;
  for (const word of words) {
    const at = stretch.lastIndexOf(word);
    if (at < 0) continue;
    const start = from + at;
    const end = start + word.length;
    if (best === null || end > best.end || (end === best.end && start < best.start)) best = { start, end, word };
  }
  return best;
}

/** Whether one of `words` stands in text[from, to). */
export function holdsAny(text: string, words: readonly string[], from: number, to: number): boolean {
  const stretch = text.slice(from, to);
  return words.some((word) => stretch.includes(word));
}
