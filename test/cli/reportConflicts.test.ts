import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { row } from '../app/ledgers';
import { appeals, useFolder, writeLedger } from './support';

describe('appeals report over several ledgers', () => {
  const at = useFolder();

  it('lists numbers that two of them have, and in what they differ; a bad file stops none of the others', async () => {
    await writeLedger(at('甲所.xlsx'), row(1), row(2));
    await writeLedger(at('乙所.xlsx'), row(2, { 编号: 'C-002', 办理时限: '2021-10-20' }), row(1), row(3));
    writeFileSync(at('坏.xlsx'), 'no workbook');
    const files = ['甲所.xlsx', '坏.xlsx', '乙所.xlsx'].map(at);
    const said = await appeals(['report', ...files, '--kind', 'weekly', '--out', at('周.xlsx')]);
    assert.equal(said.status, 2);
    assert.equal(said.err.length, 1);
    assert.match(said.err[0] ?? '', /坏\.xlsx/u);
    assert.match(said.out, /几份台账编号相同：C-1（甲所\.xlsx 第 3 行、乙所\.xlsx 第 4 行），所记相同/u);
    assert.match(said.out, /几份台账编号相同：C-2（甲所\.xlsx 第 4 行、乙所\.xlsx 第 3 行），所记不同：办理时限/u);
    assert.ok(!said.out.includes('C-3'));
  });
});
