/** Words to be found at a place of a text, forwards from it or backwards to it. */
export interface WordsAt {
  /** Length of the longest word that begins here; 0 for none. */
  from(text: string, at: number): number;
  /** Length of the longest word that ends before `end`; 0 for none. */
  before(text: string, end: number): number;
}

/** Most characters neither begin nor end any of the words: they are told by a look into a table. */
export function wordsAt(words: readonly string[]): WordsAt {
  const firsts = new Uint8Array(65536);
  const lasts = new Uint8Array(65536);
  const known = new Set(words);
  const lengths = [...new Set(words.map(({ length }) => length))].sort((a, b) => b - a);
  for (const word of words) {
    firsts[word.charCodeAt(0)] = 1;
    lasts[word.charCodeAt(word.length - 1)] = 1;
  }
  return {
    from(text, at) {
      if (at >= text.length || firsts[text.charCodeAt(at)] === 0) return 0;
      return lengths.find((length) => known.has(text.slice(at, at + length))) ?? 0;
    },
    before(text, end) {
      if (end <= 0 || lasts[text.charCodeAt(end - 1)] === 0) return 0;
      return lengths.find((length) => length <= end && known.has(text.slice(end - length, end))) ?? 0;
    },
  };
}

/** Whether a UTF-16 unit is one of these characters. */
export function charactersIn(letters: string): (unit: number) => boolean {
  const flags = new Uint8Array(65536);
  for (const letter of letters) flags[letter.charCodeAt(0)] = 1;
  return (unit) => flags[unit] === 1;
}
