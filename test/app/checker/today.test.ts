import assert from 'node:assert/strict';
import { row } from '../ledgers';
import { book, bookWith, checked } from './support';

describe('what is to be done today', () => {
  it('is overdue, due within the week, missing clarities and undecided, one line a case and matter', async () => {
    const { checker } = await checked(
      bookWith(
        ['甄别分类'],
        { row: row(1, { 办理时限: '2021-10-20', 责任股室: '', 包案负责人: '' }), more: ['政策内合理'] },
        { row: row(2, { 办理时限: '2021-10-08' }), more: ['政策内合理'] },
        { row: row(3, { 办理时限: '2021-10-15' }), more: ['政策内合理'] },
        { row: row(4, { 办理时限: '2021-10-10' }), more: ['政策内合理'] },
        { row: row(5), more: [''] },
        { row: row(6, { 办理时限: '2021-10-16' }), more: ['政策内合理'] },
      ),
    );
    const list = await checker.today();
    assert.deepEqual(
      list.map(({ ruleTitle, caseLabel }) => [ruleTitle, caseLabel]),
      [
        ['超期未办结', 'C-2'],
        ['即将到期', 'C-4'],
        ['一周内到期', 'C-3'],
        ['一周内到期', 'C-6'],
        ['缺责任股室', 'C-1'],
        ['未甄别', 'C-5'],
      ],
    );
    const clarities = list.find(({ caseLabel }) => caseLabel === 'C-1');
    assert.equal(clarities?.what, '缺责任股室、缺包案负责人。');
    assert.equal(clarities?.cell, 'J3');
    assert.match(clarities?.next ?? '', /J3.*K3/);
    assert.match(list[2]?.what ?? '', /还剩 6 天.*2021年10月15日/);
  });

  it('is at most twenty, and no matter crowds out another whole', async () => {
    const late = Array.from({ length: 40 }, (_, at) => row(at + 1, { 办理时限: `2021-09-${10 + (at % 15)}` }));
    const nobody = Array.from({ length: 9 }, (_, at) => row(at + 41, { 包案负责人: '' }));
    const { checker } = await checked(book(...late, ...nobody));
    const list = await checker.today();
    assert.equal(list.length, 20);
    const titles = list.map(({ ruleTitle }) => ruleTitle);
    assert.deepEqual(
      [titles.filter((t) => t === '超期未办结').length, titles.filter((t) => t === '缺包案负责人').length],
      [17, 3],
    );
    const days = list.slice(0, 17).map(({ daysLeft }) => daysLeft ?? 0);
    assert.deepEqual(
      days,
      [...days].sort((a, b) => a - b),
    );
    assert.ok(list.every(({ cell }) => /^[A-Z]+\d+$/.test(cell)));
  });

  it('is nothing where nothing is to be done', async () => {
    const { checker } = await checked(book(row(1, { 办理时限: '2021-11-30' })));
    assert.deepEqual(await checker.today(), []);
  });
});
