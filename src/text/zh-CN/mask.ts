/** Keeps enough of a personal text to find it in the ledger and no more: 张某某 -> 张**, 13800001234 -> 138****1234. */
export function mask(text: string): string {
  const letters = [...text.trim()];
  if (letters.length === 0) return '';
  const [head, tail] = letters.length >= 7 ? [3, 4] : [1, 0];
  const hidden = letters.length - head - tail;
  return (
    letters.slice(0, head).join('') +
    '*'.repeat(Math.max(1, hidden)) +
    (tail === 0 ? '' : letters.slice(-tail).join(''))
  );
}

/** Names by their first letter alone, whatever their length: 测试甲、试一 -> 测**、试**. */
export const maskNames = (names: readonly string[]): string =>
  names.map((name) => `${[...name.trim()][0] ?? ''}**`).join('、');
