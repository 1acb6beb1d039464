import { fail, ok, problem, type Problem, type Result } from '../../core/problem';
import { Outcome } from '../../core/rules/outcome';
import { applySetAside } from '../../core/setAside/applySetAside';
import type { SetAsideEntry } from '../../core/setAside/entry';
import { planSetAside } from '../../core/writeplan/setAsideSheet';
import type { Overview, SetAsideOrder } from '../../ports/checker';
import type { Current, Desk } from './desk';
import { oneLine } from './ledgerView';
import { paceOf } from './runCheck';

/** Sets a finding aside and keeps that on our sheet in the workbook, with what the finding rested on. */
export async function setAside(desk: Desk, order: SetAsideOrder): Promise<Result<Overview>> {
  const found = desk.needCurrent();
  if (!found.ok) return found;
  const current = found.value;
  const { view } = current;
  const { checked, table } = view;
  const place = view.find(order.key);
  if (place === null || checked.outcome(place.rule, place.index) !== Outcome.flagged)
    return fail(problem('finding-gone'));
  const wrong = mistakes(order, checked.today);
  if (wrong.length > 0) return fail(...wrong);
  const rule = view.rule(place.rule);
  const entry: SetAsideEntry = {
    kind: order.kind,
    reason: oneLine(order.reason),
    by: oneLine(order.by),
    on: checked.today,
    until: order.until,
    sheet: table.sheet,
    rule: rule.name,
    title: rule.title,
    identity: view.identities.of(place.index),
    fingerprint: checked.fingerprint(place.index, place.rule),
    caseNo: oneLine(table.seen('caseNo', place.index)),
    unit: oneLine(table.seen('unit', place.index)),
  };
  return keep(desk, current, (entries) => [...entries.filter((one) => !isSame(one, entry)), entry], place.index);
}

/** Lists a finding that was set aside as any other again. */
export async function takeBack(desk: Desk, key: string): Promise<Result<Overview>> {
  const found = desk.needCurrent();
  if (!found.ok) return found;
  const current = found.value;
  const place = current.view.find(key);
  if (place === null || current.view.checked.setAside(place.rule, place.index) === null)
    return fail(problem('finding-gone'));
  const gone = { rule: current.view.rule(place.rule).name, identity: current.view.identities.of(place.index) };
  return keep(desk, current, (entries) => entries.filter((one) => !isSame(one, gone)), place.index);
}

type Named = Pick<SetAsideEntry, 'rule' | 'identity'>;
const isSame = (a: Named, b: Named): boolean => a.rule === b.rule && a.identity === b.identity;

function mistakes({ reason, by, kind, until }: SetAsideOrder, today: number): readonly Problem[] {
  const problems: Problem[] = [];
  if (reason.trim() === '') problems.push(problem('aside-reason-missing'));
  if (by.trim() === '') problems.push(problem('aside-name-missing'));
  if (kind === 'postponed' && until === null) problems.push(problem('aside-until-missing'));
  if (until !== null && until < today) problems.push(problem('aside-until-past', { checkDay: today }));
  return problems;
}

async function keep(
  desk: Desk,
  current: Current,
  change: (entries: readonly SetAsideEntry[]) => readonly SetAsideEntry[],
  index: number,
): Promise<Result<Overview>> {
  const { result } = current.open;
  const own = change(result.setAside.own);
  const others = result.setAside.entries.filter((entry) => !result.setAside.own.includes(entry));
  const entries = [...others, ...own];
  const written = await desk.workbook.writeSheets([planSetAside(entries, desk.speech.plan)], paceOf(desk));
  if (!written.ok) return written;
  const { checked, ...applied } = applySetAside(result.checked, own);
  const kept = { ...result, checked, setAside: { entries, own, ...applied } };
  return ok(desk.showAgain(current, kept, [index]));
}
