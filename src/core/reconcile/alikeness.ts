/** Two texts of two lists that have much in common, from 0 to 1 (Dice's measure over pairs of characters). */
export interface Alike {
  readonly left: number;
  readonly right: number;
  readonly score: number;
}

/** A pair of characters that so many texts have says nothing of which two are the same. */
const TOO_COMMON = 200;

/**
 * Every two texts, one of each list, whose alikeness reaches `least`. Found by the pairs of characters that they share,
 * not each against each: 5,000 against 5,000 take a moment.
 */
export function alikeTexts(left: readonly string[], right: readonly string[], least: number): readonly Alike[] {
  const rights = right.map(pairsOf);
  const having = new Map<string, number[]>();
  rights.forEach((pairs, at) => {
    for (const pair of pairs) {
      const list = having.get(pair);
      if (list) list.push(at);
      else having.set(pair, [at]);
    }
  });
  const found: Alike[] = [];
  left.forEach((text, at) => {
    const pairs = pairsOf(text);
    const seen = new Set<number>();
    for (const pair of pairs) {
      const list = having.get(pair) ?? [];
      if (list.length <= TOO_COMMON) for (const other of list) seen.add(other);
    }
    for (const other of seen) {
      const score = dice(pairs, rights[other] ?? new Set());
      if (score >= least) found.push({ left: at, right: other, score });
    }
  });
  return found;
}

function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const pair of few) if (many.has(pair)) shared++;
  return few.size + many.size === 0 ? 0 : (2 * shared) / (few.size + many.size);
}

function pairsOf(text: string): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < text.length; at++) pairs.add(text.slice(at, at + 2));
  return pairs;
}
