import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import { REPORTS } from '../../../src/app/reports/registry';
import type { CheckResult } from '../../../src/app/checkResult';
import { reconcileJson } from '../../../src/app/reconcile';
import { scoreLedgers } from '../../../src/core/scoring/board';
import { planScoreSheets } from '../../../src/core/scoring/scoreSheets';
import { reconcile } from '../../../src/core/reconcile/reconcile';
import { plainText } from '../../../src/core/reports/document';
import type { ReportContent, ReportKind } from '../../../src/core/reports/report';
import type { ReportSheet } from '../../../src/core/writeplan/plan';
import { RECONCILE_WORDS } from '../../../src/text/zh-CN/reconcile';
import { SPEECH } from '../../../src/text/zh-CN/speech';
import { checked as paneOver } from '../checker/support';
import { HEADINGS, TODAY, check, row } from '../ledgers';
import { MemoryWorkbook } from '../memoryWorkbook';

/** Marks what is told of the case of accusation, wherever it is told. */
const MARK = '测试暗语';
const ACCUSED = '测试戊';

const MORE = ['信访目的', '被反映单位（人）', '到访层级', '督查评分'];
const LATE = { 办理时限: '2021-10-01', 办理情况: '未处理' };
/** Complains of the unit that handles it, of its leader, and of nobody by name; one in order beside them. */
const CASES: readonly (readonly [own: Readonly<Record<string, string>>, more: readonly string[]])[] = [
  [{ ...LATE, 编号: '控1号', 诉求内容: `${MARK}甲，反映办公室收费` }, ['检举控告', '办公室', '省', '']],
  [{ ...LATE, 编号: '控2号', 诉求内容: `${MARK}乙，反映测试乙态度差` }, ['检举控告', '测试乙', '省', '']],
  [{ ...LATE, 编号: '控3号', 诉求内容: `${MARK}丙，反映有人收费` }, ['检举控告', '', '省', '']],
  [{ ...LATE, 编号: '控4号', 诉求内容: `${MARK}丁，反映${ACCUSED}索要好处` }, ['', ACCUSED, '省', '']],
  [
    { ...LATE, 编号: '控5号', 诉求内容: `${MARK}戊，反映办公室收费`, 办理状态: '已办结', 办结日期: '2021-10-02' },
    ['检举控告', '办公室', '省', ''],
  ],
  ...Array.from({ length: 6 }, (_, at): readonly [Readonly<Record<string, string>>, readonly string[]] => [
    { ...LATE, 编号: `普${at + 1}号`, 诉求内容: `请求调解邻里纠纷之${at + 1}` },
    ['申诉求决', '', '', ''],
  ]),
];
const cells = (prefix: string): readonly (readonly string[])[] =>
  CASES.map(([own, more], at) => [...row(at + 1, { ...own, 编号: `${prefix}${own['编号'] ?? ''}` }), ...more]);
const bookOf = (prefix: string): MemoryWorkbook =>
  new MemoryWorkbook({
    台账: [['某县司法局诉求台账'], [...HEADINGS, ...MORE], ...cells(prefix)],
    调度记录: [
      ['日期', '编号', '议定事项'],
      ['2021-10-08', `${prefix}控1号、${prefix}普1号`, `${MARK}议定`],
    ],
    社会督查员: [
      ['姓名', '单位', '村居', '回避亲属'],
      ['督查甲', '某企业', '一村', '试一'],
    ],
    人员名册: [
      ['姓名', '职务', '机构'],
      ['测试乙', '科员', '办公室'],
    ],
  });

const saidIn = (sheets: readonly ReportSheet[]): string =>
  sheets
    .flatMap(({ name, rows }) => [
      `【${name}】`,
      ...[...rows].map(({ cells: all }) =>
        all.map((cell) => (cell !== null && 'text' in cell ? cell.text : '')).join('｜'),
      ),
    ])
    .join('\n');
const said = (content: ReportContent): string =>
  content.kind === 'sheets'
    ? saidIn(content.sheets)
    : content.documents.map((document) => `【${document.name}】\n${plainText(document).join('\n')}`).join('\n');

/** Of weekly's sheets one is for the office's own hands: cases kept from their units, told apart. */
const withoutKept = (text: string): string => text.replace(/【回避件】[\s\S]*?(?=【|$)/u, '');
/** Documents that are kept from a unit are named so, and to nobody. */
const withoutRecused = (text: string): string =>
  text
    .split(/(?=【)/u)
    .filter((part) => !/^【[^】]*回避/u.test(part) && !/^【(?:告知书|受理|不予|答复)/u.test(part))
    .join('');

/** Where a report may tell of an accusation, and to whom. */
const AFTER: Partial<Record<ReportKind, (text: string) => string>> = { weekly: withoutKept, notices: withoutRecused };

describe('cases of accusation', function () {
  this.timeout(60_000);
  let ledgers: readonly CheckResult[];
  before(async () => {
    ledgers = [await check(bookOf('')), await check(bookOf('乙'))];
  });

  for (const several of [false, true])
    for (const report of REPORTS)
      it(`are in no ${report.kind} that the unit complained of sees, of ${several ? 'several ledgers' : 'one ledger'}`, () => {
        const { kind } = report;
        const made = report.build({ ledgers: several ? ledgers : ledgers.slice(0, 1), today: TODAY }, SPEECH.reports);
        assert.ok(made.ok, JSON.stringify(made));
        const whole = said(made.value);
        assert.ok(!whole.includes(ACCUSED), `whom a case complains of is named nowhere\n${whole}`);
        // The county hands cases down and gets all of them back; the forms that pass the units' hands are others.
        if (kind === 'county') return assert.ok(!/【销号审批表】[\s\S]*?暗语(?:甲|乙|丙|戊)/u.test(whole), whole);
        const told = (AFTER[kind] ?? ((text) => text))(whole);
        for (const number of ['控1号', '控2号', '控3号', '控5号'])
          assert.ok(
            !told.includes(number),
            `${number} in ${told.slice(Math.max(0, told.indexOf(number) - 200), told.indexOf(number) + 60)}`,
          );
        for (const letter of '甲乙丙戊') assert.ok(!told.includes(`${MARK}${letter}`), `${letter} in ${told}`);
      });

  it('are in no inspection papers, not even by number', () => {
    const inspection = REPORTS.find(({ kind }) => kind === 'inspection');
    const made = inspection?.build({ ledgers, today: TODAY, cases: ['控1号'] }, SPEECH.reports);
    assert.ok(made && !made.ok);
    assert.deepEqual(
      made.problems.map(({ code }) => code),
      ['report-case-kept'],
    );
  });

  it('are in no scores of the unit', () => {
    const board = scoreLedgers({ ledgers, by: 'unit', period: { kind: 'all' }, adjustments: [] });
    assert.ok(board.ok);
    const text = saidIn(planScoreSheets({ board: board.value, speech: SPEECH, problems: [] }));
    for (const number of ['控1号', '控2号', '控3号', '控5号'])
      assert.ok(!text.includes(number), `${number} in ${text}`);
    assert.ok(!text.includes(ACCUSED));
  });

  it('name nobody complained of where the county’s list is compared', () => {
    const [ledger, list] = ledgers.map(({ checked }, at) => ({ file: `${at}.xlsx`, checked }));
    const text = JSON.stringify(reconcileJson(reconcile(ledger!, list!), RECONCILE_WORDS));
    assert.ok(!text.includes(ACCUSED));
  });

  it('are in no reminder to the unit, and in no preview or file of the pane that it sees', async () => {
    const { checker } = await paneOver(bookOf(''));
    const [office, ...others] = (await checker.reminders()).filter(({ unit }) => unit === '办公室');
    assert.equal(others.length, 0);
    assert.ok(office && /普1号/u.test(office.text) && !/控[1235]号/u.test(office.text), office?.text);
    for (const { kind } of REPORTS.filter((one) => one.kind !== 'county')) {
      const preview = await checker.previewReport(kind);
      assert.ok(preview.ok, kind);
      const { parts } = preview.value;
      const told = parts
        .map((part) =>
          'rows' in part
            ? `【${part.name}】${part.rows.flat().join('｜')}`
            : `【${part.name}】${part.lines.join('\n')}`,
        )
        .join('\n');
      assert.ok(!/控[1235]号/u.test((AFTER[kind] ?? ((text) => text))(told)), `${kind}: ${told}`);
      assert.ok(!told.includes(ACCUSED), kind);
      const file = await checker.makeReport(kind);
      assert.ok(file.ok);
      const inside = Object.values(unzipSync(file.value.bytes))
        .map((part) => strFromU8(part))
        .join('')
        .replace(/<[^>]*>/gu, '');
      assert.ok(!inside.includes(ACCUSED), kind);
    }
  });
});
