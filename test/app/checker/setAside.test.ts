import assert from 'node:assert/strict';
import { checkJson } from '../../../src/app/checkJson';
import { civilDay } from '../../../src/core/dates/civil';
import type { Checker, SetAsideOrder } from '../../../src/ports/checker';
import { SPEECH } from '../../../src/text/zh-CN/speech';
import { sayReport } from '../../../src/text/zh-CN/report';
import type { LiveMemoryWorkbook } from '../liveMemoryWorkbook';
import { refusal } from '../liveMemoryWorkbook';
import { check, ledger, row, TODAY } from '../ledgers';
import { ALL, book, cellOf, checked, codes, findingsIn, linesOf, SHEET, value } from './support';

const LATE = row(1, { 办理时限: '2021-10-08' });
const OTHER = row(2, { 办理时限: '2021-10-07' });
const WRONG: Omit<SetAsideOrder, 'key'> = {
  kind: 'wrong',
  reason: '县里已同意延期，文件在途',
  by: '试丙',
  until: null,
};

const keyOf = async (checker: Checker, rule: string, label = 'C-1'): Promise<string> => {
  const found = findingsIn(await linesOf(checker)).find((one) => one.rule === rule && one.caseLabel === label);
  assert.ok(found, `${rule} of ${label} stands`);
  return found.key;
};

const isOverdue = async (checker: Checker): Promise<boolean> =>
  findingsIn(await linesOf(checker)).some(({ rule, caseLabel }) => rule === 'overdue' && caseLabel === 'C-1');

async function withAside(workbook: LiveMemoryWorkbook, own: Partial<SetAsideOrder> = {}): Promise<Checker> {
  const { checker } = await checked(workbook);
  const key = await keyOf(checker, 'overdue');
  value(await checker.setAside({ key, ...WRONG, ...own }));
  return checker;
}

describe('a finding set aside', () => {
  it('is listed apart, counts no more, and comes back when it is taken back', async () => {
    const workbook = book(LATE, OTHER);
    const { checker, overview } = await checked(workbook);
    const before = await checker.findings(ALL);
    const key = await keyOf(checker, 'overdue');
    const after = value(await checker.setAside({ key, ...WRONG }));
    assert.deepEqual([after.setAside, after.revision > overview.revision], [1, true]);
    assert.equal((await checker.findings(ALL)).findings, before.findings - 1);
    const apart = findingsIn(await linesOf(checker, { show: 'aside' }));
    assert.deepEqual(
      apart.map((finding) => [finding.key, finding.aside]),
      [[key, { kind: 'wrong', reason: WRONG.reason, by: '试丙', on: TODAY, until: null }]],
    );
    assert.deepEqual(
      (await checker.today()).map(({ caseLabel }) => caseLabel),
      ['C-2'],
    );
    assert.ok(!(await checker.reminders()).some(({ text }) => text.includes('C-1') && text.includes('已超期 1 天')));

    assert.equal(value(await checker.takeBack(key)).setAside, 0);
    assert.deepEqual(await checker.findings(ALL), { ...before, revision: after.revision + 1 });
    assert.deepEqual(codes(await checker.takeBack(key)), ['finding-gone']);
  });

  it('stays aside for whoever opens the workbook next, in whatever order its rows stand', async () => {
    const workbook = book(LATE, OTHER);
    await withAside(workbook);
    workbook.edit(SHEET, ledger(OTHER, LATE));
    const { checker, overview } = await checked(workbook);
    assert.equal(overview.setAside, 1);
    assert.equal(await isOverdue(checker), false);
    const [apart] = findingsIn(await linesOf(checker, { show: 'aside' }));
    assert.deepEqual([apart?.row, apart?.caseLabel], [4, 'C-1']);
  });

  it('does not come back by the passing of days alone', async () => {
    const workbook = book(LATE, OTHER);
    await withAside(workbook);
    const { checker } = await checked(workbook, { today: TODAY + 60 });
    assert.equal(await isOverdue(checker), false);
  });

  it('comes back when what it rested on changes, and that is said', async () => {
    const workbook = book(LATE, OTHER);
    const checker = await withAside(workbook);
    const cell = cellOf('办理时限', 3);
    await workbook.editCells(SHEET, [{ ...cell, value: '2021-10-06' }]);
    const area = { top: cell.row, left: cell.column, bottom: cell.row, right: cell.column };
    const after = value(await checker.recheck({ sheet: SHEET, area }));
    assert.equal(after?.setAside, 0);
    assert.equal(await isOverdue(checker), true);
    const note = after?.notes.find(({ code }) => code === 'aside-changed');
    assert.match(note?.text ?? '', /超期未办结.*误报/);
    assert.equal(note?.cell, 'A3');
    // What is said of other cells leaves it aside.
    await workbook.editCells(SHEET, [
      { ...cell, value: '2021-10-08' },
      { ...cellOf('办理情况', 3), value: '另有安排' },
    ]);
    const { overview } = await checked(workbook);
    assert.equal(overview.setAside, 1);
  });

  it('holds up to its last day and no longer', async () => {
    const workbook = book(LATE);
    await withAside(workbook, { kind: 'postponed', until: civilDay(2021, 10, 20) });
    const on = async (day: number) => (await checked(workbook, { today: day })).overview;
    assert.equal((await on(civilDay(2021, 10, 20))).setAside, 1);
    const after = await on(civilDay(2021, 10, 21));
    assert.equal(after.setAside, 0);
    assert.ok(after.notes.some(({ code }) => code === 'aside-expired'));
  });

  it('is said to be lost where its case is gone', async () => {
    const workbook = book(LATE, OTHER);
    await withAside(workbook);
    workbook.edit(SHEET, ledger(OTHER));
    const { overview } = await checked(workbook);
    assert.ok(overview.notes.some(({ code, text }) => code === 'aside-lost' && text.includes('C-1')));
  });

  it('needs a reason, a name and, to be postponed, a day to come', async () => {
    const { checker } = await checked(book(LATE));
    const key = await keyOf(checker, 'overdue');
    const slips = async (own: Partial<SetAsideOrder>) => codes(await checker.setAside({ key, ...WRONG, ...own }));
    assert.deepEqual(await slips({ reason: ' ' }), ['aside-reason-missing']);
    assert.deepEqual(await slips({ by: '', reason: '' }), ['aside-reason-missing', 'aside-name-missing']);
    assert.deepEqual(await slips({ kind: 'postponed' }), ['aside-until-missing']);
    assert.deepEqual(await slips({ until: TODAY - 1 }), ['aside-until-past']);
    assert.deepEqual(await slips({ key: 'overdue:nobody' }), ['finding-gone']);
    assert.equal((await checker.findings({ ...ALL, show: 'aside' })).findings, 0);
  });

  it('is not aside where the workbook refused to keep it', async () => {
    const workbook = book(LATE);
    const { checker } = await checked(workbook);
    workbook.refusals.set('writeSheets', refusal('workbook-structure-protected'));
    const key = await keyOf(checker, 'overdue');
    assert.deepEqual(codes(await checker.setAside({ key, ...WRONG })), ['workbook-structure-protected']);
    assert.equal(await isOverdue(checker), true);
  });

  it('names no petitioner on its sheet, and a slip there is reported', async () => {
    const workbook = book(LATE);
    await withAside(workbook);
    const sheet = workbook.texts('督查搁置');
    assert.ok(!JSON.stringify(sheet).includes('测试甲'));
    const kind = sheet[2]?.indexOf('类型') ?? -1;
    workbook.edit(
      '督查搁置',
      sheet.map((cells, at) => cells.map((cell, c) => (at === 3 && c === kind ? '不清楚' : cell))),
    );
    const { overview } = await checked(workbook);
    assert.equal(overview.setAside, 0);
    const note = overview.notes.find(({ code }) => code === 'aside-kind-unreadable');
    assert.deepEqual([note?.sheet, note?.cell], ['督查搁置', 'D4']);
  });

  it('is told apart by the command line too', async () => {
    const workbook = book(LATE);
    await withAside(workbook);
    const result = await check(workbook);
    const json = JSON.parse(JSON.stringify(checkJson(result, SPEECH, { allOutcomes: false }))) as {
      appeals: { outcomes: { rule: string; outcome: string; setAside?: unknown }[] }[];
      summary: { setAside: number; flagged: Record<string, number>; bySeverity: { error: number } };
    };
    const overdue = json.appeals[0]?.outcomes.find(({ rule }) => rule === 'overdue');
    assert.equal(overdue?.outcome, 'flagged');
    assert.deepEqual(overdue?.setAside, {
      kind: 'wrong',
      reason: WRONG.reason,
      by: '试丙',
      on: '2021-10-09',
      until: null,
    });
    assert.equal(json.summary.setAside, 1);
    assert.equal(json.summary.flagged['overdue'], undefined);
    const report = [...sayReport(result)].join('\n');
    assert.match(report, /已搁置/);
    assert.match(report, /误报.*试丙认定/);
  });

  it('is said as such in what is written', async () => {
    const workbook = book(LATE, OTHER);
    const checker = await withAside(workbook, { kind: 'postponed', until: civilDay(2021, 10, 20) });
    value(await checker.write({ marks: true }));
    const findings = workbook.texts('督查问题');
    const state = findings[2]?.indexOf('状态') ?? -1;
    assert.equal(findings[findings.length - 1]?.[state], '暂缓（至 2021年10月20日）');
    assert.equal(findings[3]?.[state], '待处理');
    const written = workbook.texts(SHEET)[2] ?? [];
    assert.ok(written.some((cell) => /已搁置：.*已超期 1 天.*暂缓/s.test(cell)));
    assert.ok(!workbook.marks.some(({ cell }) => cell === 'L3'));
    assert.ok(workbook.marks.some(({ cell }) => cell === 'L4'));
    assert.match(JSON.stringify(workbook.texts('督查汇总')), /已搁置的问题/);
  });
});
