/** How a case stands against the day it is due. */
export const DUE_STATES = ['overdue', 'dueSoon', 'onTrack', 'closedOnTime', 'closedLate', 'cannotJudge'] as const;
export type DueState = (typeof DUE_STATES)[number];
