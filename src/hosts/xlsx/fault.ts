import { fail, ok, problem, type Place, type Problem, type Result } from '../../core/problem';

/**
 * A problem on its way out of deep reading code. Thrown and caught only inside this folder: `attempt` turns it
 * into a Result at every public function.
 */
export class FileFault extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
    this.name = 'FileFault';
  }
}

/** What can be broken in a file; the parameter `reason` of `file-is-damaged`. */
export type DamageReason =
  | 'truncated'
  | 'archive'
  | 'duplicate-entry'
  | 'entry-missing'
  | 'entry-size'
  | 'entry-checksum'
  | 'compression'
  | 'compression-method'
  | 'encoding'
  | 'xml'
  | 'workbook'
  | 'shared-string'
  | 'cell-address';

/** A `file-is-damaged` fault: the reason and the part of the file that is broken. */
export const damaged = (reason: DamageReason, part = '', place?: Place): FileFault =>
  new FileFault(problem('file-is-damaged', { reason, part }, place));

/** Which bound was passed; the parameter `limit` of `file-exceeds-limits`. */
export type LimitReason =
  | 'file-size'
  | 'entries'
  | 'entry-size'
  | 'total-size'
  | 'ratio'
  | 'overlap'
  | 'token'
  | 'cells'
  | 'strings'
  | 'merges';

/** A `file-exceeds-limits` fault: which bound, and the part that passed it. */
export const tooMuch = (limit: LimitReason, part = ''): FileFault =>
  new FileFault(problem('file-exceeds-limits', { limit, part }));

/** Runs reading code and answers its problem, if it had one, as a value with the file's name filled in. */
export async function attempt<T>(file: string, run: () => T | Promise<T>): Promise<Result<T>> {
  try {
    return ok(await run());
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    const { code, params, place } = error.problem;
    return fail(problem(code, { file, ...params }, { file, ...place }));
  }
}
