import { ledgerName } from '../cases';
import type { ReportSources } from '../report';
import { settingsOf, type ReportSettings } from '../settings';
import { compareAll, countIn, spanOf, type Comparison, type Span } from './compare';
import { DIMENSIONS, groupCases, type GroupedCases } from './groups';
import { isJoint, isSkipped, repeatedMatters, repeatedPetitioners, type Repeat } from './repeats';
import { trendCases, type TrendCase } from './trendCase';
import { weeksOf, type Week } from './weeks';
import type { TrendHead } from './words';

/** A trend worked out, before it is laid out. */
export interface Trend {
  readonly head: TrendHead;
  readonly settings: ReportSettings;
  readonly cases: readonly TrendCase[];
  /** Those that may be told of one by one: no accusation is. */
  readonly listed: readonly TrendCase[];
  readonly span: Span;
  readonly all: Comparison;
  readonly grouped: readonly GroupedCases[];
  readonly weeks: readonly Week[];
  readonly people: readonly Repeat[];
  readonly matters: readonly Repeat[];
  /** Whether rows have to say which file they are from. */
  readonly severalFiles: boolean;
}

/** Counts and compares the cases of the sources, before anything is laid out. */
export function trendOf(sources: ReportSources): Trend {
  const cases = trendCases(sources);
  const { today } = sources;
  const days = cases.flatMap(({ on }) => (on === null ? [] : [on]));
  const settings = settingsOf(sources.ledgers[0]?.checked.pack);
  const span = spanOf(today, days, settings.trend);
  const all = compareAll(countIn(span, days), span, settings.trend);
  const listed = cases.filter(({ isAccusation }) => !isAccusation);
  return {
    head: {
      files: sources.ledgers.map(({ file }) => ledgerName(file)),
      owner: sources.ledgers[0]?.checked.pack.owner ?? '',
      today,
    },
    settings,
    cases,
    listed,
    span,
    all,
    grouped: DIMENSIONS.map((dimension) => groupCases(cases, dimension, all, span, settings.trend)),
    weeks: weeksOf(cases, today, {
      most: settings.trend.weeksListed,
      joint: isJoint(settings.jointFrom),
      skipped: isSkipped,
    }),
    people: repeatedPetitioners(listed),
    matters: repeatedMatters(listed),
    severalFiles: sources.ledgers.length > 1,
  };
}
