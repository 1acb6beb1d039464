import type { CivilDay } from '../../dates/civil';
import type { RulePack } from '../../rules/pack';
import type { Wording } from './template';

/** How urging grows with the days overdue, and which cases need a document at all: `escalation.json`. */
export interface Escalation {
  /** A case handed out within so many days needs its 交办单. */
  readonly newlyAssignedDays: number;
  /** From the mildest up; a case belongs to the last one it reaches. */
  readonly levels: readonly EscalationLevel[];
}

export interface EscalationLevel {
  /** 黄色督办 */
  readonly name: string;
  /** From so many days overdue; 0 for cases that are due soon. */
  readonly fromDays: number;
  /** Within so many days the unit answers. */
  readonly replyDays: number;
  readonly addressee: Wording;
  readonly copyTo: Wording | null;
  readonly demand: Wording;
}

export const ESCALATION_KIND = 'escalation';

export const escalationOf = (pack: RulePack): Escalation | null =>
  (pack.further?.get(ESCALATION_KIND) as Escalation | null | undefined) ?? null;

/** The level that a case has reached; null before the first. */
export const levelOf = ({ levels }: Escalation, daysOverdue: number): EscalationLevel | null =>
  levels.filter(({ fromDays }) => fromDays <= daysOverdue).at(-1) ?? null;

/** The day by which a unit answers. */
export const replyBy = ({ replyDays }: EscalationLevel, today: CivilDay): CivilDay => today + replyDays;
