import { ok } from '../../core/problem';
import { weeklyReport } from '../../core/reports/weekly/weeklyReport';
import type { ReportDefinition } from './definition';

/** 周调度单. */
export const weekly: ReportDefinition = {
  kind: 'weekly',
  ending: 'xlsx',
  build: (sources, words) => ok(weeklyReport(sources, words.weekly)),
};
