import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Recheck } from '../../../src/core/check/recheck';
import { createSession, type CheckSession } from '../../../src/core/check/session';
import { FACTS } from '../../../src/core/facts/registry';
import type { Result } from '../../../src/core/problem';
import { createCompiledEvaluator } from '../../../src/core/rules/evaluate/compiled/compiledEvaluator';
import { day, pack } from '../facts/ledger';
import { emptyHistory, type LedgerHistory } from '../../../src/core/snapshots/history';
import { takeSnapshot } from '../../../src/core/snapshots/takeSnapshot';
import { gridFrom } from '../ledger/gridFrom';
import { editedCells, makeEdit, scenes, type Scene, type SceneEdit } from './edits';
import { saidOfCases, saidOfLedger, toldOfCases } from './said';

const TODAY = day('2021-10-09');
const RUNS = Number(process.env['RECHECK_RUNS'] ?? 500);

const session = (): CheckSession => createSession({ pack, definitions: FACTS, evaluator: createCompiledEvaluator });
const reviews = new Map([['A-1', [day('2021-09-01'), day('2021-10-01')]]]);

const following = session();
const fresh = session();

/** How often edits were followed in place and how often by reading the table again, so that the test tests both. */
const met = { inPlace: 0, wholeTable: 0, notFound: 0 };

/** What a snapshot three weeks ago held: the sheet as it was before any edit. */
async function snapshotOf({ sheet }: Scene): Promise<LedgerHistory> {
  const load = fresh.load({ today: TODAY, reviews, grid: gridFrom(sheet) });
  const taken = load.ok ? takeSnapshot(emptyHistory(load.value.sheet), await fresh.check()) : null;
  return taken?.ok ? { ...taken.value, days: [TODAY - 21] } : emptyHistory('');
}

/** Compares after the last edit: what comes before it is the end of another, shorter run. */
async function followed({ scene, edits }: { scene: Scene; edits: readonly SceneEdit[] }): Promise<void> {
  const mine: Scene = { ...scene, sheet: { ...scene.sheet, rows: scene.sheet.rows.map((cells) => [...cells]) } };
  const history = await snapshotOf(scene);
  const load = (into: CheckSession) => into.load({ today: TODAY, reviews, history, grid: gridFrom(mine.sheet) });
  let checked = load(following).ok ? await following.check() : null;
  let before: string[] | null = null;
  let last: Result<Recheck> | null = null;
  for (const [at, edit] of edits.entries()) {
    before = checked && toldOfCases(checked);
    makeEdit(mine, edit);
    last = await following.applyEdits(at, { cells: editedCells(edit) });
    checked = last.ok ? last.value.checked : null;
    met[!last.ok ? 'notFound' : last.value.wholeTable ? 'wholeTable' : 'inPlace']++;
  }
  const loaded = load(fresh);
  if (!loaded.ok || !last?.ok) {
    assert.deepEqual(last, loaded);
    return;
  }
  const expected = await fresh.check();
  const { rows, wholeTable } = last.value;
  const now = toldOfCases(expected);
  assert.equal(saidOfLedger(last.value.checked), saidOfLedger(expected));
  assert.deepEqual(toldOfCases(last.value.checked), now);
  assert.deepEqual(saidOfCases(last.value.checked), saidOfCases(expected));
  if (!wholeTable) assert.ok(before?.every((said, index) => said === now[index] || rows.includes(index)));
}

describe('following edits', () => {
  it('says what loading and checking the edited sheet says', async () => {
    await fc.assert(fc.asyncProperty(scenes, followed), { numRuns: RUNS });
    assert.ok(met.inPlace > met.wholeTable && met.wholeTable > 0 && met.notFound > 0, JSON.stringify(met));
  }).timeout(300_000);
});
