import assert from 'node:assert/strict';
import fc from 'fast-check';
import { timelineOf } from '../../../src/app/checker/dueTimeline';
import { civilDay } from '../../../src/core/dates/civil';
import { createWorkCalendar } from '../../../src/core/dates/createWorkCalendar';
import { periodEnd } from '../../../src/core/dates/due';
import { ledger, row } from '../ledgers';
import { MemoryWorkbook } from '../memoryWorkbook';
import { book, bookWith, checked, SHEET } from './support';

const caseOf = async (own: Readonly<Record<string, string>>) => {
  const { checker } = await checked(book(row(1, own)));
  const view = await checker.caseAt(3);
  assert.ok(view);
  return view;
};

describe('a case whole', () => {
  it('is told by its row, and nothing where no case stands', async () => {
    const { checker } = await checked(book(row(1)));
    assert.equal((await checker.caseAt(3))?.caseLabel, 'C-1');
    assert.equal(await checker.caseAt(2), null);
    assert.equal(await checker.caseAt(99), null);
  });

  it('knows the rows of the cases before and after it, over what is no case', async () => {
    const { checker } = await checked(book(row(1), [], row(2), row(3)));
    const beside = async (at: number) => {
      const view = await checker.caseAt(at);
      return [view?.previousRow, view?.nextRow];
    };
    assert.deepEqual(await beside(3), [null, 5]);
    assert.deepEqual(await beside(5), [3, 6]);
    assert.deepEqual(await beside(6), [5, null]);
  });

  it('says of each clarity what stands there and whether it is clear', async () => {
    const { clarities } = await caseOf({ 责任股室: '相关股室', 包案负责人: '', 办理时限: '10月31日前' });
    assert.deepEqual(
      clarities.map(({ label, text, cell, state }) => [label, text, cell, state]),
      [
        ['责任股室', '相关股室', 'J3', 'wanting'],
        ['包案负责人', '', 'K3', 'wanting'],
        ['办理时限', '10月31日前', 'L3', 'clear'],
      ],
    );
  });

  it('takes a name that is not on the roster for clear, though a hint asks about it', async () => {
    const roster = [
      ['姓名', '职务', '机构', '任职起', '任职止'],
      ['测试丙', '主任', '办公室', '', ''],
    ];
    const { checker } = await checked(new MemoryWorkbook({ [SHEET]: ledger(row(1)), 人员名册: roster }));
    const view = await checker.caseAt(3);
    assert.ok(view?.findings.some(({ what }) => what.includes('人员名册上没有“测试乙”')));
    assert.equal(view?.clarities.find(({ label }) => label === '包案负责人')?.state, 'clear');
  });

  it('proves the due day, and draws its days', async () => {
    const { due } = await caseOf({ 办理时限: '15个工作日', 受理日期: '2021-09-17' });
    assert.equal(due.on, civilDay(2021, 10, 14));
    assert.match(due.proof.join('\n'), /起算日 2021年9月17日/);
    assert.deepEqual(due.timeline[0], {
      from: civilDay(2021, 9, 17),
      to: civilDay(2021, 9, 17),
      kind: 'start',
      name: '',
    });
    const kinds = new Set(due.timeline.map(({ kind }) => kind));
    for (const kind of ['counted', 'skipped', 'madeUp', 'due'] as const) assert.ok(kinds.has(kind), kind);
    assert.ok(due.timeline.some(({ kind, name }) => kind === 'skipped' && name.includes('国庆')));
  });

  it('has no timeline for a date that someone wrote, and says why there is no day', async () => {
    assert.deepEqual((await caseOf({ 办理时限: '2021-10-31' })).due.timeline, []);
    const { due } = await caseOf({ 办理时限: '10月32日' });
    assert.equal(due.on, null);
    assert.match(due.unknown ?? '', /L3.*10月32日/);
  });

  it('follows the process as far as the ledger has columns', async () => {
    const open = await caseOf({});
    assert.deepEqual(
      open.steps.map(({ label, state }) => [label, state]),
      [
        ['登记', 'done'],
        ['交办', 'done'],
        ['受理', 'done'],
        ['办结', 'now'],
        ['反馈', 'later'],
        ['销号', 'later'],
      ],
    );
    assert.equal(open.steps[0]?.text, '2021年9月1日 周三');
    const closed = await caseOf({ 办理状态: '已办结', 办结日期: '2021-09-20', 是否销号: '是', 受理日期: '9月31号' });
    assert.deepEqual(
      closed.steps.map(({ label, state }) => [label, state]),
      [
        ['登记', 'done'],
        ['交办', 'done'],
        ['受理', 'cannotJudge'],
        ['办结', 'done'],
        ['反馈', 'wanting'],
        ['销号', 'done'],
      ],
    );
  });

  it('says for every rule why it says what it says, and what to do next', async () => {
    const { outcomes, next, findings } = await caseOf({ 办理时限: '2021-10-08', 包案负责人: '' });
    assert.ok(outcomes.length > 40);
    assert.ok(outcomes.every(({ sentence }) => sentence.endsWith('。')));
    const names = new Set(outcomes.map(({ outcome }) => outcome));
    for (const outcome of ['flagged', 'clean', 'notApplicable', 'cannotJudge'] as const) assert.ok(names.has(outcome));
    assert.deepEqual(
      findings.slice(0, 2).map(({ severity }) => severity),
      ['error', 'error'],
    );
    assert.ok(next.some(({ cell, text }) => cell === 'K3' && text.includes('K3')));
    assert.equal(new Set(next.map(({ text }) => text)).size, next.length);
  });

  it('asks for a cell once, though other rules can’t judge without it', async () => {
    const { next, findings } = await caseOf({ 办理状态: '已办结', 办结日期: '' });
    assert.ok(findings.some(({ outcome, what }) => outcome === 'cannotJudge' && what.includes('“办结日期”未填')));
    assert.equal(next.filter(({ cell }) => cell === 'P3').length, 1);
  });

  it('keeps what rules suggest apart from what a person decided, and calls nobody unlawful', async () => {
    const violent = { 诉求内容: '诉求人围堵县政府大门' };
    const { checker } = await checked(
      bookWith(['甄别分类'], { row: row(1, violent), more: [''] }, { row: row(2), more: ['政策外或不合理'] }),
    );
    const suggested = await checker.caseAt(3);
    assert.equal(suggested?.classification.decided, false);
    assert.equal(suggested?.classification.toVerify, true);
    assert.equal(suggested?.classification.decideAt, 'T3');
    assert.match(suggested?.classification.suggestion ?? '', /请人工核实/);
    assert.ok(suggested?.classification.evidence.some(({ words, cell }) => words.length > 0 && cell === 'E3'));
    assert.doesNotMatch(JSON.stringify(suggested?.classification), /违法行为/);
    const decided = await checker.caseAt(4);
    assert.equal(decided?.classification.decided, true);
    assert.equal(decided?.classification.category, '政策范围外或不合理诉求');
  });
});

describe('the timeline of a period', () => {
  const calendar = createWorkCalendar({
    years: new Set([2021, 2022]),
    off: new Map([[civilDay(2021, 10, 1), '国庆节']]),
    work: new Map([[civilDay(2021, 9, 26), '国庆节调休']]),
  });

  it('runs from the start to the due day without a gap or an overlap', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: civilDay(2021, 1, 1), max: civilDay(2021, 12, 1) }),
        fc.integer({ min: 1, max: 90 }),
        fc.constantFrom('day', 'workday', 'month'),
        fc.constantFrom('next-workday', 'none'),
        (start, amount, unit, roll) => {
          const end = periodEnd(start, { amount: unit === 'month' ? 1 + (amount % 3) : amount, unit }, roll, calendar);
          if (!end.ok) return;
          const runs = timelineOf(end.proof);
          assert.equal(runs[0]?.from, start);
          assert.equal(runs[runs.length - 1]?.to, end.on);
          assert.deepEqual([runs[0]?.kind, runs[runs.length - 1]?.kind], ['start', 'due']);
          runs.forEach((run, at) => {
            assert.ok(run.from <= run.to);
            if (at > 0) assert.equal(run.from, (runs[at - 1]?.to ?? 0) + 1);
          });
          if (unit === 'workday') {
            const days = runs
              .filter(({ kind }) => kind === 'counted' || kind === 'madeUp' || kind === 'due')
              .reduce((sum, { from, to }) => sum + to - from + 1, 0);
            assert.equal(days, amount);
          }
        },
      ),
    );
  });
});
