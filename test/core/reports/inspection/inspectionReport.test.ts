import assert from 'node:assert/strict';
import { civilDay } from '../../../../src/core/dates/civil';
import { inspectionReport } from '../../../../src/core/reports/inspection/inspectionReport';
import type { ReportContent, ReportSources } from '../../../../src/core/reports/report';
import { INSPECTION_WORDS } from '../../../../src/text/zh-CN/reports/inspection';
import { linesOf, sheetNamed, sheetsOf, sourcesOf, type TestRow } from '../ledgers';

const CLOSED: TestRow = {
  编号: '诉一',
  诉求人: '来访人甲',
  联系电话: '13800001234',
  时限来源: '股室提出',
  包保领导意见: '同意',
  办理状态: '已办结',
  办结日期: '2021-10-15',
  办理结果: '已上门调解，来访人甲表示认可，联系13800001234',
  答复日期: '2021-10-16',
};

function made(sources: ReportSources): ReportContent {
  const content = inspectionReport(sources, INSPECTION_WORDS);
  assert.ok(content.ok, JSON.stringify(content));
  return content.value;
}

describe('the papers for an inspection', () => {
  it('tell everything of a case in its order, what is wrong and what is wanting', async () => {
    const decisions = new Map([
      ['诉一', [{ on: civilDay(2021, 10, 14), text: '由办公室上门，来访人甲到场' }]],
      ['诉三', [{ on: civilDay(2021, 10, 13), text: '他事' }]],
    ]);
    const content = made(await sourcesOf([CLOSED, { 编号: '诉二' }], { decisions }, { cases: ['诉一'] }));
    const lines = linesOf(sheetNamed(content, '逐件材料'));
    const findings = lines.indexOf('二、督查发现的问题');
    const evidence = lines.indexOf('三、各环节应有的记载');
    assert.deepEqual(lines.slice(0, findings), [
      '群众诉求办理迎检材料　诉一',
      '责任股室：办公室；包案负责人：都亚；诉求人：来**；状态：按期办结；事项：请求调解邻里纠纷',
      '一、办理经过',
      '日期 | 环节 | 台账所记 | 位置 | 原件',
      '2021-10-11 | 登记 | 县诉求办转交 | M3 | □ 已核对',
      '2021-10-12 | 受理 |  | O3 | □ 已核对',
      '2021-10-12 | 交办 | 办公室；都亚 | N3 | □ 已核对',
      '2021-10-13 | 受理告知 |  | P3 | □ 已核对',
      '2021-10-14 | 甄别 | 政策内合理；都亚 | AJ3 | □ 已核对',
      '2021-10-14 | 调度（调度记录） | 由办公室上门，来**到场 | 调度记录 | □ 已核对',
      '2021-10-15 | 办结 | 已办结；已上门调解，来**表示认可，联系138****1234 | AB3 | □ 已核对',
      '2021-10-16 | 答复 |  | AD3 | □ 已核对',
      '2021-10-18 | 最近周调度 |  | Y3 | □ 已核对',
      '2021-10-18 | 最近月调度 |  | Z3 | □ 已核对',
      '2021-10-31 | 应办结日 |  | S3 | □ 已核对',
      '未写日期 | 包保领导意见 | 同意 | U3 | □ 已核对',
      '未写日期 | 化解方案 | 由承办人上门调解 | W3 | □ 已核对',
    ]);
    assert.equal(lines[findings + 1], '问题 | 位置 | 情况和整改建议 | 依据 | 整改');
    assert.ok(lines.slice(findings, evidence).some((line) => line.includes('备案') && line.endsWith('□ 已整改')));
    assert.deepEqual(lines.slice(evidence + 1), [
      '环节 | 是否齐全 | 应有的记载 | 台账没有的栏 | 原件',
      '登记 | 齐全 | 已有：登记日期、诉求内容 |  | □ 已核对',
      '交办 | 齐全 | 已有：交办日期、责任股室、包案负责人 |  | □ 已核对',
      '受理告知 | 齐全 | 已有：受理日期、受理告知日期 |  | □ 已核对',
      '明确时限 | 缺 1 项 | 缺：备案日期 V3\n已有：办理时限、时限来源、包保领导意见 |  | □ 已核对',
      '化解和调度 | 齐全 | 已有：化解方案、最近周调度、最近月调度 |  | □ 已核对',
      '甄别 | 齐全 | 已有：甄别分类、甄别人、甄别日期 |  | □ 已核对',
      '办结答复 | 齐全 | 已有：办结日期、办理结果、答复日期 |  | □ 已核对',
      '反馈销号 | 缺 3 项 | 缺：反馈县办日期 AE3、是否销号 AF3、销号日期 AG3 |  | □ 已核对',
    ]);
    assert.deepEqual(linesOf(sheetNamed(content, '迎检目录')).slice(3)[0]?.split(' | ').slice(1, 5), [
      '编号',
      '责任股室',
      '包案负责人',
      '诉求人',
    ]);
  });

  it('say of a column that is not there that it is not there, and of an unreadable cell that it is', async () => {
    const rows = [{ ...CLOSED, 受理告知日期: '10月32日' }];
    const content = made(await sourcesOf(rows, { without: ['答复日期', '甄别人'] }, { cases: ['诉一'] }));
    const lines = linesOf(sheetNamed(content, '逐件材料'));
    assert.ok(lines.includes('受理告知 | 缺 1 项 | 缺：受理告知日期（填了但读不出） P3\n已有：受理日期 |  | □ 已核对'));
    assert.ok(lines.includes('办结答复 | 其余齐全 | 已有：办结日期、办理结果 | 台账没有：答复日期 | □ 已核对'));
    assert.ok(lines.includes('未写日期 | 受理告知 | 10月32日 | P3 | □ 已核对'));
  });

  it('are of the sample where no case is named, each on a page of its own', async () => {
    const rows = Array.from({ length: 5 }, (_, at) => ({ 编号: `固定${at}` }));
    const content = made(await sourcesOf(rows, {}, { seed: '一' }));
    const sheet = sheetNamed(content, '逐件材料');
    assert.equal([...sheet.rows].filter(({ startsPage }) => startsPage === true).length, 4);
    assert.ok(linesOf(sheetNamed(content, '迎检目录'))[1]?.includes('共 5 件（随机抽取，种子：一）'));
  });

  it('refuse a number that is not there, and an accusation', async () => {
    const sources = await sourcesOf([{ 编号: '诉一' }, { 编号: '举一', 信访目的: '检举控告' }]);
    const unknown = inspectionReport({ ...sources, cases: ['诉九'] }, INSPECTION_WORDS);
    assert.deepEqual(!unknown.ok && unknown.problems[0]?.code, 'report-case-unknown');
    const kept = inspectionReport({ ...sources, cases: ['举一'] }, INSPECTION_WORDS);
    assert.deepEqual(!kept.ok && kept.problems[0]?.code, 'report-case-kept');
  });

  it('show no petitioner', async () => {
    const content = made(await sourcesOf([CLOSED], {}, { cases: ['诉一'] }));
    assert.doesNotMatch([...sheetsOf(content).values()].flatMap(linesOf).join('\n'), /来访人|13800001234/);
  });
});
