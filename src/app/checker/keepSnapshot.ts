import type { Result } from '../../core/problem';
import type { Overview } from '../../ports/checker';
import { keepSnapshot } from '../keptSnapshots';
import type { Desk } from './desk';
import { checkAgain, paceOf } from './runCheck';

/** Keeps how every case of the last check stands in the workbook, and checks again: what was gone is gone from then on. */
export async function keepSnapshotOf(desk: Desk): Promise<Result<Overview>> {
  const found = desk.needCurrent();
  if (!found.ok) return found;
  const kept = await keepSnapshot(desk.workbook, found.value.open.result, desk.speech.plan, paceOf(desk));
  return kept.ok ? checkAgain(desk) : kept;
}
