import type { FactContext } from './definition';

/** Drops what is kept of cases whose cells were read anew. */
export type Forget = (cases: readonly number[]) => void;

const forgets = new WeakMap<FactContext, Map<object, Forget>>();

/**
 * For whoever keeps something by context that it worked out from cells: has it dropped when cells are edited.
 * @param keeper whose it is; one keeper has one `forget` for a context
 */
export function forgetWhenEdited(context: FactContext, keeper: object, forget: Forget): void {
  const known = forgets.get(context) ?? new Map<object, Forget>();
  forgets.set(context, known.set(keeper, forget));
}

/** Tells all who keep something of these cases that their cells were read anew. */
export function forgetCases(context: FactContext, cases: readonly number[]): void {
  for (const forget of forgets.get(context)?.values() ?? []) forget(cases);
}
