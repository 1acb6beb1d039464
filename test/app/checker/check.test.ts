import assert from 'node:assert/strict';
import { createChecker } from '../../../src/app/checker/createChecker';
import type { Progress } from '../../../src/ports/checker';
import { SPEECH } from '../../../src/text/zh-CN/speech';
import { MemoryWorkbook } from '../memoryWorkbook';
import { ledger, row, TODAY } from '../ledgers';
import {
  book,
  cellOf,
  checked,
  checkerOver,
  codes,
  findingsIn,
  linesOf,
  ruleBytes,
  SHEET,
  REPORTING,
  value,
} from './support';

const LATE = row(1, { 办理时限: '2021-10-08' });
const FINE = row(2);
const VAGUE = row(3, { 办理时限: '尽快', 包案负责人: '' });

describe('a check from the pane', () => {
  it('counts each case once, by its worst finding', async () => {
    const { overview } = await checked(book(LATE, FINE, VAGUE));
    const { cases, open, byState, bySeverity, flaggedCases } = overview;
    assert.deepEqual([cases, open, byState.overdue, byState.onTrack], [3, 3, 1, 2]);
    assert.equal(bySeverity.error + bySeverity.warning + bySeverity.notice, flaggedCases);
    assert.equal(bySeverity.error, 2);
    assert.deepEqual(overview.touched, []);
  });

  it('says once what is wanting for want of a column, and where two columns claim a field', async () => {
    const cells = ledger(FINE).map((cells, at) => [...cells, at === 1 ? '责任股室' : at === 2 ? '办公室' : '']);
    const { overview } = await checked(new MemoryWorkbook({ [SHEET]: cells }));
    const codesFound = new Set(overview.notes.map(({ code }) => code));
    assert.ok(codesFound.has('column-missing'));
    const conflict = overview.notes.find(({ code }) => code === 'two-columns-one-field');
    assert.equal(conflict?.cell, 'J2');
    assert.match(conflict?.text ?? '', /责任股室/);
  });

  it('needs rules, and keeps the last good pack where one is refused', async () => {
    const checker = createChecker({ workbook: book(LATE), speech: SPEECH, ...REPORTING });
    assert.deepEqual(codes(await checker.check({ sheet: null, today: TODAY })), ['rules-not-loaded']);
    const files = await ruleBytes();
    const info = value(await checker.useRules(files));
    assert.ok(info.rules > 40 && info.title !== '');
    assert.ok(!(await checker.useRules(new Map([...files].slice(0, 3)))).ok);
    assert.equal(value(await checker.check({ sheet: null, today: TODAY })).pack.sha256, info.sha256);
  });

  it('answers nothing before a check, and says so where something is to be done', async () => {
    const checker = await checkerOver(book(LATE));
    assert.deepEqual(await checker.today(), []);
    assert.deepEqual(await linesOf(checker), []);
    assert.equal(await checker.caseAt(3), null);
    assert.equal(await checker.mapping(), null);
    assert.deepEqual(codes(await checker.previewWrite()), ['not-checked']);
    assert.deepEqual(codes(await checker.recheck({ sheet: SHEET, area: null })), ['not-checked']);
  });

  it('tells what it does, and cancelled keeps the last check', async () => {
    const workbook = book(LATE, FINE);
    const { checker, overview } = await checked(workbook);
    const seen: Progress[] = [];
    workbook.edit(SHEET, ledger(FINE));
    const signal = { aborted: false };
    const follow = (progress: Progress): void => {
      seen.push(progress);
      if (progress.phase === 'checking') signal.aborted = true;
    };
    const again = await checker.check({ sheet: null, today: TODAY }, follow, signal);
    assert.deepEqual(codes(again), ['cancelled']);
    assert.deepEqual([...new Set(seen.map(({ phase }) => phase))], ['reading', 'checking']);
    const list = await checker.findings({ group: 'case', severities: [], states: [], show: 'open', search: '' });
    assert.equal(list.revision, overview.revision);
    assert.equal((await checker.today()).length, 1);
  });
});

describe('a recheck', () => {
  const timeLimit = cellOf('办理时限', 3);
  const areaOf = ({ row, column }: { row: number; column: number }) => ({
    top: row,
    left: column,
    bottom: row,
    right: column,
  });

  it('sees what was mended, and names the rows it touched', async () => {
    const workbook = book(LATE, FINE);
    const { checker, overview } = await checked(workbook);
    await workbook.editCells(SHEET, [{ ...timeLimit, value: '2021-10-31' }]);
    const after = value(await checker.recheck({ sheet: SHEET, area: areaOf(timeLimit) }));
    assert.ok(after && after.revision > overview.revision);
    assert.deepEqual(after.touched, [3]);
    assert.deepEqual([after.byState.overdue, after.byState.onTrack], [0, 2]);
    assert.ok(findingsIn(await linesOf(checker)).every(({ rule }) => rule !== 'overdue'));
  });

  it('is as a full check would be', async () => {
    const workbook = book(LATE, FINE, VAGUE);
    const { checker } = await checked(workbook);
    await workbook.editCells(SHEET, [{ ...cellOf('包案负责人', 5), value: '测试丙' }]);
    value(await checker.recheck({ sheet: SHEET, area: areaOf(cellOf('包案负责人', 5)) }));
    const incremental = await linesOf(checker);
    const { checker: anew } = await checked(workbook);
    assert.deepEqual(incremental, await linesOf(anew));
  });

  it('is nothing where the change touches nothing of the ledger', async () => {
    const workbook = new MemoryWorkbook({ [SHEET]: ledger(LATE), 便签: [['随手记']] });
    const { checker, overview } = await checked(workbook);
    assert.equal(value(await checker.recheck({ sheet: '便签', area: null })), null);
    const beside = { top: 3, left: 40, bottom: 3, right: 40 };
    assert.equal(value(await checker.recheck({ sheet: SHEET, area: beside })), null);
    assert.equal(
      (await checker.findings({ group: 'case', severities: [], states: [], show: 'open', search: '' })).revision,
      overview.revision,
    );
  });

  it('reads everything again where rows came or a sheet of rules changed', async () => {
    const workbook = book(LATE);
    const { checker } = await checked(workbook);
    workbook.edit(SHEET, ledger(LATE, FINE));
    assert.equal(value(await checker.recheck({ sheet: SHEET, area: null }))?.cases, 2);
    workbook.edit('规则参数', [
      ['规则', '参数', '值'],
      ['due-soon', 'days', 30],
    ]);
    assert.equal(value(await checker.recheck({ sheet: '规则参数', area: null }))?.byState.dueSoon, 1);
  });
});
