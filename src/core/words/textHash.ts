/** Folds to more than one character, or may fold otherwise beside others: then the whole text is folded. */
const NOT_ALONE = -1;
const NOT_YET = -2;

/**
 * A number for a text such that texts which fold to the same have the same, without folding them: to find the few
 * that are alike among many. 0 where nothing is left of the text, else from 1 to 2^30 - 1.
 * @param fold what makes two texts the same; on ASCII, Han characters and their punctuation it must work character
 * by character
 */
export function createTextHash(fold: (text: string) => string): (text: string) => number {
  const folded = new Int32Array(65536).fill(NOT_YET);
  const foldOne = (code: number): number => {
    const one = isSimple(code) ? fold(String.fromCharCode(code)) : null;
    const to = one === null || one.length > 1 ? NOT_ALONE : one === '' ? 0 : one.charCodeAt(0);
    return (folded[code] = to);
  };
  const add = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);
  const finish = (hash: number): number => hash & 0x3fffffff || 1;
  const SEED = 0x811c9dc5;
  return (text) => {
    let hash = SEED;
    let any = false;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      let to = folded[code] as number;
      if (to === NOT_YET) to = foldOne(code);
      if (to === 0) continue;
      if (to === NOT_ALONE) return whole(text);
      any = true;
      hash = add(hash, to);
    }
    return any ? finish(hash) : 0;
  };

  function whole(text: string): number {
    const all = fold(text);
    let hash = SEED;
    for (let i = 0; i < all.length; i++) hash = add(hash, all.charCodeAt(i));
    return all === '' ? 0 : finish(hash);
  }
}

/** Characters that neither combine with their neighbours nor change with them under Unicode's normal forms. */
const isSimple = (code: number): boolean =>
  (code >= 0x4e00 && code <= 0x9fff) ||
  (code >= 0x09 && code <= 0x7e) ||
  (code >= 0x3000 && code <= 0x3029) ||
  (code >= 0xff01 && code <= 0xff5e) ||
  (code >= 0x2010 && code <= 0x2027);

/**
 * Groups of two or more that have the same key, ascending; keys are only made where the hashes agree.
 * @param hashes one for each; 0 belongs to no group
 */
export function groupsByKey(hashes: Int32Array, keyOf: (index: number) => string): readonly (readonly number[])[] {
  const first = new Map<number, number>();
  const shared = new Map<number, number[]>();
  for (let i = 0; i < hashes.length; i++) {
    const hash = hashes[i] as number;
    if (hash === 0) continue;
    const before = first.get(hash);
    if (before === undefined) first.set(hash, i);
    else {
      const list = shared.get(hash);
      if (list) list.push(i);
      else shared.set(hash, [before, i]);
    }
  }
  const groups: number[][] = [];
  for (const list of shared.values()) {
    const byKey = new Map<string, number[]>();
    for (const index of list) {
      const key = keyOf(index);
      const group = byKey.get(key);
      if (group) group.push(index);
      else byKey.set(key, [index]);
    }
    for (const group of byKey.values()) if (group.length > 1) groups.push(group);
  }
  return groups;
}
