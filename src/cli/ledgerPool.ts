import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { checkLedger } from '../app/checkLedger';
import type { CheckResult } from '../app/checkResult';
import type { NamedFiles } from '../app/rulePacks';
import { takeUp, type SentLedger } from '../app/sentLedger';
import type { Pace } from '../core/cancel';
import type { CivilDay } from '../core/dates/civil';
import type { Result } from '../core/problem';
import { readLedgerFile } from './ledgerFile';
import { openNodeXlsx } from './openNodeXlsx';

/** How the ledgers of a run are checked, the same for each of them. */
export interface PoolOrder {
  /** The first one judges unless others say they are in force. */
  readonly packs: readonly NamedFiles[];
  /** The sheet in each of them; null to look for it. */
  readonly sheet: string | null;
  readonly today: CivilDay;
}

export type WorkerAnswer =
  { readonly file: string; readonly result: Result<SentLedger> } | { readonly file: string; readonly failed: string };

export interface LedgerPool {
  check(file: string): Promise<Result<CheckResult>>;
  close(): Promise<void>;
}

/**
 * Below so many bytes of ledgers (about 100,000 cases) threads save nothing on two processors: each has to load the rules
 * and get warm, and what it has read must be handed over. 30 ledgers of 2,000 cases are a third of that.
 */
const WORTH_IT = 24 * 1024 * 1024;
/** More threads than these only take turns at the memory. */
const MOST_THREADS = 4;

/**
 * Reads and checks large ledgers at once, on threads; their results are taken up here as they are asked for. With less
 * to do or one processor, and whenever a thread can't be had or dies, it is done here, one after another.
 */
export function createLedgerPool(
  files: readonly string[],
  order: PoolOrder,
  pace: Pace,
  threads = threadsFor(files),
): LedgerPool {
  const here = (file: string): Promise<Result<CheckResult>> => checkHere(file, order, pace);
  if (threads < 2) return { check: here, close: () => Promise.resolve() };
  const crew = new Crew(files, order, threads);
  return {
    async check(file) {
      const answer = await crew.answer(file);
      if (answer === null || 'failed' in answer) return here(file);
      const { result } = answer;
      return result.ok ? takeUp(result.value, requestOf(order, pace)) : result;
    },
    close: () => crew.close(),
  };
}

function threadsFor(files: readonly string[]): number {
  const bytes = files.reduce((sum, file) => sum + (statSync(file, { throwIfNoEntry: false })?.size ?? 0), 0);
  return bytes < WORTH_IT ? 1 : Math.min(MOST_THREADS, availableParallelism(), files.length);
}

/** Threads at work on a list of files, each taking the next one when it is done with one. */
class Crew {
  private readonly waiting: string[];
  private readonly asked = new Map<string, (answer: WorkerAnswer | null) => void>();
  private readonly answers: ReadonlyMap<string, Promise<WorkerAnswer | null>>;
  private readonly workers = new Set<Worker>();

  constructor(files: readonly string[], order: PoolOrder, threads: number) {
    this.waiting = [...new Set(files)];
    this.answers = new Map(
      this.waiting.map((file) => [file, new Promise((resolve) => this.asked.set(file, resolve))] as const),
    );
    for (let n = 0; n < Math.min(threads, this.waiting.length); n++) this.start(order);
  }

  /** null where no thread could say. */
  answer(file: string): Promise<WorkerAnswer | null> {
    return this.answers.get(file) ?? Promise.resolve(null);
  }

  async close(): Promise<void> {
    for (const left of this.waiting.splice(0)) this.say(left, null);
    await Promise.all([...this.workers].map((worker) => worker.terminate()));
  }

  private start(order: PoolOrder): void {
    const isSource = __filename.endsWith('.ts');
    const file = path.join(__dirname, `ledgerWorker${isSource ? '.ts' : '.js'}`);
    // Uncompiled, as tests run it, the thread needs what compiles it.
    const worker = new Worker(file, { workerData: order, ...(isSource ? { execArgv: ['-r', 'tsx/cjs'] } : {}) });
    this.workers.add(worker);
    let current: string | undefined;
    const next = (): void => {
      current = this.waiting.shift();
      if (current === undefined) void worker.terminate();
      else worker.postMessage(current);
    };
    const gone = (): void => {
      this.workers.delete(worker);
      if (current !== undefined) this.say(current, null);
      // The last one gone leaves nobody to wait for.
      if (this.workers.size === 0) for (const left of this.waiting.splice(0)) this.say(left, null);
    };
    worker.on('message', (answer: WorkerAnswer) => {
      this.say(answer.file, answer);
      next();
    });
    worker.on('error', () => undefined);
    worker.on('exit', gone);
    next();
  }

  private say(file: string, answer: WorkerAnswer | null): void {
    this.asked.get(file)?.(answer);
    this.asked.delete(file);
  }
}

async function checkHere(file: string, order: PoolOrder, pace: Pace): Promise<Result<CheckResult>> {
  const bytes = await readLedgerFile(file);
  const workbook = bytes.ok ? await openNodeXlsx(path.basename(file), bytes.value) : bytes;
  return workbook.ok ? checkLedger({ ...requestOf(order, pace), workbook: workbook.value }) : workbook;
}

function requestOf({ packs, sheet, today }: PoolOrder, pace: Pace) {
  const [first, ...moreRules] = packs;
  return { rules: first?.files ?? new Map<string, string>(), moreRules, sheet, today, pace };
}
