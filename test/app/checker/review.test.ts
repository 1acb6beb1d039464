import assert from 'node:assert/strict';
import type { Checker, OpenCase } from '../../../src/ports/checker';
import { MemoryWorkbook } from '../memoryWorkbook';
import { HEADINGS, ledger, row, TODAY } from '../ledgers';
import { book, checked, codes, SHEET, value } from './support';

const casesOf = async (checker: Checker, search = '', from = 0, count = 100): Promise<readonly OpenCase[]> =>
  (await checker.openCases({ search, from, count })).cases;

/** Keys of the open cases on these rows. */
async function keysOf(checker: Checker, ...rows: readonly number[]): Promise<readonly string[]> {
  const cases = await casesOf(checker);
  return rows.map((row) => cases.find((one) => one.row === row)?.key ?? '');
}

describe('the cases for a meeting', () => {
  const closed = { 办理状态: '已办结', 办结日期: '2021-09-20', 办理结果: '已答复' };

  it('are those not closed, the most urgent first, masked, page by page', async () => {
    const { checker } = await checked(
      book(
        row(1),
        row(2, { 办理时限: '2021-10-01' }),
        row(3, closed),
        row(4, { 办理时限: '待判决后', 受理日期: '', 交办日期: '', 登记日期: '' }),
      ),
    );
    const cases = await casesOf(checker);
    assert.deepEqual(
      cases.map(({ caseLabel }) => caseLabel),
      ['C-2', 'C-1', 'C-4'],
    );
    assert.deepEqual(
      [cases[0]?.state, cases[0]?.daysLeft, cases[0]?.petitioner, cases[0]?.recordable],
      ['overdue', -8, '测**', true],
    );
    assert.deepEqual(
      (await casesOf(checker, '', 1, 1)).map(({ caseLabel }) => caseLabel),
      ['C-1'],
    );
  });

  it('are found by number, unit and what they are about', async () => {
    const { checker } = await checked(book(row(1), row(2, { 责任股室: '法律援助中心' }), row(12)));
    assert.equal((await checker.openCases({ search: '法律援助', from: 0, count: 0 })).total, 1);
    assert.equal((await checker.openCases({ search: 'ｃ-12 邻里', from: 0, count: 0 })).total, 1);
    assert.equal((await checker.openCases({ search: '没有这样的', from: 0, count: 0 })).total, 0);
  });

  it('keep their keys when rows are sorted', async () => {
    const workbook = book(row(1), row(2));
    const { checker } = await checked(workbook);
    const [first] = await keysOf(checker, 3);
    workbook.edit(SHEET, ledger(row(2), row(1)));
    value(await checker.check({ sheet: null, today: TODAY }));
    assert.deepEqual(await keysOf(checker, 4), [first]);
  });
});

describe('a meeting', () => {
  const overdueReview = { 受理日期: '2021-09-02', 办理时限: '2021-11-30' };

  it('is recorded once for all its cases, and counts for them', async () => {
    const workbook = book(row(1, overdueReview), row(2, overdueReview), row(3, overdueReview));
    const { checker } = await checked(workbook);
    const order = { cases: await keysOf(checker, 3, 4), on: TODAY, decision: '由办公室牵头，月底前答复' };
    const before = workbook.texts(SHEET);
    const after = value(await checker.recordReview(order));
    assert.equal(after.cases, 3);
    assert.deepEqual(workbook.texts('调度记录')[0], ['日期', '编号', '议定事项']);
    assert.deepEqual(workbook.texts('调度记录')[1]?.slice(1), ['C-1、C-2', '由办公室牵头，月底前答复']);
    assert.deepEqual(workbook.texts(SHEET), before);
    const lapsed = async (row: number) =>
      (await checker.caseAt(row))?.outcomes.find(({ rule }) => rule === 'weekly-review-lapsed')?.outcome;
    assert.deepEqual([await lapsed(3), await lapsed(4), await lapsed(5)], ['clean', 'clean', 'flagged']);
  });

  it('goes under the headings of the user’s own sheet', async () => {
    const workbook = new MemoryWorkbook({
      [SHEET]: ledger(row(1)),
      调度记录: [['诉求编号', '内容', '调度日期']],
    });
    const { checker } = await checked(workbook);
    value(await checker.recordReview({ cases: await keysOf(checker, 3), on: TODAY, decision: '限期答复' }));
    assert.deepEqual(workbook.texts('调度记录')[1]?.slice(0, 2), ['C-1', '限期答复']);
  });

  it('is refused without cases, a decision, a number to find the case by, or before its day', async () => {
    const at = HEADINGS.indexOf('编号');
    const { checker } = await checked(
      book(
        row(1),
        row(2).map((cell, c) => (c === at ? '' : cell)),
      ),
    );
    const [first = '', nameless = ''] = await keysOf(checker, 3, 4);
    const order = { cases: [first], on: TODAY, decision: '限期答复' };
    const slips = async (own: object) => codes(await checker.recordReview({ ...order, ...own }));
    assert.deepEqual(await slips({ cases: [] }), ['review-cases-missing']);
    assert.deepEqual(await slips({ cases: [first, 'gone'] }), ['review-cases-missing']);
    assert.deepEqual(await slips({ decision: ' ' }), ['review-decision-missing']);
    assert.deepEqual(await slips({ on: TODAY + 1 }), ['review-day-in-future']);
    assert.deepEqual(await slips({ cases: [first, nameless] }), ['review-case-without-number']);
  });
});
