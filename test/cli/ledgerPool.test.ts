import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { checkJson } from '../../src/app/checkJson';
import { createLedgerPool } from '../../src/cli/ledgerPool';
import { readRuleFolders } from '../../src/cli/ruleFolders';
import type { Result } from '../../src/core/problem';
import type { CheckResult } from '../../src/app/checkResult';
import { SPEECH } from '../../src/text/zh-CN/speech';
import { row, TODAY } from '../app/ledgers';
import { RULES, useFolder, writeLedger } from './support';

describe('ledgers on threads', function () {
  this.timeout(300_000);
  const at = useFolder();

  const said = (result: Result<CheckResult>): unknown =>
    result.ok ? checkJson(result.value, SPEECH, { allOutcomes: true }) : result.problems.map(({ code }) => code);

  async function checkAll(files: readonly string[], threads: number): Promise<unknown[]> {
    const packs = await readRuleFolders([RULES]);
    assert.ok(packs.ok);
    const pool = createLedgerPool(files, { packs: packs.value, sheet: null, today: TODAY }, {}, threads);
    try {
      const all: unknown[] = [];
      for (const file of files) all.push(said(await pool.check(file)));
      return all;
    } finally {
      await pool.close();
    }
  }

  it('say what is said without them, of good ledgers and of bad ones', async () => {
    const files = [0, 1, 2, 3].map((n) => at(`l${n}.xlsx`));
    for (const [n, file] of files.entries())
      await writeLedger(file, row(n + 1), row(n + 20, { 责任股室: '', 办理时限: '尽快' }));
    writeFileSync(files[2] ?? '', 'no workbook');
    const all = [...files, at('missing.xlsx')];
    const here = await checkAll(all, 1);
    assert.deepEqual(await checkAll(all, 2), here);
    assert.deepEqual(here[2], ['file-is-not-xlsx']);
    assert.deepEqual(here[4], ['file-not-found']);
  });

  it('can be closed before all is done', async () => {
    const files = [0, 1, 2].map((n) => at(`l${n}.xlsx`));
    for (const file of files) await writeLedger(file, row(1));
    const packs = await readRuleFolders([RULES]);
    assert.ok(packs.ok);
    const pool = createLedgerPool(files, { packs: packs.value, sheet: null, today: TODAY }, {}, 2);
    await pool.close();
    // Whoever still asks is answered: the ledger is read here.
    for (const file of files) assert.ok((await pool.check(file)).ok);
  });
});
