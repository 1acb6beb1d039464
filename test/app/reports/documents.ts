import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { CheckResult } from '../../../src/app/checkResult';
import { reportOf } from '../../../src/app/reports/registry';
import { openNodeXlsx } from '../../../src/cli/openNodeXlsx';
import { checkLedger } from '../../../src/app/checkLedger';
import type { CivilDay } from '../../../src/core/dates/civil';
import { plainText, type ReportDocument } from '../../../src/core/reports/document';
import type { NoticeChoice, ReportKind } from '../../../src/core/reports/report';
import { SPEECH } from '../../../src/text/zh-CN/speech';
import { check, defaultRules, TODAY } from '../ledgers';
import { MemoryWorkbook, type Cells } from '../memoryWorkbook';

const HEADINGS =
  '序号,编号,诉求人,人数,联系电话,身份证号,住址,诉求内容,诉求类别,来源渠道,信访目的,被反映单位,登记日期,交办日期,受理日期,受理告知日期,责任股室,包案负责人,分管领导,办理时限,时限来源,办理状态,办理情况,办结日期,办理结果,答复日期'.split(
    ',',
  );

const CASE: Readonly<Record<string, string>> = {
  诉求人: '测试甲',
  联系电话: '13800001111',
  身份证号: '342401198001011234',
  住址: '测试镇测试村一组',
  诉求内容: '测试甲反映与邻居的宅基地边界纠纷，请求调解。住测试镇测试村一组，电话13800001111。',
  诉求类别: '人民调解',
  来源渠道: '县诉求办转交',
  登记日期: '2021-09-01',
  交办日期: '2021-09-02',
  受理日期: '2021-09-02',
  受理告知日期: '2021-09-05',
  责任股室: '办公室',
  包案负责人: '测试乙',
  分管领导: '测试丁',
  办理时限: '2021-10-31',
  时限来源: '上级明确',
  办理状态: '办理中',
  办理情况: '已约双方当面调解',
};

export type Own = Readonly<Record<string, string>>;

/** A ledger with the columns that documents are drawn up from: each case in order, with what is said otherwise. */
export const ledgerOf = (...cases: readonly Own[]): Cells => [
  ['某县司法局诉求台账'],
  HEADINGS,
  ...cases.map((own, at) => {
    const cells: Own = { ...CASE, 序号: String(at + 1), 编号: `C-${at + 1}`, ...own };
    return HEADINGS.map((heading) => cells[heading] ?? '');
  }),
];

/** Checks a ledger of these cases, with 调度记录 beside it where there is one. */
export const checkedOf = (cases: readonly Own[], meetings: Cells = [], name = '台账'): Promise<CheckResult> =>
  check(
    new MemoryWorkbook({
      [name]: ledgerOf(...cases),
      ...(meetings.length === 0 ? {} : { 调度记录: [['日期', '编号', '议定事项'], ...meetings] }),
    }),
  );

/** The documents of a kind of report. */
export function documentsOf(
  kind: ReportKind,
  ledgers: readonly CheckResult[],
  notices?: NoticeChoice,
  today: CivilDay = TODAY,
): readonly ReportDocument[] {
  const built = reportOf(kind)?.build({ ledgers, today, ...(notices ? { notices } : {}) }, SPEECH.reports);
  assert.ok(built?.ok, JSON.stringify(built));
  assert.equal(built.value.kind, 'documents');
  return built.value.kind === 'documents' ? built.value.documents : [];
}

export const textOf = (documents: readonly ReportDocument[]): string =>
  documents.map((one) => [`【${one.name}】`, ...plainText(one)].join('\n')).join('\n\n');

/** A sample ledger, checked as of a day. */
export async function sampleChecked(file: string, today: CivilDay): Promise<CheckResult> {
  const bytes = readFileSync(path.resolve(__dirname, '../../../samples', file));
  const workbook = await openNodeXlsx(file, bytes);
  assert.ok(workbook.ok);
  const result = await checkLedger({ workbook: workbook.value, rules: await defaultRules(), sheet: null, today });
  assert.ok(result.ok, JSON.stringify(result));
  return result.value;
}
