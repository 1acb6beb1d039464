import { mondayOf, type CivilDay } from '../../dates/civil';
import type { TrendCase } from './trendCase';

export interface Week {
  readonly monday: CivilDay;
  readonly came: number;
  readonly closed: number;
  readonly joint: number;
  readonly skipped: number;
}

/** Cases that came and were closed, by week from Monday to Sunday; the last one may be still under way. */
export function weeksOf(
  cases: readonly TrendCase[],
  today: CivilDay,
  is: {
    readonly most: number;
    readonly joint: (one: TrendCase) => boolean;
    readonly skipped: (one: TrendCase) => boolean;
  },
): readonly Week[] {
  const last = mondayOf(today);
  const furthest = last - (is.most - 1) * 7;
  // Weeks before the first one with a case say nothing: a few old cases do not make them.
  const first = cases
    .flatMap(({ on, closedOn }) => [on, closedOn])
    .reduce<CivilDay>((least, day) => (day !== null && day >= furthest && day < least ? mondayOf(day) : least), last);
  const weeks = Array.from({ length: (last - first) / 7 + 1 }, (_, i) => ({
    monday: first + i * 7,
    came: 0,
    closed: 0,
    joint: 0,
    skipped: 0,
  }));
  const at = (day: CivilDay | null) =>
    day === null || day > today || day < first ? undefined : weeks[(mondayOf(day) - first) / 7];
  for (const one of cases) {
    const came = at(one.on);
    if (came) {
      came.came++;
      if (is.joint(one)) came.joint++;
      if (is.skipped(one)) came.skipped++;
    }
    const closed = at(one.closedOn);
    if (closed) closed.closed++;
  }
  return weeks;
}
