import type { ReportContent, ReportKind, ReportSources } from '../../core/reports/report';
import type { ReportWords } from '../../core/reports/words';
import type { Result } from '../../core/problem';
import { appraisal } from './appraisal';
import { county } from './county';
import { filing } from './filing';
import { inspection } from './inspection';
import { masked } from './masked';
import { monthly } from './monthly';
import { notices } from './notices';
import { sampling } from './sampling';
import { summary } from './summary';
import { trend } from './trend';
import { weekly } from './weekly';

/** How a kind of report is made, and what its file is called. */
export interface ReportDefinition {
  readonly kind: ReportKind;
  /** Without a dot. */
  readonly ending: 'xlsx' | 'docx';
  build(sources: ReportSources, words: ReportWords): Result<ReportContent>;
}

/** Every report that can be made, in the order they are told; one file a kind. All hide whom the ledgers name. */
export const REPORTS: readonly ReportDefinition[] = [
  weekly,
  monthly,
  county,
  filing,
  notices,
  sampling,
  inspection,
  trend,
  summary,
  appraisal,
].map(masked);

export const reportOf = (kind: ReportKind): ReportDefinition | undefined =>
  REPORTS.find((report) => report.kind === kind);
