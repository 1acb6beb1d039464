import type { NoticeWords } from '../notices/words';

/** What the summary of the campaign says beside its template. */
export interface SummaryWords extends Pick<NoticeWords, 'day' | 'tableDay' | 'noUnit' | 'caseLabel'> {
  /** What the file is called. */
  readonly title: string;
  /** 33.3%; of nothing there is no share. */
  share(part: number, whole: number): string;
  /** In place of a figure whose column is not there. */
  readonly untold: string;
  /** Where a cell says nothing. */
  readonly blank: string;
  /** A phase from its first day to its last; without a first day up to its last. */
  phase(from: string, to: string): string;
  readonly tasks: (tasks: readonly string[]) => string;
  /** A week of a chart: 8.30—9.5. */
  week(monday: number): string;
  readonly series: {
    readonly total: string;
    readonly open: string;
    readonly closed: string;
    readonly overdue: string;
    readonly registered: string;
  };
  /** What the numbers count. */
  readonly cases: string;
  readonly charts: { readonly units: string; readonly channels: string; readonly weeks: string };
}
