/** What is said before a pane is there: while it opens, and when it can't. */
export const START_WORDS = {
  title: '诉求台账督办',
  opening: '正在打开…',
  cannotOpen: '没有打开。台账没有被改动。',
  again: '重新打开',
} as const;
