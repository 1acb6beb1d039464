import assert from 'node:assert/strict';
import { MemoryWorkbook } from '../memoryWorkbook';
import { check, ledger, row, TODAY } from '../ledgers';
import { book, checked, checkerOver, codes, SHEET, value } from './support';

/** The usual ledger under one heading that nobody would guess. */
const renamed = (...rows: (readonly string[])[]) =>
  ledger(...rows).map((cells, at) => (at === 1 ? cells.map((cell) => (cell === '包案负责人' ? '盯办' : cell)) : cells));

describe('the mapping of columns', () => {
  it('is shown on the sheet’s own headings, with a few cells of each', async () => {
    const { checker } = await checked(book(row(1), row(2, { 责任股室: '法律援助中心' })));
    const view = await checker.mapping();
    assert.ok(view);
    assert.deepEqual([view.sheet, view.headerRows, view.correction], [SHEET, [2], null]);
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
    const workbook = new MemoryWorkbook({ [SHEET]: renamed(row(1)) });
    const { checker, overview } = await checked(workbook);
    assert.equal(overview.bySeverity.error, 1);
    const after = value(await checker.correctMapping({ columns: { caseLeader: 11 } }));
    assert.equal(after.bySeverity.error, 0);
    assert.deepEqual((await checker.mapping())?.correction, { columns: { caseLeader: 11 } });
    assert.equal((await check(workbook)).checked.table.columns.get('caseLeader'), 11);
    assert.equal(value(await checker.correctMapping(null)).bySeverity.error, 1);
    assert.deepEqual([workbook.kept.size, (await checker.mapping())?.correction], [0, null]);
  });

  it('follows a column that moved, and leaves out one that is gone', async () => {
    const workbook = new MemoryWorkbook({ [SHEET]: renamed(row(1)) });
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

  describe('before any check could be completed', () => {
    /** A ledger whose headings nobody would guess, beside a sheet that is none. */
    const odd = (): MemoryWorkbook =>
      new MemoryWorkbook({
        草稿: [['随手记']],
        [SHEET]: ledger(row(1, { 责任股室: '' })).map((cells, at) =>
          at === 1 ? cells.map((_, column) => `第${column + 1}项`) : cells,
        ),
      });
    const order = { sheet: SHEET, today: TODAY };

    it('takes a person’s word for where the header stands, then for what its columns are', async () => {
      const workbook = odd();
      const checker = await checkerOver(workbook);
      assert.deepEqual(codes(await checker.check({ sheet: null, today: TODAY })), ['no-ledger-found']);
      assert.deepEqual(codes(await checker.check(order)), ['header-not-found']);
      assert.deepEqual(codes(await checker.correctMapping({ headerRows: { first: 2, last: 2 } })), ['not-checked']);
      const first = value(await checker.correctMapping({ headerRows: { first: 2, last: 2 } }, order));
      assert.deepEqual([first.sheet, first.cases], [SHEET, 0], 'no column tells what a case is');
      const view = await checker.mapping();
      assert.deepEqual([view?.headerRows, view?.columns[9]?.heading, view?.columns[9]?.field], [[2], '第10项', null]);
      const columns = { content: 5, unit: 10 };
      assert.equal(value(await checker.correctMapping({ headerRows: { first: 2, last: 2 }, columns })).cases, 1);
      assert.ok((await checker.today()).some(({ what }) => what.includes('责任股室')));
      // Whoever checks next finds the sheet too, without being told.
      assert.equal((await check(workbook)).checked.table.sheet, SHEET);
    });

    it('keeps nothing where even that finds no ledger', async () => {
      const workbook = odd();
      const checker = await checkerOver(workbook);
      const wrong = await checker.correctMapping({ headerRows: { first: 9, last: 3 } }, order);
      assert.deepEqual(codes(wrong), ['correction-impossible']);
      assert.equal(workbook.kept.size, 0);
      assert.deepEqual(codes(await checker.correctMapping(null, { ...order, sheet: '没有' })), ['sheet-not-found']);
    });
  });

  it('offers the sheets that may hold a ledger, not those that add to the rules', async () => {
    const workbook = new MemoryWorkbook({ [SHEET]: ledger(row(1)), 节假日: [['日期', '休或班', '名称']], 草稿: [] });
    const { checker } = await checked(workbook);
    value(await checker.write({ marks: false }));
    assert.deepEqual(value(await checker.ledgerSheets()), [SHEET, '草稿']);
  });

  it('tells the sheets that add to the rules, and the slips in them', async () => {
    const workbook = new MemoryWorkbook({
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
