import { formatIso } from '../../../core/dates/civil';
import type { WeeklyWords } from '../../../core/reports/weekly/words';
import { longDate } from '../dates';
import { formatNumber } from '../sentence';

/** 周调度单. */
export const WEEKLY_WORDS: WeeklyWords = {
  sheet: '周调度单',
  title: '群众诉求周调度单',
  headLine: ({ files, cases, today }) =>
    `台账：${files.join('、')}；未办结 ${formatNumber(cases)} 件；以 ${longDate(today)} 为准`,
  headings: ['编号', '责任股室', '事项', '包案负责人', '时限', '剩余或超期天数'],
  footer: ({ today }) => `截止日期：${formatIso(today)}`,
  daysLeft: (days) => (days === null ? '无法判定' : days < 0 ? `超期 ${-days} 天` : `剩 ${days} 天`),
};
