import assert from 'node:assert/strict';
import { keepSnapshot } from '../../src/app/keptSnapshots';
import type { CheckResult } from '../../src/app/checkResult';
import { hasErrors } from '../../src/core/check/standing';
import { Outcome } from '../../src/core/rules/outcome';
import { vanishedCases } from '../../src/core/snapshots/vanished';
import { MOST_SNAPSHOTS, stateAt } from '../../src/core/snapshots/history';
import { SPEECH } from '../../src/text/zh-CN/speech';
import { caseIdentities } from '../../src/core/setAside/caseIdentity';
import { checkJson } from '../../src/app/checkJson';
import { check, ledger, row, TODAY } from './ledgers';
import { MemoryWorkbook } from './memoryWorkbook';

const SHEET = '台账';
const SNAPSHOTS = '督查快照';

/** The ledger as it stands on a day, kept. */
async function snap(workbook: MemoryWorkbook, today: number): Promise<CheckResult> {
  const result = await check(workbook, { today });
  const kept = await keepSnapshot(workbook, result, SPEECH.plan);
  assert.ok(kept.ok, JSON.stringify(kept));
  return result;
}

const put = (workbook: MemoryWorkbook, ...rows: (readonly string[])[]): void =>
  workbook.putSheet({ name: SHEET, rows: ledger(...rows) });

const outcomeOf = ({ checked }: CheckResult, rule: string, index = 0): Outcome =>
  checked.outcome(
    checked.pack.rules.findIndex(({ name }) => name === rule),
    index,
  );

describe('snapshots of a ledger', () => {
  it('are kept one a day, the last of the day, and no more than sixty', async () => {
    const workbook = new MemoryWorkbook({ [SHEET]: ledger(row(1)) });
    const first = TODAY - 7 * (MOST_SNAPSHOTS + 3);
    for (let week = 0; week < MOST_SNAPSHOTS + 3; week++) {
      put(workbook, row(1, { 办理情况: week < 10 ? '甲' : `第${'一二三四五六七'[week % 7] ?? ''}次商谈未果` }));
      await snap(workbook, first + 7 * week);
    }
    put(workbook, row(1, { 办理状态: '已办结', 办结日期: '2021-10-02' }));
    await snap(workbook, TODAY - 7);
    const { history } = (await check(workbook)).checked;
    assert.equal(history.days.length, MOST_SNAPSHOTS);
    assert.deepEqual([history.days[0], history.days.at(-1)], [TODAY - 7 * MOST_SNAPSHOTS, TODAY - 7]);
    const [only] = history.cases.values();
    assert.ok(only);
    assert.equal(stateAt(only, 0)?.isClosed, false);
    assert.equal(stateAt(only, MOST_SNAPSHOTS - 1)?.isClosed, true);
    assert.equal(only.runs[0]?.at, 0);
  });

  it('are not taken for a day before the last', async () => {
    const workbook = new MemoryWorkbook({ [SHEET]: ledger(row(1)) });
    await snap(workbook, TODAY);
    const refused = await keepSnapshot(workbook, await check(workbook, { today: TODAY - 1 }), SPEECH.plan);
    assert.deepEqual(refused.ok || refused.problems.map(({ code }) => code), ['snapshot-day-older']);
  });

  it('say the same in whatever order the rows stand', async () => {
    const cells = async (...rows: (readonly string[])[]): Promise<unknown> => {
      const workbook = new MemoryWorkbook({ [SHEET]: ledger(...rows) });
      await snap(workbook, TODAY);
      return workbook.standing.find(({ name }) => name === SNAPSHOTS)?.cells;
    };
    const rows = [row(1), row(2, { 编号: '' }), row(3, { 责任股室: '政工股' }), row(4, { 编号: 'C-1' })];
    assert.deepEqual(await cells(...rows), await cells(...[...rows].reverse()));
  });

  it('name nobody', async () => {
    const workbook = new MemoryWorkbook({ [SHEET]: ledger(row(1, { 编号: '' })) });
    await snap(workbook, TODAY);
    const sheet = workbook.standing.find(({ name }) => name === SNAPSHOTS);
    assert.equal(sheet?.visible, false);
    const said = JSON.stringify([...(sheet?.cells.values() ?? [])].map((line) => [...line.values()]));
    for (const personal of ['测试甲', '测试乙', '13800001111', '请求调解'])
      assert.ok(!said.includes(personal), personal);
  });

  it('can be deleted: the rules that need them have nothing to say then', async () => {
    const workbook = new MemoryWorkbook({ [SHEET]: ledger(row(1)) });
    await snap(workbook, TODAY - 21);
    assert.equal(outcomeOf(await check(workbook), 'idling'), Outcome.flagged);
    workbook.removeSheet(SNAPSHOTS);
    const without = await check(workbook);
    assert.equal(outcomeOf(without, 'idling'), Outcome.notApplicable);
    assert.equal(outcomeOf(without, 'limit-moved-repeatedly'), Outcome.notApplicable);
    assert.deepEqual(without.companionProblems, []);
    await snap(workbook, TODAY);
    assert.equal((await check(workbook)).checked.history.days.length, 1);
  });
});

describe('idling', () => {
  const after = async (days: number, own: Readonly<Record<string, string>> = {}): Promise<Outcome> => {
    const workbook = new MemoryWorkbook({ [SHEET]: ledger(row(1, { 办理情况: '9月1日已约谈，正在商议' })) });
    await snap(workbook, TODAY - days);
    put(workbook, row(1, { 办理情况: '9月1日已约谈，正在商议', ...own }));
    return outcomeOf(await check(workbook), 'idling');
  };

  it('is two weeks in which nothing but dates changed', async () => {
    assert.equal(await after(13), Outcome.clean);
    assert.equal(await after(14), Outcome.flagged);
    assert.equal(await after(14, { 办理情况: '10月8日已约谈，正在商议' }), Outcome.flagged);
    assert.equal(await after(14, { 办理情况: '已签订协议，待履行' }), Outcome.clean);
    assert.equal(await after(14, { 办理状态: '已办结', 办结日期: '2021-10-08' }), Outcome.notApplicable);
  });

  it('counts from when the case last changed', async () => {
    const workbook = new MemoryWorkbook({ [SHEET]: ledger(row(1, { 办理情况: '甲' })) });
    await snap(workbook, TODAY - 28);
    put(workbook, row(1, { 办理情况: '乙' }));
    await snap(workbook, TODAY - 8);
    const { checked } = await check(workbook);
    assert.equal(checked.fact('unchangedWeeks', 0), 1);
  });

  it('knows a case whose number was filled in since, and does not count a new one', async () => {
    const workbook = new MemoryWorkbook({ [SHEET]: ledger(row(1, { 编号: '' })) });
    await snap(workbook, TODAY - 21);
    put(workbook, row(1, { 编号: 'C-9' }), row(2, { 诉求内容: '请求修路' }));
    await snap(workbook, TODAY - 1);
    const { checked } = await check(workbook);
    assert.equal(checked.fact('unchangedWeeks', 0), 3);
    assert.equal(checked.fact('unchangedWeeks', 1), 0);
    assert.deepEqual(vanishedCases(checked).cases, []);
  });
});

describe('limit-moved-repeatedly', () => {
  it('counts other days, not other writings nor a limit that was none', async () => {
    const workbook = new MemoryWorkbook({ [SHEET]: ledger(row(1, { 办理时限: '尽快' })) });
    const limits = ['2021-09-30', '2021年9月30日前', '2021-10-15', '', '2021-10-15'];
    for (const [week, 办理时限] of limits.entries()) {
      put(workbook, row(1, { 办理时限 }));
      await snap(workbook, TODAY - 70 + 7 * week);
    }
    assert.equal((await check(workbook)).checked.fact('limitMoves', 0), 1);
    put(workbook, row(1, { 办理时限: '2021-10-31' }));
    const moved = await check(workbook);
    assert.equal(moved.checked.fact('limitMoves', 0), 2);
    assert.equal(outcomeOf(moved, 'limit-moved-repeatedly'), Outcome.flagged);
  });
});

describe('case-vanished', () => {
  it('tells what the last snapshot held, unless it was signed off', async () => {
    const gone = row(2, { 责任股室: '政工股', 诉求内容: '请求修路' });
    const signedOff = row(3, { 是否销号: '是', 诉求内容: '请求通水' });
    const workbook = new MemoryWorkbook({ [SHEET]: ledger(row(1), gone, signedOff) });
    await snap(workbook, TODAY);
    put(workbook, row(1));
    const result = await check(workbook);
    const { since, cases } = vanishedCases(result.checked);
    assert.equal(since, TODAY);
    assert.deepEqual(
      cases.map(({ caseNo, state }) => [caseNo, state.unit]),
      [['C-2', '政工股']],
    );
    assert.equal(hasErrors(result.checked), true);
    const json = checkJson(result, SPEECH, { allOutcomes: false }) as unknown as {
      ledger: { findings: { code: string; message: string }[] };
      summary: { flagged: Record<string, number>; bySeverity: { error: number } };
    };
    assert.equal(json.summary.flagged['case-vanished'], 1);
    assert.match(
      json.ledger.findings.find(({ code }) => code === 'case-vanished')?.message ?? '',
      /2021年10月9日快照中尚未销号的 1 件不在台账里了：C-2（政工股）。/,
    );
    await snap(workbook, TODAY);
    assert.deepEqual(vanishedCases((await check(workbook)).checked).cases, []);
  });

  it('follows a sheet that was renamed', async () => {
    const workbook = new MemoryWorkbook({ [SHEET]: ledger(row(1), row(2, { 诉求内容: '请求修路' })) });
    await snap(workbook, TODAY - 7);
    workbook.removeSheet(SHEET);
    workbook.putSheet({ name: '总台账', rows: ledger(row(1)) });
    const result = await check(workbook);
    assert.equal(vanishedCases(result.checked).cases.length, 1);
    await snap(workbook, TODAY);
    assert.deepEqual(
      (await check(workbook)).snapshots.histories.map(({ sheet, days }) => [sheet, days.length]),
      [['总台账', 2]],
    );
  });
});

describe('what a case is known by', () => {
  it('is the same by the fact, which follows edits, as by looking at all cases', async () => {
    const rows = [
      row(1),
      row(2, { 编号: 'C-1' }),
      row(3, { 编号: '' }),
      row(4, { 编号: '', 诉求内容: '请求修路' }),
      row(5),
    ];
    const workbook = new MemoryWorkbook({ [SHEET]: ledger(...rows, row(3, { 编号: '' })) });
    await snap(workbook, TODAY - 7);
    const { checked } = await check(workbook);
    const identities = caseIdentities(checked.table);
    for (let index = 0; index < checked.table.count; index++)
      assert.equal(checked.fact('caseIdentity', index), identities.of(index));
  });
});
