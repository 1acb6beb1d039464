import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  defaultSeed,
  drawSample,
  sampleSize,
  shareOut,
  type Drawable,
} from '../../../../src/core/reports/sampling/draw';
import { USUAL } from '../../../../src/core/reports/settings';

const { sampling: SAMPLING } = USUAL;

const drawables: fc.Arbitrary<Drawable[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: 100_000 }), { maxLength: 200 })
  .chain((keys) =>
    fc.tuple(
      ...keys.map((key) =>
        fc.record({
          key: fc.constant(`诉${key}`),
          unit: fc.constantFrom('甲股', '乙股', '丙所', ''),
          stratum: fc.constantFrom('a/open', 'a/closed', 'b/open'),
        }),
      ),
    ),
  );

const keysOf = (cases: readonly Drawable[]): string[] => cases.map(({ key }) => key);

describe('a sample', () => {
  it('is as large as the formula for a finite population says', () => {
    const sizes: readonly (readonly [population: number, size: number])[] = [
      [0, 0],
      [1, 1],
      [10, 10],
      [30, 24],
      [100, 50],
      [600, 83],
      [1000, 88],
      [5000, 95],
      [1_000_000, 97],
    ];
    for (const [population, size] of sizes) assert.equal(sampleSize(population, SAMPLING), size, String(population));
  });

  it('is shared out by the largest remainder, with the least for each', () => {
    assert.deepEqual(shareOut([60, 30, 10], 10, 0), [6, 3, 1]);
    assert.deepEqual(shareOut([58, 1, 41], 10, 2), [5, 1, 4]);
    assert.deepEqual(shareOut([3, 3, 3], 4, 0), [2, 1, 1]);
    assert.deepEqual(shareOut([5, 5, 5], 3, 2), [2, 2, 2]);
    assert.deepEqual(shareOut([], 5, 2), []);
    fc.assert(
      fc.property(fc.array(fc.nat(80), { maxLength: 20 }), fc.nat(200), fc.nat(4), (sizes, total, least) => {
        const shares = shareOut(sizes, total, least);
        const all = sizes.reduce((sum, size) => sum + size, 0);
        const floors = sizes.reduce((sum, size) => sum + Math.min(size, least), 0);
        shares.forEach((share, at) => assert.ok(share >= Math.min(sizes[at]!, least) && share <= sizes[at]!));
        assert.equal(
          shares.reduce((sum, share) => sum + share, 0),
          Math.max(floors, Math.min(all, total)),
        );
      }),
    );
  });

  it('is the same for the same seed in whatever order the cases stand, and none is drawn twice', () => {
    fc.assert(
      fc.property(drawables, fc.string(), fc.nat(), (cases, seed, turn) => {
        const drawn = keysOf(drawSample(cases, seed, SAMPLING));
        const turned = cases.map((_, at) => cases[(at + turn) % cases.length]!).reverse();
        assert.deepEqual(keysOf(drawSample(turned, seed, SAMPLING)), drawn);
        assert.equal(new Set(drawn).size, drawn.length);
        assert.ok(drawn.length >= sampleSize(cases.length, SAMPLING));
      }),
    );
  });

  it('has of every unit at least the least, or all', () => {
    fc.assert(
      fc.property(drawables, fc.string(), (cases, seed) => {
        const drawn = drawSample(cases, seed, SAMPLING);
        for (const unit of new Set(cases.map((one) => one.unit))) {
          const there = cases.filter((one) => one.unit === unit).length;
          assert.ok(drawn.filter((one) => one.unit === unit).length >= Math.min(there, SAMPLING.leastPerUnit));
        }
      }),
    );
  });

  it('is another one for another seed, and draws each case about as often', () => {
    const cases = Array.from({ length: 40 }, (_, at): Drawable => ({
      key: `诉${at}`,
      unit: '甲股',
      stratum: 'a/open',
    }));
    const often = new Map<string, number>();
    for (let seed = 0; seed < 400; seed++)
      for (const key of keysOf(drawSample(cases, String(seed), SAMPLING))) often.set(key, (often.get(key) ?? 0) + 1);
    const expected = (400 * sampleSize(40, SAMPLING)) / 40;
    // Six standard deviations: 400 draws, each with the chance of size/40.
    const bound = 6 * Math.sqrt(400 * (sampleSize(40, SAMPLING) / 40) * (1 - sampleSize(40, SAMPLING) / 40));
    for (const { key } of cases) assert.ok(Math.abs((often.get(key) ?? 0) - expected) < bound, key);
    assert.notDeepEqual(keysOf(drawSample(cases, '一', SAMPLING)), keysOf(drawSample(cases, '二', SAMPLING)));
  });

  it('has a seed of its own by the day and the cases, whatever their order', () => {
    assert.equal(defaultSeed('2021-10-20', ['b', 'a']), defaultSeed('2021-10-20', ['a', 'b']));
    assert.match(defaultSeed('2021-10-20', ['a']), /^2021-10-20-[0-9a-f]{8}$/);
    assert.notEqual(defaultSeed('2021-10-20', ['a']), defaultSeed('2021-10-20', ['a', 'b']));
  });
});
