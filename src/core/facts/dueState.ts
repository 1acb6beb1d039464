import type { RulePack } from '../rules/pack';
import { isUnknown } from './column';
import type { CaseReader } from './definition';
import type { DueState } from './dueStates';
import { closingDay } from './process';

/** Due today is not overdue; `dueSoon` follows the parameter of the rule due-soon. */
export function dueStateOf(read: CaseReader): DueState {
  const open = read.flag('isOpen');
  const dueOn = read.day('dueOn');
  if (typeof open !== 'boolean' || typeof dueOn !== 'number') return 'cannotJudge';
  if (!open) {
    const closing = closingDay(read);
    if (closing === null || isUnknown(closing)) return 'cannotJudge';
    return closing <= dueOn ? 'closedOnTime' : 'closedLate';
  }
  const daysLeft = dueOn - read.context.today;
  if (daysLeft < 0) return 'overdue';
  return daysLeft <= dueSoonDays(read.context.pack) ? 'dueSoon' : 'onTrack';
}

const daysByPack = new WeakMap<RulePack, number>();

/** The `days` of the pack's rule due-soon; -1 (nothing is due soon) where the pack has no such rule. */
export function dueSoonDays(pack: RulePack): number {
  const kept = daysByPack.get(pack);
  if (kept !== undefined) return kept;
  const days = pack.rules.find((rule) => rule.name === 'due-soon')?.parameters['days'];
  const made = typeof days === 'number' ? days : -1;
  daysByPack.set(pack, made);
  return made;
}
