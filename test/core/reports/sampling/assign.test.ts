import assert from 'node:assert/strict';
import fc from 'fast-check';
import { assignEvenly } from '../../../../src/core/reports/sampling/assign';

const loadsOf = (takers: number, given: readonly (number | null)[]): number[] =>
  Array.from({ length: takers }, (_, taker) => given.filter((one) => one === taker).length);

/** The least sum of squares of any assignment, by trying them all. */
function leastSquares(takers: number, mayTake: readonly (readonly number[])[]): number {
  let states = new Map([[Array<number>(takers).fill(0).join(), Array<number>(takers).fill(0)]]);
  for (const able of mayTake) {
    if (able.length === 0) continue;
    const next = new Map<string, number[]>();
    for (const loads of states.values())
      for (const taker of able) {
        const more = loads.map((load, at) => (at === taker ? load + 1 : load));
        next.set(more.join(), more);
      }
    states = next;
  }
  return Math.min(...[...states.values()].map((loads) => loads.reduce((sum, load) => sum + load * load, 0)));
}

describe('giving cases to inspectors', () => {
  it('is even to one case where everyone may take everything', () => {
    const anyone = Array.from({ length: 83 }, () => [0, 1, 2, 3, 4, 5, 6, 7]);
    assert.deepEqual(loadsOf(8, assignEvenly(8, anyone)).sort(), [10, 10, 10, 10, 10, 11, 11, 11]);
  });

  it('moves cases along a chain where one alone may take some', () => {
    const given = assignEvenly(3, [[0, 1], [0, 1], [0], [0], [1, 2], [1, 2]]);
    assert.deepEqual(loadsOf(3, given), [2, 2, 2]);
  });

  it('gives nobody a case that is not theirs to take, leaves none that someone may, and is the most even there is', () => {
    const tables = fc
      .integer({ min: 1, max: 4 })
      .chain((takers) =>
        fc.tuple(
          fc.constant(takers),
          fc.array(fc.subarray(Array.from({ length: takers }, (_, at) => at)), { maxLength: 9 }),
        ),
      );
    fc.assert(
      fc.property(tables, ([takers, mayTake]) => {
        const given = assignEvenly(takers, mayTake);
        assert.equal(given.length, mayTake.length);
        given.forEach((taker, at) =>
          assert.ok(taker === null ? mayTake[at]!.length === 0 : mayTake[at]!.includes(taker)),
        );
        const squares = loadsOf(takers, given).reduce((sum, load) => sum + load * load, 0);
        assert.equal(squares, leastSquares(takers, mayTake));
      }),
      { numRuns: 300 },
    );
  });

  it('has nobody to give to where nobody is registered', () => {
    assert.deepEqual(assignEvenly(0, [[], []]), [null, null]);
  });
});
