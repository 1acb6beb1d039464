import type { CivilDay } from '../../dates/civil';
import type { Explanation } from '../../check/explanation';
import type { MassEdit } from '../../snapshots/lateEntries';
import type { Figures, Flow } from '../../snapshots/compare';
import type { FrameWords, ListWords } from '../frameWords';

/** What the weekly report says. */
export interface WeeklyWords {
  readonly frame: FrameWords;
  readonly review: ListWords & {
    /** Over the cases of a unit. */
    unit(unit: {
      readonly name: string;
      readonly sponsor: string;
      readonly cases: number;
      readonly overdue: number;
    }): string;
    lastReview(on: CivilDay, decision: string): string;
    readonly neverReviewed: string;
    /** 本周进展: what stands there, and whether it is what stood there before. */
    progress(text: string, unchangedWeeks: number | null): string;
    /** 卡点: what the check found, for the meeting to say more. */
    found(titles: readonly string[]): string;
  };
  readonly unassigned: ListWords & { waiting(days: number): string };
  /** Cases kept from the units that would see them. */
  readonly kept: ListWords & { readonly note: string; why(why: 'accused' | 'accusedUnknown'): string };
  readonly head: HeadWords;
  daysLeft(days: number | null): string;
}

/** The one page for the head. */
export interface HeadWords {
  readonly sheet: string;
  readonly title: string;
  readonly columns: readonly string[];
  readonly stocks: Readonly<Record<keyof Figures, string>>;
  readonly flows: Readonly<Record<keyof Flow, string>>;
  readonly vanished: string;
  /** How each figure is counted. */
  readonly meanings: Readonly<Record<keyof Figures | keyof Flow | 'resolvedSoFar' | 'vanished', string>>;
  /** In place of the meaning, where so many of the ledgers have no column for it. */
  withoutColumn(label: string, lacking: number, ledgers: number): string;
  /** What the figures are compared with, day by day; null where there is nothing to compare with. */
  compared(on: CivilDay | null): string;
  /** Where a figure of the week before can't be told. */
  readonly unknown: string;
  change(now: number, before: number): string;
  readonly urgent: {
    readonly heading: string;
    readonly none: string;
    readonly columns: readonly string[];
    /** Cases that are told on a sheet of their own. */
    kept(cases: number): string;
  };
  finding(explanation: Explanation): string;
  level(level: string): string;
  headcount(people: number): string;
  readonly late: {
    readonly heading: string;
    readonly none: string;
    /** Without a snapshot nothing can be told. */
    readonly unknown: string;
    /** Reviews of one day that were entered later, of cases of one unit. */
    backFilled(
      of: { readonly unit: string; readonly on: CivilDay; readonly since: CivilDay },
      numbers: readonly string[],
    ): string;
    massEdit(edit: MassEdit, numbers: readonly string[], since: CivilDay): string;
    more(count: number): string;
  };
}
