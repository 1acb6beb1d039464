import type { CancelSignal } from '../core/cancel';
import type { CivilDay } from '../core/dates/civil';
import type { Problem } from '../core/problem';
import { loadProblems } from './lazily';

export const ExitStatus = { fine: 0, errorsFound: 1, failed: 2 } as const;
export type ExitStatus = (typeof ExitStatus)[keyof typeof ExitStatus];

/** What a command sees of the world it runs in; tests bring their own. */
export interface Terminal {
  /** Writes to standard output; waits where the reader is slow, rejects with `PipeClosed` where it is gone. */
  print(text: string): Promise<void>;
  /** Writes one line to standard error. */
  complain(line: string): void;
  /** Replaces the progress line; does nothing unless a person watches. */
  showProgress(line: string): void;
  clearProgress(): void;
  /** The machine's civil date. */
  today(): CivilDay;
  /** The folder of rules that comes with the program. */
  readonly defaultRules: string;
  version(): string;
  /** Aborted when the user interrupts. */
  readonly signal: CancelSignal;
}

/** The reader of standard output has gone (`| head`): no failure of ours, nothing more to say. */
export class PipeClosed extends Error {
  constructor() {
    super('standard output was closed');
    this.name = 'PipeClosed';
  }
}

/**
 * Says why nothing was done: mistakes in rules one line each, everything else as one line that tells the first
 * problem and how many more there are.
 */
export function refuse(terminal: Terminal, problems: readonly Problem[]): ExitStatus {
  const { sayProblem, sayFurther } = loadProblems();
  terminal.clearProgress();
  const inFiles = problems.filter(({ place }) => place?.line !== undefined);
  if (inFiles.length > 0) for (const problem of inFiles) terminal.complain(sayProblem(problem));
  else {
    const [first, ...more] = problems;
    if (first) terminal.complain(sayProblem(first) + sayFurther(more.length));
  }
  return ExitStatus.failed;
}
