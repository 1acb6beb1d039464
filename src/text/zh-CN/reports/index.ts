import type { ReportWords } from '../../../core/reports/words';
import { NOTICE_WORDS } from './notices';
import { WEEKLY_WORDS } from './weekly';

/** What reports say, a file each. */
export const REPORT_WORDS: ReportWords = {
  weekly: WEEKLY_WORDS,
  notices: NOTICE_WORDS,
};
