import type { ReportWords } from '../../../core/reports/words';
import { INSPECTION_WORDS } from './inspection';
import { NOTICE_WORDS } from './notices';
import { SAMPLING_WORDS } from './sampling';
import { TREND_WORDS } from './trend';
import { WEEKLY_WORDS } from './weekly';

/** What reports say, a file each. */
export const REPORT_WORDS: ReportWords = {
  weekly: WEEKLY_WORDS,
  sampling: SAMPLING_WORDS,
  inspection: INSPECTION_WORDS,
  trend: TREND_WORDS,
  notices: NOTICE_WORDS,
};
