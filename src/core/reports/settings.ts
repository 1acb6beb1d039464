import type { RulePack } from '../rules/pack';

/** What a supervisor may want reports to go by: how much is many, how seldom is chance, what the head is asked to see. */
export interface ReportSettings {
  /** Petitions of so many people are joint ones. */
  readonly jointFrom: number;
  readonly trend: TrendSettings;
  readonly sampling: SamplingSettings;
  readonly head: HeadSettings;
  readonly lateEntries: LateSettings;
}

export interface TrendSettings {
  /** What is compared with what, in weeks. */
  readonly recentWeeks: number;
  readonly mostWeeksBefore: number;
  /** With a shorter past there is nothing to compare with. */
  readonly leastWeeksBefore: number;
  /** With fewer cases than these, lately and in as many weeks of the past alike, nothing is said. */
  readonly leastCases: number;
  /** What happens by chance more seldom than this, in per cent, counts as more than chance. */
  readonly seldomPercent: number;
  /** A matter is general that comes up in so many cases, and in so many and more than half of the units or places. */
  readonly generalCases: number;
  readonly generalPlaces: number;
  /** So many joint, skipped-level or repeated cases of one matter, and so large a part of it, are a reason of their own. */
  readonly pressingCases: number;
  readonly pressingPercent: number;
  /** As many weeks are listed one by one. */
  readonly weeksListed: number;
}

/** How sure a sample is, as it is written in `reports.json`. */
export type Confidence = '90%' | '95%' | '99%';

export interface SamplingSettings {
  readonly confidence: Confidence;
  /** A share is told to within so many points. */
  readonly marginPercent: number;
  /** Every unit is looked at: at least so many of its cases, or all where it has fewer. */
  readonly leastPerUnit: number;
}

/** How cases are weighed that may need the head's word. */
export interface HeadSettings {
  /** By rule: how much a finding asks for the head's word, what a unit can't mend by itself the more. */
  readonly findings: ReadonlyMap<string, number>;
  /** Every so many days overdue weigh one more, up to so much. */
  readonly daysAPoint: number;
  readonly mostForDays: number;
  /** By 到访层级. */
  readonly levels: ReadonlyMap<string, number>;
  readonly joint: number;
  /** At least so many cases are shown where there are any, and up to `most` of those that weigh `enough`. */
  readonly few: number;
  readonly most: number;
  readonly enough: number;
}

/** When entries made late ask to be verified. */
export interface LateSettings {
  /** So many cases of one unit with the same new text. */
  readonly sameText: number;
  /** So many cases of one unit reviewed on one day, so many days before the cut-off, after so many days without. */
  readonly sameDay: number;
  readonly lateDays: number;
  readonly longWithout: number;
}

export const REPORTS_KIND = 'reports';

/** What a pack without `reports.json` goes by; the default pack says the same. */
export const USUAL: ReportSettings = {
  jointFrom: 5,
  trend: {
    recentWeeks: 4,
    mostWeeksBefore: 24,
    leastWeeksBefore: 4,
    leastCases: 5,
    seldomPercent: 5,
    generalCases: 5,
    generalPlaces: 3,
    pressingCases: 3,
    pressingPercent: 10,
    weeksListed: 26,
  },
  sampling: { confidence: '95%', marginPercent: 10, leastPerUnit: 2 },
  head: {
    findings: new Map([
      ['overdue', 3],
      ['limit-moved-repeatedly', 2],
      ['idling', 2],
      ['unit-missing', 2],
      ['unit-vague', 2],
      ['within-policy-unresolved', 2],
      ['leader-missing', 1],
      ['extension-without-consent', 1],
      ['long-open', 1],
      ['signed-off-while-open', 1],
    ]),
    daysAPoint: 10,
    mostForDays: 3,
    levels: new Map([
      ['市', 1],
      ['省', 2],
      ['中央', 2],
    ]),
    joint: 2,
    few: 3,
    most: 5,
    enough: 4,
  },
  lateEntries: { sameText: 3, sameDay: 5, lateDays: 3, longWithout: 14 },
};

/** What reports of ledgers judged by this pack go by. */
export const settingsOf = (pack: Pick<RulePack, 'further'> | undefined): ReportSettings =>
  (pack?.further?.get(REPORTS_KIND) as ReportSettings | null | undefined) ?? USUAL;
