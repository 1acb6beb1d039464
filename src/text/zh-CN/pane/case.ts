import { weekday, ymd, type CivilDay } from '../../../core/dates/civil';
import type { Aside } from '../../../core/setAside/entry';
import { dayWithWeekday, longDate, WEEKDAYS } from '../dates';
import { sayStanding } from '../setAside';

/** What an edit came to for a case. */
interface Changes {
  readonly mended: readonly string[];
  readonly appeared: readonly string[];
  readonly due: { readonly on: CivilDay | null } | null;
  readonly standing: number;
}

/** What the days of a period come to, as the proof counts them. */
export interface TimelineTotals {
  readonly start: CivilDay;
  readonly due: CivilDay;
  /** With the last day of the period, be it the due day or the day off that rolls to it. */
  readonly counted: number;
  readonly skipped: number;
  readonly skippedNames: readonly string[];
  readonly madeUp: number;
  readonly rolled: number;
  readonly rolledNames: readonly string[];
}

const quoted = (titles: readonly string[]): string => titles.map((title) => `“${title}”`).join('、');

/** 2021年10月8日 周五 */
const wholeDay = (day: CivilDay): string => `${longDate(day)} ${WEEKDAYS[weekday(day) - 1] ?? ''}`;

/** A plain weekend has no name of its own. */
const named = (names: readonly string[]): string => {
  const told = names.map((name) => name || '周末');
  return told.length === 0 ? '' : `（${told.join('、')}）`;
};

const DAYS = {
  start: ({ start }: TimelineTotals): string => `起算日 ${dayWithWeekday(start)}，不计入`,
  counted: ({ counted }: TimelineTotals): string => `计入 ${counted} 天，含最后一天`,
  madeUp: ({ madeUp }: TimelineTotals): string => `调休上班 ${madeUp} 天，计入`,
  skipped: ({ skipped, skippedNames }: TimelineTotals): string => `休息 ${skipped} 天，不计${named(skippedNames)}`,
  rolled: ({ rolled, rolledNames }: TimelineTotals): string => `末日逢休，顺延 ${rolled} 天${named(rolledNames)}`,
  due: ({ due }: TimelineTotals): string => `应办结 ${dayWithWeekday(due)}`,
} as const;

/** What the view 本案 says. */
export const CASE_WORDS = {
  previous: '上一件',
  next: '下一件',
  beside: '前后各件',
  whole: '全文',
  shorter: '收起',
  isOpen: (isOpen: boolean | null): string => (isOpen === null ? '看不出是否办结' : isOpen ? '在办' : '已办结'),
  go: (cell: string): string => `到 ${cell}`,

  noCase: (row: number): string => `第 ${row} 行不是诉求，请选中台账里的一行。`,
  otherSheet: (sheet: string, ledger: string): string => `选中的是工作表“${sheet}”，请选中台账“${ledger}”里的一行。`,
  nothingSelected: '选中的不是诉求',
  selectOne: '请在台账里点一下某件诉求所在的行，这里就显示这一件。',
  stillShown: (label: string): string => `下面仍是“${label}”。`,
  back: '回到这一件',

  changed: ({ mended, appeared, due, standing }: Changes): string =>
    [
      '已随改动重新检查。',
      ...(mended.length > 0 ? [`已改好：${quoted(mended)}。`] : []),
      ...(appeared.length > 0 ? [`新出现：${quoted(appeared)}。`] : []),
      ...(due === null ? [] : [due.on === null ? '现在算不出应办结日。' : `应办结日改为 ${dayWithWeekday(due.on)}。`]),
      ...(mended.length + appeared.length === 0 && due === null ? ['本件的问题没有增减。'] : []),
      standing === 0 ? '本件没有问题了。' : `还有 ${standing} 个问题。`,
    ].join(''),

  toDo: '下一步',
  nothingToDo: '没有要补正的事。',
  carryOn: (due: CivilDay): string => `照常办理，应于 ${dayWithWeekday(due)} 前（含当日）办结。`,
  onlyFacts: (count: number): string => `有 ${count} 个问题已成事实，不能再补，见“本件的问题”。`,

  clarities: '三个明确',
  clarity: { clear: '明确', wanting: '不明确', cannotJudge: '无法判定' },
  blank: '（未填）',
  noColumn: '台账没有这一列',

  due: '办理时限',
  wholeDay,
  basis: (kind: string): string => `依据：${kind}`,
  noDueDay: '没有应办结日。',
  unknownDue: (why: string): string => `算不出应办结日：${why.replace(/[。；]?$/, '。')}`,
  unknownState: (why: string): string => `看不出是否按期：${why.replace(/[。；]?$/, '。')}`,
  proof: '怎样算出来的',
  calendar: (totals: TimelineTotals): string =>
    `日历：${[
      `从 ${longDate(totals.start)} 起算，当天不计`,
      DAYS.counted(totals),
      ...(totals.madeUp > 0 ? [`其中${DAYS.madeUp(totals)}`] : []),
      ...(totals.skipped > 0 ? [DAYS.skipped(totals)] : []),
      ...(totals.rolled > 0 ? [DAYS.rolled(totals)] : []),
      `应于 ${longDate(totals.due)} 办结`,
    ].join('；')}。`,
  days: DAYS,
  today: (today: CivilDay): string => `今天 ${dayWithWeekday(today)}`,
  month: (year: number, month: number, tellsYear: boolean): string =>
    tellsYear ? `${year}年${month}月` : `${month}月`,
  gap: (gap: { from: CivilDay; to: CivilDay; days: number; counted: number; skipped: number }): string => {
    const [from, to] = [ymd(gap.from), ymd(gap.to)];
    const until = `${from.year === to.year ? '' : `${to.year}年`}${to.month}月`;
    const days = gap.skipped > 0 ? `计入 ${gap.counted} 天，不计 ${gap.skipped} 天` : `计入 ${gap.counted} 天`;
    return `⋮ ${from.year}年${from.month}月至${until}：${days}`;
  },

  steps: '办理与销号',
  step: { done: '已办', now: '现在办', later: '以后办', wanting: '未填', cannotJudge: '无法判定' },

  classification: '甄别',
  category: '现归为',
  decided: '已由人认定',
  undecided: '尚未由人认定',
  summary: '小结',
  evidence: '依据的字句',
  evidenceQuote: (words: readonly string[]): string => words.map((word) => `“${word}”`).join(''),
  toVerify: '待核实',
  toVerifyHow: '文中有需要人工核实的字句，核实之前不作认定，不影响诉求本身的分类。',
  treatments: '处理方式（可以并行）',
  byPerson: '由人认定',
  decideHow: '规则只提建议，是否属实、归哪一类由人认定。认定后请填写“甄别分类”：',
  redecideHow: '认定由人作出，规则不会改动它。需要更改的，请改“甄别分类”：',
  noDecisionColumn: '台账没有“甄别分类”列，认定结果没有地方填写；请在台账加这一列，或在“设置”里指定。',

  findings: '本件的问题',
  noFindings: '没有发现问题。',
  asideHeading: (count: number): string => `已搁置 ${count} 个（误报、暂缓）`,
  aside: (aside: Aside): string =>
    `${sayStanding(aside)}，${aside.by}认定于 ${longDate(aside.on)}：${aside.reason.replace(/。?$/, '。')}`,

  outcomes: (rules: number): string => `全部规则结论（${rules} 条）`,
  outcome: { flagged: '有问题', cannotJudge: '无法判定', clean: '没有问题', notApplicable: '不适用' },
  outcomeCount: (count: number): string => `${count} 条`,
} as const;

/** A sign beside each word, so that colour is never the only difference. */
export const CASE_SIGNS = {
  clear: '✓',
  done: '✓',
  now: '▶',
  later: '○',
  wanting: '!',
  cannotJudge: '?',
} as const;
