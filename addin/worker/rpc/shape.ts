import type { Result } from '../../../src/core/problem';

/**
 * How an argument crosses to the other thread: `data` is copied; `progress` is called back; `signal` and `pace` keep
 * cancelling and telling how far it is across threads; `plan` and `sheets` hold iterables that go over in pieces.
 */
export type ArgumentKind = 'data' | 'progress' | 'signal' | 'pace' | 'plan' | 'sheets';

/** What a method's promise gives: a `Result`, which can hold a failure of the line as a problem, or anything else. */
export type AnswerKind = 'result' | 'plain';

export interface MethodShape<A extends AnswerKind = AnswerKind> {
  readonly takes: readonly ArgumentKind[];
  readonly gives: A;
  /** The answer's buffers are handed over instead of copied: only where the callee keeps none of them. */
  readonly transfers?: true;
}

type Method = (...args: never[]) => Promise<unknown>;

/** The methods of an interface that answer by a promise; those alone can be called from another thread. */
export type Remote<T> = { readonly [M in keyof T as T[M] extends Method ? M : never]: T[M] };

type Gives<M> = M extends (...args: never[]) => Promise<infer Answer>
  ? Answer extends Result<unknown>
    ? 'result'
    : 'plain'
  : never;

/** One line a method: a method that is missing, or told to give what it does not, does not compile. */
export type ServiceShape<T> = { readonly [M in keyof Remote<T>]: MethodShape<Gives<T[M]>> };
