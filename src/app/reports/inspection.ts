import { inspectionReport } from '../../core/reports/inspection/inspectionReport';
import type { ReportDefinition } from './definition';

/** 迎检材料. */
export const inspection: ReportDefinition = {
  kind: 'inspection',
  ending: 'xlsx',
  build: (sources, words) => inspectionReport(sources, words.inspection),
};
