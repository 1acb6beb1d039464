import { inspectionReport } from '../../core/reports/inspection/inspectionReport';
import type { ReportDefinition } from './registry';

/** 迎检材料. */
export const inspection: ReportDefinition = {
  kind: 'inspection',
  ending: 'xlsx',
  build: (sources, words) => inspectionReport(sources, words.inspection),
};
