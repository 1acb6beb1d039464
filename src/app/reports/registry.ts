import type { ReportKind } from '../../core/reports/report';
import { appraisal } from './appraisal';
import { county } from './county';
import type { ReportDefinition } from './definition';
import { filing } from './filing';
import { inspection } from './inspection';
import { monthly } from './monthly';
import { notices } from './notices';
import { sampling } from './sampling';
import { summary } from './summary';
import { trend } from './trend';
import { weekly } from './weekly';

/** Every report that can be made, in the order they are told; one file a kind. */
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
];

export const reportOf = (kind: ReportKind): ReportDefinition | undefined =>
  REPORTS.find((report) => report.kind === kind);
