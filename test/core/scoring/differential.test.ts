import assert from 'node:assert/strict';
import fc from 'fast-check';
import { boardOf } from './ledgers';
import { bothWays, checksOf, generated, mendEach } from './generated';

/** `npm run score-differential` asks for ten thousand. */
const RUNS = Number(process.env['SCORE_RUNS'] ?? 200);
const SEED = Number(process.env['SCORE_SEED'] ?? 20211020);

describe('scores and their recomputation from what a check prints', function () {
  this.timeout(Math.max(120_000, RUNS * 500));

  it(`agree on ${RUNS} generated ledgers, by unit, by sponsor and by case leader`, async () => {
    const by = fc.constantFrom('unit' as const, 'unit' as const, 'sponsor' as const, 'caseLeader' as const);
    await fc.assert(
      fc.asyncProperty(generated, by, async (ledgers, kind) => {
        const { ours, theirs } = await bothWays(ledgers, kind);
        assert.deepEqual(ours, theirs);
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });

  it('are compared on ledgers in which everything happens that can', async () => {
    const seen = {
      capped: 0,
      lost: 0,
      full: 0,
      few: 0,
      tied: 0,
      shared: 0,
      aside: 0,
      recused: 0,
      unassigned: 0,
      banned: 0,
    };
    for (const ledgers of fc.sample(generated, { numRuns: 40, seed: SEED })) {
      const checks = await checksOf(ledgers);
      const board = boardOf(checks.map((checked, at) => ({ file: `${at}.xlsx`, checked })));
      seen.recused += board.recused.length;
      seen.unassigned += board.unassigned.length;
      for (const score of board.subjects) {
        seen.capped += score.points.capped.size;
        seen.lost += board.lostPoints(score).length;
        seen.aside += board.setAside(score).length;
        if (score.points.total === 10_000) seen.full++;
        if (score.standing === 'few') seen.few++;
        if (score.vetoes.length > 0) seen.banned++;
        if (score.points.indicators.some(({ rows }) => rows === 0)) seen.shared++;
        if (board.subjects.some((other) => other !== score && other.rank === score.rank && other.group === score.group))
          seen.tied++;
      }
    }
    assert.deepEqual(
      Object.entries(seen).filter(([, times]) => times === 0),
      [],
      JSON.stringify(seen),
    );
  });

  it('have lines that come to what each indicator lost, none of them negative', async () => {
    await fc.assert(
      fc.asyncProperty(generated, async (ledgers) => {
        const checks = await checksOf(ledgers);
        const board = boardOf(checks.map((checked, at) => ({ file: `${at}.xlsx`, checked })));
        for (const score of board.subjects) {
          const lines = board.lostPoints(score);
          for (const { indicator, lost } of score.points.indicators) {
            const own = lines.filter((line) => line.indicator.id === indicator.id);
            assert.ok(own.every((line) => line.lost >= 0 && line.wins >= -1));
            assert.equal(
              own.reduce((sum, line) => sum + line.lost, 0),
              lost,
              `${score.name} ${indicator.id}`,
            );
          }
        }
      }),
      { numRuns: 40, seed: SEED },
    );
  });

  it('rise by just what is said of each lost point, once it alone is mended', async () => {
    const seen = { points: 0, share: 0, cap: 0, rounding: 0 };
    const by = fc.constantFrom('unit' as const, 'unit' as const, 'sponsor' as const, 'caseLeader' as const);
    await fc.assert(
      fc.asyncProperty(generated, by, async (ledgers, kind) => {
        for (const { what, wins, rises, bound } of await mendEach(ledgers, kind)) {
          assert.equal(wins, rises, what);
          assert.equal(bound === null, wins > 0, `${what}: why it wins nothing is told, and only then`);
          seen.points++;
          if (bound !== null) seen[bound as 'share' | 'cap' | 'rounding']++;
        }
      }),
      { numRuns: 60, seed: SEED },
    );
    assert.ok(seen.points > 500 && seen.share > 0 && seen.cap > 0, JSON.stringify(seen));
  });
});
