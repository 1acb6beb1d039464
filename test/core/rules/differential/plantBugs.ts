import { caughtBy, PLANTED_BUGS, unharmed } from './plantedBugs';

/** `npm run plant-bugs [SEED]`: each bug by itself, and what gave it away. */
async function main(): Promise<void> {
  const seed = Number(process.argv[2] ?? 20211009);
  const slip = await unharmed(seed);
  if (slip !== null) throw new Error(`the evaluator itself is caught: ${slip}`);
  let survived = 0;
  for (const bug of PLANTED_BUGS) {
    const caught = await caughtBy(bug, seed);
    if (caught === null) survived++;
    process.stdout.write(
      `${caught === null ? 'SURVIVED' : 'caught  '}  ${bug.what} (${bug.file})${caught === null ? '' : `\n            ${caught}`}\n`,
    );
  }
  process.stdout.write(`${PLANTED_BUGS.length - survived} of ${PLANTED_BUGS.length} caught, seed ${seed}\n`);
  if (survived > 0) process.exitCode = 1;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
