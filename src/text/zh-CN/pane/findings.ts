import type { DueState } from '../../../core/facts/dueStates';
import type { Severity } from '../../../core/rules/pack';
import { SEVERITY_WORDS, STATE_WORDS } from '../words';
import { thousands } from './shell';

/** Findings and the cases they are of. */
interface Counted {
  readonly findings: number;
  readonly cases: number;
}

const counted = ({ cases, findings }: Counted): string => `${thousands(cases)} 件 ${thousands(findings)} 条`;

/** What the view 问题 says. */
export const FINDINGS_WORDS = {
  shows: { open: '待整改', unjudged: '无法判定', aside: '已搁置' },
  showsLabel: '看哪些',
  groups: { case: '按诉求', rule: '按问题', unit: '按股室' },
  groupsLabel: '分组',
  count: (count: number): string => `${thousands(count)} 条`,
  number: thousands,
  search: '搜索股室、编号、标题、问题',
  filter: (active: number): string => (active === 0 ? '筛选' : `筛选（${active}）`),
  severities: '轻重',
  states: '期限',
  severity: (severity: Severity): string => SEVERITY_WORDS[severity],
  state: (state: DueState): string => (state === 'cannotJudge' ? '期限无法判定' : STATE_WORDS[state]),
  chipsLabel: '正在用的筛选',
  clearSearch: '清除搜索',
  removeChip: (word: string): string => `去掉筛选：${word}`,
  clear: '清除筛选',
  figure: {
    open: (all: number, { cases, findings }: Counted): string =>
      `${thousands(all)} 件中 ${thousands(cases)} 件有问题，共 ${thousands(findings)} 条。`,
    unjudged: (all: number, { cases, findings }: Counted): string =>
      `${thousands(all)} 件中 ${thousands(cases)} 件有无法判定的事项，共 ${thousands(findings)} 条。`,
    aside: (all: number, { cases, findings }: Counted): string =>
      `${thousands(all)} 件中 ${thousands(cases)} 件有搁置的问题，共 ${thousands(findings)} 条。`,
  },
  filtered: (some: Counted, all: Counted): string => `筛选出 ${counted(some)}（共 ${counted(all)}）。`,
  capped: (shown: number): string => `列表只到第 ${thousands(shown)} 行。请用搜索或筛选缩小范围，再看其余的。`,
  listLabel: '问题列表',
  clean: '检查过，没有发现问题',
  cleanBase: (cases: number, rules: number): string => `${thousands(cases)} 件，${rules} 条规则。`,
  besides: (unjudged: number, aside: number): string =>
    `另有${[
      ...(unjudged > 0 ? [` ${thousands(unjudged)} 条无法判定`] : []),
      ...(aside > 0 ? [` ${thousands(aside)} 条已搁置`] : []),
    ].join('、')}，点上方可看。`,
  noMatch: '没有符合筛选的问题',
  noMatchOf: (all: Counted): string => `全部有 ${counted(all)}，都不符合现在的筛选。`,
  noneUnjudged: '没有无法判定的事项',
  noneUnjudgedBase: (cases: number, rules: number): string =>
    `${thousands(cases)} 件、${rules} 条规则，每一条都判得出结果。`,
  noneAside: '没有搁置的问题',
  noneAsideHow: '确认是误报，或经同意暂缓处理的，可在“待整改”里点开那一条，选“误报”或“暂缓”。',
} as const;
