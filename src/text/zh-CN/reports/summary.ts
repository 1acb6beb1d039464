import type { SummaryWords } from '../../../core/reports/summary/words';
import { ymd } from '../../../core/dates/civil';
import { NOTICE_WORDS } from './notices';

const shortDay = (on: number): string => {
  const { month, day } = ymd(on);
  return `${month}.${day}`;
};

/** Tenths of a per cent, halves up, in whole numbers: no fraction of a machine's makes 12.5 into 12.4. */
function share(part: number, whole: number): string {
  if (whole === 0) return '—';
  const tenths = Math.floor((part * 2000 + whole) / (2 * whole));
  return `${Math.floor(tenths / 10)}.${tenths % 10}%`;
}

/** What the summary of the campaign says beside its template. */
export const SUMMARY_WORDS: SummaryWords = {
  ...NOTICE_WORDS,
  title: '专项行动工作总结',
  share,
  untold: '—',
  blank: '未填',
  phase: (from, to) => (from === '' ? `${to}前` : `${from}至${to}`),
  tasks: (tasks) => tasks.join('；'),
  week: (monday) => `${shortDay(monday)}—${shortDay(monday + 6)}`,
  series: { total: '在册', open: '在办', closed: '办结', overdue: '超期', registered: '登记' },
  cases: '件',
  charts: { units: '各单位办理情况', channels: '各渠道办理情况', weeks: '各周登记和办结情况' },
};
