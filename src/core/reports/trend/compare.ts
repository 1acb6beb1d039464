import type { CivilDay } from '../../dates/civil';
import { adjustedForMany, binomialAtLeast, hypergeometricAtLeast } from './chance';

/** What is compared with what, in weeks. */
export const RECENT_WEEKS = 4;
export const MOST_WEEKS_BEFORE = 24;
/** With a shorter past there is nothing to compare with. */
export const LEAST_WEEKS_BEFORE = 4;
/** With fewer cases than these, lately and in four weeks of the past alike, nothing is said. */
export const LEAST_CASES = 5;
/** What happens by chance more seldom than this counts as more than chance. */
export const SELDOM = 0.05;

/** The last four weeks, up to and with the day looked from, and the whole weeks before them. */
export interface Span {
  readonly recentFrom: CivilDay;
  readonly beforeFrom: CivilDay;
  readonly weeksBefore: number;
  readonly until: CivilDay;
}

/**
 * The weeks to compare, from the first case within half a year: a few old cases that a ledger carries along do not make
 * the weeks between a past without cases.
 */
export function spanOf(today: CivilDay, days: Iterable<CivilDay>): Span {
  const recentFrom = today - RECENT_WEEKS * 7 + 1;
  const furthest = recentFrom - MOST_WEEKS_BEFORE * 7;
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
  /** Cases in four weeks of the past, on average; null without a past. */
  readonly average: number | null;
  /** The chance of so many or more if nothing had changed; null where nothing is said. */
  readonly chance: number | null;
  readonly verdict: Verdict;
}

/** The whole ledger against its own past. */
export function compareAll(counts: Counts, span: Span): Comparison {
  const share = RECENT_WEEKS / (RECENT_WEEKS + span.weeksBefore);
  return judged([counts], span, ({ recent, before }) => binomialAtLeast(recent, recent + before, share))[0]!;
}

/**
 * Groups against their past. Where all cases together have risen (a ledger that was only just begun, a campaign that
 * collects), each group is held against all of them instead: only one that grew more than the rest stands out.
 */
export function compareGroups(groups: readonly Counts[], all: Comparison, span: Span): readonly Comparison[] {
  const share = RECENT_WEEKS / (RECENT_WEEKS + span.weeksBefore);
  const byShare = all.verdict === 'rising';
  return judged(groups, span, ({ recent, before }) =>
    byShare
      ? hypergeometricAtLeast(recent, recent + before, all.recent, all.recent + all.before)
      : binomialAtLeast(recent, recent + before, share),
  );
}

function judged(groups: readonly Counts[], span: Span, chanceOf: (counts: Counts) => number): Comparison[] {
  const averageOf = ({ before }: Counts): number | null =>
    span.weeksBefore < LEAST_WEEKS_BEFORE ? null : (before * RECENT_WEEKS) / span.weeksBefore;
  const isFew = (counts: Counts): boolean => counts.recent < LEAST_CASES && (averageOf(counts) ?? 0) < LEAST_CASES;
  const told = groups.flatMap((counts, at) => (averageOf(counts) === null || isFew(counts) ? [] : [at]));
  const chances = told.map((at) => chanceOf(groups[at]!));
  const adjusted = adjustedForMany(chances);
  return groups.map((counts, at) => {
    const average = averageOf(counts);
    const i = told.indexOf(at);
    if (i < 0) return { ...counts, average, chance: null, verdict: isFew(counts) ? 'few' : 'noPast' };
    const chance = chances[i] ?? 1;
    const verdict = (adjusted[i] ?? 1) < SELDOM ? 'rising' : chance < SELDOM ? 'maybe' : 'asBefore';
    return { ...counts, average, chance, verdict: counts.recent < LEAST_CASES ? 'asBefore' : verdict };
  });
}
