import type { ProblemParam } from '../../problem';
import type { Condition, Template } from '../pack';

/** One difference between two packs; `text/zh-CN` says it. Days are parameters whose names end in On. */
export interface PackChange {
  readonly area: ChangeArea;
  readonly code: string;
  /** Whose: a rule's title, a lexicon's, a unit's name …; '' for the pack itself. */
  readonly subject: string;
  /** Its id in the files. */
  readonly id: string;
  readonly params: Readonly<Record<string, ProblemParam>>;
  /** What changed from what into what, where that is a condition or a message, to be put into words. */
  readonly conditions?: { readonly before: Condition | null; readonly after: Condition | null };
  readonly templates?: { readonly before: Template; readonly after: Template };
}

export const CHANGE_AREAS = [
  'pack',
  'rules',
  'suggestions',
  'lexicons',
  'vocabularies',
  'fields',
  'limits',
  'calendar',
  'organisation',
  'campaign',
  'scoring',
  'reports',
] as const;
export type ChangeArea = (typeof CHANGE_AREAS)[number];

/** What came and what went between two lists, in their own order. */
export function comeAndGone(before: readonly string[], after: readonly string[]): { came: string[]; went: string[] } {
  return { came: after.filter((one) => !before.includes(one)), went: before.filter((one) => !after.includes(one)) };
}

/** Pairs of things of one name, and those that stand on one side only. */
export function byName<T>(
  before: readonly T[],
  after: readonly T[],
  nameOf: (one: T) => string,
): { both: { before: T; after: T }[]; came: T[]; went: T[] } {
  const old = new Map(before.map((one) => [nameOf(one), one]));
  const names = new Set(after.map(nameOf));
  const both = after.flatMap((one) => {
    const was = old.get(nameOf(one));
    return was === undefined ? [] : [{ before: was, after: one }];
  });
  return {
    both,
    came: after.filter((one) => !old.has(nameOf(one))),
    went: before.filter((one) => !names.has(nameOf(one))),
  };
}

/** Whether two values of a pack are the same, however deep. */
export const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a, flat) === JSON.stringify(b, flat);

const flat = (_key: string, value: unknown): unknown =>
  value instanceof Map
    ? [...(value as Map<unknown, unknown>)]
    : value instanceof Set
      ? [...(value as Set<unknown>)]
      : value;
