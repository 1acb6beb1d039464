import assert from 'node:assert/strict';
import { MemoryWorkbook, refusal } from '../memoryWorkbook';
import { HEADINGS, ledger, row, TODAY } from '../ledgers';
import { book, cellOf, checked, codes, SHEET, value } from './support';

const LATE = row(1, { 办理时限: '2021-10-08' });
const WIDTH = HEADINGS.length;
const CAPABLE = { merges: true, marks: true, dropDowns: true, changes: true, charts: true, pages: true, edits: true };

describe('a write from the pane', () => {
  it('is shown before and after, and touches nothing until it is done', async () => {
    const workbook = book(LATE, row(2));
    const { checker } = await checked(workbook);
    const preview = value(await checker.previewWrite());
    assert.deepEqual(workbook.plans, []);
    assert.deepEqual([preview.sheet, preview.columns, preview.cells], [SHEET, 'T:Y', 12]);
    assert.equal(preview.headings[0], '督查·状态');
    assert.deepEqual(preview.rows[0]?.before, ['', '', '', '', '', '']);
    assert.deepEqual(preview.rows[0]?.after.slice(0, 3), ['超期', '2021-10-08', '-1']);
    assert.equal(preview.rows[0]?.caseLabel, 'C-1');
    assert.ok(preview.sheets.every(({ isNew }) => isNew));
    assert.deepEqual([preview.moved, preview.changed, preview.vanished, preview.added, preview.more], [0, 0, 0, 0, 0]);
  });

  it('shows what stands there after a first write, in place', async () => {
    const workbook = book(LATE);
    const { checker } = await checked(workbook);
    value(await checker.write({ marks: false }));
    value(await workbook.editCells(SHEET, [{ ...cellOf('办理时限', 3), value: '2021-10-20' }]));
    value(await checker.check({ sheet: null, today: TODAY }));
    const preview = value(await checker.previewWrite());
    assert.equal(preview.columns, 'T:Y');
    assert.deepEqual(preview.rows[0]?.before.slice(0, 3), ['超期', '2021-10-08', '-1']);
    assert.deepEqual(preview.rows[0]?.after.slice(0, 3), ['正常', '2021-10-20', '11']);
    assert.ok(preview.sheets.every(({ isNew }) => !isNew));
  });

  it('counts the rows that stand already as they would be written, and lists the others alone', async () => {
    const rows = Array.from({ length: 60 }, (_, at) => row(at + 1));
    const workbook = book(...rows);
    const { checker } = await checked(workbook);
    value(await checker.write({ marks: false }));
    const same = value(await checker.previewWrite());
    assert.deepEqual([same.rows, same.more, same.unchanged, same.cells], [[], 0, 60, 360]);
    value(await workbook.editCells(SHEET, [{ ...cellOf('办理时限', 62), value: '2021-10-08' }]));
    value(await checker.check({ sheet: null, today: TODAY }));
    const after = value(await checker.previewWrite());
    assert.deepEqual([after.rows.map(({ caseLabel }) => caseLabel), after.more, after.unchanged], [['C-60'], 0, 59]);
  });

  it('calls a case that moved since the check by its own name', async () => {
    const workbook = book(LATE, row(2));
    const { checker } = await checked(workbook);
    workbook.edit(SHEET, ledger(row(2), LATE));
    const { rows } = value(await checker.previewWrite());
    assert.deepEqual(
      rows.map(({ row, caseLabel, after }) => [row, caseLabel, after[0]]),
      [
        [3, 'C-2', '正常'],
        [4, 'C-1', '超期'],
      ],
    );
  });

  it('counts the rows that are not shown, and what changed since the check', async () => {
    const rows = Array.from({ length: 60 }, (_, at) => row(at + 1));
    const workbook = book(...rows);
    const { checker } = await checked(workbook);
    workbook.edit(SHEET, ledger(...rows.slice(1), row(61), row(62)));
    const preview = value(await checker.previewWrite());
    assert.equal(preview.rows.length + preview.more, 61);
    assert.deepEqual([preview.changed, preview.added, preview.moved], [1, 1, 59]);
  });

  it('says why no columns are written on a protected sheet', async () => {
    const workbook = new MemoryWorkbook({ [SHEET]: ledger(LATE) }, { [SHEET]: { protected: true } });
    const { checker } = await checked(workbook);
    const preview = value(await checker.previewWrite());
    assert.deepEqual([preview.columns, preview.rows, preview.cells], [null, [], 0]);
    assert.match(preview.why ?? '', /受保护/);
  });

  it('marks cells by the worst finding where wanted, and takes marks away where not', async () => {
    const workbook = book(LATE);
    const { checker } = await checked(workbook);
    const done = value(await checker.write({ marks: true }));
    assert.deepEqual([done.rows, done.problems], [1, []]);
    assert.deepEqual(
      workbook.marks.filter(({ cell }) => cell === 'L3'),
      [{ cell: 'L3', look: 'error' }],
    );
    assert.equal(new Set(workbook.marks.map(({ cell }) => cell)).size, workbook.marks.length);
    value(await checker.write({ marks: false }));
    assert.deepEqual(workbook.marks, []);
  });

  it('stands where marking fails or is not possible, and says so', async () => {
    const workbook = book(LATE);
    const { checker } = await checked(workbook);
    workbook.refusals.set('mark', refusal('ledger-keeps-changing'));
    assert.deepEqual(
      value(await checker.write({ marks: true })).problems.map(({ code }) => code),
      ['ledger-keeps-changing'],
    );
    const old = new MemoryWorkbook({ [SHEET]: ledger(LATE) }, {}, { ...CAPABLE, marks: false });
    const { notes } = value(await (await checked(old)).checker.write({ marks: true }));
    assert.ok(notes.some((note) => note.includes('标色')));
  });

  it('marks nothing on rows that moved, and says so', async () => {
    const workbook = book(LATE, row(2));
    const { checker } = await checked(workbook);
    workbook.edit(SHEET, ledger(row(2), LATE));
    const { notes } = value(await checker.write({ marks: true }));
    assert.deepEqual(workbook.marks, []);
    assert.ok(notes.some((note) => note.includes('未标色')));
    assert.equal(workbook.texts(SHEET)[3]?.[WIDTH], '超期');
  });

  it('is taken away by clearing, with what was set aside', async () => {
    const workbook = book(LATE);
    const { checker } = await checked(workbook);
    const key = (await checker.today())[0]?.key ?? '';
    value(await checker.setAside({ key, kind: 'wrong', reason: '理由', by: '试丙', until: null }));
    value(await checker.write({ marks: true }));
    value(await checker.offerDropDowns(['unit']));
    const report = value(await checker.clear());
    assert.ok(report.sheets.includes('督查搁置') && report.lists === 1);
    assert.equal((await checker.today())[0]?.key, key);
    assert.ok(value(await checker.dropDowns()).every(({ offered }) => !offered));
  });
});

describe('lists to choose from', () => {
  it('hold the roster and the vocabularies, for columns that are there', async () => {
    const { checker } = await checked(book(row(1, { 责任股室: '城关司法所' })));
    const choices = value(await checker.dropDowns());
    const of = (field: string) => choices.find((choice) => choice.field === field);
    assert.ok(of('unit')?.choices.includes('法律援助中心') && of('unit')?.choices.includes('城关司法所'));
    assert.deepEqual(of('limitSource')?.choices, ['上级明确', '股室提出']);
    assert.deepEqual([of('limitSource')?.label, of('limitSource')?.column], ['时限来源', 'M']);
    assert.equal(of('merit'), undefined);
    assert.ok(choices.every(({ offered }) => !offered));
  });

  it('are offered where asked for, kept in mind, and leave alone what is the user’s', async () => {
    const workbook = book(row(1), row(2));
    workbook.validate(SHEET, [14]);
    const { checker } = await checked(workbook);
    assert.deepEqual(value(await checker.offerDropDowns(['limitSource', 'status'])), {
      columns: 1,
      leftAlone: ['办理状态'],
    });
    assert.deepEqual(
      workbook.lists.map(({ column, first, last }) => [column, first, last]),
      [[13, 3, 4]],
    );
    const { checker: later } = await checked(workbook);
    const offered = value(await later.dropDowns()).filter((choice) => choice.offered);
    assert.deepEqual(
      offered.map(({ field }) => field),
      ['limitSource'],
    );
    assert.equal(value(await later.offerDropDowns([])).columns, 0);
    assert.deepEqual([workbook.lists, workbook.kept.size], [[], 0]);
  });

  it('are refused where the host has none', async () => {
    const workbook = new MemoryWorkbook({ [SHEET]: ledger(LATE) }, {}, { ...CAPABLE, dropDowns: false });
    const { checker } = await checked(workbook);
    assert.deepEqual(codes(await checker.offerDropDowns(['unit'])), ['drop-downs-not-possible']);
  });
});
