import { FactState } from '../../facts/column';
import type { Escalation } from '../templates/escalation';
import type { DocumentKind } from '../templates/vocabulary';
import { namedUnits } from './recipients';
import { dayOf, isLeftBlank, type LedgerCase } from './ledgerCase';

/** Documents about one case each; 督办单 is about a unit's cases together, 调度会议纪要 about a meeting's. */
export type CaseDocument = Extract<DocumentKind, 'assignment' | 'acceptance' | 'refusal' | 'reply'>;

/** The value of 办理状态 that says a case was declined. */
const DECLINED = '不予受理';
/** Closed without an answer on the matter: handed on, or taken back by the petitioner. */
const UNANSWERED = [DECLINED, '转出', '撤回'];

/** Which documents a case needs by what the ledger says today; nothing is concluded from a column that is not there. */
export function documentsNeeded(one: LedgerCase, { newlyAssignedDays }: Escalation): readonly CaseDocument[] {
  const { checked } = one.ledger;
  const open = checked.isOpen(one.index);
  const status = statusOf(one);
  const needed: CaseDocument[] = [];
  if (open === true && needsAssignment(one, newlyAssignedDays)) needed.push('assignment');
  const untold = isLeftBlank(one, 'acceptanceNotifiedOn');
  if (open === true && untold && dayOf(one, 'receivedOn') !== null) needed.push('acceptance');
  if (status === DECLINED && untold) needed.push('refusal');
  const unanswered = isLeftBlank(one, 'repliedOn') || isLeftBlank(one, 'result');
  if (open === false && !UNANSWERED.includes(status) && unanswered) needed.push('reply');
  return needed;
}

/** Nobody was given it, or somebody was in the last few days. */
function needsAssignment(one: LedgerCase, newlyAssignedDays: number): boolean {
  const { checked } = one.ledger;
  if (namedUnits(one).length === 0 || isLeftBlank(one, 'assignedOn')) return true;
  const assigned = dayOf(one, 'assignedOn');
  return assigned !== null && assigned <= checked.today && checked.today - assigned <= newlyAssignedDays;
}

function statusOf({ ledger: { checked }, index }: LedgerCase): string {
  const status = checked.table.field('status');
  return status?.type === 'enum' && status.state[index] === FactState.known ? (status.values[index] ?? '') : '';
}

/** Days overdue of a case to be urged, 0 for one that is due soon; null for any other. */
export function urgency({ ledger: { checked }, index }: LedgerCase): number | null {
  const state = checked.dueState(index);
  if (state !== 'overdue' && state !== 'dueSoon') return null;
  return Math.max(0, -(checked.daysLeft(index) ?? 0));
}
