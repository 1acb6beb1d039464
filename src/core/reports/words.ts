import type { InspectionWords } from './inspection/words';
import type { SamplingWords } from './sampling/words';
import type { ReportSettings } from './settings';
import type { TrendWords } from './trend/words';
import type { AppraisalWords } from './appraisal/words';
import type { NoticeWords } from './notices/words';
import type { SummaryWords } from './summary/words';
import type { ReportKind } from './report';
import type { CountyWords } from './county/words';
import type { FilingWords } from './filing/words';
import type { MonthlyWords } from './monthly/words';
import type { WeeklyWords } from './weekly/words';

/** The words of every report, one entry a kind, brought by `text`. */
export interface ReportWords {
  readonly weekly: WeeklyWords;
  readonly notices: NoticeWords;
  readonly sampling: SamplingWords;
  readonly inspection: InspectionWords;
  trend(settings: ReportSettings): TrendWords;
  readonly summary: SummaryWords;
  readonly appraisal: AppraisalWords;
  readonly monthly: MonthlyWords;
  readonly county: CountyWords;
  readonly filing: FilingWords;
  /** What each is called, and what a person gets by it. */
  readonly offers: Readonly<Record<ReportKind, { readonly title: string; readonly holds: string }>>;
}
