import type { CancelSignal, Pace } from '../../core/cancel';
import { loadRulePack } from '../../core/check/loadRulePack';
import { fail, ok, problem, type Result } from '../../core/problem';
import type { PackFiles } from '../../core/rules/loadPack';
import type { CheckOrder, Overview, PackInfo, Progress } from '../../ports/checker';
import type { Phase } from '../checkResult';
import { openLedger } from '../checkLedger';
import type { Desk } from './desk';

/** Takes a rule pack to judge by; one that is refused leaves the last good one in place. */
export function useRules(desk: Desk, files: PackFiles): Result<PackInfo> {
  const loaded = loadRulePack(files);
  if (!loaded.ok) return loaded;
  const { title, version, sha256, rules, campaign } = loaded.value;
  const info = { title, campaign: campaign.name, version, sha256, rules: rules.length };
  desk.rules = { files, info };
  return ok(info);
}

/** Reads the workbook and checks its ledger. */
export async function runCheck(
  desk: Desk,
  order: CheckOrder,
  onProgress: (progress: Progress) => void = () => undefined,
  signal?: CancelSignal,
): Promise<Result<Overview>> {
  if (desk.rules === null) return fail(problem('rules-not-loaded'));
  const { files, info } = desk.rules;
  let phase: Phase = 'reading';
  const opened = await openLedger({
    workbook: desk.workbook,
    rules: files,
    sheet: order.sheet,
    today: order.today,
    pace: paceOf(desk, (done, total) => onProgress({ phase, done, total }), signal),
    onPhase: (next) => {
      phase = next;
      onProgress({ phase, done: 0, total: 0 });
    },
  });
  return opened.ok ? ok(desk.show(opened.value, order, info)) : opened;
}

/** Checks the same sheet again from its first cell on, as of the same day. */
export function checkAgain(desk: Desk): Promise<Result<Overview>> {
  const current = desk.needCurrent();
  if (!current.ok) return Promise.resolve(current);
  const { order, view } = current.value;
  return runCheck(desk, { sheet: view.table.sheet, today: order.today });
}

/** How long work lets others have their turn, tells how far it is and stops when asked to. */
export const paceOf = (desk: Desk, onProgress?: Pace['onProgress'], signal?: CancelSignal): Pace => ({
  ...(desk.parts.breathe ? { breathe: desk.parts.breathe } : {}),
  ...(onProgress ? { onProgress } : {}),
  ...(signal ? { signal } : {}),
});
