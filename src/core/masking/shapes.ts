/** How a personal text looks once it is hidden: enough of it stays to find the case in the ledger, and no more. */
export interface MaskShapes {
  readonly mask: (text: string) => string;
  readonly maskNames: (names: readonly string[]) => string;
  readonly maskAddress: (text: string) => string;
}

/** From so many letters on the last four are shown, too: fewer would leave next to nothing hidden. */
const LONG = 11;
const SHOWN_STARS = 6;

/** A number: 13800001234 -> 138****1234, 8621234 -> 862****. */
export function mask(text: string): string {
  const letters = [...text.trim()];
  if (letters.length === 0) return '';
  const head = letters.length >= 7 ? 3 : 1;
  const tail = letters.length >= LONG ? 4 : 0;
  const hidden = letters.length - head - tail;
  const end = tail === 0 ? '' : letters.slice(-tail).join('');
  return letters.slice(0, head).join('') + '*'.repeat(Math.max(1, hidden)) + end;
}

/** Names by their first letter alone, whatever their length: 测试甲、试一 -> 测**、试**. */
export const maskNames = (names: readonly string[]): string =>
  names.map((name) => `${[...name.trim()][0] ?? ''}**`).join('、');

/** An address by where it begins: 测试县某镇某村三组 -> 测试县******. */
export function maskAddress(text: string): string {
  const letters = [...text.trim()];
  if (letters.length === 0) return '';
  const head = letters.length > 6 ? 3 : 1;
  return letters.slice(0, head).join('') + '*'.repeat(Math.max(1, Math.min(SHOWN_STARS, letters.length - head)));
}

export const SHAPES: MaskShapes = { mask, maskNames, maskAddress };
