import { Cancelled } from '../../core/cancel';
import { fail, ok, problem, type Problem, type Result } from '../../core/problem';

/**
 * What was done to the workbook when something stopped us; the parameter `stage` of every problem of this host, since
 * Excel takes back nothing: `reading` and `nothing` leave it as it was, `partly` leaves columns or sheets of ours
 * incomplete (never a cell of the user's).
 */
export type Stage = 'reading' | 'nothing' | 'partly';

/** A problem on its way out of this folder; `attempt` turns it into a Result. */
export class ExcelFault extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
    this.name = 'ExcelFault';
  }
}

/** An error of Office.js: it says what is wrong by a code. */
interface OfficeError {
  readonly code: string;
  readonly message: string;
  readonly debugInfo?: { readonly errorLocation?: string };
}

/** Whether Office.js threw this; anything else is a mistake of ours and goes on. */
export function isOfficeError(error: unknown): error is OfficeError {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string';
}

const TOO_LARGE: ReadonlySet<string> = new Set([
  'RequestPayloadSizeLimitExceeded',
  'ResponsePayloadSizeLimitExceeded',
  'ResponseTooLarge',
]);

/** Whether less at a time would have been answered. */
export const isTooLarge = (error: unknown): boolean => isOfficeError(error) && TOO_LARGE.has(error.code);

/** The problem that an error of Office.js means to the user, for what had been done by then. */
export function officeProblem(error: OfficeError, stage: Stage): Problem {
  const { code } = error;
  if (TOO_LARGE.has(code)) return problem('excel-too-large', { stage });
  switch (code) {
    case 'InvalidOperationInCellEditMode':
    case 'CellEditMode':
      return problem('excel-cell-edit-mode', { stage });
    case 'AccessDenied':
      return problem('excel-access-denied', { stage });
    case 'FilteredRangeConflict':
      return problem('excel-filtered-range', { stage });
    case 'MergedRangeConflict':
      return problem('excel-merged-range', { stage });
    case 'ActivityLimitReached':
    case 'TooManyRequests':
    case 'RequestAborted':
    case 'ServiceNotAvailable':
      return problem('excel-busy', { stage });
    case 'ItemNotFound':
    case 'InvalidReference':
    case 'InvalidObjectPath':
    case 'InvalidBinding':
      return problem('excel-item-gone', { stage });
    case 'ApiNotFound':
    case 'ApiNotAvailable':
    case 'NotImplemented':
    case 'UnsupportedOperation':
      return problem('excel-too-old', { stage });
    case 'HostNotAvailable':
    case 'HostRestartNeeded':
    case 'ConnectionFailure':
    case 'Aborted':
      return problem('excel-not-answering', { stage });
    default:
      return problem('excel-refused', { stage, error: code, where: error.debugInfo?.errorLocation ?? '' });
  }
}

/** Runs a task and answers what Excel said against it as a value; `stage` is asked when it fails. */
export async function attempt<T>(stage: () => Stage, task: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await task());
  } catch (error) {
    if (error instanceof Cancelled) throw error;
    if (error instanceof ExcelFault) return fail(error.problem);
    if (isOfficeError(error)) return fail(officeProblem(error, stage()));
    throw error;
  }
}
