import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { REPORTS } from '../../../src/app/reports/registry';
import { checkLedger } from '../../../src/app/checkLedger';
import type { CheckResult } from '../../../src/app/checkResult';
import { keepSnapshot } from '../../../src/app/keptSnapshots';
import { openNodeXlsx } from '../../../src/cli/openNodeXlsx';
import { civilDay } from '../../../src/core/dates/civil';
import { SPEECH } from '../../../src/text/zh-CN/speech';
import { defaultRules } from '../../app/ledgers';
import { contentOf } from './sheets';

const TODAY = civilDay(2021, 10, 20);
const KINDS = ['weekly', 'monthly', 'county', 'filing'] as const;
/** With it the files are written anew: look at what changed before they are committed. */
const UPDATE = process.env['UPDATE_GOLDEN'] === '1';

/** A sample with a snapshot of a week before; nothing has changed since but the day. */
async function sample(file: string): Promise<CheckResult> {
  const opened = await openNodeXlsx(file, readFileSync(path.resolve(__dirname, '../../../samples', file)));
  assert.ok(opened.ok);
  const check = async (today: number): Promise<CheckResult> => {
    const result = await checkLedger({ workbook: opened.value, rules: await defaultRules(), sheet: null, today });
    assert.ok(result.ok, JSON.stringify(result));
    return result.value;
  };
  const kept = await keepSnapshot(opened.value, await check(TODAY - 7), SPEECH.plan);
  assert.ok(kept.ok);
  return check(TODAY);
}

describe('reports of the samples', () => {
  for (const file of ['messy.xlsx', 'tidy.xlsx'])
    describe(file, () => {
      let result: CheckResult;
      before(async () => {
        result = await sample(file);
      });

      for (const kind of KINDS)
        it(`${kind} says what it said`, () => {
          const content = REPORTS.find((report) => report.kind === kind)?.build(
            { ledgers: [result], today: TODAY },
            SPEECH.reports,
          );
          assert.ok(content?.ok);
          const golden = path.resolve(__dirname, `../../golden/reports/${kind}-${path.parse(file).name}.txt`);
          const now = contentOf(content.value);
          if (UPDATE) writeFileSync(golden, now);
          assert.ok(existsSync(golden), golden);
          assert.equal(now, readFileSync(golden, 'utf8'));
        });
    });
});
