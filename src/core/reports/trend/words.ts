import type { CivilDay } from '../../dates/civil';
import type { AdviceReason } from './advice';
import type { Comparison, Span } from './compare';
import type { Dimension } from './groups';

/** What a trend report is headed by. */
export interface TrendHead {
  readonly files: readonly string[];
  readonly owner: string;
  readonly today: CivilDay;
}

/** What the trend report says. */
export interface TrendWords {
  readonly title: string;
  readonly sheets: Readonly<Record<'overview' | Dimension | 'weeks' | 'repeats' | 'advice', string>>;
  footer(head: TrendHead): string;
  headLine(head: TrendHead): string;
  readonly sections: Readonly<Record<'total' | 'notice' | 'method', string>>;
  total(counts: {
    readonly cases: number;
    readonly undated: number;
    readonly joint: number;
    readonly skipped: number;
    readonly people: number;
    readonly accusations: number;
  }): string;
  /** 近4周 9 件，此前每4周平均 3.2 件，偶然出现的可能小于 1%. */
  comparison(comparison: Comparison): string;
  verdict(comparison: Comparison): string;
  /** The whole ledger, in a sentence; what follows from it for the groups. */
  overall(comparison: Comparison): string;
  /** A group that rose, named with what it is a group of. */
  risen(dimension: Dimension, name: string, comparison: Comparison): string;
  readonly nothingRisen: string;
  method(span: Span, groups: number): readonly string[];
  groupTitle(dimension: Dimension): string;
  groupLine(dimension: Dimension, counts: { readonly groups: number; readonly unsaid: number }): string;
  groupHeadings(dimension: Dimension): readonly string[];
  noColumn(dimension: Dimension): string;
  share(part: number, whole: number): string;
  readonly chart: {
    groups(dimension: Dimension, shown: number): string;
    readonly weeks: string;
    readonly recent: string;
    readonly average: string;
    readonly cases: string;
    readonly came: string;
    readonly closed: string;
  };
  readonly weeksTitle: string;
  readonly weeksLine: string;
  readonly weekHeadings: readonly string[];
  /** A week by its Monday, short enough for an axis. */
  weekOf(monday: CivilDay): string;
  week(monday: CivilDay): string;
  readonly repeatsTitle: string;
  repeatsLine(accusations: number): string;
  readonly repeatSections: Readonly<Record<'people' | 'matters' | 'joint' | 'skipped', string>>;
  readonly repeatHeadings: readonly string[];
  readonly listHeadings: readonly string[];
  readonly none: string;
  more(count: number): string;
  byNameOnly(name: string): string;
  times(count: number): string;
  between(first: CivilDay | null, last: CivilDay | null): string;
  /** A case by its number, or where it stands for want of one. */
  caseName(caseNo: string, file: string | null, row: number): string;
  unsaid(text: string): string;
  people(count: number): string;
  readonly adviceTitle: string;
  readonly adviceLine: string;
  readonly adviceHeadings: readonly string[];
  reason(reason: AdviceReason): string;
  readonly noAdvice: string;
  /** What only a person can write. */
  readonly adviceGap: string;
}
