import { ok } from '../../core/problem';
import { filingReport } from '../../core/reports/filing/filingReport';
import type { ReportDefinition } from './definition';

/** 时限备案表 and 延期审批表. */
export const filing: ReportDefinition = {
  kind: 'filing',
  ending: 'xlsx',
  build: (sources, words) => ok(filingReport(sources, words.filing)),
};
