import assert from 'node:assert/strict';
import { LAYOUTS } from '../samples/units/layouts';
import { planUnit, unitWithSnapshots } from '../samples/units/generate';
import { unitLedger } from '../samples/units/ledger';
import { checkLedger } from '../src/app/checkLedger';
import type { CheckResult } from '../src/app/checkResult';
import { openNodeXlsx } from '../src/cli/openNodeXlsx';
import { civilDay } from '../src/core/dates/civil';
import { defaultRules } from './app/ledgers';

const TODAY = civilDay(2021, 10, 20);

describe('ledgers of many units', () => {
  it('are the same for the same seed, and others for another', async () => {
    const bytes = async (seed: string): Promise<string> =>
      Buffer.from(await unitLedger(planUnit(seed, 2, TODAY), TODAY)).toString('base64');
    assert.equal(await bytes('1'), await bytes('1'));
    assert.notEqual(await bytes('1'), await bytes('2'));
  });

  const checkBytes = async (bytes: Uint8Array): Promise<CheckResult> => {
    const workbook = await openNodeXlsx('ledger.xlsx', bytes);
    assert.ok(workbook.ok);
    const rules = await defaultRules();
    const result = await checkLedger({ workbook: workbook.value, rules, sheet: null, today: TODAY });
    assert.ok(result.ok, JSON.stringify(result));
    return result.value;
  };

  it('are read whole in each layout', async () => {
    for (let at = 1; at <= LAYOUTS.length; at++) {
      const ledger = planUnit('1', at, TODAY);
      const { checked, companionProblems } = await checkBytes(await unitLedger(ledger, TODAY));
      const there = ledger.lives.filter(({ vanishes }) => vanishes === null).length;
      assert.ok(checked.table.count >= there && there >= 25, `${ledger.unit.name}: ${checked.table.count}`);
      assert.deepEqual(checked.table.conflicts, [], ledger.unit.name);
      assert.deepEqual(companionProblems, [], ledger.unit.name);
      for (const field of ['unit', 'caseLeader', 'timeLimit', 'registeredOn', 'status'])
        assert.ok(checked.table.columns.has(field), `${ledger.unit.name}: ${field}`);
    }
  });

  it('hold the snapshots of the weeks before', async () => {
    const { checked } = await checkBytes(await unitWithSnapshots(planUnit('1', 2, TODAY), TODAY));
    assert.equal(checked.history.days.length, 6);
    assert.equal(checked.history.days.at(-1), TODAY - 7);
  });

  it('differ tenfold in size', () => {
    const sizes = Array.from({ length: 10 }, (_, at) => planUnit('1', at, TODAY).lives.length);
    assert.equal(Math.max(...sizes), 300);
    assert.ok(Math.min(...sizes) >= 30 && Math.min(...sizes) < 50, String(sizes));
  });
});
