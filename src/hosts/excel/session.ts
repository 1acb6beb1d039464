import { problem, type Result } from '../../core/problem';
import { attempt, ExcelFault, type Stage } from './faults';
import type { Context, OfficeRuntime } from './office';

/** One operation on the workbook: its request context, and how far it has gone with changing anything. */
export interface Batch {
  readonly context: Context;
  stage: Stage;
  readonly sync: () => Promise<void>;
}

/**
 * The way to Excel: operations wait for one another, each with a context of its own. Contexts are made directly, not
 * by `Excel.run`: that one asks the host to keep every range alive and to let it go again, a round trip more for each
 * operation. So a range lives for one sync here; sheets, tables and names have ids and live on.
 */
export class ExcelSession {
  private readonly known = new Map<string, boolean>();
  private last: Promise<unknown> = Promise.resolve();

  constructor(readonly runtime: OfficeRuntime) {}

  /** Whether this Excel has a requirement set of ExcelApi. */
  has(version: string): boolean {
    let answer = this.known.get(version);
    if (answer === undefined) this.known.set(version, (answer = this.runtime.isSetSupported(version)));
    return answer;
  }

  /** Refuses what needs a newer Excel. */
  need(version: string, stage: Stage = 'nothing'): void {
    if (!this.has(version)) throw new ExcelFault(problem('excel-too-old', { stage, version }));
  }

  /** Runs an operation when those before it are done. Throws `Cancelled` alone, and what a plan's own rows throw. */
  run<T>(stage: Stage, task: (batch: Batch) => Promise<T>): Promise<Result<T>> {
    const next = this.last.then(() => {
      const context = new this.runtime.Excel.RequestContext();
      const batch: Batch = { context, stage, sync: async () => void (await context.sync()) };
      return attempt(
        () => batch.stage,
        () => task(batch),
      );
    });
    this.last = next.catch(() => undefined);
    return next;
  }
}
