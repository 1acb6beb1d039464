import type { CivilDay } from '../../dates/civil';
import type { TrendSettings } from '../settings';
import { adjustedForMany, binomialAtLeast, hypergeometricAtLeast } from './chance';

/** The last weeks, up to and with the day looked from, and the whole weeks before them. */
export interface Span {
  readonly recentFrom: CivilDay;
  readonly beforeFrom: CivilDay;
  readonly weeksBefore: number;
  readonly until: CivilDay;
}

/**
 * The weeks to compare, from the first case within them: a few old cases that a ledger carries along do not make
 * the weeks between a past without cases.
 */
export function spanOf(today: CivilDay, days: Iterable<CivilDay>, settings: TrendSettings): Span {
  const recentFrom = today - settings.recentWeeks * 7 + 1;
  const furthest = recentFrom - settings.mostWeeksBefore * 7;
  let first = recentFrom;
  for (const on of days) if (on >= furthest && on < first) first = on;
  const weeksBefore = Math.floor((recentFrom - first) / 7);
  return { recentFrom, beforeFrom: recentFrom - weeksBefore * 7, weeksBefore, until: today };
}

export interface Counts {
  readonly recent: number;
  readonly before: number;
}

export function countIn(span: Span, days: Iterable<CivilDay | null>): Counts {
  let [recent, before] = [0, 0];
  for (const on of days) {
    if (on === null || on > span.until) continue;
    if (on >= span.recentFrom) recent++;
    else if (on >= span.beforeFrom) before++;
  }
  return { recent, before };
}

/**
 * What may be said: `few` and `noPast` say that nothing can; `rising` is more than chance even among all the groups
 * looked at, `maybe` only by itself.
 */
export type Verdict = 'few' | 'noPast' | 'rising' | 'maybe' | 'asBefore';

export interface Comparison extends Counts {
  /** Cases in as many weeks of the past, on average; null without a past. */
  readonly average: number | null;
  /** The chance of so many or more if nothing had changed; null where nothing is said. */
  readonly chance: number | null;
  readonly verdict: Verdict;
}

/** The whole ledger against its own past. */
export function compareAll(counts: Counts, span: Span, settings: TrendSettings): Comparison {
  const share = recentShare(span, settings);
  return judged([counts], span, settings, ({ recent, before }) => binomialAtLeast(recent, recent + before, share))[0]!;
}

/**
 * Groups against their past. Where all cases together have risen (a ledger that was only just begun, a campaign that
 * collects), each group is held against all of them instead: only one that grew more than the rest stands out.
 */
export function compareGroups(
  groups: readonly Counts[],
  all: Comparison,
  span: Span,
  settings: TrendSettings,
): readonly Comparison[] {
  const share = recentShare(span, settings);
  const byShare = all.verdict === 'rising';
  return judged(groups, span, settings, ({ recent, before }) =>
    byShare
      ? hypergeometricAtLeast(recent, recent + before, all.recent, all.recent + all.before)
      : binomialAtLeast(recent, recent + before, share),
  );
}

const recentShare = ({ weeksBefore }: Span, { recentWeeks }: TrendSettings): number =>
  recentWeeks / (recentWeeks + weeksBefore);

function judged(
  groups: readonly Counts[],
  span: Span,
  { recentWeeks, leastWeeksBefore, leastCases, seldomPercent }: TrendSettings,
  chanceOf: (counts: Counts) => number,
): Comparison[] {
  const seldom = seldomPercent / 100;
  const averageOf = ({ before }: Counts): number | null =>
    span.weeksBefore < leastWeeksBefore ? null : (before * recentWeeks) / span.weeksBefore;
  const isFew = (counts: Counts): boolean => counts.recent < leastCases && (averageOf(counts) ?? 0) < leastCases;
  const told = groups.flatMap((counts, at) => (averageOf(counts) === null || isFew(counts) ? [] : [at]));
  const chances = told.map((at) => chanceOf(groups[at]!));
  const adjusted = adjustedForMany(chances);
  return groups.map((counts, at) => {
    const average = averageOf(counts);
    const i = told.indexOf(at);
    if (i < 0) return { ...counts, average, chance: null, verdict: isFew(counts) ? 'few' : 'noPast' };
    const chance = chances[i] ?? 1;
    const verdict = (adjusted[i] ?? 1) < seldom ? 'rising' : chance < seldom ? 'maybe' : 'asBefore';
    return { ...counts, average, chance, verdict: counts.recent < leastCases ? 'asBefore' : verdict };
  });
}
