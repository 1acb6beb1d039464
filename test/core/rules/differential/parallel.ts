import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { runDifferential } from './compare';
import { Coverage, type CoverageCounts } from './coverage';

interface Part {
  readonly trees: number;
  readonly seed: number;
  readonly part: number;
  readonly parts: number;
}
type Answer = { readonly counts: CoverageCounts } | { readonly failed: string };

/** The same batches as `runDifferential`, on as many threads as the machine has (four at most). */
export async function runSideBySide(trees: number, seed: number): Promise<Coverage> {
  const parts = Math.min(4, availableParallelism());
  const answers = await Promise.all(Array.from({ length: parts }, (_, part) => inThread({ trees, seed, part, parts })));
  const coverage = new Coverage();
  for (const answer of answers) {
    if ('failed' in answer) throw new Error(answer.failed);
    coverage.add(answer.counts);
  }
  return coverage;
}

function inThread(part: Part): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(__filename, { workerData: { differential: part }, execArgv: ['--require', 'tsx/cjs'] });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`a thread ended with ${code} and no answer`)));
  });
}

const share = isMainThread ? undefined : (workerData as { differential?: Part } | null)?.differential;
if (share) {
  void runDifferential(share).then(
    (coverage) => parentPort?.postMessage({ counts: coverage.counts() } satisfies Answer),
    (error: unknown) =>
      parentPort?.postMessage({
        failed: error instanceof Error ? (error.stack ?? error.message) : String(error),
      } satisfies Answer),
  );
}
