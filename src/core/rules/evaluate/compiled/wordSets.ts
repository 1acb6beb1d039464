/** Several sets of words looked for in one pass over a text. */
export interface WordSets {
  /** Bit `i` is set where a word of set `i` stands in the text; at most 31 sets. */
  scan(text: string): number;
}

export const MOST_SETS = 31;

interface Word {
  readonly text: string;
  readonly sets: number;
}

/** Steps through a text by pairs of characters: most pairs begin no word, and one look at a table says so. */
export function createWordSets(sets: readonly (readonly string[])[]): WordSets {
  const all = new Map<string, number>();
  sets.forEach((words, at) => words.forEach((word) => all.set(word, (all.get(word) ?? 0) | (1 << at))));
  // An empty word stands in every text.
  const always = all.get('') ?? 0;
  all.delete('');
  const everything = [...all.values()].reduce((mask, one) => mask | one, always);

  const begins = new Uint8Array(65536);
  const continues = new Uint8Array(65536);
  const singles = new Map<number, number>();
  const byPair = new Map<number, Word[]>();
  for (const [text, mask] of all) {
    const first = text.charCodeAt(0);
    begins[first] = 1;
    if (text.length === 1) {
      singles.set(first, (singles.get(first) ?? 0) | mask);
      continue;
    }
    const second = text.charCodeAt(1);
    continues[second] = 1;
    const key = first * 65536 + second;
    byPair.set(key, [...(byPair.get(key) ?? []), { text, sets: mask }]);
  }

  return {
    scan(text) {
      let found = always;
      const length = text.length;
      for (let at = 0; at < length && found !== everything; at++) {
        const first = text.charCodeAt(at);
        if (begins[first] === 0) continue;
        found |= singles.get(first) ?? 0;
        const second = text.charCodeAt(at + 1);
        if (at + 1 >= length || continues[second] === 0) continue;
        const words = byPair.get(first * 65536 + second);
        if (words === undefined) continue;
        for (const word of words) {
          if ((word.sets & ~found) !== 0 && (word.text.length === 2 || text.startsWith(word.text, at))) found |= word.sets;
        }
      }
      return found;
    },
  };
}
