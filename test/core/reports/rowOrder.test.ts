import assert from 'node:assert/strict';
import { reportOf } from '../../../src/app/reports/registry';
import { REPORT_KINDS, type ReportContent, type ReportKind } from '../../../src/core/reports/report';
import { SPEECH } from '../../../src/text/zh-CN/speech';
import { sourcesOf, type TestRow } from './ledgers';

/** Cases of every state, each unlike the others. */
const ROWS: readonly TestRow[] = Array.from({ length: 36 }, (_, at): TestRow => {
  const own: readonly TestRow[] = [
    { 办理时限: '2021-10-15' },
    { 办理时限: '2021-10-15', 责任股室: '政工股' },
    { 办理状态: '已办结', 办结日期: '2021-10-18', 办理结果: `已调解并签订协议第${at}号`, 答复日期: '2021-10-18' },
    { 责任股室: '' },
    { 时限来源: '股室提出', 包保领导意见: '同意', 备案日期: '2021-10-13' },
    { 办理状态: '待受理', 受理日期: '', 受理告知日期: '' },
    { 甄别分类: '政策外', 诉求类别: '公证收费', 人数: 6 },
    { 信访目的: '检举控告', 被反映单位: '办公室' },
    { 交办日期: '2021-10-19', 责任股室: '城关司法所' },
  ];
  const person = `${'甲乙丙丁戊己庚辛壬癸'[at % 10] ?? ''}${'子丑寅卯'[Math.floor(at / 10)] ?? ''}`;
  return {
    编号: `诉〔2021〕${String(at + 1).padStart(3, '0')}号`,
    诉求人: `测试${person}`,
    诉求内容: `反映${person}家门前的水沟`,
    办理情况: `已约${person}当面调解`,
    登记日期: `2021-10-${String((at % 9) + 2).padStart(2, '0')}`,
    ...own[at % own.length],
  };
});

/** Turned round, and dealt like cards: two orders that no sorting leaves alone. */
const ORDERS: readonly (readonly TestRow[])[] = [
  [...ROWS].reverse(),
  [...ROWS]
    .map((row, at) => ({ row, key: (at * 17) % 36 }))
    .sort((a, b) => a.key - b.key)
    .map(({ row }) => row),
];

async function contentOf(kind: ReportKind, rows: readonly TestRow[]): Promise<unknown> {
  const sources = await sourcesOf(rows);
  const cases = kind === 'inspection' ? { cases: ['诉〔2021〕001号', '诉〔2021〕003号'] } : {};
  const built = reportOf(kind)?.build({ ...sources, ...cases }, SPEECH.reports);
  assert.ok(built?.ok, `${kind}: ${built && !built.ok ? JSON.stringify(built.problems) : ''}`);
  return plain(built.value);
}

/** Without where a case stands on the sheet, which is all that may differ. */
const plain = (content: ReportContent): unknown =>
  JSON.parse(
    JSON.stringify(
      content.kind === 'sheets'
        ? content.sheets.map(({ name, rows, charts }) => ({ name, rows: [...rows], charts }))
        : content,
      (key, value: unknown) => {
        if (key === 'link' || key === 'row' || key === 'cell') return undefined;
        return typeof value === 'string' ? value.replace(/\b[A-Z]{1,3}\d+\b/g, 'A1') : value;
      },
    ),
  );

describe('the order of rows', function () {
  this.timeout(120_000);

  for (const kind of REPORT_KINDS)
    it(`changes nothing in ${kind}`, async () => {
      const one = await contentOf(kind, ROWS);
      for (const rows of ORDERS) assert.deepEqual(await contentOf(kind, rows), one);
    });
});
