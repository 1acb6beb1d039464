/**
 * A 53-bit hash of several texts in order: enough to tell 100,000 rows apart. Texts are kept apart, so that 甲|乙丙 and
 * 甲乙|丙 differ.
 */
export function textsHash(count: number, textAt: (position: number) => string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let position = 0; position < count; position++) {
    const text = textAt(position);
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      high = Math.imul(high ^ unit, 2654435761);
      low = Math.imul(low ^ unit, 1597334677);
    }
    high = Math.imul(high ^ 0x1ffff, 2654435761);
    low = Math.imul(low ^ 0x1ffff, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}

/** The same as a short word of letters and digits, to be kept in a cell or a key. */
export const textsKey = (texts: readonly string[]): string =>
  textsHash(texts.length, (position) => texts[position] ?? '').toString(36);
