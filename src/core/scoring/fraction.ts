/** An exact fraction; the denominator is positive. Shares of a hundredth of a point are never rounded on the way. */
export interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

export const ZERO: Fraction = { over: 0n, under: 1n };

export const fraction = (over: number, under: number): Fraction => ({ over: BigInt(over), under: BigInt(under) });

export const plus = (a: Fraction, b: Fraction): Fraction =>
  a.under === b.under
    ? { over: a.over + b.over, under: a.under }
    : { over: a.over * b.under + b.over * a.under, under: a.under * b.under };

export const minus = (a: Fraction, b: Fraction): Fraction => plus(a, { over: -b.over, under: b.under });

export const isLess = (a: Fraction, b: Fraction): boolean => a.over * b.under < b.over * a.under;

export const least = (a: Fraction, b: Fraction): Fraction => (isLess(b, a) ? b : a);

/** The whole number below, for fractions that are not negative. */
export const wholeOf = ({ over, under }: Fraction): number => Number(over / under);

/** The nearest whole number; a half goes up. For fractions that are not negative. */
export const rounded = ({ over, under }: Fraction): number => Number((2n * over + under) / (2n * under));

/**
 * Whole numbers that come to `total`, each the whole part of its fraction and one more for those that lose most by it;
 * among equals the earlier one. The fractions come to `total` but for less than one each.
 */
export function apportion(total: number, parts: readonly Fraction[]): readonly number[] {
  const shares = parts.map(wholeOf);
  const rest = total - shares.reduce((sum, share) => sum + share, 0);
  const remainders = parts.map(({ over, under }) => ({ over: over % under, under }));
  const order = parts.map((_, at) => at);
  order.sort((a, b) => {
    const [x, y] = [remainders[a] ?? ZERO, remainders[b] ?? ZERO];
    return isLess(y, x) ? -1 : isLess(x, y) ? 1 : a - b;
  });
  for (const at of order.slice(0, Math.max(0, rest))) shares[at] = (shares[at] ?? 0) + 1;
  return shares;
}
