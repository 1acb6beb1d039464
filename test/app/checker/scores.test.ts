import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { scoreJson } from '../../../src/app/scoreJson';
import { scoreUnits } from '../../../src/app/scoreUnits';
import { civilDay } from '../../../src/core/dates/civil';
import { openXlsx, type XlsxWorkbook } from '../../../src/hosts/xlsx/xlsxWorkbook';
import type { Checker, ScoreQuery } from '../../../src/ports/checker';
import { SPEECH } from '../../../src/text/zh-CN/speech';
import { defaultRules, row } from '../ledgers';
import { book, checked, checkerOver, codes, ruleBytes, value } from './support';

const TODAY = civilDay(2021, 10, 20);
const ALL_CASES: ScoreQuery = { by: 'unit', period: { kind: 'all' } };

const messy = async (): Promise<XlsxWorkbook> =>
  value(await openXlsx('messy.xlsx', new Uint8Array(readFileSync(path.resolve('samples/messy.xlsx')))));

async function checkedMessy(): Promise<{ readonly checker: Checker; readonly workbook: XlsxWorkbook }> {
  const workbook = await messy();
  const { checker } = await checked(workbook, { today: TODAY });
  return { checker, workbook };
}

interface ScoreJson {
  readonly scores: readonly {
    readonly name: string;
    readonly rank: number | null;
    readonly total: number;
    readonly suggestions: readonly { readonly reason: string }[];
    readonly indicators: readonly { readonly id: string; readonly score: number; readonly worth: number }[];
    readonly lost: readonly {
      readonly row: number;
      readonly cell: string;
      readonly lost: number;
      readonly how: string;
    }[];
  }[];
  readonly without: readonly string[];
  readonly unassigned: readonly unknown[];
  readonly recused: number;
  readonly seal: { readonly seal: string };
}

/** What `appeals score --format json` says of the same ledger. */
async function byCommand({ by, period }: ScoreQuery): Promise<ScoreJson> {
  const scored = value(
    await scoreUnits({
      ledgers: [{ file: 'messy.xlsx', open: async () => ({ ok: true, value: await messy() }) }],
      rules: await defaultRules(),
      sheet: null,
      today: TODAY,
      by,
      period,
    }),
  );
  return scoreJson(scored, SPEECH) as unknown as ScoreJson;
}

describe('scores of a checked workbook', () => {
  for (const query of [ALL_CASES, { by: 'unit', period: { kind: 'month', year: 2021, month: 9 } } as const]) {
    it(`are those of the command line, unit by unit and point by point (${query.period.kind})`, async () => {
      const { checker } = await checkedMessy();
      const expected = await byCommand(query);
      const scores = value(await checker.scores(query));
      const lines = scores.groups.flatMap((group) => group.scores);
      assert.deepEqual(
        lines.map(({ name, rank, total }) => ({ name, rank, total })),
        expected.scores.map(({ name, rank, total }) => ({ name, rank, total })),
      );
      assert.deepEqual(scores.without, expected.without);
      assert.equal(scores.recused, expected.recused);
      for (const { name, lost, indicators, suggestions } of expected.scores) {
        const card = await checker.scoreCard(query, name);
        assert.ok(card);
        assert.deepEqual(
          card.lost.map(({ row, points, how }) => ({ row, lost: Number(points), how })),
          lost.map(({ row, lost, how }) => ({ row, lost, how })),
        );
        for (const [at, { cell }] of lost.entries()) if (cell) assert.equal(card.lost[at]?.cell, cell);
        assert.deepEqual(
          card.indicators.map(({ id, score, worth }) => [id, Number(score), Number(worth)]),
          indicators.map(({ id, score, worth }) => [id, score, worth]),
        );
        for (const { reason } of suggestions) assert.ok(card.suggestions.includes(reason), reason);
      }
      const seal = value(await checker.scoreSeal(query));
      assert.ok(seal.some(([, text]) => text === expected.seal.seal));
    });
  }

  it('are plain data that can be posted, and name no petitioner', async () => {
    const secret = '测试甲乙';
    const { checker } = await checked(
      book(...[1, 2, 3, 4, 5].map((at) => row(at, { 诉求人: secret, 包案负责人: '' }))),
    );
    const scores = value(await checker.scores(ALL_CASES));
    const name = scores.groups[0]?.scores[0]?.name ?? '';
    const card = await checker.scoreCard(ALL_CASES, name);
    assert.ok((card?.lost.length ?? 0) > 0);
    const told = structuredClone({ scores, card });
    assert.deepEqual(told, { scores, card });
    assert.ok(!JSON.stringify(told).includes(secret));
    assert.equal(await checker.scoreCard(ALL_CASES, '没有这个股室'), null);
  });

  it('can’t be had before a check or of a pack without a scheme, and that is said', async () => {
    const workbook = book(row(1));
    const checker = await checkerOver(workbook);
    assert.deepEqual(codes(await checker.scores(ALL_CASES)), ['not-checked']);
    assert.deepEqual(codes(await checker.makeScores(ALL_CASES)), ['not-checked']);
    const files = new Map(await ruleBytes());
    const pack = JSON.parse(new TextDecoder().decode(files.get('pack.json'))) as { files: string[] };
    pack.files = pack.files.filter((file) => file !== 'scoring.json');
    files.set('pack.json', new TextEncoder().encode(JSON.stringify(pack)));
    files.delete('scoring.json');
    value(await checker.useRules(files));
    value(await checker.check({ sheet: null, today: TODAY }));
    assert.deepEqual(codes(await checker.scores(ALL_CASES)), ['score-no-scheme']);
    assert.equal(await checker.scoreCard(ALL_CASES, '办公室'), null);
    assert.deepEqual(codes(await checker.writeScores(ALL_CASES)), ['score-no-scheme']);
  });

  it('go out as a workbook, and into the open one as sheets of ours that are cleared again', async () => {
    const { checker, workbook } = await checkedMessy();
    const names = ['考核得分', '扣分明细', '申诉单', '不参评与样本不足', '封存信息'];
    const { name, bytes } = value(await checker.makeScores(ALL_CASES));
    assert.equal(name, '考核得分-2021-10-20.xlsx');
    const made = value(await openXlsx(name, bytes));
    assert.deepEqual(
      value(await made.sheets()).map((sheet) => sheet.name),
      names,
    );
    const before = value(await workbook.sheets());
    assert.deepEqual(value(await checker.writeScores(ALL_CASES)), { sheets: names, notes: [] });
    const again = value(await checker.writeScores(ALL_CASES));
    assert.deepEqual(again.sheets, names, 'written twice is written once');
    const own = value(await workbook.sheets()).slice(before.length);
    assert.deepEqual(
      own.map(({ owned }) => owned),
      ['report.scores', 'report.scores.lost', 'report.scores.forms', 'report.scores.apart', 'report.scores.seal'],
    );
    assert.deepEqual(value(await checker.clear()).sheets, names);
    assert.deepEqual(value(await workbook.sheets()), before);
  });
});
