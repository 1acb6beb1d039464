import assert from 'node:assert/strict';
import { checkJson } from '../../../src/app/checkJson';
import { defaultEvaluator } from '../../../src/app/defaultEvaluator';
import type { CheckedLedger } from '../../../src/core/check/checkedLedger';
import { createSession } from '../../../src/core/check/session';
import { civilDay } from '../../../src/core/dates/civil';
import { FACTS } from '../../../src/core/facts/registry';
import { NO_SNAPSHOTS } from '../../../src/core/ledger/readSnapshots';
import type { RulePack } from '../../../src/core/rules/pack';
import type { Aside } from '../../../src/core/setAside/entry';
import type { ScoreBoard } from '../../../src/core/scoring/board';
import { scoreLedgers } from '../../../src/core/scoring/board';
import type { Period } from '../../../src/core/scoring/period';
import type { SubjectKind } from '../../../src/core/scoring/scheme';
import type { ScoredLedger } from '../../../src/core/scoring/subjects';
import { SPEECH } from '../../../src/text/zh-CN/speech';
import { defaultPack } from '../facts/ledger';
import { gridFrom, type TestCell } from '../ledger/gridFrom';

export const TODAY = civilDay(2021, 10, 20);
export const pack = defaultPack();

/** A case that nothing is wrong with on 20 October 2021. */
const CASE: Readonly<Record<string, string>> = {
  诉求人: '测试甲',
  联系电话: '13800001111',
  诉求内容: '请求调解邻里纠纷',
  来源渠道: '县诉求办转交',
  登记日期: '2021-10-11',
  交办日期: '2021-10-12',
  受理日期: '2021-10-12',
  受理告知日期: '2021-10-13',
  责任股室: '办公室',
  协办单位: '',
  包案负责人: '都亚',
  包保领导: '黄向东',
  办理时限: '2021-10-31',
  时限来源: '上级明确',
  化解方案: '由承办人上门调解',
  办理情况: '已约双方当面调解，约定下周签订协议',
  最近周调度: '2021-10-18',
  最近月调度: '2021-10-18',
  办理状态: '办理中',
  办结日期: '',
  办理结果: '',
  反馈县办日期: '',
  是否销号: '',
  甄别分类: '政策内合理',
  甄别日期: '2021-10-14',
  信访目的: '申诉求决',
  '被反映单位(人)': '',
  满意度: '',
  重复件: '',
  督查评分: '',
};

/** No two cases are handled in the same words. */
export const progress = (at: number): string =>
  `已约双方当面调解，由${'甲乙丙丁戊己庚辛壬癸'[at % 10] ?? ''}组跟进第${'一二三四五六七八九十'[Math.floor(at / 10) % 10] ?? ''}户`;

export const HEADINGS = ['序号', '编号', ...Object.keys(CASE)];
export type TestRow = Readonly<Record<string, string>>;

/** A ledger of cases in order, each with what is said otherwise of it; its first case stands on row 3. */
export async function checkRows(rows: readonly TestRow[], own: RulePack = pack): Promise<CheckedLedger> {
  const cells = rows.map((row, at) => {
    const all: TestRow = { ...CASE, 序号: String(at + 1), 编号: `诉${at + 1}号`, 办理情况: progress(at), ...row };
    return HEADINGS.map((heading): TestCell => {
      const text = all[heading] ?? '';
      if (text === '') return null;
      return heading === '督查评分' && /^\d+(\.\d+)?$/.test(text) ? Number(text) : text;
    });
  });
  const session = createSession({ pack: own, evaluator: defaultEvaluator, definitions: FACTS });
  const grid = gridFrom({ sheet: '台账', rows: [['某县司法局诉求台账'], HEADINGS, ...cells] });
  const table = session.load({ grid, today: TODAY });
  assert.ok(table.ok, JSON.stringify(table));
  assert.equal(table.value.count, rows.length);
  return session.check();
}

export interface BoardOptions {
  readonly by?: SubjectKind;
  readonly period?: Period;
}

export function boardOf(
  ledgers: readonly ScoredLedger[],
  { by = 'unit', period = { kind: 'all' } }: BoardOptions = {},
): ScoreBoard {
  const board = scoreLedgers({ ledgers, by, period, adjustments: [] });
  assert.ok(board.ok, board.ok ? '' : JSON.stringify(board.problems));
  return board.value;
}

/** Scores one ledger of rows. */
export const boardOfRows = async (rows: readonly TestRow[], options: BoardOptions = {}): Promise<ScoreBoard> =>
  boardOf([{ file: '甲.xlsx', checked: await checkRows(rows) }], options);

export const ASIDE: Aside = { kind: 'wrong', reason: '已核实', by: '测试督查', on: TODAY, until: null };

/** A check in which a person set some findings aside. */
export const withAside = (
  checked: CheckedLedger,
  isAside: (rule: string, index: number) => boolean,
): CheckedLedger => ({
  ...checked,
  setAside: (rule, index) => (isAside(checked.pack.rules[rule]?.name ?? '', index) ? ASIDE : null),
});

/** The JSON of a check, every outcome in it. */
export const jsonOf = (file: string, checked: CheckedLedger): Record<string, unknown> =>
  checkJson(
    {
      file,
      checked,
      setAside: { entries: [], own: [], returned: [], count: 0 },
      snapshots: NO_SNAPSHOTS,
      companionProblems: [],
      decisions: new Map(),
      companionSheets: [],
      adjustments: null,
    },
    SPEECH,
    { allOutcomes: true },
  );
