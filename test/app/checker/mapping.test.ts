import assert from 'node:assert/strict';
import { LiveMemoryWorkbook } from '../liveMemoryWorkbook';
import { check, HEADINGS, ledger, row, TODAY } from '../ledgers';
import { book, checked, codes, SHEET, value } from './support';

/** The usual ledger under one heading that nobody would guess. */
const renamed = (...rows: (readonly string[])[]) =>
  ledger(...rows).map((cells, at) => (at === 1 ? cells.map((cell) => (cell === '包案负责人' ? '盯办' : cell)) : cells));

describe('the mapping of columns', () => {
  it('is shown on the sheet’s own headings, with a few cells of each', async () => {
    const { checker } = await checked(book(row(1), row(2, { 责任股室: '法律援助中心' })));
    const view = await checker.mapping();
    assert.ok(view);
    assert.deepEqual([view.sheet, view.headerRows, view.corrected], [SHEET, [2], false]);
    const unit = view.columns.find(({ field }) => field === 'unit');
    assert.deepEqual(
      [unit?.column, unit?.heading, unit?.label, unit?.examples],
      ['J', '责任股室', '责任股室', ['办公室', '法律援助中心']],
    );
    assert.deepEqual(view.columns.find(({ field }) => field === 'phone')?.examples, ['138****1111']);
    assert.ok(view.missing.find(({ field }) => field === 'plan')?.needed);
    assert.ok(view.missing.some(({ needed }) => !needed));
    assert.ok(view.fields.length > 40);
    assert.ok(view.companions.every(({ present, problems }) => !present && problems === 0));
  });

  it('is corrected by a person, kept in the workbook, and read by the command line too', async () => {
    const workbook = new LiveMemoryWorkbook({ [SHEET]: renamed(row(1)) });
    const { checker, overview } = await checked(workbook);
    assert.equal(overview.bySeverity.error, 1);
    const after = value(await checker.correctMapping({ columns: { caseLeader: 11 } }));
    assert.equal(after.bySeverity.error, 0);
    assert.equal((await checker.mapping())?.corrected, true);
    assert.equal((await check(workbook)).checked.table.columns.get('caseLeader'), 11);
    assert.equal(value(await checker.correctMapping(null)).bySeverity.error, 1);
    assert.deepEqual([workbook.kept.size, (await checker.mapping())?.corrected], [0, false]);
  });

  it('follows a column that moved, and leaves out one that is gone', async () => {
    const workbook = new LiveMemoryWorkbook({ [SHEET]: renamed(row(1)) });
    const { checker } = await checked(workbook);
    value(await checker.correctMapping({ columns: { caseLeader: 11 } }));
    const moved = renamed(row(1)).map((cells, at) => (at === 0 ? cells : [at === 1 ? '年度' : '2021', ...cells]));
    workbook.edit(SHEET, moved);
    assert.equal((await check(workbook)).checked.table.columns.get('caseLeader'), 12);
    workbook.edit(
      SHEET,
      moved.map((cells) => cells.filter((_, at) => at !== 11)),
    );
    assert.equal((await check(workbook)).checked.table.columns.has('caseLeader'), false);
  });

  it('is left as it was where a correction is impossible', async () => {
    const workbook = book(row(1));
    const { checker } = await checked(workbook);
    assert.deepEqual(codes(await checker.correctMapping({ headerRows: { first: 9, last: 3 } })), [
      'correction-impossible',
    ]);
    assert.equal(workbook.kept.size, 0);
    assert.ok((await checker.check({ sheet: null, today: TODAY })).ok);
  });

  it('tells the sheets that add to the rules, and the slips in them', async () => {
    const workbook = new LiveMemoryWorkbook({
      [SHEET]: ledger(row(1)),
      节假日: [
        ['日期', '休或班', '名称'],
        ['2021-10-11', '不知', '测试'],
      ],
    });
    const { checker, overview } = await checked(workbook);
    const holidays = (await checker.mapping())?.companions.find(({ sheet }) => sheet === '节假日');
    assert.deepEqual([holidays?.present, holidays?.problems], [true, 1]);
    assert.ok(overview.notes.some(({ sheet, cell }) => sheet === '节假日' && cell === 'B2'));
  });
});

describe('a meeting', () => {
  const overdueReview = { 受理日期: '2021-09-02', 办理时限: '2021-11-30' };

  it('is recorded once for all its cases, and counts for them', async () => {
    const workbook = book(row(1, overdueReview), row(2, overdueReview), row(3, overdueReview));
    const { checker } = await checked(workbook);
    const order = { rows: [3, 4], on: TODAY, decision: '由办公室牵头，月底前答复' };
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
    const workbook = new LiveMemoryWorkbook({
      [SHEET]: ledger(row(1)),
      调度记录: [['诉求编号', '内容', '调度日期']],
    });
    const { checker } = await checked(workbook);
    value(await checker.recordReview({ rows: [3], on: TODAY, decision: '限期答复' }));
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
    const order = { rows: [3], on: TODAY, decision: '限期答复' };
    const slips = async (own: object) => codes(await checker.recordReview({ ...order, ...own }));
    assert.deepEqual(await slips({ rows: [] }), ['review-cases-missing']);
    assert.deepEqual(await slips({ rows: [99] }), ['review-cases-missing']);
    assert.deepEqual(await slips({ decision: ' ' }), ['review-decision-missing']);
    assert.deepEqual(await slips({ on: TODAY + 1 }), ['review-day-in-future']);
    assert.deepEqual(await slips({ rows: [3, 4] }), ['review-case-without-number']);
  });
});
