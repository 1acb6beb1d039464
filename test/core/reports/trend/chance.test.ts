import assert from 'node:assert/strict';
import { adjustedForMany, binomialAtLeast, hypergeometricAtLeast } from '../../../../src/core/reports/trend/chance';

/** Whole numbers to any size: the same chances worked out without a logarithm. */
function choose(n: number, k: number): bigint {
  if (k < 0 || k > n) return 0n;
  let product = 1n;
  for (let i = 1; i <= k; i++) product = (product * BigInt(n - k + i)) / BigInt(i);
  return product;
}

const ratio = (part: bigint, whole: bigint): number => Number((part * 10n ** 30n) / whole) / 1e30;

function exactBinomial(k: number, n: number, [above, below]: readonly [number, number]): number {
  let sum = 0n;
  for (let i = Math.max(k, 0); i <= n; i++)
    sum += choose(n, i) * BigInt(above) ** BigInt(i) * BigInt(below - above) ** BigInt(n - i);
  return ratio(sum, BigInt(below) ** BigInt(n));
}

function exactHypergeometric(k: number, n: number, recent: number, total: number): number {
  let sum = 0n;
  for (let i = Math.max(k, 0); i <= Math.min(n, recent); i++) sum += choose(recent, i) * choose(total - recent, n - i);
  return ratio(sum, choose(total, n));
}

const near = (found: number, known: number, said: string): void =>
  assert.ok(Math.abs(found - known) <= 1e-9 * Math.max(known, 1e-9) + 1e-12, `${said}: ${found} is not ${known}`);

describe('how likely so many cases are by chance', () => {
  it('agrees with printed tables of the binomial', () => {
    const tables: readonly (readonly [k: number, n: number, p: number, chance: number])[] = [
      [0, 10, 0.5, 1],
      [8, 10, 0.5, 56 / 1024],
      [10, 10, 0.5, 1 / 1024],
      [11, 10, 0.5, 0],
      [3, 5, 0.2, 0.05792],
      [2, 3, 1 / 3, 7 / 27],
      [1, 1, 0, 0],
      [5, 5, 1, 1],
    ];
    for (const [k, n, p, chance] of tables) near(binomialAtLeast(k, n, p), chance, `P(X>=${k}) of ${n}, ${p}`);
  });

  it('agrees with the lady tasting tea, and Fisher’s own figure for the convicted twins', () => {
    near(hypergeometricAtLeast(4, 4, 4, 8), 1 / 70, 'four cups of four');
    near(hypergeometricAtLeast(3, 4, 4, 8), 17 / 70, 'three cups or four');
    // 13 monozygotic twins of 30, 12 convicted, 10 of them monozygotic: 619/1330665.
    near(hypergeometricAtLeast(10, 13, 12, 30), 619 / 1330665, 'twins');
  });

  it('is what whole numbers give, near and far from the middle', () => {
    for (const n of [1, 2, 7, 28, 120, 400])
      for (const share of [
        [1, 7],
        [1, 2],
        [4, 28],
        [6, 7],
      ] as const)
        for (const k of [0, 1, Math.ceil(n / 7), Math.ceil(n / 2), n])
          near(
            binomialAtLeast(k, n, share[0] / share[1]),
            exactBinomial(k, n, share),
            `${k} of ${n} at ${share.join('/')}`,
          );
    for (const [n, recent, total] of [
      [5, 10, 40],
      [30, 20, 60],
      [3, 59, 60],
      [60, 60, 60],
      [1, 1, 2],
    ] as const)
      for (let k = 0; k <= Math.min(n, recent) + 1; k++)
        near(
          hypergeometricAtLeast(k, n, recent, total),
          exactHypergeometric(k, n, recent, total),
          `${k}: ${n}, ${recent} of ${total}`,
        );
  });

  it('counts many looks as Benjamini and Hochberg do', () => {
    const adjusted = adjustedForMany([0.01, 0.04, 0.03, 0.005]);
    [0.02, 0.04, 0.04, 0.02].forEach((known, at) => near(adjusted[at] ?? NaN, known, `group ${at}`));
    assert.deepEqual(adjustedForMany([]), []);
    assert.deepEqual(adjustedForMany([0.5]), [0.5]);
    assert.deepEqual(adjustedForMany([0.9, 0.8]), [0.9, 0.9]);
  });
});
