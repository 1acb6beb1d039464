import type { CivilDay } from '../../dates/civil';

/** What the weekly report says. */
export interface WeeklyWords {
  readonly sheet: string;
  readonly title: string;
  /** Which ledgers, how many cases, as of which day. */
  headLine(head: { readonly files: readonly string[]; readonly cases: number; readonly today: CivilDay }): string;
  readonly headings: readonly string[];
  footer(head: { readonly today: CivilDay }): string;
  daysLeft(days: number | null): string;
}
