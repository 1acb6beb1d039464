import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CheckResult } from '../../../src/app/checkResult';
import { reportOf } from '../../../src/app/reports/registry';
import { keepSnapshot } from '../../../src/app/keptSnapshots';
import type { ReportContent, ReportKind } from '../../../src/core/reports/report';
import { balanceMonth, EXITS, type Balance } from '../../../src/core/reports/monthly/balance';
import { allCases } from '../../../src/core/reports/report';
import { lateEntries } from '../../../src/core/snapshots/lateEntries';
import type { OwnedSheet } from '../../../src/core/writeplan/plan';
import { SPEECH } from '../../../src/text/zh-CN/speech';
import { check, HEADINGS, ledger, row, TODAY } from '../../app/ledgers';
import { MemoryWorkbook } from '../../app/memoryWorkbook';
import { contentOf, table } from './sheets';

const SHEET = '台账';

function report(kind: ReportKind, ...ledgers: readonly CheckResult[]): ReportContent {
  const content = reportOf(kind)?.build({ ledgers, today: TODAY }, SPEECH.reports);
  assert.ok(content?.ok);
  return content.value;
}

const sheetOf = (content: ReportContent, name: string): OwnedSheet => {
  assert.ok(content.kind === 'sheets');
  const found = content.sheets.find((sheet) => sheet.name === name);
  assert.ok(found, name);
  return found;
};

/** A ledger with further columns right of the usual ones. */
const bookOf = (more: readonly string[], ...rows: readonly (readonly [readonly string[], readonly string[]])[]) =>
  new MemoryWorkbook({
    [SHEET]: [['某县司法局诉求台账'], [...HEADINGS, ...more], ...rows.map(([own, further]) => [...own, ...further])],
  });

const checkRows = (...rows: (readonly string[])[]): Promise<CheckResult> =>
  check(new MemoryWorkbook({ [SHEET]: ledger(...rows) }));

describe('the monthly table', () => {
  const day = fc.constantFrom(
    '',
    '2021-08-20',
    '2021-09-30',
    '2021-10-01',
    '2021-10-05',
    '2021-10-09',
    '2021-11-01',
    '不详',
  );
  const cases = fc.record(
    {
      登记日期: day,
      受理日期: day,
      交办日期: day,
      办结日期: day,
      办理状态: fc.constantFrom('办理中', '已办结', '不予受理', '转出', '终结', '', '说不清'),
      责任股室: fc.constantFrom('办公室', '政工股', '办公室、政工股', '政工股（牵头）、办公室', '待定', ''),
      来源渠道: fc.constantFrom('县诉求办转交', '自行梳理', '', '捡来的'),
      是否销号: fc.constantFrom('是', '否', ''),
    },
    { noNullPrototype: true },
  );
  const add = (sum: Balance, one: Balance): Balance => ({
    opening: sum.opening + one.opening,
    added: sum.added + one.added,
    exits: {
      closed: sum.exits.closed + one.exits.closed,
      refused: sum.exits.refused + one.exits.refused,
      movedOut: sum.exits.movedOut + one.exits.movedOut,
      ended: sum.exits.ended + one.exits.ended,
    },
    resolved: sum.resolved + one.resolved,
    closing: sum.closing + one.closing,
    overdue: sum.overdue + one.overdue,
    dueInWeek: sum.dueInWeek + one.dueInWeek,
    notSignedOff: sum.notSignedOff + one.notSignedOff,
    untoldResolved: sum.untoldResolved + one.untoldResolved,
    untoldSignOff: sum.untoldSignOff + one.untoldSignOff,
  });

  it('balances on every row, whatever the cases, and its rows add up to the total', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(cases, { minLength: 1, maxLength: 12 }), async (all) => {
        const result = await checkRows(...all.map((own, at) => row(at + 1, own)));
        const balance = balanceMonth(allCases({ ledgers: [result], today: TODAY }), TODAY);
        for (const rows of [balance.units, balance.channels]) {
          for (const { opening, added, exits, closing } of rows.values())
            assert.equal(opening + added - EXITS.reduce((sum, exit) => sum + exits[exit], 0), closing);
          assert.deepEqual([...rows.values()].reduce(add), balance.total);
        }
        assert.equal(balance.total.closing, all.filter((_, index) => result.checked.isOpen(index) !== false).length);
      }),
      { numRuns: 60 },
    );
  });

  it('tells what came, left and stays', async () => {
    const result = await checkRows(
      row(1),
      row(2, { 受理日期: '2021-10-02' }),
      row(3, { 办理状态: '已办结', 办结日期: '2021-10-04' }),
      row(4, { 办理状态: '已办结', 办结日期: '2021-09-04' }),
      row(5, { 办理状态: '转出', 办结日期: '2021-10-04', 责任股室: '政工股' }),
      row(6, { 办理状态: '已办结' }),
    );
    const content = report('monthly', result);
    const [office, personnel, total] = table(sheetOf(content, '月调度表（按股室）'));
    const columns = ['上月结存', '本月新增', '本月办结', '转出', '本月结存', '办结未销号'];
    const numbers = (of: Readonly<Record<string, string>> | undefined) => columns.map((column) => of?.[column]);
    assert.deepEqual(numbers(office), ['2', '1', '1', '0', '2', '3']);
    assert.deepEqual(numbers(personnel), ['1', '0', '0', '1', '0', '1']);
    assert.deepEqual(numbers(total), ['3', '1', '1', '1', '2', '4']);
    assert.match(contentOf(content), /已办结而没有办结日期的 1 件/);
  });
});

describe('the weekly papers', () => {
  it('list a case under each unit that answers for it, with its last decision', async () => {
    const workbook = new MemoryWorkbook({
      [SHEET]: ledger(row(1, { 责任股室: '政工股、办公室' }), row(2, { 责任股室: '待定' })),
      调度记录: [
        ['日期', '编号', '议定事项'],
        ['2021-10-08', 'C-1、C-9', '约谈双方'],
        ['2021-10-01', 'C-1', '摸清底数'],
        ['2021-12-01', 'C-1', '以后的事'],
      ],
    });
    const content = report('weekly', await check(workbook));
    const rows = table(sheetOf(content, '周调度单'));
    assert.deepEqual(
      rows.map((one) => [one['编号'], one['上次议定']]),
      [
        ['C-1', '2021-10-08：约谈双方'],
        ['C-1', '2021-10-08：约谈双方'],
      ],
    );
    assert.deepEqual(
      table(sheetOf(content, '待分派')).map((one) => [one['编号'], one['台账所写股室'], one['已等待']]),
      [['C-2', '待定', '38 天']],
    );
  });

  it('compare with the snapshot of the week before', async () => {
    const workbook = new MemoryWorkbook({ [SHEET]: ledger(row(1), row(2, { 诉求内容: '请求修路' })) });
    const kept = await keepSnapshot(workbook, await check(workbook, { today: TODAY - 7 }), SPEECH.plan);
    assert.ok(kept.ok);
    workbook.putSheet({
      name: SHEET,
      rows: ledger(row(1, { 办理时限: '2021-10-08' }), row(3, { 办理状态: '已办结', 办结日期: '2021-10-08' })),
    });
    const lines = table(sheetOf(report('weekly', await check(workbook)), '局长一页'));
    const figure = (name: string) =>
      lines.filter((one) => one['项目'] === name).map((one) => [one['本周'], one['上周'], one['增减']]);
    assert.deepEqual(figure('在办'), [['1', '2', '减 1']]);
    assert.deepEqual(figure('新增'), [['1', '—', '—']]);
    assert.deepEqual(figure('办结'), [['1', '—', '—']]);
    assert.deepEqual(figure('超期'), [['1', '0', '增 1']]);
    assert.deepEqual(figure('应销未销（办结未销号）'), [['1', '0', '增 1']]);
    assert.deepEqual(figure('从台账中消失（未销号）'), [['1', '—', '—']]);
  });

  it('say that nothing can be compared without one', async () => {
    const said = contentOf(report('weekly', await checkRows(row(1))));
    assert.match(said, /没有可比的快照/);
    assert.match(said, /没有此前的快照，无法看出补填调度或集中突击更新/);
    assert.match(said, /台账没有“化解情况”列，无法统计/);
  });

  it('name up to five cases for the head, the heaviest first, and why', async () => {
    const cases = Array.from({ length: 8 }, (_, at) =>
      row(at + 1, { 办理时限: at < 6 ? `2021-0${at < 3 ? 8 : 9}-2${at}` : '2021-10-31' }),
    );
    const content = report('weekly', await checkRows(...cases, row(9, { 责任股室: '' })));
    const urgent = table(sheetOf(content, '局长一页')).filter((one) => /^C-\d/.test(one['项目'] ?? ''));
    assert.deepEqual(
      urgent.map((one) => one['项目']),
      ['C-1', 'C-2', 'C-3', 'C-4', 'C-5'],
    );
    assert.match(urgent[0]?.['说明'] ?? '', /已超期 50 天/);
  });

  it('keep an accusation from the unit complained of, and from forms that pass through it', async () => {
    const own = { 办理状态: '已办结', 办结日期: '2021-10-01' };
    const result = await check(
      bookOf(
        ['信访目的', '被反映单位(人)'],
        [row(1, { 诉求内容: '反映办公室收礼' }), ['检举控告', '办公室']],
        [row(2, { 诉求内容: '反映不作为' }), ['检举控告', '']],
        [row(3, { 诉求内容: '请求修路' }), ['申诉求决', '']],
        [row(4, { ...own, 诉求内容: '反映办公室拖延' }), ['检举控告', '办公室']],
      ),
    );
    const content = report('weekly', result);
    assert.deepEqual(
      table(sheetOf(content, '周调度单')).map((one) => one['编号']),
      ['C-3'],
    );
    assert.deepEqual(table(sheetOf(content, '待分派')), []);
    assert.deepEqual(
      table(sheetOf(content, '回避件')).map((one) => [one['编号'], one['为何回避']]),
      [
        ['C-1', '反映的就是责任股室或其人员'],
        ['C-2', '检举控告，未写明被反映的单位（人）'],
      ],
    );
    const signOff = sheetOf(report('county', result), '销号审批表');
    assert.deepEqual(table(signOff), []);
    assert.match(contentOf({ kind: 'sheets', sheets: [signOff] }), /另有 1 件检举控告类诉求需要回避/);
  });

  it('say of each row which of several ledgers it is of', async () => {
    const [a, b] = [await checkRows(row(1)), await checkRows(row(2))];
    const sheet = sheetOf(report('weekly', { ...a, file: '甲所.xlsx' }, { ...b, file: '乙所.xlsx' }), '周调度单');
    assert.deepEqual(
      table(sheet).map((one) => [one['编号'], one['来源台账']]),
      [
        ['C-1', '甲所'],
        ['C-2', '乙所'],
      ],
    );
  });
});

describe('late entries', () => {
  it('are reviews entered for a week that had passed, and many cases brought up to date at once', async () => {
    const many = (progress: string, review: string) =>
      Array.from(
        { length: 6 },
        (_, at) => [row(at + 1, { 办理情况: `${progress}${at < 4 ? '' : at}` }), [review]] as const,
      );
    const workbook = bookOf(['最近周调度'], ...many('正在商议', '2021-09-10'));
    const kept = await keepSnapshot(workbook, await check(workbook, { today: TODAY - 7 }), SPEECH.plan);
    assert.ok(kept.ok);
    const again = async (...rows: Parameters<typeof bookOf>[1][]) => {
      workbook.putSheet({
        name: SHEET,
        rows: [['台账'], [...HEADINGS, '最近周调度'], ...rows.map(([own, further]) => [...own, ...further])],
      });
      return lateEntries((await check(workbook)).checked);
    };
    assert.deepEqual(await again(...many('正在商议', '2021-09-10')), {
      since: TODAY - 7,
      backFilled: [],
      massEdits: [],
    });
    const filled = await again(...many('正在商议', '2021-09-24'));
    assert.equal(filled.backFilled.length, 6);
    const late = await again(...many('已经约谈', '2021-10-08'));
    assert.deepEqual(
      late.massEdits.map(({ kind, unit, cases }) => [kind, unit, cases.length]),
      [
        ['sameText', '办公室', 4],
        ['sameDay', '办公室', 6],
      ],
    );
    assert.deepEqual(late.backFilled, []);
  });
});

describe('what leaves the bureau', () => {
  it('names no petitioner and no number of anyone', async () => {
    const person = { 诉求人: '欧阳测试、李虚构', 联系电话: '13800001234', 时限来源: '股室提出' };
    const content =
      '欧阳测试（电话13800001234，身份证34012319800101001X）反映李虚构之兄13911112222欠薪，座机0564-8621234';
    const result = await check(
      bookOf(
        ['身份证号', '住址', '延期至', '延期批准', '包保领导意见'],
        [
          row(1, { ...person, 诉求内容: content }),
          ['34012319800101001X', '测试镇虚构村8号', '2021-11-20', '同意，请告知欧阳测试', '同意欧阳测试所请'],
        ],
        [
          row(2, {
            ...person,
            诉求内容: content,
            办理状态: '已办结',
            办结日期: '2021-10-01',
            办理结果: `已答复欧阳测试，送达测试镇虚构村8号。${content}`,
          }),
          ['34012319800101001X', '测试镇虚构村8号', '', '', ''],
        ],
      ),
    );
    const long = await check(
      bookOf(
        ['身份证号'],
        ...Array.from({ length: 40 }, (_, at) => {
          const text = `${'反映情况'.repeat(17)}${'很'.repeat(at % 20)}欧阳测试13800001234`;
          return [row(at + 1, { ...person, 诉求内容: text }), ['34012319800101001X']] as const;
        }),
      ),
    );
    // A text that is cut in the middle of a number or a name shows no piece of it.
    for (const kind of ['county', 'filing'] as const)
      assert.doesNotMatch(contentOf(report(kind, long)), /欧阳|1380000|138\d{2,}/);
    for (const kind of ['county', 'filing'] as const) {
      const said = contentOf(report(kind, result));
      assert.match(said, /欧\*\*/, kind);
      for (const personal of [
        '欧阳测试',
        '李虚构',
        '13800001234',
        '13911112222',
        '34012319800101001X',
        '虚构村8号',
        '8621234',
      ])
        assert.ok(!said.includes(personal), `${kind}: ${personal}`);
    }
  });

  it('says what a case still lacks', async () => {
    const done = { 办理状态: '已办结', 办结日期: '2021-10-01', 办理结果: '已修好', 反馈县办日期: '2021-10-03' };
    const result = await check(
      bookOf(
        ['答复日期', '化解情况'],
        [row(1, done), ['2021-10-02', '已化解']],
        [row(2, { ...done, 反馈县办日期: '' }), ['', '']],
      ),
    );
    assert.deepEqual(
      table(sheetOf(report('county', result), '销号审批表')).map((one) => one['尚缺']),
      ['', '答复日期、反馈县办日期、化解情况'],
    );
  });
});
