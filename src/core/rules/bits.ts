/** Sets of cases as bits: case `i` at bit `i & 31` of word `i >>> 5`. */
export const wordsFor = (count: number): number => (count + 31) >>> 5;

export function setBit(bits: Uint32Array, index: number, on: boolean): void {
  const word = index >>> 5;
  const mask = 1 << (index & 31);
  bits[word] = on ? ((bits[word] ?? 0) | mask) >>> 0 : ((bits[word] ?? 0) & ~mask) >>> 0;
}

export const hasBit = (bits: Uint32Array, index: number): boolean =>
  (((bits[index >>> 5] ?? 0) >>> (index & 31)) & 1) === 1;

/** The cases of a set, ascending. */
export function* casesIn(bits: Uint32Array): Generator<number> {
  for (let word = 0; word < bits.length; word++)
    for (let rest = bits[word] ?? 0; rest !== 0; rest &= rest - 1) yield (word << 5) + 31 - Math.clz32(rest & -rest);
}

/** How many bits of a word are set. */
export function bitCount(word: number): number {
  let n = word - ((word >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
