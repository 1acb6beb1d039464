import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { SAMPLES, samplesJson } from '../samples/generate';
import { SCENARIOS } from '../samples/scenarios';
import { checkLedger } from '../src/app/checkLedger';
import type { CheckResult } from '../src/app/checkResult';
import { openNodeXlsx } from '../src/cli/openNodeXlsx';
import { parseIso } from '../src/core/dates/civil';
import { Outcome } from '../src/core/rules/outcome';
import { defaultRules } from './app/ledgers';

const folder = path.resolve(__dirname, '../samples');
const bytesOf = (file: string): Uint8Array => readFileSync(path.join(folder, file));

async function checkSample(file: string, today: string): Promise<CheckResult> {
  const workbook = await openNodeXlsx(file, bytesOf(file));
  assert.ok(workbook.ok);
  const day = parseIso(today);
  assert.ok(day !== null);
  const result = await checkLedger({ workbook: workbook.value, rules: await defaultRules(), sheet: null, today: day });
  assert.ok(result.ok, JSON.stringify(result));
  return result.value;
}

/** A ledger that was never looked at before says nothing to these; test/app/snapshots.test.ts does. */
const BY_SNAPSHOTS: ReadonlySet<string> = new Set(['idling', 'limit-moved-repeatedly']);

describe('samples', () => {
  for (const sample of SAMPLES) {
    it(`${sample.file} is what its generator makes`, async () => {
      assert.deepEqual(unzipSync(await sample.make()), unzipSync(bytesOf(sample.file)));
    });
  }

  it('samples.json is what the generator makes', () => {
    assert.equal(readFileSync(path.join(folder, 'samples.json'), 'utf8'), samplesJson());
  });

  it('have every column of the plan’s three clarities mapped, and their cases counted', async () => {
    const counts: Record<string, number> = {};
    for (const sample of SAMPLES) {
      const { checked } = await checkSample(sample.file, sample.today);
      counts[sample.file] = checked.table.count;
      for (const field of ['unit', 'caseLeader', 'timeLimit'])
        assert.ok(checked.table.columns.has(field), `${sample.file}: ${field}`);
      assert.deepEqual(checked.table.conflicts, [], sample.file);
    }
    assert.deepEqual(counts, { 'tidy.xlsx': 40, 'messy.xlsx': 60, 'full-600.xlsx': 600 });
  });

  it('full-600.xlsx flags, clears and can’t judge each rule of the default pack at least once', async () => {
    const { checked } = await checkSample('full-600.xlsx', '2021-10-20');
    const names = checked.pack.rules.map((rule) => rule.name).filter((name) => !BY_SNAPSHOTS.has(name));
    assert.deepEqual(names.sort(), SCENARIOS.map(({ rule }) => rule).sort());
    const lacking: string[] = [];
    checked.pack.rules.forEach((rule, at) => {
      if (BY_SNAPSHOTS.has(rule.name)) return;
      const seen = new Set<Outcome>();
      for (let index = 0; index < checked.table.count; index++)
        if (!checked.wantsColumn(at, index)) seen.add(checked.outcome(at, index));
      for (const [name, outcome] of [
        ['flagged', Outcome.flagged],
        ['clean', Outcome.clean],
        ['cannotJudge', Outcome.cannotJudge],
      ] as const)
        if (!seen.has(outcome)) lacking.push(`${rule.name}: ${name}`);
    });
    assert.deepEqual(lacking, []);
  });

  it('tidy.xlsx has few findings: most of its cases are in order', async () => {
    const { checked } = await checkSample('tidy.xlsx', '2021-10-20');
    let clean = 0;
    for (let index = 0; index < checked.table.count; index++)
      if (checked.pack.rules.every((_, rule) => checked.outcome(rule, index) !== Outcome.flagged)) clean++;
    assert.ok(clean >= 30, String(clean));
  });
});
