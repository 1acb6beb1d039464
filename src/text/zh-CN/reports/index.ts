import type { ReportWords } from '../../../core/reports/words';
import { INSPECTION_WORDS } from './inspection';
import { SAMPLING_WORDS } from './sampling';
import { trendWords } from './trend';
import { APPRAISAL_WORDS } from './appraisal';
import { REPORT_OFFERS } from './offers';
import { NOTICE_WORDS } from './notices';
import { SUMMARY_WORDS } from './summary';
import { COUNTY_WORDS } from './county';
import { FILING_WORDS } from './filing';
import { MONTHLY_WORDS } from './monthly';
import { WEEKLY_WORDS } from './weekly';

/** What reports say, a file each. */
export const REPORT_WORDS: ReportWords = {
  weekly: WEEKLY_WORDS,
  sampling: SAMPLING_WORDS,
  inspection: INSPECTION_WORDS,
  trend: trendWords,
  notices: NOTICE_WORDS,
  summary: SUMMARY_WORDS,
  appraisal: APPRAISAL_WORDS,
  monthly: MONTHLY_WORDS,
  county: COUNTY_WORDS,
  filing: FILING_WORDS,
  offers: REPORT_OFFERS,
};
