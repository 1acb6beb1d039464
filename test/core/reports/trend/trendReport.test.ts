import assert from 'node:assert/strict';
import { formatIso } from '../../../../src/core/dates/civil';
import { trendReport } from '../../../../src/core/reports/trend/trendReport';
import { trendWords } from '../../../../src/text/zh-CN/reports/trend';
import { TODAY, ledgerOf, linesOf, sheetNamed, sheetsOf, sourcesOf, type TestRow } from '../ledgers';

/** A case a week for half a year back, and eight of one matter from all over in the last weeks. */
function rising(): TestRow[] {
  const rows: TestRow[] = [];
  for (let week = 4; week < 28; week++)
    rows.push({
      诉求人: `旧${week}`,
      登记日期: formatIso(TODAY - week * 7),
      诉求类别: '邻里纠纷',
      诉求内容: `请求调解第${week}周的纠纷`,
      责任股室: '办公室',
    });
  const towns = ['城关镇', '山七镇', '河棚镇', '千人桥镇'];
  for (let at = 0; at < 8; at++)
    rows.push({
      诉求人: `新${at}`,
      诉求内容: `反映收费不清楚之${'一二三四五六七八'[at]}`,
      登记日期: formatIso(TODAY - at * 3),
      诉求类别: '公证收费',
      责任股室: ['县公证处', '办公室', '法制监督股'][at % 3]!,
      住址: `某县${towns[at % 4]}一村`,
      人数: at < 3 ? 6 : '',
      到访层级: at === 3 ? '省' : '',
      联系电话: '',
    });
  return rows;
}

describe('the trend report', () => {
  it('says what rose and how likely that is by chance, and on what advice is due', async () => {
    const content = trendReport(await sourcesOf(rising()), trendWords);
    assert.deepEqual(
      [...sheetsOf(content).keys()],
      ['趋势概况', '建议事项', '按诉求类别', '按责任股室', '按乡镇', '按来源渠道', '按周', '重复、集体和越级'],
    );
    const overview = linesOf(sheetNamed(content, '趋势概况'));
    assert.equal(overview[1], '台账：甲；以 2021年10月20日 为准');
    assert.equal(
      overview[3],
      '共 32 件；集体访（5 人以上）3 件，越级访（到市、省、中央）1 件，重复反映的诉求人 0 名。',
    );
    assert.match(overview[4]!, /^全部诉求：近4周 8 件，此前每4周平均 4\.0 件，偶然出现的可能约 \d+%。$/);
    assert.equal(
      overview.find((line) => line.startsWith('诉求类别“公证收费”')),
      '诉求类别“公证收费”：近4周 8 件，此前每4周平均 0.0 件，偶然出现的可能小于 0.1%；明显增多。',
    );
    assert.deepEqual(linesOf(sheetNamed(content, '建议事项')).slice(2), [
      '诉求类别 | 件数 | 理由 | 例（编号） | 意见建议',
      '公证收费 | 8 | 普遍性：涉及 3 个责任股室（共 3 个）、4 个乡镇街道（共 4 个）\n' +
        '趋势性：近4周 8 件，此前每4周平均 0.0 件，偶然出现的可能小于 0.1%\n' +
        '集中反映：集体访 3 件、越级访 1 件、重复反映 0 件 | 诉25号、诉26号、诉27号、诉28号、诉29号 | （请填写：建议完善的政策、制度，向谁提出）',
    ]);
    assert.deepEqual(linesOf(sheetNamed(content, '按诉求类别')).slice(2), [
      '诉求类别 | 件数 | 占比 | 近4周 | 此前每4周平均 | 判断 | 说明',
      '邻里纠纷 | 24 | 75.0% | 0 | 4 | 不作判断 | 近4周 0 件，此前每4周平均 4.0 件，件数太少，不作判断',
      '公证收费 | 8 | 25.0% | 8 | 0 | 明显增多 | 近4周 8 件，此前每4周平均 0.0 件，偶然出现的可能小于 0.1%',
    ]);
  });

  it('draws each table, over rows that the sheet has', async () => {
    const content = trendReport(await sourcesOf(rising()), trendWords);
    for (const name of ['按诉求类别', '按责任股室', '按乡镇', '按来源渠道', '按周']) {
      const sheet = sheetNamed(content, name);
      const rows = [...sheet.rows];
      const [chart] = sheet.charts ?? [];
      assert.ok(chart, name);
      for (const { values } of chart.series)
        for (let row = values.first; row <= values.last; row++) {
          const cell = rows[row - 1]?.cells[values.column - 1];
          assert.ok(cell && 'number' in cell, `${name} ${row}`);
        }
      assert.ok(chart.from.row > chart.categories.last && chart.to.row <= rows.length + 1, name);
    }
  });

  it('masks who came again, and tells of no accusation by itself', async () => {
    const rows: TestRow[] = [
      { 诉求人: '张三一', 联系电话: '13800000001', 诉求内容: '甲事之一' },
      { 诉求人: '张三一', 联系电话: '138 0000 0001', 诉求内容: '乙事之二' },
      { 诉求人: '张三一', 联系电话: '13900000002', 诉求内容: '丙事之三' },
      { 诉求人: '李四二', 诉求内容: '请求修好门前的路' },
      { 诉求人: '王五三', 诉求内容: '请求修好，门前的路。' },
      { 诉求人: '赵六四', 诉求内容: '举报某人一事', 信访目的: '检举控告', 人数: 9 },
      { 诉求人: '赵六四', 诉求内容: '举报某人二事', 信访目的: '检举控告', 到访层级: '市' },
    ];
    const content = trendReport(await sourcesOf(rows), trendWords);
    const lines = linesOf(sheetNamed(content, '重复、集体和越级'));
    assert.deepEqual(lines.slice(1), [
      '姓名已遮蔽，核对请凭编号查台账。检举控告类 2 件按规定不逐件列出。',
      '一、重复反映的诉求人',
      '诉求人 | 次数 | 起止日期 | 诉求类别 | 责任股室 | 编号',
      '张** | 2 次 | 2021-10-11 至 2021-10-11 | 邻里纠纷 | 办公室 | 诉1号、诉2号',
      '二、不同件中内容相同的诉求',
      '诉求人 | 次数 | 起止日期 | 诉求类别 | 责任股室 | 编号',
      '李**、王** | 2 次 | 2021-10-11 至 2021-10-11 | 邻里纠纷 | 办公室 | 诉4号、诉5号',
      '三、集体访（5 人以上）',
      '无',
      '四、越级访（到市、省、中央）',
      '无',
    ]);
    const all = [...sheetsOf(content).values()].flatMap(linesOf).join('\n');
    assert.doesNotMatch(all, /张三一|李四二|王五三|赵六四|13800000001|举报/);
  });

  it('says what the ledger has no column for, and names the file of each case where there are several', async () => {
    const rows: TestRow[] = [{ 诉求人: '张三一' }, { 诉求人: '张三一' }];
    const first = await ledgerOf(rows, { without: ['诉求类别'] });
    const second = await ledgerOf(rows, { file: '乙.xlsx', without: ['诉求类别'] });
    const content = trendReport({ ledgers: [first, second], today: TODAY }, trendWords);
    assert.ok(
      linesOf(sheetNamed(content, '按诉求类别')).includes('没有填写诉求类别，没有可分的组。需要分析时请在台账中补上。'),
    );
    assert.equal(sheetNamed(content, '按诉求类别').charts, undefined);
    assert.ok(
      linesOf(sheetNamed(content, '重复、集体和越级')).some(
        (line) =>
          line.startsWith('张**（只凭同名，请核对是否同一人） | 4 次') &&
          line.includes('诉1号（甲）') &&
          line.includes('诉1号（乙）'),
      ),
    );
  });

  it('gives the same whatever the order of the rows', async () => {
    const rows = rising().map((row, at) => ({ ...row, 编号: `固定${at}` }));
    const [one, other] = [rows, [...rows].reverse()].map(async (each) => {
      const content = trendReport(await sourcesOf(each), trendWords);
      return ['按诉求类别', '按责任股室', '按乡镇', '按来源渠道', '按周'].map((name) =>
        linesOf(sheetNamed(content, name)),
      );
    });
    assert.deepEqual(await one, await other);
  });
});
