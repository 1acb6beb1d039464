/**
 * A mistake or obstacle as a value: a stable code, the parameters its sentence needs, and where it is.
 * `text/zh-CN` turns it into the sentence that a person reads; core never holds that sentence.
 */
export interface Problem {
  readonly code: string;
  readonly params: Readonly<Record<string, ProblemParam>>;
  readonly place?: Place;
}

export type ProblemParam = string | number | readonly string[];

/** Where a problem sits: a file with an optional 1-based line and column, or a cell of a sheet. */
export interface Place {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly sheet?: string;
  /** A1 address, for example `H4`. */
  readonly cell?: string;
}

/** Either a value or every problem that stood in its way (all of them at once, never only the first). */
export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly Problem[] };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

export const fail = (...problems: Problem[]): Result<never> => ({ ok: false, problems });

export const problem = (code: string, params: Problem['params'] = {}, place?: Place): Problem =>
  place === undefined ? { code, params } : { code, params, place };
