import { ok, fail, problem, type Result } from '../core/problem';
import { emptyHistory, type LedgerHistory } from '../core/snapshots/history';
import type { KeptSnapshots } from '../core/ledger/readSnapshots';
import { planSnapshots } from '../core/snapshots/snapshotSheet';
import { takeSnapshot } from '../core/snapshots/takeSnapshot';
import type { OwnedSheet } from '../core/writeplan/plan';
import type { PlanWords } from '../core/writeplan/words';
import type { Pace } from '../core/cancel';
import type { LiveWorkbook, WrittenSheet } from '../ports/liveWorkbook';
import type { SheetInfo } from '../ports/workbook';
import type { CheckResult } from './checkResult';

/**
 * The snapshots of a ledger's sheet among all that a workbook keeps: by its name, else those of a sheet that is gone, for
 * it may have been renamed. Of several that are gone none is guessed at.
 */
export function historyOf(
  { histories }: KeptSnapshots,
  sheet: string,
  sheets: readonly Pick<SheetInfo, 'name'>[],
): LedgerHistory {
  const own = histories.find((history) => history.sheet === sheet);
  if (own) return own;
  const names = new Set(sheets.map(({ name }) => name));
  const [gone, ...more] = histories.filter((history) => !names.has(history.sheet));
  return gone && more.length === 0 ? gone : emptyHistory(sheet);
}

/** Keeps how every case stands in the workbook itself, for later runs to compare with. */
export async function keepSnapshot(
  workbook: Pick<LiveWorkbook, 'writeSheets'>,
  result: CheckResult,
  words: PlanWords,
  pace: Pace = {},
): Promise<Result<readonly WrittenSheet[]>> {
  const planned = planSnapshotOf(result, words);
  return planned.ok ? workbook.writeSheets([planned.value], pace) : planned;
}

/**
 * The sheet 督查快照 with the ledger as it was checked, on the day it was checked as of. Problems: `snapshot-day-older`,
 * `snapshots-other-version`.
 */
export function planSnapshotOf({ checked, snapshots }: CheckResult, words: PlanWords): Result<OwnedSheet> {
  if (snapshots.otherVersion) return fail(problem('snapshots-other-version', { sheet: words.sheetNames.snapshots }));
  const taken = takeSnapshot(checked.history, checked);
  if (!taken.ok) return taken;
  const others = snapshots.histories.filter((history) => history !== checked.history);
  return ok(planSnapshots([...others, taken.value], words));
}
