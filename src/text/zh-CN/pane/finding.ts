import type { DueState } from '../../../core/facts/dueStates';
import { ASIDE_KINDS } from '../../../core/ledger/readSetAside';
import { STATE_WORDS } from '../words';

/** What is said around a finding, in whatever list it stands. */
export const FINDING_WORDS = {
  /** 超期 3 天, 今天到期, 剩 2 天. */
  days: (state: DueState, daysLeft: number): string => {
    if (daysLeft < 0) return `${STATE_WORDS.overdue} ${-daysLeft} 天`;
    if (daysLeft === 0) return '今天到期';
    return `剩 ${daysLeft} 天`;
  },
  why: '依据',
  next: '怎么办',
  goTo: (cell: string): string => `到 ${cell}`,
  openCase: '看本案',
  notMendable: '已成事实，不能再补',
  unjudged: '无法判定',
  asideKinds: ASIDE_KINDS,
} as const;
