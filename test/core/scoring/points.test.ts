import assert from 'node:assert/strict';
import { apportion, fraction, rounded } from '../../../src/core/scoring/fraction';
import type { IndicatorLosses } from '../../../src/core/scoring/caseLosses';
import { indicatorsFor, pointsOf, riseOf } from '../../../src/core/scoring/points';
import type { Indicator, ScoringScheme } from '../../../src/core/scoring/scheme';
import { sayPoints } from '../../../src/text/zh-CN/scoring';

const indicator = (id: string, weight: number, own: Partial<Indicator> = {}): Indicator => ({
  id,
  title: id,
  basis: '方案',
  weight,
  for: ['unit'],
  rows: 'all',
  rules: [],
  measure: null,
  chargedTo: null,
  insteadOf: null,
  ...own,
});

const scheme = (caseCap: number, ...indicators: readonly Indicator[]): ScoringScheme => ({
  title: '办法',
  basis: '方案',
  caseCap,
  leastCases: 5,
  indicators,
  bands: [],
  vetoes: [],
  groups: [],
  shown: [],
});

/** Per cent of its share that each case loses; null for one that does not count. */
type Lost = readonly (number | null)[];

const losses = (lost: Lost): readonly IndicatorLosses[] => [
  {
    counted: Uint32Array.of(lost.reduce((bits: number, one, at) => (one === null ? bits : bits | (1 << at)), 0) >>> 0),
    lost: Int32Array.from(lost, (one) => (one ?? 0) * 100),
  },
];

function scoresOf(caseCap: number, table: readonly (readonly [weight: number, lost: Lost])[]) {
  const indicators = table.map(([weight], at) => indicator(String(at), weight));
  const cases = Array.from({ length: Math.max(0, ...table.map(([, lost]) => lost.length)) }, (_, index) => ({
    ledger: 0,
    index,
  }));
  const points = pointsOf({
    scheme: scheme(caseCap, ...indicators),
    indicators,
    losses: new Map(table.map(([, lost], at) => [String(at), losses(lost)])),
    cases,
    charged: [],
  });
  return {
    total: points.total,
    worth: points.indicators.map(({ worth }) => worth),
    lost: points.indicators.map(({ lost }) => lost),
    capped: points.capped.size,
  };
}

describe('points', () => {
  const CASES: readonly (readonly [string, Parameters<typeof scoresOf>, ReturnType<typeof scoresOf>])[] = [
    [
      'nothing lost is full marks',
      [
        10,
        [
          [60, [0, 0]],
          [40, [0, 0]],
        ],
      ],
      { total: 10_000, worth: [6000, 4000], lost: [0, 0], capped: 0 },
    ],
    [
      'a case bears its part of an indicator: one of four, half lost, of 60',
      [
        10,
        [
          [60, [50, 0, 0, 0]],
          [40, [0, 0, 0, 0]],
        ],
      ],
      { total: 9250, worth: [6000, 4000], lost: [750, 0], capped: 0 },
    ],
    [
      'a third of 40 is rounded once, over all cases: 3 x 13.333… are 40',
      [
        100,
        [
          [60, [0, 0, 0]],
          [40, [100, 100, 100]],
        ],
      ],
      { total: 6000, worth: [6000, 4000], lost: [0, 4000], capped: 0 },
    ],
    [
      'two of three: 26.666… is 26.67',
      [
        100,
        [
          [60, [0, 0, 0]],
          [40, [100, 100, 0]],
        ],
      ],
      { total: 7333, worth: [6000, 4000], lost: [0, 2667], capped: 0 },
    ],
    [
      'half a hundredth goes up: 1 % of one of eight of 60 is 0.075',
      [
        100,
        [
          [60, [1, 0, 0, 0, 0, 0, 0, 0]],
          [40, [0, 0, 0, 0, 0, 0, 0, 0]],
        ],
      ],
      { total: 9992, worth: [6000, 4000], lost: [8, 0], capped: 0 },
    ],
    [
      'without rows an indicator is shared out, and what is over goes to the largest rests, first come',
      [
        100,
        [
          [15, [0]],
          [20, [0]],
          [20, [0]],
          [45, [null]],
        ],
      ],
      { total: 10_000, worth: [2727, 3637, 3636, 0], lost: [0, 0, 0, 0], capped: 0 },
    ],
    [
      'of a share that was made larger a case loses the larger part',
      [
        100,
        [
          [20, [100, 0]],
          [80, [null, null]],
        ],
      ],
      { total: 5000, worth: [10_000, 0], lost: [5000, 0], capped: 0 },
    ],
    [
      'one case loses no more than the cap, in the order of the indicators',
      [
        10,
        [
          [15, [40, 0]],
          [85, [100, 0]],
        ],
      ],
      { total: 9000, worth: [1500, 8500], lost: [300, 700], capped: 1 },
    ],
    [
      'the cap holds for each case by itself',
      [
        10,
        [
          [50, [100, 100, 0, 0]],
          [50, [0, 100, 0, 0]],
        ],
      ],
      { total: 8000, worth: [5000, 5000], lost: [2000, 0], capped: 2 },
    ],
    [
      'a case that loses just the cap is cut by nothing',
      [10, [[100, [100, 0, 0, 0, 0, 0, 0, 0, 0, 0]]]],
      { total: 9000, worth: [10_000], lost: [1000], capped: 1 },
    ],
    [
      'nothing that applies is no score, not full marks',
      [
        10,
        [
          [60, [null]],
          [40, [null]],
        ],
      ],
      { total: null, worth: [0, 0], lost: [0, 0], capped: 0 },
    ],
  ];
  for (const [what, input, expected] of CASES) it(what, () => assert.deepEqual(scoresOf(...input), expected));

  it('are said with two decimals, and rounded half up', () => {
    assert.deepEqual([0, 5, 8650, 10_000, -150].map(sayPoints), ['0.00', '0.05', '86.50', '100.00', '-1.50']);
    assert.deepEqual([fraction(1, 2), fraction(149, 100), fraction(3, 2), fraction(0, 7)].map(rounded), [1, 1, 2, 0]);
  });

  it('rise by what the indicators come to once rounded anew: half a hundredth less may be one, or none', () => {
    const indicators = [indicator('0', 10), indicator('1', 90)];
    const shares = [0, 1, 2].map(() => 50);
    const input = {
      scheme: scheme(100, ...indicators),
      indicators,
      losses: new Map([
        ['0', losses([...shares, 0])],
        ['1', losses([0, 0, 0, 0])],
      ]),
      cases: [0, 1, 2, 3].map((index) => ({ ledger: 0, index })),
      charged: [],
    };
    const points = pointsOf(input);
    const rise = (after: number): number =>
      riseOf(points, input.scheme, {
        ref: { ledger: 0, index: 0 },
        at: 0,
        after,
        lostAt: (at) => (at === 0 ? 5000 : 0),
      });
    // 1000 hundredths over four cases: 0.025 of a hundredth for each hundredth of a per cent.
    assert.deepEqual([5000, 4981, 4980, 4940, 0].map(rise), [0, 0, 0, 1, 125]);
  });

  it('that are apportioned come to the whole', () => {
    const thirds = [1, 1, 1].map((part) => fraction(part * 10_000, 3));
    assert.deepEqual(apportion(10_000, thirds), [3334, 3333, 3333]);
    assert.deepEqual(apportion(0, []), []);
  });

  it('are of the indicators that are for whom is scored, one unit having its own in place of another', () => {
    const all = scheme(
      10,
      indicator('a', 95, { for: ['unit', 'sponsor'] }),
      indicator('b', 5),
      indicator('c', 5, { chargedTo: '办公室', insteadOf: 'b' }),
    );
    const ids = (by: 'unit' | 'sponsor', name: string): readonly string[] =>
      indicatorsFor(all, by, name).map(({ id }) => id);
    assert.deepEqual(ids('unit', '政工股'), ['a', 'b']);
    assert.deepEqual(ids('unit', '办公室'), ['a', 'c']);
    assert.deepEqual(ids('sponsor', '办公室'), ['a']);
  });
});
