import assert from 'node:assert/strict';
import { readAdjustments } from '../../../src/core/ledger/readAdjustments';
import { adjustmentsOf } from '../../../src/core/scoring/adjustments';
import { schemeOf } from '../../../src/core/scoring/scheme';
import { sayProblem } from '../../../src/text/zh-CN/problems';
import { day, pack } from '../facts/ledger';
import { gridFrom, type TestCell } from './gridFrom';

const HEAD = ['机构', '指标', '调整分', '理由', '调整人', '日期'];
const read = (...rows: readonly (readonly TestCell[])[]) => readAdjustments(gridFrom({ rows: [HEAD, ...rows] }));

describe('人工调整', () => {
  it('is read with points as people write them', () => {
    const ways: readonly (readonly [TestCell, number])[] = [
      [2, 200],
      [-1.5, -150],
      ['+0.25', 25],
      ['－2分', -200],
      ['１．５', 150],
      ['100', 10_000],
    ];
    const { rows, problems } = read(
      ...ways.map(([points]) => ['政工股', '总分', points, '先进典型', '测试督查', '2021-10-20']),
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(
      rows.map(({ points }) => points),
      ways.map(([, points]) => points),
    );
    assert.deepEqual(rows[0], {
      subject: '政工股',
      indicator: '',
      points: 200,
      reason: '先进典型',
      by: '测试督查',
      on: day('2021-10-20'),
      place: { sheet: '人工调整', cell: 'C2' },
    });
  });

  it('does not count without reason, name, day or a number of points', () => {
    const { rows, problems } = read(
      ['政工股', '', 2, null, '测试督查', '2021-10-20'],
      ['政工股', '', 2, '理由', null, '2021-10-20'],
      ['政工股', '', 2, '理由', '测试督查', null],
      ['政工股', '', 2, '理由', '测试督查', '上周'],
      ['政工股', '', '两分', '理由', '测试督查', '2021-10-20'],
      ['政工股', '', 1.234, '理由', '测试督查', '2021-10-20'],
      ['政工股', '', 101, '理由', '测试督查', '2021-10-20'],
    );
    assert.deepEqual(rows, []);
    assert.deepEqual(problems.map(sayProblem), [
      '“人工调整”D2：“理由”未填，这一行未采用。请补填。',
      '“人工调整”E3：“调整人”未填，这一行未采用。请补填。',
      '“人工调整”F4：“日期”未填，这一行未采用。请补填。',
      '“人工调整”F5：“上周”不是日期，这一行未采用。请写成 2021-10-08 这样的日期。',
      '“人工调整”C6：“两分”不是分数，这一行未采用。请填 -100 到 100 之间、至多两位小数的数。',
      '“人工调整”C7：“1.234”不是分数，这一行未采用。请填 -100 到 100 之间、至多两位小数的数。',
      '“人工调整”C8：“101”不是分数，这一行未采用。请填 -100 到 100 之间、至多两位小数的数。',
    ]);
  });

  it('is of a unit by any of its names and of an indicator by its title; what fits nothing is told', () => {
    const scheme = schemeOf(pack);
    assert.ok(scheme);
    const said = ['测试督查', '2021-10-20'];
    const { rows } = read(
      ['局政工股', '三个明确', 2, '理由', ...said],
      ['政工股', '三个明白', 2, '理由', ...said],
      ['政公股', '', 2, '理由', ...said],
    );
    const { of, problems } = adjustmentsOf(rows, { scheme, pack, by: 'unit', names: ['政工股', '办公室'] });
    assert.deepEqual([...of.keys()], ['政工股']);
    assert.equal(of.get('政工股')?.[0]?.of?.id, 'clarity');
    assert.deepEqual(
      problems.map(({ code, place }) => [code, place?.cell]),
      [
        ['adjustment-indicator-unknown', 'C3'],
        ['adjustment-subject-unknown', 'C4'],
      ],
    );
  });
});
