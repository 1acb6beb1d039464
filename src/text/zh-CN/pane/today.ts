import type { DueState } from '../../../core/facts/dueStates';
import { STATE_WORDS } from '../words';
import { thousands } from './shell';

/** What the view 今日 says. */
export const TODAY_WORDS = {
  summary: '检查结果',
  figure: (cases: number, flagged: number, unjudged: number): string =>
    `${thousands(cases)} 件中 ${thousands(flagged)} 件有问题${unjudged > 0 ? `，${thousands(unjudged)} 件有无法判定的事项` : ''}。`,
  cases: (count: number): string => `${thousands(count)} 件`,
  heading: (count: number): string => `先办这 ${count} 件事`,
  /** Said in full, since the button's own words are but 超期 4 件. */
  seeState: (state: DueState, count: number): string => `${STATE_WORDS[state]} ${count} 件，看这些诉求的问题`,
  clean: '检查过，没有发现问题',
  cleanBase: (cases: number, rules: number): string => `${thousands(cases)} 件，${rules} 条规则。`,
  nothingToday: '今天没有要办的急事',
  seeFindings: (flagged: number, unjudged: number): string =>
    [
      ...(flagged > 0 ? [`另有 ${flagged} 件有其他问题`] : []),
      ...(unjudged > 0 ? [`${unjudged} 件有无法判定的事项`] : []),
    ].join('，') + '，见“问题”。',
} as const;
