/**
 * Words by their first two characters, for scans that look at a text pair by pair. Most pairs begin no word, and
 * `near` says so without a branch that a processor could guess wrong: each character has in its low byte which groups
 * of characters follow it in some word, in its high byte the group that it is of itself where it stands second. The
 * topmost of eight bits stands for words of one character: set below for such a character, above for every one.
 */
export interface PairTable<Entry> {
  /** By UTF-16 unit. Words can begin with a unit only if `near[it] & (near[next] >>> 8)` is not 0. */
  readonly near: Uint16Array;
  /** Entries whose word begins with these two units. */
  pair(first: number, second: number): readonly Entry[] | undefined;
  /** Entries whose word is this one unit. */
  single(unit: number): readonly Entry[] | undefined;
}

/** What stands after the last character, to `near`. */
export const AFTER_LAST = 0x8000;
/** In the low byte of `near`: the character is a word by itself. */
export const ALONE = 0x80;

/** Multiplying by this odd number spreads the pairs of a script over the whole table, its characters over the groups. */
const SPREAD = 0x9e3779b1;
const groupOf = (unit: number): number => 1 << ((Math.imul(unit, SPREAD) >>> 16) % 7);

/** Makes the table; empty words are left out. */
export function createPairTable<Entry>(words: Iterable<readonly [string, Entry]>): PairTable<Entry> {
  const near = new Uint16Array(65536).fill(AFTER_LAST);
  const singles = new Map<number, Entry[]>();
  const pairs = new Map<number, Entry[]>();
  for (const [word, entry] of words) {
    if (word === '') continue;
    const first = word.charCodeAt(0);
    if (word.length === 1) {
      near[first] = (near[first] as number) | ALONE;
      push(singles, first, entry);
      continue;
    }
    const second = word.charCodeAt(1);
    near[first] = (near[first] as number) | groupOf(second);
    near[second] = (near[second] as number) | (groupOf(second) << 8);
    push(pairs, (first << 16) | second, entry);
  }

  // Open addressing, at most a quarter full; a slot without entries is free.
  const bits = Math.max(4, Math.ceil(Math.log2(pairs.size * 4 + 1)));
  const shift = 32 - bits;
  const mask = (1 << bits) - 1;
  const keys = new Int32Array(1 << bits);
  const entries = new Array<readonly Entry[] | undefined>(1 << bits).fill(undefined);
  for (const [key, list] of pairs) {
    let slot = Math.imul(key, SPREAD) >>> shift;
    while (entries[slot] !== undefined) slot = (slot + 1) & mask;
    keys[slot] = key;
    entries[slot] = list;
  }
  return {
    near,
    single: (unit) => singles.get(unit),
    pair(first, second) {
      const key = (first << 16) | second;
      for (let slot = Math.imul(key, SPREAD) >>> shift; ; slot = (slot + 1) & mask) {
        const found = entries[slot];
        if (found === undefined || keys[slot] === key) return found;
      }
    },
  };
}

function push<Entry>(lists: Map<number, Entry[]>, key: number, entry: Entry): void {
  const list = lists.get(key);
  if (list) list.push(entry);
  else lists.set(key, [entry]);
}
