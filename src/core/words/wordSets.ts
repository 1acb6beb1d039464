import { AFTER_LAST, ALONE, createPairTable } from './pairTable';

/** Several sets of words looked for in one pass over a text. */
export interface WordSets {
  /** Bit `i` is set where a word of set `i` stands in the text, or wholly in its stretch from `from` to `to`. */
  scan(text: string, from?: number, to?: number): number;
}

/** A number has bits for so many. */
export const MOST_SETS = 31;

interface Word {
  readonly text: string;
  readonly sets: number;
}

/** Looks at a text pair by pair, and goes into what a pair may begin only where it may begin anything. */
export function createWordSets(sets: readonly (readonly string[])[]): WordSets {
  const all = new Map<string, number>();
  sets.forEach((words, at) => words.forEach((word) => all.set(word, (all.get(word) ?? 0) | (1 << at))));
  // An empty word stands in every text.
  const always = all.get('') ?? 0;
  const everything = [...all.values()].reduce((mask, one) => mask | one, always);
  const table = createPairTable([...all].map(([text, mask]): [string, Word] => [text, { text, sets: mask }]));
  const { near } = table;

  /** Adds the sets of the words that stand at `from`, whose first two units are given (the second -1 at the end). */
  const at = (text: string, from: number, to: number, first: number, second: number, found: number): number => {
    let sum = found;
    if (((near[first] as number) & ALONE) !== 0) for (const word of table.single(first) ?? []) sum |= word.sets;
    const words = second < 0 ? undefined : table.pair(first, second);
    if (words === undefined) return sum;
    for (const word of words) {
      const { length } = word.text;
      if ((word.sets & ~sum) === 0 || from + length > to) continue;
      if (length === 2 || text.startsWith(word.text, from)) sum |= word.sets;
    }
    return sum;
  };

  return {
    scan(text, from = 0, to = text.length) {
      let found = always;
      if (from >= to) return found;
      let before = text.charCodeAt(from);
      let follows = near[before] as number;
      for (let i = from + 1; i < to; i++) {
        const unit = text.charCodeAt(i);
        const is = near[unit] as number;
        if ((follows & (is >>> 8)) !== 0) {
          found = at(text, i - 1, to, before, unit, found);
          if (found === everything) return found;
        }
        before = unit;
        follows = is;
      }
      return (follows & (AFTER_LAST >>> 8)) === 0 ? found : at(text, to - 1, to, before, -1, found);
    },
  };
}
