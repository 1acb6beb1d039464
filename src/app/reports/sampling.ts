import { ok } from '../../core/problem';
import { samplingReport } from '../../core/reports/sampling/sampleReport';
import type { ReportDefinition } from './definition';

/** 社会督查抽查表. */
export const sampling: ReportDefinition = {
  kind: 'sampling',
  ending: 'xlsx',
  build: (sources, words) => ok(samplingReport(sources, words.sampling)),
};
