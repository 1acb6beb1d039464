import assert from 'node:assert/strict';
import { scoreJson } from '../../../src/app/scoreJson';
import { planScoreSheets } from '../../../src/core/scoring/scoreSheets';
import { scoreLedgers } from '../../../src/core/scoring/board';
import { sayScores } from '../../../src/text/zh-CN/scoreReport';
import { SPEECH } from '../../../src/text/zh-CN/speech';
import { TODAY, checkRows, withAside, type TestRow } from './ledgers';

const SURNAMES = [...'赵钱孙李周吴郑王冯陈'];

/** Petitioners plainly made up, whose names, numbers and homes stand in free text, too, as offices write them. */
const planted = Array.from({ length: 40 }, (_, at) => ({
  name: `${SURNAMES[at % 10] ?? ''}虚构${'甲乙丙丁'[Math.floor(at / 10)] ?? ''}`,
  phone: `139${String(10_000_000 + at * 7919).slice(0, 8)}`,
  id: `34152319800101${String(1000 + at)}`,
}));

const rows: readonly TestRow[] = planted.map(({ name, phone, id }, at): TestRow => {
  const wrong: readonly TestRow[] = [
    { 办理时限: '2021-10-15' },
    { 办理情况: `已转办，${name}电话${phone}` },
    { 办理状态: '已办结', 办结日期: '2021-10-18', 办理结果: `${name}（${id}）反映不属实，不予支持。` },
    { 办理状态: '已办结', 办结日期: '2021-10-18', 办理结果: `情况属实，下一步将联系${name}，电话${phone}。` },
    { 责任股室: `${name}所在村`, 办理时限: `待${name}答复后` },
    { 甄别分类: `${name}说不清` },
    { 受理告知日期: `${name}已知` },
    { 办理状态: '已办结', 办结日期: `${phone}`, 督查评分: '60' },
  ];
  return { 诉求人: name, 联系电话: phone, 责任股室: '政工股', ...wrong[at % wrong.length] };
});

describe('what is said of scores', () => {
  it('holds no petitioner’s name, number or identity, in no form and no place', async () => {
    const checked = withAside(await checkRows(rows), (rule, index) => rule === 'overdue' && index % 2 === 0);
    const reason = `${planted[3]?.name ?? ''}来电${planted[3]?.phone ?? ''}表扬`;
    const place = { sheet: '人工调整', cell: 'C2' };
    const board = scoreLedgers({
      ledgers: [{ file: '甲.xlsx', checked }],
      by: 'unit',
      period: { kind: 'all' },
      adjustments: [{ subject: '政工股', indicator: '', points: 100, reason, by: '测试督查', on: TODAY, place }],
    });
    assert.ok(board.ok);
    const result = { board: board.value, results: [], failed: [], adjustmentProblems: [] };
    const sheets = planScoreSheets({ board: board.value, speech: SPEECH, problems: [] });
    const texts = {
      json: JSON.stringify(scoreJson(result, SPEECH)),
      report: [...sayScores(board.value, [])].join('\n'),
      ...Object.fromEntries(sheets.map(({ name, rows: own }) => [name, JSON.stringify([...own])])),
    };
    assert.equal(Object.keys(texts).length, 7);
    for (const { name, rows: own, rowCount } of sheets) assert.equal([...own].length, rowCount, name);
    assert.ok(texts.json.includes('139****'), 'what is hidden was there to be hidden');
    for (const [where, text] of Object.entries(texts))
      for (const { name, phone, id } of planted)
        for (const secret of [name, phone, id]) assert.ok(!text.includes(secret), `${where}: ${secret}`);
  });

  it('never calls what can’t be judged so, and no conduct unlawful', async () => {
    const checked = await checkRows([{ 责任股室: '政工股', 办理时限: '10月32日' }]);
    const board = scoreLedgers({
      ledgers: [{ file: '甲.xlsx', checked }],
      by: 'unit',
      period: { kind: 'all' },
      adjustments: [],
    });
    assert.ok(board.ok);
    const report = [...sayScores(board.value, [])].join('\n');
    assert.match(report, /“超期未办结”无法判定/);
    assert.doesNotMatch(report, /违法/);
  });
});
