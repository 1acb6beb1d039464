import type { TrendSettings } from '../settings';
import { compareGroups, countIn, type Comparison, type Span } from './compare';
import type { TrendCase } from './trendCase';

/** By what cases are grouped. */
export const DIMENSIONS = ['matter', 'unit', 'township', 'channel'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Cases of one kind, most of them first. */
export interface TrendGroup {
  readonly name: string;
  readonly cases: readonly TrendCase[];
  readonly comparison: Comparison;
}

export interface GroupedCases {
  readonly dimension: Dimension;
  readonly groups: readonly TrendGroup[];
  /** Of which nothing is said: they are in no group. */
  readonly unsaid: number;
}

/** Groups cases and holds each group against its past. */
export function groupCases(
  cases: readonly TrendCase[],
  dimension: Dimension,
  all: Comparison,
  span: Span,
  settings: TrendSettings,
): GroupedCases {
  const byName = new Map<string, TrendCase[]>();
  for (const one of cases) {
    const name = one[dimension];
    if (name === '') continue;
    // A list anew for each case would take the square of their number.
    const own = byName.get(name);
    if (own === undefined) byName.set(name, [one]);
    else own.push(one);
  }
  const named = [...byName].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
  const compared = compareGroups(
    named.map(([, group]) =>
      countIn(
        span,
        group.map(({ on }) => on),
      ),
    ),
    all,
    span,
    settings,
  );
  const groups = named.map(([name, group], at) => ({ name, cases: group, comparison: compared[at]! }));
  return { dimension, groups, unsaid: cases.filter((one) => one[dimension] === '').length };
}
