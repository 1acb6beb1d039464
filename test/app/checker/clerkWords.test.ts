import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { openXlsx } from '../../../src/hosts/xlsx/xlsxWorkbook';
import { civilDay } from '../../../src/core/dates/civil';
import { checked, value } from './support';

/** Every sentence over every case of a sample, what is quoted from the ledger left out. */
async function outcomeSentences(sample: string): Promise<readonly string[]> {
  const bytes = new Uint8Array(readFileSync(path.resolve(__dirname, '../../../samples', sample)));
  const { checker } = await checked(value(await openXlsx(sample, bytes)), { today: civilDay(2021, 10, 20) });
  const sentences = new Set<string>();
  for (let row = 1; row < 100; row++) {
    const found = await checker.caseAt(row);
    for (const { sentence } of found?.outcomes ?? []) sentences.add(sentence.replace(/“(?![a-z-]+”)[^”]*”/g, '“”'));
  }
  return [...sentences];
}

describe('what the rules say of a case, to a clerk', () => {
  for (const sample of ['messy.xlsx', 'tidy.xlsx'])
    it(`is Chinese throughout, without names that only rule files know: ${sample}`, async () => {
      const sentences = await outcomeSentences(sample);
      assert.ok(sentences.length > 100, String(sentences.length));
      assert.deepEqual(
        sentences.filter((sentence) => /[A-Za-z]{2,}|[（{]参数/.test(sentence)),
        [],
      );
    });
});
