import type { ReportKind } from '../../core/reports/report';
import { appraisal } from './appraisal';
import { county } from './county';
import type { ReportDefinition } from './definition';
import { filing } from './filing';
import { inspection } from './inspection';
import { masked } from './masked';
import { monthly } from './monthly';
import { notices } from './notices';
import { sampling } from './sampling';
import { summary } from './summary';
import { trend } from './trend';
import { weekly } from './weekly';

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
