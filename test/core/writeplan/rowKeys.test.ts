import assert from 'node:assert/strict';
import fc from 'fast-check';
import { rekey } from '../../../src/core/writeplan/rowKeys';
import { textTable } from './fakeTable';

const FIELDS = ['serial', 'caseNo', 'petitioner', 'progress'];
const A = ['1', 'C-1', '甲某', '正在调解'];
const B = ['2', 'C-2', '乙某', '已答复'];
const C = ['3', 'C-3', '丙某', '尚未联系'];

describe('rekey', () => {
  it('finds every row of an untouched ledger where it was', () => {
    const found = rekey(textTable(FIELDS, [A, B, C]), textTable(FIELDS, [A, B, C]));
    assert.deepEqual([...found.freshOf], [0, 1, 2]);
    assert.deepEqual(found.changed, []);
    assert.deepEqual(found.added, []);
    assert.equal(found.vanished, 0);
    assert.equal(found.moved, 0);
  });

  it('finds sorted rows again', () => {
    const found = rekey(textTable(FIELDS, [A, B, C]), textTable(FIELDS, [C, A, B]));
    assert.deepEqual([...found.freshOf], [1, 2, 0]);
    assert.equal(found.moved, 3);
  });

  it('finds sorted rows again whose serial numbers stayed behind', () => {
    const sorted = [C, A, B].map((row, i) => [String(i + 1), ...row.slice(1)]);
    const found = rekey(textTable(FIELDS, [A, B, C]), textTable(FIELDS, sorted));
    assert.deepEqual([...found.freshOf], [1, 2, 0]);
    assert.deepEqual(found.changed, []);
  });

  it('tells an inserted row apart and shifts the rest', () => {
    const found = rekey(textTable(FIELDS, [A, B]), textTable(FIELDS, [A, C, B]));
    assert.deepEqual([...found.freshOf], [0, 2]);
    assert.deepEqual(found.added, [1]);
    assert.equal(found.vanished, 0);
  });

  it('does not write a row that was deleted', () => {
    const found = rekey(textTable(FIELDS, [A, B, C]), textTable(FIELDS, [A, C], [2, 3]));
    assert.deepEqual([...found.freshOf], [0, -1, 1]);
    assert.equal(found.vanished, 1);
    assert.deepEqual(found.changed, []);
  });

  it('marks a row whose content changed, also when it moved', () => {
    const edited = [...B.slice(0, 3), '已办结'];
    const found = rekey(textTable(FIELDS, [A, B, C]), textTable(FIELDS, [edited, A, C]));
    assert.deepEqual([...found.freshOf], [1, -1, 2]);
    assert.deepEqual(found.changed, [0]);
    assert.equal(found.vanished, 0);
  });

  it('marks a row whose 编号 itself was changed, by what else identifies it', () => {
    const edited = ['2', 'C-99', '乙某', '已答复'];
    const found = rekey(textTable(FIELDS, [A, B, C]), textTable(FIELDS, [A, edited, C]));
    assert.deepEqual([...found.freshOf], [0, -1, 2]);
    assert.deepEqual(found.changed, [1]);
    assert.deepEqual(found.added, []);
  });

  it('pairs identical rows in order, and by serial number first', () => {
    const twin = (serial: string): string[] => [serial, '', '甲某', '已答复'];
    const found = rekey(
      textTable(FIELDS, [twin('1'), twin('2'), twin('3')]),
      textTable(FIELDS, [twin('3'), twin('1'), twin('2')]),
    );
    assert.deepEqual([...found.freshOf], [1, 2, 0]);
    const blind = rekey(textTable(FIELDS, [twin(''), twin('')]), textTable(FIELDS, [twin(''), twin('')]));
    assert.deepEqual([...blind.freshOf], [0, 1]);
  });

  it('takes nothing for unchanged when a mapped column came or went', () => {
    const fewer = textTable(FIELDS.slice(0, 3), [A.slice(0, 3)]);
    const found = rekey(textTable(FIELDS, [A]), fewer);
    assert.deepEqual([...found.freshOf], [-1]);
    assert.deepEqual(found.changed, [0]);
  });

  it('tells cells apart whose joined text is the same', () => {
    const found = rekey(textTable(['a', 'b'], [['甲', '乙丙']]), textTable(['a', 'b'], [['甲乙', '丙']]));
    assert.deepEqual([...found.freshOf], [-1]);
  });

  it('never puts a result on a row with other content, whatever happened to the sheet', () => {
    const row = fc.tuple(
      fc.constantFrom('', '1', '2', '3'),
      fc.constantFrom('', 'C-1', 'C-2'),
      fc.constantFrom('甲某', '乙某'),
      fc.constantFrom('', '正在办理', '已答复'),
    );
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), fc.array(row, { maxLength: 12 }), (before, after) => {
        const found = rekey(textTable(FIELDS, before), textTable(FIELDS, after));
        const used = [...found.freshOf].filter((to) => to !== -1);
        assert.equal(new Set(used).size, used.length);
        found.freshOf.forEach((to, from) => {
          if (to !== -1) assert.deepEqual(after[to]?.slice(1), before[from]?.slice(1));
        });
        const told = [...used, ...found.changed, ...found.added].sort((a, b) => a - b);
        assert.deepEqual(
          told,
          after.map((_, i) => i),
        );
      }),
    );
  });
});
