import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bothWays, generated } from './generated';

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
});
