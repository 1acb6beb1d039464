import assert from 'node:assert/strict';
import fc from 'fast-check';
import { scoreLedgers, type ScoreBoard } from '../../../src/core/scoring/board';
import { readPeriod, type Period } from '../../../src/core/scoring/period';
import { planScoreSheets } from '../../../src/core/scoring/scoreSheets';
import { sealOf } from '../../../src/core/scoring/seal';
import { tellLost } from '../../../src/core/scoring/evidence';
import { SPEECH } from '../../../src/text/zh-CN/speech';
import { generated } from './generated';
import { boardOf, boardOfRows, checkRows, pack, progress, TODAY, withAside, type TestRow } from './ledgers';

const LATE: TestRow = { 办理时限: '2021-10-15' };
const six = (own: TestRow = {}): TestRow[] => Array.from({ length: 6 }, () => ({ ...own }));

const scoreOf = (board: ScoreBoard, name: string) => {
  const found = board.subjects.find((one) => one.name === name);
  assert.ok(found, `${name} is not scored: ${board.subjects.map((one) => one.name).join()}`);
  return found;
};
const indicatorOf = (board: ScoreBoard, name: string, id: string) => {
  const found = scoreOf(board, name).points.indicators.find(({ indicator }) => indicator.id === id);
  assert.ok(found);
  return found;
};

/** All that a board says but which row each thing stands on. */
const saying = (board: ScoreBoard): unknown => ({
  subjects: board.subjects.map((score) => ({
    name: score.name,
    rank: score.rank,
    band: score.band?.title ?? null,
    suggestions: score.suggestions.map(({ measure }) => measure),
    indicators: score.points.indicators.map(({ indicator, rows, worth, lost }) => [indicator.id, rows, worth, lost]),
    lost: board
      .lostPoints(score)
      .map(({ indicator, rule, lost, mend, wins }) => [indicator.id, rule, lost, mend, wins].join())
      .sort(),
    shared: score.shared,
  })),
  without: board.without,
  apart: [board.unassigned.length, board.recused.length, board.cases],
});

describe('a board of scores', () => {
  it('gives full marks where nothing is wrong, and says what does not apply', async () => {
    const board = await boardOfRows(six({ 责任股室: '政工股' }));
    const { points, rank, band, standing, suggestions } = scoreOf(board, '政工股');
    assert.equal(points.total, 10_000);
    assert.deepEqual([rank, band?.title, standing], [1, '优秀', 'ranked']);
    assert.deepEqual(
      suggestions.map(({ measure }) => measure),
      ['commend'],
    );
    const applying = points.indicators.filter(({ rows }) => rows > 0).map(({ indicator }) => indicator.id);
    assert.deepEqual(applying, ['clarity', 'timeliness', 'dispatch', 'substance', 'filing', 'rectification']);
    assert.equal(
      points.indicators.reduce((sum, { worth }) => sum + worth, 0),
      10_000,
    );
  });

  it('tells of a lost point the row, the cell, what stands in it, the basis and what wins it back', async () => {
    const board = await boardOfRows([LATE, ...six()].map((row) => ({ ...row, 责任股室: '政工股' })));
    const [point, ...more] = board.lostPoints(scoreOf(board, '政工股'));
    assert.ok(point);
    assert.deepEqual(more, []);
    const { lost, mend, wins } = point;
    // 20 of 80 points apply: 25.00, of which one of seven cases bears 3.57; closed late it would bear 60 % of that.
    assert.deepEqual({ lost, mend, wins }, { lost: 357, mend: 'yes', wins: 143 });
    const told = tellLost(board, SPEECH)(point);
    assert.deepEqual(
      { ...told, says: undefined, advice: undefined },
      {
        file: '甲.xlsx',
        sheet: '台账',
        row: 3,
        caseNo: '诉1号',
        rule: '超期未办结',
        basis: '实施方案五（二）：“限时办结”',
        cell: 'O3',
        label: '办理时限',
        value: '2021-10-15',
        says: undefined,
        advice: undefined,
      },
    );
    assert.match(told.says, /已超期 5 天/);
    assert.match(told.advice, /立即办结/);
  });

  it('counts what can’t be judged for a cell of the unit’s as lost, and says so', async () => {
    const board = await boardOfRows(
      [{ 办理时限: '10月32日' }, ...six()].map((row) => ({ ...row, 责任股室: '政工股' })),
    );
    const lines = board.lostPoints(scoreOf(board, '政工股'));
    assert.ok(lines.some(({ why, indicator }) => why === 'unjudged' && indicator.id === 'timeliness'));
    const unjudged = lines.filter(({ why }) => why === 'unjudged');
    assert.ok(unjudged.every(({ mend }) => mend === 'yes' || mend === 'together'));
    const told = tellLost(board, SPEECH)(unjudged[0]!);
    assert.match(told.says, /无法判定，补正前按扣分计：O3 “办理时限”所填“10月32日”/);
    assert.equal(told.value, '10月32日');
  });

  it('charges nobody with what only the office can put right: a year without holidays', async () => {
    const rows = six({ 办理时限: '2030年12月31日', 时限来源: '股室提出', 包保领导: '黄向东' }).map((row) => ({
      ...row,
      责任股室: '政工股',
      登记日期: '2030-01-05',
      受理日期: '2030-01-05',
    }));
    const board = await boardOfRows(rows);
    for (const { rule, why } of board.lostPoints(scoreOf(board, '政工股')))
      assert.notDeepEqual([board.pack.rules[rule ?? -1]?.name, why], ['limit-beyond-statutory', 'unjudged']);
  });

  it('takes no more than ten points for one case', async () => {
    const wrong = {
      ...LATE,
      包案负责人: '',
      化解方案: '',
      最近周调度: '',
      甄别分类: '',
      办理情况: '已转办',
      登记日期: '2021-08-30',
      受理日期: '2021-08-30',
      交办日期: '2021-08-31',
    };
    const board = await boardOfRows([wrong, ...six()].slice(0, 5).map((row) => ({ ...row, 责任股室: '政工股' })));
    const score = scoreOf(board, '政工股');
    assert.equal(score.points.capped.size, 1);
    assert.equal(score.points.total, 9000);
    assert.equal(
      board.lostPoints(score).reduce((sum, { lost }) => sum + lost, 0),
      1000,
    );
  });

  it('charges a case to the unit that leads it, and only counts it for those that help', async () => {
    const board = await boardOfRows(six({ 责任股室: '办公室（牵头）、政工股', 协办单位: '城关司法所' }));
    assert.deepEqual(
      board.subjects.map(({ name }) => name),
      ['办公室'],
    );
    assert.ok(board.without.includes('政工股'));
    const both = await boardOfRows([...six({ 责任股室: '办公室', 协办单位: '政工股' }), { 责任股室: '政工股' }]);
    assert.equal(scoreOf(both, '政工股').cases.length, 1);
    assert.equal(scoreOf(both, '政工股').shared, 6);
  });

  it('charges a case without a unit of the roster to nobody', async () => {
    const rows = ['', '相关股室', '法治科', '办公室、政工股'].map((unit) => ({ 责任股室: unit }));
    const board = await boardOfRows([...rows, { 责任股室: '政工股' }]);
    assert.equal(board.unassigned.length, 4);
    assert.equal(scoreOf(board, '政工股').cases.length, 1);
  });

  it('charges the office with reporting and sign-off, whoever handles the case', async () => {
    const closed = {
      办理状态: '已办结',
      办结日期: '2021-10-12',
      办理结果: '已调解并签订协议',
      责任股室: '政工股',
      是否销号: '否',
    };
    const board = await boardOfRows([...six(closed), { 责任股室: '办公室' }]);
    assert.ok(indicatorOf(board, '办公室', 'office-duty').lost > 0);
    assert.ok(board.lostPoints(scoreOf(board, '政工股')).every(({ indicator }) => indicator.id !== 'office-duty'));
    const alone = await boardOfRows(six(closed));
    assert.equal(scoreOf(alone, '办公室').standing, 'few', 'an office without cases answers for all the same');
    assert.ok(!alone.without.includes('办公室'));
  });

  it('ranks within groups, equals alike, and neither small samples nor people', async () => {
    const board = await boardOfRows([
      ...six({ 责任股室: '政工股' }),
      ...six({ 责任股室: '法制监督股' }),
      ...six({ 责任股室: '社区矫正大队', ...LATE }),
      ...six({ 责任股室: '城关司法所', ...LATE }),
      { 责任股室: '东关司法所' },
    ]);
    const places = board.subjects.map(({ name, group, rank, standing }) => [group, name, rank, standing]);
    assert.deepEqual(places, [
      ['股室', '政工股', 1, 'ranked'],
      ['股室', '法制监督股', 1, 'ranked'],
      ['股室', '社区矫正大队', 3, 'ranked'],
      ['股室', '办公室', null, 'few'],
      ['司法所', '城关司法所', 1, 'ranked'],
      ['司法所', '东关司法所', null, 'few'],
    ]);
    assert.ok(board.without.includes('县公证处'));
    const leaders = await boardOfRows(six(LATE), { by: 'caseLeader' });
    const [leader] = leaders.subjects;
    assert.deepEqual(
      [leader?.name, leader?.rank, leader?.standing, leader?.suggestions],
      ['都亚', null, 'unranked', []],
    );
  });

  it('goes by 包保领导 of the case, else by who is in charge of its unit', async () => {
    const inCharge = {
      ...pack,
      organisation: {
        ...pack.organisation,
        units: pack.organisation.units.map((unit) => (unit.name === '政工股' ? { ...unit, sponsor: '蒋志高' } : unit)),
      },
    };
    const checked = await checkRows(
      [{ 包保领导: '', 责任股室: '政工股' }, { 包保领导: '黄向东、蒋志高' }, { 包保领导: '' }],
      inCharge,
    );
    const board = boardOf([{ file: '甲.xlsx', checked }], { by: 'sponsor' });
    assert.deepEqual(
      board.subjects.map(({ name, cases }) => [name, cases.length]),
      [
        ['蒋志高', 2],
        ['黄向东', 1],
      ],
    );
    assert.equal(board.unassigned.length, 1);
  });

  it('keeps an accusation from the unit complained of: it is neither counted nor listed', async () => {
    const about = { 信访目的: '检举控告', '被反映单位(人)': '政工股', ...LATE, 责任股室: '政工股' };
    const nobody = { 信访目的: '检举控告', ...LATE, 责任股室: '政工股' };
    const board = await boardOfRows([...six({ 责任股室: '政工股' }), about, nobody]);
    const score = scoreOf(board, '政工股');
    assert.equal(board.recused.length, 2);
    assert.equal(score.cases.length, 6);
    assert.deepEqual(board.lostPoints(score), []);
  });

  it('leaves out what people set aside, and lists it', async () => {
    const checked = withAside(await checkRows(six({ ...LATE, 责任股室: '政工股' })), (rule) => rule === 'overdue');
    const board = boardOf([{ file: '甲.xlsx', checked }]);
    const score = scoreOf(board, '政工股');
    assert.equal(indicatorOf(board, '政工股', 'timeliness').lost, 0);
    assert.equal(indicatorOf(board, '政工股', 'timeliness').rows, 6);
    assert.deepEqual(score.vetoes, []);
    assert.equal(board.setAside(score).length, 6);
    assert.equal(board.setAside(score)[0]?.aside.reason, '已核实');
  });

  it('takes inspectors’ scores as they stand, and none that can’t be one', async () => {
    const rows = ['90', '100', '120', '良好', '', '80.5'].map((score) => ({ 责任股室: '政工股', 督查评分: score }));
    const board = await boardOfRows(rows);
    const inspection = indicatorOf(board, '政工股', 'inspection');
    assert.deepEqual([inspection.rows, inspection.worth, inspection.lost], [3, 2000, 197]);
    assert.deepEqual(
      board.lostPoints(scoreOf(board, '政工股')).map(({ lost, mend }) => [lost, mend]),
      [
        [130, 'inspection'],
        [67, 'inspection'],
      ],
    );
  });

  it('suggests an interview and more by the share of overdue cases, with its reasons', async () => {
    const board = await boardOfRows([...six({ ...LATE, 责任股室: '政工股' }), ...six({ 责任股室: '政工股' })]);
    const said = scoreOf(board, '政工股').suggestions.map((one) => SPEECH.score.suggestion(one));
    assert.equal(said.length, 2);
    assert.match(said[0] ?? '', /^建议约谈，供领导决定：超期未办结较多（6 件）/);
    assert.match(said[1] ?? '', /^建议按规定问责，供领导决定：.*严肃问责/);
  });

  it('ranks by what was computed, and tells apart what the rank would be with what people added', async () => {
    const two = [
      ...six({ 责任股室: '政工股' }),
      ...six({ 责任股室: '法制监督股' }),
      ...six({ 责任股室: '城关司法所' }),
    ];
    const board = scoreLedgers({
      ledgers: [{ file: '甲.xlsx', checked: await checkRows([...two, { ...LATE, 责任股室: '法制监督股' }]) }],
      by: 'unit',
      period: { kind: 'all' },
      adjustments: [
        {
          subject: '政工股',
          indicator: '',
          points: -5000,
          reason: '实地督查发现漏登',
          by: '测试督查',
          on: TODAY,
          place: { sheet: '人工调整', cell: 'C2' },
        },
      ],
    });
    assert.ok(board.ok);
    const told = (name: string) => {
      const { rank, adjustedRank, band, points, adjusted } = scoreOf(board.value, name);
      return [rank, adjustedRank, band?.title, points.total === adjusted];
    };
    assert.deepEqual(told('政工股'), [1, 2, '优秀', false]);
    assert.deepEqual(told('法制监督股'), [2, 1, '优秀', true]);
    assert.deepEqual(told('城关司法所'), [1, null, '优秀', true], 'nobody in its group is adjusted');
    const [sheet] = planScoreSheets({ board: board.value, speech: SPEECH, problems: [] });
    const rows = [...(sheet?.rows ?? [])].map(({ cells }) => JSON.stringify([...cells]));
    assert.ok(rows.some((row) => row.includes('调整后名次')));
    assert.ok(rows.some((row) => row.includes('不改变它们')));
  });

  it('is refused for a pack without a scheme', async () => {
    const older = { ...pack, further: new Map([['scoring', null]]) };
    const checked = await checkRows(six(), older);
    const board = scoreLedgers({
      ledgers: [{ file: '甲.xlsx', checked }],
      by: 'unit',
      period: { kind: 'all' },
      adjustments: [],
    });
    assert.ok(!board.ok);
    assert.equal(board.problems[0]?.code, 'score-no-scheme');
  });
});

describe('periods', () => {
  const period = (text: string): Period => {
    const read = readPeriod(text);
    assert.ok(read.ok, text);
    return read.value;
  };
  const countOf = async (text: string, ...rows: readonly TestRow[]): Promise<number> =>
    (await boardOfRows(rows, { period: period(text) })).cases;
  const closed = (on: string): TestRow => ({ 办理状态: '已办结', 办结日期: on, 登记日期: '2021-07-01' });

  it('hold the cases that were on the books in them', async () => {
    assert.equal(await countOf('2021-09', { 登记日期: '2021-09-30' }, { 登记日期: '2021-10-01' }), 1);
    assert.equal(await countOf('2021-09', closed('2021-09-01'), closed('2021-08-31'), closed('2021-10-02')), 2);
    assert.equal(await countOf('2021', { 登记日期: '2021-09-30' }, closed('2021-08-31')), 2);
    assert.equal(await countOf('2020', { 登记日期: '2021-09-30' }), 0);
    assert.equal(await countOf('campaign', { 登记日期: '2021-10-11' }, closed('2021-08-27'), closed('2021-08-28')), 2);
  });

  it('lose no case to a day that can’t be read', async () => {
    assert.equal(await countOf('2021-09', { 登记日期: '不详', 受理日期: '', 交办日期: '' }, closed('九月中旬')), 2);
  });

  it('are refused when they are none', () => {
    for (const text of ['2021-13', '9月', '2021-9', 'week', '']) assert.ok(!readPeriod(text).ok, text);
  });
});

describe('the order of rows and ledgers', function () {
  this.timeout(300_000);

  it('changes no score, no rank, no lost point and no seal', async () => {
    await fc.assert(
      fc.asyncProperty(generated, fc.integer({ min: 1, max: 1000 }), async ({ ledgers }, salt) => {
        const numbered = ledgers.map((rows, at) =>
          rows.map((row, i) => ({ 编号: `诉${at}-${i}号`, 序号: '', 办理情况: progress(i), ...row })),
        );
        const shuffled = numbered
          .map((rows) =>
            rows
              .map((row, at) => ({ row, key: (at * 7919 * salt) % 1009 }))
              .sort((a, b) => a.key - b.key)
              .map(({ row }) => row),
          )
          .reverse();
        const [one, other] = await Promise.all(
          [numbered, shuffled].map(async (all) =>
            boardOf(
              await Promise.all(all.map(async (rows) => ({ file: '台账.xlsx', checked: await checkRows(rows) }))),
            ),
          ),
        );
        assert.ok(one && other);
        assert.deepEqual(saying(one), saying(other));
        assert.deepEqual(sealOf(one), sealOf(other));
      }),
      { numRuns: 60, seed: 20211020 },
    );
  });

  it('leaves the seal of other content, another result or another day another one', async () => {
    const board = await boardOfRows(six());
    const { seal } = sealOf(board);
    assert.equal(sealOf(await boardOfRows(six())).seal, seal);
    assert.notEqual(sealOf(await boardOfRows(six({ 满意度: '满意' }))).content, sealOf(board).content);
    assert.notEqual(sealOf(await boardOfRows(six(), { by: 'sponsor' })).results, sealOf(board).results);
    assert.notEqual(sealOf({ ...board, today: TODAY + 1 }).seal, seal);
    assert.match(seal, /^[0-9a-f]{64}$/);
  });
});
