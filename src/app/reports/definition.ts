import type { Result } from '../../core/problem';
import type { ReportContent, ReportKind, ReportSources } from '../../core/reports/report';
import type { ReportWords } from '../../core/reports/words';

/** How a kind of report is made, and what its file is called. */
export interface ReportDefinition {
  readonly kind: ReportKind;
  /** Without a dot. */
  readonly ending: 'xlsx' | 'docx';
  build(sources: ReportSources, words: ReportWords): Result<ReportContent>;
}
