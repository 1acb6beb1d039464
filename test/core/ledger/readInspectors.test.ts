import assert from 'node:assert/strict';
import { readInspectors } from '../../../src/core/ledger/readInspectors';
import { gridFrom } from './gridFrom';

const read = (...rows: readonly (readonly string[])[]) =>
  readInspectors(gridFrom({ sheet: '社会督查员', rows: [...rows] }));

describe('the sheet 社会督查员', () => {
  it('is read row by row, with its lists taken apart', () => {
    const { rows, problems } = read(
      ['社会督查员名册'],
      ['姓名', '工作单位', '村居', '回避亲属'],
      ['督查甲', ' 某企业', '一村、二村', '试一（配偶），儿子：试二'],
      ['试 乙', '', '', ''],
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(rows, [
      { name: '督查甲', unit: '某企业', villages: ['一村', '二村'], kin: ['试一', '试二'] },
      { name: '试乙', unit: '', villages: [], kin: [] },
    ]);
  });

  it('leaves out a row without a name, and one said twice, and says where', () => {
    const { rows, problems } = read(['姓名', '单位'], ['督查甲', '甲'], ['', '乙'], ['督查甲', '丙']);
    assert.deepEqual(
      rows.map(({ unit }) => unit),
      ['甲'],
    );
    assert.deepEqual(
      problems.map(({ code, place }) => [code, place?.cell]),
      [
        ['companion-cell-blank', 'A3'],
        ['companion-duplicate', 'A4'],
      ],
    );
  });

  it('says so where it has no column of names', () => {
    const { rows, problems } = read(['单位'], ['甲']);
    assert.deepEqual([rows.length, problems[0]?.code], [0, 'companion-heading-missing']);
  });
});
