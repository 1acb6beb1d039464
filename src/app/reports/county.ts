import { ok } from '../../core/problem';
import { countyReport } from '../../core/reports/county/countyReport';
import type { ReportDefinition } from './definition';

/** 受理反馈表, 办结反馈表 and 销号审批表, for the county. */
export const county: ReportDefinition = {
  kind: 'county',
  ending: 'xlsx',
  build: (sources, words) => ok(countyReport(sources, words.county)),
};
