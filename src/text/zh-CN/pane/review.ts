import type { CivilDay } from '../../../core/dates/civil';
import { dayWithWeekday } from '../dates';
import { thousands } from './shell';

/** What is said where one meeting is recorded for many cases. */
export const REVIEW_WORDS = {
  heading: '调度记录',
  how: '勾选这次调度了哪些诉求，写一次议定事项，就都记上。记在“调度记录”工作表里，不改台账。',
  search: '按编号、股室、内容查找',
  cases: '没有办结的诉求',
  found: (total: number): string => `${thousands(total)} 件，最急的在前`,
  nothing: '没有找到。请换个词，或清空查找。',
  noneOpen: '台账里没有未办结的诉求。',
  tickAll: (total: number): string => `全选这 ${thousands(total)} 件`,
  untick: '全不选',
  ticked: (count: number): string => `已勾选 ${thousands(count)} 件`,
  more: (count: number): string => `再列 ${thousands(count)} 件`,
  withoutNumber: '没有编号，记不上。请先在台账补填编号。',
  skipped: (count: number): string => `其中 ${thousands(count)} 件没有编号，没有勾选。`,
  day: '调度日期',
  dayMissing: '请选择调度日期。',
  dayInFuture: (today: CivilDay): string => `不能晚于检查基准日 ${dayWithWeekday(today)}。`,
  decision: '议定事项',
  decisionHint: '例如：由责任股室牵头，下周一前当面答复',
  decisionMissing: '请填写议定事项。',
  casesMissing: '请先勾选诉求。',
  record: (count: number): string => (count === 0 ? '记录调度' : `为 ${thousands(count)} 件记录调度`),
  recorded: (count: number, on: CivilDay): string =>
    `已为 ${thousands(count)} 件记下 ${dayWithWeekday(on)} 的调度，在“调度记录”工作表，并已重新检查。`,
} as const;
