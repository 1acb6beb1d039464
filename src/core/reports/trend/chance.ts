/** Natural logarithm of n!, summed: exact enough for any ledger, and without a formula to take on trust. */
const logFactorials: number[] = [0];
function logFactorial(n: number): number {
  for (let i = logFactorials.length; i <= n; i++) logFactorials.push((logFactorials[i - 1] ?? 0) + Math.log(i));
  return logFactorials[n] ?? 0;
}

const logChoose = (n: number, k: number): number => logFactorial(n) - logFactorial(k) - logFactorial(n - k);

/** The chance that at least `k` of `n` fall where each falls with chance `p`: the upper tail of the binomial, exactly. */
export function binomialAtLeast(k: number, n: number, p: number): number {
  return upperTail(k, 0, n, (i) =>
    p <= 0
      ? i === 0
        ? 0
        : -Infinity
      : p >= 1
        ? i === n
          ? 0
          : -Infinity
        : logChoose(n, i) + i * Math.log(p) + (n - i) * Math.log1p(-p),
  );
}

/**
 * The chance that a group of `n` has at least `k` among the `recent` of `total` cases if the group were no different
 * from the rest: the upper tail of the hypergeometric distribution (Fisher's exact test, one side).
 */
export function hypergeometricAtLeast(k: number, n: number, recent: number, total: number): number {
  const least = Math.max(0, n + recent - total);
  const most = Math.min(n, recent);
  const all = logChoose(total, n);
  return upperTail(k, least, most, (i) => logChoose(recent, i) + logChoose(total - recent, n - i) - all);
}

/** Sums the chances from `k` up, or takes the rest from one where that sum is the shorter and the safer. */
function upperTail(k: number, least: number, most: number, logChance: (i: number) => number): number {
  if (k <= least) return 1;
  if (k > most) return 0;
  let below = 0;
  let above = 0;
  for (let i = least; i < k; i++) below += Math.exp(logChance(i));
  for (let i = k; i <= most; i++) above += Math.exp(logChance(i));
  return Math.min(1, above < below ? above : 1 - below);
}

/**
 * Chances as they count when many groups are looked at together (Benjamini and Hochberg): with twenty groups one of them
 * stands out by chance alone. In the order given.
 */
export function adjustedForMany(chances: readonly number[]): readonly number[] {
  const order = chances.map((_, at) => at).sort((a, b) => (chances[b] ?? 0) - (chances[a] ?? 0));
  const adjusted = new Array<number>(chances.length).fill(1);
  let least = 1;
  order.forEach((at, i) => {
    const rank = chances.length - i;
    least = Math.min(least, ((chances[at] ?? 1) * chances.length) / rank);
    adjusted[at] = least;
  });
  return adjusted;
}
