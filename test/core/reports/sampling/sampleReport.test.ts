import assert from 'node:assert/strict';
import { formatIso } from '../../../../src/core/dates/civil';
import type { Inspector } from '../../../../src/core/ledger/readInspectors';
import { conflictOf, sampleOf } from '../../../../src/core/reports/sampling/frame';
import { samplingReport } from '../../../../src/core/reports/sampling/sampleReport';
import { SAMPLING_WORDS } from '../../../../src/text/zh-CN/reports/sampling';
import { TODAY, ledgerOf, linesOf, sheetNamed, sheetsOf, sourcesOf, type TestRow } from '../ledgers';

const inspector = (name: string, own: Partial<Inspector> = {}): Inspector => ({
  name,
  unit: '',
  villages: [],
  kin: [],
  ...own,
});

const UNITS = ['办公室', '县公证处', '法制监督股'];
const rows = (many: number): TestRow[] =>
  Array.from({ length: many }, (_, at) => ({
    编号: `固定${at}`,
    诉求人: `来访人${at}`,
    联系电话: `1380000${String(1000 + at)}`,
    住址: `某县${at % 2 === 0 ? '城关镇' : '山七镇'}某村`,
    诉求内容: `来访人${at}反映第${at}件事，电话1380000${String(1000 + at)}`,
    责任股室: UNITS[at % 3]!,
    办理状态: at % 4 === 0 ? '已办结' : '办理中',
    办结日期: at % 4 === 0 ? '2021-10-15' : '',
    办理结果: at % 4 === 0 ? '已上门调解，双方签订协议' : '',
  }));
const REGISTER = [
  inspector('督查甲', { unit: '公证处', villages: ['城关镇'] }),
  inspector('督查乙', { unit: '某企业', kin: ['来访人5'] }),
  inspector('督查丙', { villages: ['山七镇'] }),
];

describe('the sampling report', () => {
  it('prints what it was drawn by, and draws the same again however the rows stand', async () => {
    const all = rows(60);
    const first = samplingReport(await sourcesOf(all, { inspectors: REGISTER }, { seed: '督查一' }), SAMPLING_WORDS);
    const again = samplingReport(
      await sourcesOf([...all].reverse(), { inspectors: REGISTER }, { seed: '督查一' }),
      SAMPLING_WORDS,
    );
    for (const [name, sheet] of sheetsOf(first))
      assert.deepEqual(linesOf(sheetNamed(again, name)), linesOf(sheet), name);
    assert.deepEqual(
      [...sheetsOf(first).keys()],
      ['抽查说明', '各股室件数', '抽查清单', '抽查表（督查甲）', '抽查表（督查乙）', '抽查表（督查丙）'],
    );
    const overview = linesOf(sheetNamed(first, '抽查说明'));
    assert.equal(
      overview[2],
      '种子：督查一（由抽样人指定）。用同一份台账、同一个种子再抽，结果相同；台账行的先后不影响结果。',
    );
    assert.equal(overview[3], '从 60 件中抽取 38 件。');
    assert.deepEqual(linesOf(sheetNamed(first, '各股室件数')).slice(1), [
      '责任股室 | 参加抽查的件数 | 抽取件数 | 其中已办结',
      '办公室 | 20 | 13 | 3',
      '法制监督股 | 20 | 12 | 3',
      '县公证处 | 20 | 13 | 3',
    ]);
    const other = samplingReport(await sourcesOf(all, { inspectors: REGISTER }, { seed: '督查二' }), SAMPLING_WORDS);
    assert.notDeepEqual(linesOf(sheetNamed(other, '抽查清单')), linesOf(sheetNamed(first, '抽查清单')));
  });

  it('gives nobody a case of their own unit, village or kin, and shares the rest evenly', async () => {
    const { assignments, untaken, cases } = sampleOf(
      await sourcesOf(rows(60), { inspectors: REGISTER }, { seed: '一' }),
    );
    assert.ok(assignments);
    for (const { inspector: one, cases: own } of assignments)
      for (const { ref } of own) assert.equal(conflictOf(one, ref), null, one.name);
    assert.equal(assignments.reduce((sum, { cases: own }) => sum + own.length, 0) + untaken.length, cases.length);
    assert.equal(untaken.length, 0);
    const loads = assignments.map(({ cases: own }) => own.length);
    assert.ok(Math.max(...loads) - Math.min(...loads) <= 1, loads.join());
  });

  it('says which registered fact keeps an inspector from a case', async () => {
    const ledger = await ledgerOf([
      { 责任股室: '县公证处', 住址: '某县城关镇一村', 诉求人: '来访人一', 包案负责人: '都亚' },
    ]);
    const ref = { ledger, index: 0 };
    assert.equal(conflictOf(inspector('督查甲', { unit: '公证处' }), ref), 'unit');
    assert.equal(conflictOf(inspector('督查甲', { unit: '某县公证处' }), ref), 'unit');
    assert.equal(conflictOf(inspector('督查甲', { unit: '舒城县公证处' }), ref), 'unit');
    assert.equal(conflictOf(inspector('督查甲', { villages: ['城关镇一村'] }), ref), 'village');
    assert.equal(conflictOf(inspector('督查甲', { kin: ['来访人 一'] }), ref), 'kin');
    assert.equal(conflictOf(inspector('都亚'), ref), 'kin');
    assert.equal(conflictOf(inspector('督查甲', { unit: '办公室', villages: ['山七镇'], kin: ['来访人'] }), ref), null);
  });

  it('lists apart what nobody may take, and all of it where nobody is registered', async () => {
    const only = [inspector('督查甲', { unit: '办公室' })];
    const kept = samplingReport(await sourcesOf([{}, { 责任股室: '县公证处' }], { inspectors: only }), SAMPLING_WORDS);
    assert.ok(
      linesOf(sheetNamed(kept, '抽查说明')).includes(
        '有 1 件按登记情况没有人可以督查（都要回避），列在“抽查表（未分派）”，请另行指定。',
      ),
    );
    assert.ok(linesOf(sheetNamed(kept, '抽查表（未分派）')).includes('1. 诉1号'));
    const none = samplingReport(await sourcesOf([{}, {}]), SAMPLING_WORDS);
    assert.ok(linesOf(sheetNamed(none, '抽查说明')).some((line) => line.includes('没有“社会督查员”表')));
    assert.deepEqual(
      linesOf(sheetNamed(none, '抽查表（未分派）'))
        .flatMap((line) => /^\d\. (.*)$/.exec(line)?.[1] ?? [])
        .filter((line) => line.startsWith('诉'))
        .sort(),
      ['诉1号', '诉2号'],
    );
  });

  it('leaves accusations out and no petitioner readable', async () => {
    const all = [...rows(30), { 编号: '举1', 诉求人: '检举人甲', 信访目的: '检举控告', 诉求内容: '举报某股某人' }];
    const content = samplingReport(await sourcesOf(all, { inspectors: REGISTER }), SAMPLING_WORDS);
    const text = [...sheetsOf(content).values()].flatMap(linesOf).join('\n');
    assert.ok(text.includes('检举控告类 1 件按规定回避，不参加抽查。'));
    assert.doesNotMatch(text, /来访人\d|1380000|检举人甲|举1|举报/);
    assert.ok(text.includes('来**'));
  });

  it('has for each case a block to fill in', async () => {
    const content = samplingReport(
      await sourcesOf(
        [{ 诉求人: '来访人甲', 办理情况: '已约来访人甲当面调解' }],
        { inspectors: [inspector('督查甲')] },
        { seed: '一' },
      ),
      SAMPLING_WORDS,
    );
    assert.deepEqual(linesOf(sheetNamed(content, '抽查表（督查甲）')), [
      '社会督查抽查表　督查员：督查甲',
      `共 1 件；以 2021年10月20日 为准；种子：一。按登记的单位、村居、亲属已经回避；还有其他应当回避的，请退回办公室。`,
      '1. 诉1号',
      '责任股室 | 办公室 | 分类 | 政策范围内合理诉求 | 状态 | 在办',
      '诉求人 | 来** | 登记日期 | 2021-10-11 | 应办结日 | 2021-10-31',
      '反映事项：请求调解邻里纠纷',
      '台账所记办理情况：已约来**当面调解',
      '1. 受理后有没有人告知？　□ 有　□ 没有　□ 说不清　　　　2. 有没有当面或电话听取意见？　□ 有　□ 没有　□ 说不清',
      '3. 台账所记与实际是否相符？　□ 相符　□ 部分相符　□ 不相符　　4. 有没有收到书面答复？　□ 有　□ 没有　□ 尚未办结',
      '情况说明：',
      '督查评分 | 　　　　　分（0 至 100） | 是否满意 |  | 督查日期 | ',
      '督查员签字：　　　　　　　　　　　　　　　　被访人签字（自愿）：',
    ]);
    assert.equal(formatIso(TODAY), '2021-10-20');
  });
});
