import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bothWays, generated } from './generated';

/** `npm run score-differential [LEDGERS] [SEED]`: scores and their recomputation, on ten thousand unless told otherwise. */
async function main(): Promise<void> {
  const runs = Number(process.argv[2] ?? 10_000);
  const seed = Number(process.argv[3] ?? 20211020);
  process.stdout.write(`seed ${seed}\n`);
  let done = 0;
  const by = fc.constantFrom('unit' as const, 'unit' as const, 'sponsor' as const, 'caseLeader' as const);
  await fc.assert(
    fc.asyncProperty(generated, by, async (ledgers, kind) => {
      const { ours, theirs } = await bothWays(ledgers, kind);
      assert.deepEqual(ours, theirs);
      if (++done % 1000 === 0) process.stdout.write(`${done} ledgers agree\n`);
    }),
    { numRuns: runs, seed },
  );
  process.stdout.write(`${done} ledgers agree\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
