import fc from 'fast-check';
import type { CheckedLedger } from '../../../src/core/check/checkedLedger';
import type { SubjectKind } from '../../../src/core/scoring/scheme';
import { packFiles } from '../facts/ledger';
import { boardOf, checkRows, jsonOf, withAside, type TestRow } from './ledgers';
import { recompute, type RawCase, type RawScheme, type Recomputed } from './recompute';

const oneOf = (...values: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...values);

/** What a cell may hold beside what stands in a case in order: things done well, badly, not at all, unreadably. */
const CELLS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  责任股室: oneOf(
    '办公室',
    '政工股',
    '法制股',
    '城关司法所',
    '东关司法所',
    '',
    '相关股室',
    '法治科',
    '办公室（牵头）、政工股',
    '办公室、政工股',
  ),
  协办单位: oneOf('', '政工股', '办公室、城关司法所'),
  包案负责人: oneOf('都亚', '李恒情', '', '都亚、李恒情', '测试丁'),
  包保领导: oneOf('黄向东', '蒋志高', '', '黄向东、蒋志高'),
  办理时限: oneOf('2021-10-31', '2021-10-15', '', '尽快', '10月32日', '60日内'),
  时限来源: oneOf('上级明确', '股室提出', ''),
  登记日期: oneOf('2021-10-11', '2021-09-01', '2021年9月31日', '', '2021-01-05'),
  交办日期: oneOf('2021-10-12', '2021-09-02', '', '2021-09-28'),
  受理日期: oneOf('2021-10-12', '2021-09-02', '', '不详'),
  受理告知日期: oneOf('2021-10-13', '', '2021-10-19'),
  化解方案: oneOf('由承办人上门调解', ''),
  办理情况: oneOf('已约双方当面调解，约定下周签订协议', '已转办', '请分管领导阅处', '', '已登记'),
  最近周调度: oneOf('2021-10-18', '2021-09-01', '', '上周'),
  最近月调度: oneOf('2021-10-18', '', '2021-08-30'),
  办理状态: oneOf('办理中', '已办结', '', '待受理'),
  办结日期: oneOf('', '2021-10-14', '2021-10-19', '十月中旬办结'),
  办理结果: oneOf('', '已调解并签订协议', '您好，留言已收悉。', '情况属实，下一步将督促双方履行协议。'),
  反馈县办日期: oneOf('', '2021-10-19'),
  是否销号: oneOf('', '是', '否', '待定'),
  甄别分类: oneOf('政策内合理', '政策外', '', '部分合理', '说不清'),
  甄别日期: oneOf('2021-10-14', '2021-09-05', ''),
  信访目的: oneOf('申诉求决', '意见建议', '申诉求决', '检举控告'),
  '被反映单位(人)': oneOf('', '', '', '', '政工股', '都亚', '城关司法所工作人员'),
  督查评分: oneOf('', '', '95', '88.5', '60.25', '0', '100', '120', '良好', '-5'),
  满意度: oneOf('', '满意', '不满意'),
};

/** Most cells are in order, so that scores lie anywhere between nothing and full marks. */
const row: fc.Arbitrary<TestRow> = fc
  .tuple(
    oneOf('办公室', '政工股', '法制监督股', '城关司法所', '东关司法所'),
    fc.record(
      Object.fromEntries(
        Object.entries(CELLS).map(([heading, values]) => [
          heading,
          fc.oneof({ weight: 6, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: values }),
        ]),
      ),
    ),
  )
  .map(([unit, cells]) => {
    const said = Object.entries(cells).filter((entry): entry is [string, string] => entry[1] !== null);
    return { 责任股室: unit, ...Object.fromEntries(said) };
  });

/** A ledger or several, as offices keep them, and which findings people set aside. */
export interface Generated {
  readonly ledgers: readonly (readonly TestRow[])[];
  /** Every so many findings one is set aside; 0: none. */
  readonly asideEvery: number;
}

export const generated: fc.Arbitrary<Generated> = fc.record({
  ledgers: fc.array(fc.array(row, { minLength: 1, maxLength: 24 }), { minLength: 1, maxLength: 3 }),
  asideEvery: fc.constantFrom(0, 0, 7),
});

const SCHEME = JSON.parse(packFiles().get('scoring.json') ?? '') as RawScheme;
const ORGANISATION = JSON.parse(packFiles().get('organisation.json') ?? '') as {
  readonly units: readonly { readonly name: string; readonly group: string; readonly aliases: readonly string[] }[];
  readonly people: readonly { readonly name: string; readonly unit?: string }[];
};

const groupOf = (unit: string): string | null =>
  ORGANISATION.units.find(({ name }) => name === unit)?.group ?? (unit.endsWith('司法所') ? '司法所' : null);

const peopleOf = (unit: string): readonly string[] =>
  ORGANISATION.people.filter((person) => person.unit === unit).map(({ name }) => name);

/** Checks of generated ledgers, with what people set aside. */
export function checksOf({ ledgers, asideEvery }: Generated): Promise<readonly CheckedLedger[]> {
  return Promise.all(
    ledgers.map(async (rows) => {
      const checked = await checkRows(rows);
      return asideEvery === 0
        ? checked
        : withAside(checked, (rule, index) => (rule.length * 31 + index) % asideEvery === 0);
    }),
  );
}

const split = (text: string): readonly string[] => text.split('、').filter((name) => name !== '');

/** What the recomputation starts from: the printed JSON, and cells that it does not repeat as they were generated. */
function rawCases(rows: readonly TestRow[], json: Record<string, unknown>): readonly RawCase[] {
  const appeals = json['appeals'] as readonly (RawCase & { readonly units: readonly string[] })[];
  return appeals.map((appeal, at): RawCase => {
    const cell = (heading: string, otherwise: string): string => rows[at]?.[heading] ?? otherwise;
    const [leaders, sponsors] = [split(cell('包案负责人', '都亚')), split(cell('包保领导', '黄向东'))];
    return {
      leadUnit: appeal.leadUnit,
      caseLeaders: appeal.caseLeaders,
      isOpen: appeal.isOpen,
      outcomes: appeal.outcomes,
      sponsors,
      inspection: cell('督查评分', ''),
      isAccusation: cell('信访目的', '申诉求决') === '检举控告',
      accused: cell('被反映单位(人)', ''),
      staff: [...leaders, ...sponsors],
    };
  });
}

/** Both computations of the same ledgers, in one form and order, to be compared. */
export async function bothWays(
  ledgers: Generated,
  by: SubjectKind,
): Promise<{ readonly ours: unknown; readonly theirs: unknown }> {
  const checks = await checksOf(ledgers);
  const board = boardOf(
    checks.map((checked, at) => ({ file: `${at}.xlsx`, checked })),
    { by },
  );
  const ours = board.subjects.map(({ name, cases, points, rank, band }): Recomputed => ({
    name,
    cases: cases.length,
    total: points.total,
    indicators: Object.fromEntries(
      points.indicators.map(({ indicator, rows, worth, lost }) => [indicator.id, { rows, worth, lost }]),
    ),
    rank,
    band: band?.title ?? null,
  }));
  const cases = checks.flatMap((checked, at) => rawCases(ledgers.ledgers[at] ?? [], jsonOf(`${at}.xlsx`, checked)));
  const theirs = recompute(SCHEME, by, cases, { groupOf, peopleOf });
  return { ours: sorted(ours), theirs: sorted(theirs) };
}

/** A lost point that can still be mended, what is said it wins, and what the recomputation without it comes to. */
export interface Mended {
  readonly what: string;
  readonly wins: number;
  readonly rises: number;
  readonly bound: string | null;
}

/** Mends every lost point of a board by itself, in what a check prints, and scores anew by the recomputation. */
export async function mendEach(ledgers: Generated, by: SubjectKind): Promise<readonly Mended[]> {
  const checks = await checksOf(ledgers);
  const files = checks.map((checked, at) => ({ file: `${at}.xlsx`, checked }));
  const board = boardOf(files, { by });
  const raw = checks.map((checked, at) => rawCases(ledgers.ledgers[at] ?? [], jsonOf(`${at}.xlsx`, checked)));
  const totals = (cases: readonly (readonly RawCase[])[]): ReadonlyMap<string, number | null> =>
    new Map(recompute(SCHEME, by, cases.flat(), { groupOf, peopleOf }).map(({ name, total }) => [name, total]));
  const before = totals(raw);
  return board.subjects.flatMap((score) =>
    board.lostPoints(score).flatMap(({ ref, rule, why, indicator, wins, mend, bound }): Mended[] => {
      if (rule === null || mend === 'no') return [];
      const name = board.pack.rules[rule]?.name ?? '';
      const becomes = why === 'finding' ? indicator.rules.find((one) => one.rule === name)?.becomes : null;
      const after = raw.map((cases, ledger) =>
        cases.map((one, index) => (ledger === ref.ledger && index === ref.index ? mended(one, name, becomes) : one)),
      );
      const rises = (totals(after).get(score.name) ?? 0) - (before.get(score.name) ?? 0);
      return [{ what: `${score.name} ${ref.ledger}:${ref.index} ${name}`, wins, rises, bound: bound?.why ?? null }];
    }),
  );
}

/** The case with one finding mended: nothing is found any more, or that which it becomes. */
function mended(one: RawCase, rule: string, becomes: string | null | undefined): RawCase {
  const outcomes = one.outcomes.map((outcome) =>
    outcome.rule === rule
      ? { rule, outcome: 'clean' }
      : outcome.rule === becomes
        ? { rule: outcome.rule, outcome: 'flagged' }
        : outcome,
  );
  return { ...one, outcomes };
}

const sorted = (scores: readonly Recomputed[]): readonly Recomputed[] =>
  [...scores].sort((a, b) => (a.name < b.name ? -1 : 1));
