import type { CivilDay } from '../dates/civil';
import type { DueState } from '../facts/dueStates';
import type { PlanCell, PlanRow, PlanStyle } from './plan';

export const text = (value: string, style: PlanStyle = 'body'): PlanCell => ({ text: value, style });
export const count = (value: number, style: PlanStyle = 'body'): PlanCell => ({ number: value, style });
export const day = (value: CivilDay | null, style: PlanStyle = 'body'): PlanCell =>
  value === null ? { text: '', style } : { day: value, style };

/** A row of one merged cell over `width` columns. */
export const banner = (value: string, style: PlanStyle, width: number): PlanRow => ({
  cells: [text(value, style)],
  mergeTo: width,
});

export const headings = (names: readonly string[]): PlanRow => ({ cells: names.map((name) => text(name, 'header')) });

/** The look of a state; closed on time and closed late differ by their word. */
export const STATE_STYLE: Readonly<Record<DueState, PlanStyle>> = {
  overdue: 'overdue',
  dueSoon: 'dueSoon',
  onTrack: 'onTrack',
  closedOnTime: 'closed',
  closedLate: 'closed',
  cannotJudge: 'cannotJudge',
};
