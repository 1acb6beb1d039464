/** Sets of cases as bits: case `i` at bit `i & 31` of word `i >>> 5`. */
export const wordsFor = (count: number): number => (count + 31) >>> 5;

export function setBit(bits: Uint32Array, index: number, on: boolean): void {
  const word = index >>> 5;
  const mask = 1 << (index & 31);
  bits[word] = on ? ((bits[word] ?? 0) | mask) >>> 0 : ((bits[word] ?? 0) & ~mask) >>> 0;
}

export const hasBit = (bits: Uint32Array, index: number): boolean =>
  (((bits[index >>> 5] ?? 0) >>> (index & 31)) & 1) === 1;
