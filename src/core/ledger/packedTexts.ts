import type { SheetGrid } from './grid';

/** Texts one after another in one buffer, which goes to another thread at once, however many they are. */
export interface PackedTexts {
  /** UTF-16, as the texts themselves are. */
  readonly letters: Uint16Array;
  /** Where in `letters` each text ends. */
  readonly ends: Uint32Array;
}

/** A sheet whose `strings` are empty: its texts are packed beside it, each at the index that the columns name. */
export interface PackedSheet {
  readonly grid: SheetGrid;
  readonly texts: PackedTexts;
}

/** More letters at once than this may be too many arguments for a call. */
const AT_ONCE = 8192;

export function packTexts(texts: readonly string[]): PackedTexts {
  const ends = new Uint32Array(texts.length);
  let length = 0;
  texts.forEach((text, at) => (ends[at] = length += text.length));
  const letters = new Uint16Array(length);
  let to = 0;
  // A plain loop: there may be tens of millions of letters.
  for (const text of texts) for (let at = 0; at < text.length; at++) letters[to++] = text.charCodeAt(at);
  return { letters, ends };
}

/** One of the texts; '' where there is none of that index. */
export function textIn({ letters, ends }: PackedTexts, index: number): string {
  const [from, end] = [ends[index - 1] ?? 0, ends[index] ?? 0];
  let text = '';
  for (let at = from; at < end; at += AT_ONCE)
    text += String.fromCharCode(...letters.subarray(at, Math.min(end, at + AT_ONCE)));
  return text;
}

/** The same sheet with its texts packed; the grid's own arrays are shared. */
export const packSheet = (grid: SheetGrid): PackedSheet => ({
  grid: { ...grid, strings: [] },
  texts: packTexts(grid.strings),
});
