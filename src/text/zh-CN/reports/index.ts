import type { ReportWords } from '../../../core/reports/words';
import { WEEKLY_WORDS } from './weekly';

/** What reports say, a file each. */
export const REPORT_WORDS: ReportWords = {
  weekly: WEEKLY_WORDS,
};
