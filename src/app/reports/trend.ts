import { ok } from '../../core/problem';
import { trendReport } from '../../core/reports/trend/trendReport';
import type { ReportDefinition } from './definition';

/** 趋势分析. */
export const trend: ReportDefinition = {
  kind: 'trend',
  ending: 'xlsx',
  build: (sources, words) => ok(trendReport(sources, (settings) => words.trend(settings))),
};
