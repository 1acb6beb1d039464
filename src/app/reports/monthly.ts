import { ok } from '../../core/problem';
import { monthlyReport } from '../../core/reports/monthly/monthlyReport';
import type { ReportDefinition } from './definition';

/** 月调度表. */
export const monthly: ReportDefinition = {
  kind: 'monthly',
  ending: 'xlsx',
  build: (sources, words) => ok(monthlyReport(sources, words.monthly)),
};
