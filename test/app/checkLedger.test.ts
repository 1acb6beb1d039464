import assert from 'node:assert/strict';
import { checkLedger, type CheckRequest } from '../../src/app/checkLedger';
import { Cancelled } from '../../src/core/cancel';
import { Outcome } from '../../src/core/rules/outcome';
import { civilDay } from '../../src/core/dates/civil';
import type { CheckResult } from '../../src/app/checkResult';
import { check, ledger, request, row } from './ledgers';
import { MemoryWorkbook } from './memoryWorkbook';

const sheetOf = async (workbook: MemoryWorkbook, own: Partial<CheckRequest> = {}): Promise<string> =>
  (await check(workbook, own)).checked.table.sheet;

const refusal = async (workbook: MemoryWorkbook, own: Partial<CheckRequest> = {}): Promise<unknown> => {
  const result = await checkLedger(await request(workbook, own));
  assert.ok(!result.ok);
  const [first] = result.problems;
  return { code: first?.code, nearest: first?.params['nearest'] };
};

const outcome = ({ checked }: CheckResult, rule: string, index = 0): Outcome =>
  checked.outcome(
    checked.pack.rules.findIndex(({ name }) => name === rule),
    index,
  );

const NOTES = [['会议记录'], ['这里没有台账']];

describe('the sheet that is checked', () => {
  it('is the named one, in any case and with blanks around', async () => {
    const workbook = new MemoryWorkbook({ Ledger: ledger(row(1)), 台账: ledger(row(1)) }, { 台账: { active: true } });
    assert.equal(await sheetOf(workbook, { sheet: 'Ledger' }), 'Ledger');
    assert.equal(await sheetOf(workbook, { sheet: ' ledger' }), 'Ledger');
  });

  it('is the active one where a header is found on it, though another scores better', async () => {
    const small = [
      ['序号', '诉求内容', '责任股室', '办理时限'],
      ['1', '请求调解', '办公室', '2021-10-31'],
    ];
    const workbook = new MemoryWorkbook({ 大: ledger(row(1)), 小: small }, { 小: { active: true } });
    assert.equal(await sheetOf(workbook), '小');
  });

  it('is the best where the active one has no header', async () => {
    const small = [
      ['序号', '诉求内容', '责任股室', '办理时限'],
      ['1', '请求调解', '办公室', '2021-10-31'],
    ];
    const workbook = new MemoryWorkbook({ 记录: NOTES, 小: small, 大: ledger(row(1)) }, { 记录: { active: true } });
    assert.equal(await sheetOf(workbook), '大');
  });

  it('is never one of ours nor one that adds to the rules', async () => {
    const workbook = new MemoryWorkbook(
      {
        督查问题: ledger(row(1)),
        人员名册: [
          ['姓名', '职务'],
          ['测试乙', '股长'],
        ],
        诉求: ledger(row(1)),
      },
      { 督查问题: { active: true, owned: 'findings' } },
    );
    assert.equal(await sheetOf(workbook), '诉求');
    assert.deepEqual(await refusal(workbook, { sheet: '督查问题' }), { code: 'sheet-is-ours', nearest: undefined });
  });

  it('is asked for where the name is wrong, with the nearest', async () => {
    const workbook = new MemoryWorkbook({ 台账: ledger(row(1)), 汇总: NOTES });
    assert.deepEqual(await refusal(workbook, { sheet: '台帐' }), { code: 'sheet-not-found', nearest: '台账' });
  });

  it('is missed where no sheet has a header', async () => {
    assert.deepEqual(await refusal(new MemoryWorkbook({ 一: NOTES, 二: NOTES })), {
      code: 'no-ledger-found',
      nearest: undefined,
    });
    assert.deepEqual(await refusal(new MemoryWorkbook({ 一: NOTES })), {
      code: 'header-not-found',
      nearest: undefined,
    });
    assert.deepEqual(await refusal(new MemoryWorkbook({ 一: [] })), { code: 'sheet-empty', nearest: undefined });
  });
});

describe('what a workbook adds to the rules', () => {
  it('makes its own people known', async () => {
    const people = [
      ['姓名', '职务', '机构', '任职起', '任职止'],
      ['测试乙', '股长', '办公室', '2021-01-01', ''],
    ];
    const without = await check(new MemoryWorkbook({ 台账: ledger(row(1)) }));
    assert.equal(outcome(without, 'leader-unknown'), Outcome.flagged);
    const known = await check(new MemoryWorkbook({ 台账: ledger(row(1)), 人员名册: people }));
    assert.equal(outcome(known, 'leader-unknown'), Outcome.clean);
    assert.deepEqual(known.companionSheets, ['人员名册']);
  });

  it('makes its own units known', async () => {
    const units = [
      ['机构', '组别', '分管领导', '别名'],
      ['测试股', '股室', '', ''],
    ];
    const own = row(1, { 责任股室: '测试股' });
    assert.equal(outcome(await check(new MemoryWorkbook({ 台账: ledger(own) })), 'unit-unknown'), Outcome.flagged);
    const known = await check(new MemoryWorkbook({ 台账: ledger(own), 机构名册: units }));
    assert.equal(outcome(known, 'unit-unknown'), Outcome.clean);
  });

  it('changes parameters', async () => {
    const soon = row(1, { 办理时限: '2021-10-16' });
    const parameters = [
      ['规则', '参数', '值'],
      ['due-soon', 'days', 10],
    ];
    assert.equal((await check(new MemoryWorkbook({ 台账: ledger(soon) }))).checked.dueState(0), 'onTrack');
    const changed = await check(new MemoryWorkbook({ 台账: ledger(soon), 规则参数: parameters }));
    assert.equal(changed.checked.dueState(0), 'dueSoon');
    assert.equal(outcome(changed, 'due-soon'), Outcome.flagged);
  });

  it('refuses parameters that no rule has', async () => {
    const parameters = [
      ['规则', '参数', '值'],
      ['due-sonn', 'days', 10],
    ];
    const workbook = new MemoryWorkbook({ 台账: ledger(row(1)), 规则参数: parameters });
    const result = await checkLedger(await request(workbook));
    assert.ok(!result.ok);
    assert.equal(result.problems[0]?.code, 'override-rule-unknown');
    assert.deepEqual(result.problems[0]?.place, { sheet: '规则参数', cell: 'C2' });
  });

  it('covers a year that the calendar lacks', async () => {
    const late = row(1, {
      登记日期: '2027-09-01',
      交办日期: '2027-09-01',
      受理日期: '2027-09-01',
      办理时限: '15个工作日',
    });
    const today = civilDay(2027, 9, 2);
    const plain = await check(new MemoryWorkbook({ 台账: ledger(late) }), { today });
    assert.equal(plain.checked.dueState(0), 'cannotJudge');
    const holidays = [
      ['日期', '休或班', '名称'],
      ['2027-10-01', '休', '国庆节'],
    ];
    const covered = await check(new MemoryWorkbook({ 台账: ledger(late), 节假日: holidays }), { today });
    assert.equal(covered.checked.dueOn(0), civilDay(2027, 9, 22));
  });

  it('is told where a cell of it can’t be used, and the rest holds', async () => {
    const people = [
      ['姓名', '职务', '机构', '任职起', '任职止'],
      ['测试乙', '股长', '办公室', '去年', ''],
    ];
    const result = await check(new MemoryWorkbook({ 台账: ledger(row(1)), 人员名册: people }));
    assert.deepEqual(
      result.companionProblems.map(({ code, place }) => [code, place?.cell]),
      [['companion-date-unreadable', 'D2']],
    );
  });
});

describe('a check', () => {
  it('refuses bad rules before it reads the ledger', async () => {
    const workbook = new MemoryWorkbook({ 台账: ledger(row(1)) });
    let read = false;
    workbook.afterRead = () => (read = true);
    const result = await checkLedger(await request(workbook, { rules: new Map([['pack.json', '{ "name": }']]) }));
    assert.ok(!result.ok && result.problems.every(({ place }) => place?.file === 'pack.json'));
    assert.equal(read, false);
  });

  it('stops when it is cancelled', async () => {
    const workbook = new MemoryWorkbook({ 台账: ledger(row(1)) });
    const cancelled = await request(workbook, { pace: { signal: { aborted: true } } });
    await assert.rejects(checkLedger(cancelled), Cancelled);
  });
});
