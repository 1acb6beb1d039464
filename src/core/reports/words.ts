import type { NoticeWords } from './notices/words';
import type { WeeklyWords } from './weekly/words';

/** The words of every report, one entry a kind, brought by `text`. */
export interface ReportWords {
  readonly weekly: WeeklyWords;
  readonly notices: NoticeWords;
}
