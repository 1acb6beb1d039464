import { runSideBySide } from './parallel';

/** `npm run differential [TREES] [SEED]`: a million condition trees unless told otherwise. */
async function main(): Promise<void> {
  const trees = Number(process.argv[2] ?? 1_000_000);
  const seed = Number(process.argv[3] ?? 20211009);
  process.stdout.write(`seed ${seed}\n`);
  const coverage = await runSideBySide(trees, seed);
  process.stdout.write(`${coverage.toString()}\n`);
  const holes = coverage.holes();
  if (holes.length > 0) throw new Error(`never emitted: ${holes.join(', ')}`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
