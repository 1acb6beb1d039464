import assert from 'node:assert/strict';
import { defaultEvaluator } from '../../../src/app/defaultEvaluator';
import { createSession } from '../../../src/core/check/session';
import { civilDay } from '../../../src/core/dates/civil';
import { FACTS } from '../../../src/core/facts/registry';
import type { ReviewDecision } from '../../../src/core/ledger/readCompanions';
import type { Inspector } from '../../../src/core/ledger/readInspectors';
import type { ReportContent, ReportLedger, ReportSources } from '../../../src/core/reports/report';
import type { PlanCell, ReportSheet } from '../../../src/core/writeplan/plan';
import { formatIso } from '../../../src/core/dates/civil';
import { defaultPack } from '../facts/ledger';
import { gridFrom, type TestCell } from '../ledger/gridFrom';

export const TODAY = civilDay(2021, 10, 20);
const pack = defaultPack();

const CASE: Readonly<Record<string, string | number>> = {
  诉求人: '测试甲',
  人数: '',
  联系电话: '',
  住址: '某县城关镇一村',
  诉求内容: '请求调解邻里纠纷',
  诉求类别: '邻里纠纷',
  来源渠道: '县诉求办转交',
  到访层级: '',
  信访目的: '申诉求决',
  被反映单位: '',
  登记日期: '2021-10-11',
  交办日期: '2021-10-12',
  受理日期: '2021-10-12',
  受理告知日期: '2021-10-13',
  责任股室: '办公室',
  包案负责人: '都亚',
  办理时限: '2021-10-31',
  时限来源: '上级明确',
  包保领导意见: '',
  备案日期: '',
  化解方案: '由承办人上门调解',
  办理情况: '已约双方当面调解，约定下周签订协议',
  最近周调度: '2021-10-18',
  最近月调度: '2021-10-18',
  办理状态: '办理中',
  办结日期: '',
  办理结果: '',
  答复日期: '',
  反馈县办日期: '',
  是否销号: '',
  销号日期: '',
  甄别分类: '政策内合理',
  甄别人: '都亚',
  甄别日期: '2021-10-14',
};
const HEADINGS = ['序号', '编号', ...Object.keys(CASE)];
export type TestRow = Readonly<Record<string, string | number>>;

export interface Beside {
  readonly file?: string;
  readonly decisions?: ReadonlyMap<string, readonly ReviewDecision[]>;
  readonly inspectors?: readonly Inspector[];
  /** Columns the ledger does not have. */
  readonly without?: readonly string[];
}

/** A checked ledger of cases in order, each with what is said otherwise of it; its first case stands on row 3. */
export async function ledgerOf(
  rows: readonly TestRow[],
  { file = '甲.xlsx', without = [], ...beside }: Beside = {},
): Promise<ReportLedger> {
  const headings = HEADINGS.filter((heading) => !without.includes(heading));
  const cells = rows.map((row, at) => {
    const all: TestRow = { ...CASE, 序号: at + 1, 编号: `诉${at + 1}号`, ...row };
    return headings.map((heading): TestCell => (all[heading] === '' ? null : (all[heading] ?? null)));
  });
  const session = createSession({ pack, evaluator: defaultEvaluator, definitions: FACTS });
  const table = session.load({
    grid: gridFrom({ sheet: '台账', rows: [['某县司法局诉求台账'], headings, ...cells] }),
    today: TODAY,
  });
  assert.ok(table.ok, JSON.stringify(table));
  assert.equal(table.value.count, rows.length);
  return { file, checked: await session.check(), ...beside };
}

export const sourcesOf = async (
  rows: readonly TestRow[],
  beside: Beside = {},
  own: Partial<ReportSources> = {},
): Promise<ReportSources> => ({ ledgers: [await ledgerOf(rows, beside)], today: TODAY, ...own });

const said = (cell: PlanCell): string =>
  cell === null ? '' : 'text' in cell ? cell.text : 'number' in cell ? String(cell.number) : formatIso(cell.day);

/** What each row of a sheet says, cells apart by a bar, blank rows left out. */
export const linesOf = (sheet: ReportSheet): string[] =>
  [...sheet.rows].map(({ cells }) => cells.map(said).join(' | ')).filter((line) => line.replace(/[ |]/g, '') !== '');

export function sheetsOf(content: ReportContent): ReadonlyMap<string, ReportSheet> {
  assert.equal(content.kind, 'sheets');
  return new Map(content.kind === 'sheets' ? content.sheets.map((sheet) => [sheet.name, sheet]) : []);
}

export function sheetNamed(content: ReportContent, name: string): ReportSheet {
  const sheet = sheetsOf(content).get(name);
  assert.ok(sheet, `no sheet ${name}`);
  return sheet;
}
