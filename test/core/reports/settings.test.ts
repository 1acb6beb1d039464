import assert from 'node:assert/strict';
import { samplingReport } from '../../../src/core/reports/sampling/sampleReport';
import { sampleSize } from '../../../src/core/reports/sampling/draw';
import { USUAL, settingsOf, type ReportSettings } from '../../../src/core/reports/settings';
import { trendReport } from '../../../src/core/reports/trend/trendReport';
import { compareGroups, spanOf } from '../../../src/core/reports/trend/compare';
import { urgentCases } from '../../../src/core/reports/weekly/urgentCases';
import { allCases } from '../../../src/core/reports/report';
import { loadRulePack } from '../../../src/core/check/loadRulePack';
import { diffPacks } from '../../../src/core/rules/diff/diffPacks';
import type { RulePack } from '../../../src/core/rules/pack';
import { sayChange } from '../../../src/text/zh-CN/rules/changes';
import { SAMPLING_WORDS } from '../../../src/text/zh-CN/reports/sampling';
import { trendWords } from '../../../src/text/zh-CN/reports/trend';
import { packFiles } from '../facts/ledger';
import { TODAY, linesOf, sheetNamed, sourcesOf, type TestRow } from './ledgers';

/** The default pack with its `reports.json` changed, or without one. */
function packWith(change: ((json: Record<string, Record<string, unknown>>) => void) | null): RulePack {
  const files = new Map(packFiles());
  if (change === null) {
    files.delete('reports.json');
    files.set('pack.json', (files.get('pack.json') ?? '').replace('"reports.json",', ''));
  } else {
    const json = JSON.parse(files.get('reports.json') ?? '') as Record<string, Record<string, unknown>>;
    change(json);
    files.set('reports.json', JSON.stringify(json));
  }
  const loaded = loadRulePack(files);
  assert.ok(loaded.ok, loaded.ok ? '' : JSON.stringify(loaded.problems));
  return loaded.value;
}

async function sourcesBy(rows: readonly TestRow[], own: RulePack) {
  const sources = await sourcesOf(rows);
  return {
    ...sources,
    ledgers: sources.ledgers.map((ledger) => ({ ...ledger, checked: { ...ledger.checked, pack: own } })),
  };
}

const overdue = (count: number): TestRow[] =>
  Array.from({ length: count }, (_, at) => ({ 编号: `诉${at}号`, 办理时限: '2021-10-18' }));

describe('what reports go by', () => {
  it('is the same in the default pack and in one that says nothing of it', () => {
    assert.deepEqual(settingsOf(packWith(() => undefined)), USUAL);
    assert.deepEqual(settingsOf(packWith(null)), USUAL);
    assert.deepEqual(settingsOf(undefined), USUAL);
  });

  it('decides on the weeks that are compared, on what is many, and is said as it is', async () => {
    const own = packWith(({ trend }) => Object.assign(trend ?? {}, { recentWeeks: 2, leastCases: 2, weeksListed: 3 }));
    const { trend } = settingsOf(own);
    const span = spanOf(TODAY, [TODAY - 100], trend);
    assert.equal(span.recentFrom, TODAY - 13);
    const few = (settings: ReportSettings['trend']): string | undefined =>
      compareGroups(
        [{ recent: 3, before: 0 }],
        { recent: 3, before: 20, average: 2, chance: 1, verdict: 'asBefore' },
        span,
        settings,
      )[0]?.verdict;
    assert.deepEqual([few(trend), few(USUAL.trend)], ['rising', 'few']);
    const content = trendReport(await sourcesBy([{ 编号: '诉1号' }], own), trendWords);
    const said = linesOf(sheetNamed(content, '趋势概况')).join('\n');
    assert.match(said, /近2周和此前每2周平均都不到 2 件的，件数太少/);
    assert.match(linesOf(sheetNamed(content, '按周')).join('\n'), /最多列 3 周/);
  });

  it('decides on the size of a sample, and is said as it is', async () => {
    const own = packWith(({ sampling }) =>
      Object.assign(sampling ?? {}, { confidence: '90%', marginPercent: 20, leastPerUnit: 1 }),
    );
    const { sampling } = settingsOf(own);
    assert.deepEqual([sampleSize(1000, sampling), sampleSize(1000, USUAL.sampling)], [17, 88]);
    const content = samplingReport(await sourcesBy([{ 编号: '诉1号' }], own), SAMPLING_WORDS);
    assert.match(
      linesOf(sheetNamed(content, '抽查说明')).join('\n'),
      /把握 90%，误差不超过 20 个百分点）；每个责任股室至少 1 件/,
    );
  });

  it('decides on the cases for the head', async () => {
    const count = async (own: RulePack): Promise<number> =>
      urgentCases([...allCases(await sourcesBy(overdue(9), own))]).length;
    assert.equal(await count(packWith(() => undefined)), 3, 'three points are not enough for the fourth');
    assert.equal(await count(packWith(({ head }) => Object.assign(head ?? {}, { enough: 3, most: 7 }))), 7);
    const other = ({ head }: Record<string, Record<string, unknown>>): void =>
      void Object.assign(head ?? {}, { findings: [{ rule: 'long-open', weight: 1 }] });
    assert.equal(await count(packWith(other)), 0);
  });

  it('is told where two packs differ in it', () => {
    const [before, after] = [
      packWith(() => undefined),
      packWith(({ trend }) => Object.assign(trend ?? {}, { leastCases: 7 })),
    ];
    const changes = diffPacks(before, after).map((change) => sayChange(change, before, after));
    assert.deepEqual(changes, ['trend.leastCases：5 → 7']);
    const gone = diffPacks(before, packWith(null)).filter(({ area }) => area === 'reports');
    assert.deepEqual(gone, []);
  });
});
