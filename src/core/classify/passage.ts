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
const QUOTED =
  /“[^“”\n]{0,80}”|‘[^‘’\n]{0,80}’|「[^「」\n]{0,80}」|『[^『』\n]{0,80}』|《[^《》\n]{0,60}》|"[^"\n]{0,80}"/g;
const BLOT = '\u25A1';

/** From here to the compatibility forms stand the Han characters: no blanks and no marks among them. */
const FIRST_HAN = 0x3400;
const IS_BLANK = 1;
const IS_QUOTE = 2;
const CLAUSE_END = 4;
const SENTENCE_END = 8;
/** What a character is to a passage, by UTF-16 unit. */
const SIGNS = signs();

function signs(): Uint8Array {
  const table = new Uint8Array(65536);
  const mark = (characters: string, as: number): void => {
    for (const one of characters) table[one.charCodeAt(0)] = (table[one.charCodeAt(0)] ?? 0) | as;
  };
  for (let code = 0; code < FIRST_HAN; code++) if (/[^\S\n]/.test(String.fromCharCode(code))) table[code] = IS_BLANK;
  table[0xfeff] = IS_BLANK;
  mark('“‘「『《"', IS_QUOTE);
  mark('，,。！？!?；;：:\n', CLAUSE_END);
  mark('。！？!?；;\n', SENTENCE_END);
  return table;
}

/** Prepares a cell's text for reading. */
export function passageOf(raw: string): Passage {
  let found = 0;
  for (let i = 0; i < raw.length; i++) found |= SIGNS[raw.charCodeAt(i)] as number;
  const text = (found & IS_BLANK) === 0 ? raw : raw.replace(BLANKS, '');
  if ((found & IS_QUOTE) === 0) return { text, unquoted: text };
  return { text, unquoted: text.replace(QUOTED, (quoted) => BLOT.repeat(quoted.length)) };
}

/** Where the clause that goes on at `at` ends. */
export function clauseEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && ((SIGNS[text.charCodeAt(end)] as number) & CLAUSE_END) === 0) end++;
  return end;
}

/** The clause (between commas, stops, colons or line breaks) that holds position `at`. */
export const clauseAt = (text: string, at: number): Span => spanAt(text, at, CLAUSE_END);

/** The sentence (between stops, semicolons or line breaks) that holds position `at`. */
export const sentenceAt = (text: string, at: number): Span => spanAt(text, at, SENTENCE_END);

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

function spanAt(text: string, at: number, ends: number): Span {
  let start = at;
  while (start > 0 && ((SIGNS[text.charCodeAt(start - 1)] as number) & ends) === 0) start--;
  let end = at;
  while (end < text.length && ((SIGNS[text.charCodeAt(end)] as number) & ends) === 0) end++;
  return { start, end };
}

/** Whether one of `words` stands in text[from, to). */
export function holdsAny(text: string, words: readonly string[], from: number, to: number): boolean {
  const stretch = text.slice(from, to);
  return words.some((word) => stretch.includes(word));
}
