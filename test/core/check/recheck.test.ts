import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createSession, type CheckSession } from '../../../src/core/check/session';
import { FACTS } from '../../../src/core/facts/registry';
import { createCompiledEvaluator } from '../../../src/core/rules/evaluate/compiled/compiledEvaluator';
import { day, pack } from '../facts/ledger';
import { gridFrom } from '../ledger/gridFrom';
import { editedCells, makeEdit, scenes, type Scene, type SceneEdit } from './edits';
import { saidOfCases, saidOfLedger, toldOfCases } from './said';

const TODAY = day('2021-10-09');
const RUNS = Number(process.env['RECHECK_RUNS'] ?? 500);

const session = (): CheckSession => createSession({ pack, definitions: FACTS, evaluator: createCompiledEvaluator });
const reviews = new Map([['A-1', [day('2021-09-01'), day('2021-10-01')]]]);

const fresh = session();

/** How often edits were followed in place and how often by reading the table again, so that the test tests both. */
const met = { inPlace: 0, wholeTable: 0, notFound: 0 };

async function followed({ scene, edits }: { scene: Scene; edits: readonly SceneEdit[] }): Promise<void> {
  const rows = scene.sheet.rows.map((cells) => [...cells]);
  const mine: Scene = { ...scene, sheet: { ...scene.sheet, rows } };
  const following = session();
  const input = { today: TODAY, reviews };
  const found = following.load({ ...input, grid: gridFrom(mine.sheet) });
  let before: string[] | null = found.ok ? toldOfCases(await following.check()) : null;
  const named = new Set<number>();
  for (const [at, edit] of edits.entries()) {
    makeEdit(mine, edit);
    const rechecked = await following.applyEdits(at, { cells: editedCells(edit) });
    if (!rechecked.ok) met.notFound++;
    else met[rechecked.value.wholeTable ? 'wholeTable' : 'inPlace']++;
    if (!rechecked.ok || rechecked.value.wholeTable) before = null;
    else for (const index of rechecked.value.rows) named.add(index);
    // Several edits in a row as often as one: checking from scratch is what takes the time.
    if (at % 3 === 1 && at < edits.length - 1) continue;
    const loaded = fresh.load({ ...input, grid: gridFrom(mine.sheet) });
    if (!loaded.ok || !rechecked.ok) {
      assert.deepEqual(rechecked, loaded);
      continue;
    }
    const expected = await fresh.check();
    const { checked } = rechecked.value;
    assert.equal(saidOfLedger(checked), saidOfLedger(expected));
    const now = toldOfCases(expected);
    assert.deepEqual(toldOfCases(checked), now);
    if (at === edits.length - 1) assert.deepEqual(saidOfCases(checked), saidOfCases(expected));
    if (before) assert.ok(before.every((said, index) => said === now[index] || named.has(index)));
    before = now;
    named.clear();
  }
}

describe('following edits', () => {
  it('says what loading and checking the edited sheet says', async () => {
    await fc.assert(fc.asyncProperty(scenes, followed), { numRuns: RUNS });
    assert.ok(met.inPlace > met.wholeTable && met.wholeTable > 0 && met.notFound > 0, JSON.stringify(met));
  });
});
