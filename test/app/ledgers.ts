import assert from 'node:assert/strict';
import path from 'node:path';
import { checkLedger, type CheckRequest } from '../../src/app/checkLedger';
import type { CheckResult } from '../../src/app/checkResult';
import { civilDay } from '../../src/core/dates/civil';
import type { PackFiles } from '../../src/core/rules/loadPack';
import { createRuleFolder } from '../../src/hosts/ruleFolder/ruleFolder';
import type { Cells, MemoryWorkbook } from './memoryWorkbook';

export const TODAY = civilDay(2021, 10, 9);

export const HEADINGS =
  '序号,编号,诉求人,联系电话,诉求内容,来源渠道,登记日期,交办日期,受理日期,责任股室,包案负责人,办理时限,时限来源,办理状态,办理情况,办结日期,办理结果,反馈县办日期,是否销号'.split(
    ',',
  );

const CASE: Readonly<Record<string, string>> = {
  诉求人: '测试甲',
  联系电话: '13800001111',
  诉求内容: '请求调解邻里纠纷',
  来源渠道: '县诉求办转交',
  登记日期: '2021-09-01',
  交办日期: '2021-09-02',
  受理日期: '2021-09-02',
  责任股室: '办公室',
  包案负责人: '测试乙',
  办理时限: '2021-10-31',
  时限来源: '上级明确',
  办理状态: '办理中',
  办理情况: '已约双方当面调解，约定下周签订协议',
};

/** A row of the ledger: a case in order, with what is said otherwise. */
export const row = (serial: number, own: Readonly<Record<string, string>> = {}): string[] => {
  const cells: Readonly<Record<string, string>> = { ...CASE, 序号: String(serial), 编号: `C-${serial}`, ...own };
  return HEADINGS.map((heading) => cells[heading] ?? '');
};

export const ledger = (...rows: (readonly string[])[]): Cells => [['某县司法局诉求台账'], HEADINGS, ...rows];

let rules: Promise<PackFiles> | null = null;

/** The pack that comes with the program. */
export function defaultRules(): Promise<PackFiles> {
  rules ??= createRuleFolder(path.resolve(__dirname, '../../rules'))
    .read()
    .then((read) => {
      assert.ok(read.ok);
      return read.value;
    });
  return rules;
}

export async function request(workbook: MemoryWorkbook, own: Partial<CheckRequest> = {}): Promise<CheckRequest> {
  return { workbook, rules: await defaultRules(), sheet: null, today: TODAY, ...own };
}

export async function check(workbook: MemoryWorkbook, own: Partial<CheckRequest> = {}): Promise<CheckResult> {
  const result = await checkLedger(await request(workbook, own));
  assert.ok(result.ok, JSON.stringify(result));
  return result.value;
}
