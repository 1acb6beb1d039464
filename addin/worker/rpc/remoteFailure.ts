import type { Problem } from '../../../src/core/problem';

/** Thrown by a call that has no `Result` to answer with, when the other thread failed. */
export class RemoteFailure extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(`${problem.code}: ${String(problem.params['detail'] ?? '')}`);
    this.name = 'RemoteFailure';
    this.problem = problem;
  }
}
