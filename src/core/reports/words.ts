import type { InspectionWords } from './inspection/words';
import type { NoticeWords } from './notices/words';
import type { SamplingWords } from './sampling/words';
import type { TrendWords } from './trend/words';
import type { WeeklyWords } from './weekly/words';

/** The words of every report, one entry a kind, brought by `text`. */
export interface ReportWords {
  readonly weekly: WeeklyWords;
  readonly notices: NoticeWords;
  readonly sampling: SamplingWords;
  readonly inspection: InspectionWords;
  readonly trend: TrendWords;
}
