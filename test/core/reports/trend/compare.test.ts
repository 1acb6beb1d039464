import assert from 'node:assert/strict';
import { civilDay } from '../../../../src/core/dates/civil';
import {
  compareAll,
  compareGroups,
  countIn,
  spanOf,
  type Counts,
  type Span,
} from '../../../../src/core/reports/trend/compare';
import { USUAL } from '../../../../src/core/reports/settings';
import { trendWords } from '../../../../src/text/zh-CN/reports/trend';

const { trend: TREND } = USUAL;
const WORDS = trendWords(USUAL);

const TODAY = civilDay(2021, 10, 20);
const span: Span = spanOf(TODAY, [TODAY - 28 - 24 * 7 + 1], TREND);
const ordinary: Counts = { recent: 40, before: 240 };
const all = compareAll(ordinary, span, TREND);

const said = (recent: number, before: number): string =>
  WORDS.comparison(compareGroups([{ recent, before }], all, span, TREND)[0]!);

describe('the last four weeks against those before', () => {
  it('are the last 28 days and at most 24 whole weeks before them, from the first case within these', () => {
    assert.deepEqual(spanOf(TODAY, [TODAY - 3000, TODAY - 28 - 70], TREND), {
      recentFrom: TODAY - 27,
      beforeFrom: TODAY - 27 - 70,
      weeksBefore: 10,
      until: TODAY,
    });
    assert.equal(span.weeksBefore, 24);
    assert.equal(spanOf(TODAY, [], TREND).weeksBefore, 0);
    assert.equal(spanOf(TODAY, [TODAY - 3000], TREND).weeksBefore, 0);
    const edges = [TODAY + 1, TODAY, TODAY - 27, TODAY - 28, span.beforeFrom, span.beforeFrom - 1, null];
    assert.deepEqual(countIn(span, edges), { recent: 2, before: 2 });
  });

  it('are told with the average before and the chance', () => {
    assert.equal(said(9, 19), '近4周 9 件，此前每4周平均 3.2 件，偶然出现的可能小于 2%');
    assert.equal(said(14, 19), '近4周 14 件，此前每4周平均 3.2 件，偶然出现的可能小于 0.1%');
    assert.equal(said(6, 24), '近4周 6 件，此前每4周平均 4.0 件，偶然出现的可能约 25%');
    assert.equal(said(5, 60), '近4周 5 件，此前每4周平均 10.0 件，没有增多');
  });

  it('say nothing of a few cases, whatever the chance', () => {
    assert.equal(said(4, 0), '近4周 4 件，此前每4周平均 0.0 件，件数太少，不作判断');
    assert.equal(said(0, 2), '近4周 0 件，此前每4周平均 0.3 件，件数太少，不作判断');
    assert.equal(compareGroups([{ recent: 5, before: 0 }], all, span, TREND)[0]?.verdict, 'rising');
  });

  it('say nothing without four weeks to compare with', () => {
    const short = spanOf(TODAY, [TODAY - 28 - 20], TREND);
    assert.equal(short.weeksBefore, 3);
    const [told] = compareGroups(
      [{ recent: 30, before: 2 }],
      compareAll({ recent: 30, before: 2 }, short, TREND),
      short,
      TREND,
    );
    assert.equal(told?.verdict, 'noPast');
    assert.equal(WORDS.comparison(told), '近4周 30 件，此前不足 4 周，无从比较');
  });

  it('hold one group that stands out by itself for chance where twenty are looked at', () => {
    const alone = compareGroups([{ recent: 9, before: 22 }], all, span, TREND)[0]!;
    assert.equal(alone.verdict, 'rising');
    const many = compareGroups(
      [{ recent: 9, before: 22 }, ...Array.from({ length: 19 }, () => ({ recent: 5, before: 30 }))],
      all,
      span,
      TREND,
    );
    assert.deepEqual([many[0]?.verdict, many[1]?.verdict], ['maybe', 'asBefore']);
    assert.equal(many[0]?.chance, alone.chance);
  });

  it('hold groups against all cases where all have risen: only what grew faster stands out', () => {
    const counts = { recent: 120, before: 120 };
    const risen = compareAll(counts, span, TREND);
    assert.equal(risen.verdict, 'rising');
    const [as, faster] = compareGroups(
      [
        { recent: 20, before: 20 },
        { recent: 30, before: 5 },
      ],
      risen,
      span,
      TREND,
    );
    assert.equal(as?.verdict, 'asBefore');
    assert.equal(faster?.verdict, 'rising');
  });
});
