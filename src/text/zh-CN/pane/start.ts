/** What is said before a pane is there: while it opens, and when it can't. */
export const START_WORDS = {
  title: '诉求台账督办',
  opening: '正在打开…',
  cannotOpen: '没有打开。台账没有被改动。',
  again: '重新打开',
  check: '检查',
  reading: (done: number, total: number) => `正在读取 ${done} / ${total} 行`,
  checking: (done: number, total: number) => `正在检查 ${done} / ${total} 件`,
  checked: (cases: number, flagged: number, unjudged: number) =>
    `${cases} 件中 ${flagged} 件有问题，${unjudged} 件有无法判定的事项。`,
} as const;
