import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { civilDay } from '../../../src/core/dates/civil';
import type { ReportKind } from '../../../src/core/reports/report';
import { checkedOf, documentsOf, sampleChecked, textOf } from './documents';

const folder = path.resolve(__dirname, '../../golden/documents');

/** Holds a text to the one kept; `UPDATE_GOLDEN=1` keeps the new one. */
function assertGolden(name: string, actual: string): void {
  const file = path.join(folder, `${name}.txt`);
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, `${actual}\n`);
  assert.ok(existsSync(file), `${file} is missing: UPDATE_GOLDEN=1`);
  assert.deepEqual(`${actual}\n`.split('\n'), readFileSync(file, 'utf8').split('\n'));
}

describe('documents, word for word', () => {
  for (const [kind, file] of [
    ['notices', 'messy.xlsx'],
    ['notices', 'tidy.xlsx'],
    ['summary', 'messy.xlsx'],
    ['appraisal', 'tidy.xlsx'],
  ] as const satisfies readonly (readonly [ReportKind, string])[]) {
    it(`${kind} of ${file}`, async () => {
      const today = civilDay(2021, 10, 20);
      const documents = documentsOf(kind, [await sampleChecked(file, today)], undefined, today);
      assertGolden(`${kind}-${file.replace('.xlsx', '')}`, textOf(documents));
    });
  }

  it('every notice there is, of cases made for it', async () => {
    const result = await checkedOf(
      [
        { 责任股室: '', 包案负责人: '' },
        { 责任股室: '办公室（牵头）、社区矫正大队', 交办日期: '2021-10-05' },
        { 办理时限: '2021-10-08' },
        { 办理时限: '2021-09-30', 责任股室: '法制监督股' },
        { 办理时限: '2021-09-20', 责任股室: '城关司法所' },
        { 办理时限: '2021-10-10', 责任股室: '城关司法所' },
        { 办理时限: '', 责任股室: '县公证处', 交办日期: '2021-10-06' },
        { 信访目的: '检举控告', 被反映单位: '办公室', 办理时限: '2021-09-01', 交办日期: '2021-10-08' },
        { 受理告知日期: '', 诉求人: '测试甲、测试戊', 人数: '5' },
        { 办理状态: '不予受理', 受理告知日期: '', 办结日期: '2021-09-10' },
        { 办理状态: '已办结', 办结日期: '2021-10-01', 办理结果: '经调解，双方签订协议，约定界址。' },
        { 办理状态: '已办结', 办结日期: '2021-10-01', 办理结果: '' },
      ],
      [
        ['2021-10-08', 'C-4、C-5', '请责任股室本周内拿出化解方案，联系13900002222'],
        ['2021-10-08', 'C-8', '另行研究'],
        ['2021-10-08', 'Z-1', '继续办理'],
      ],
    );
    assertGolden('notices-made', textOf(documentsOf('notices', [result])));
  });
});
