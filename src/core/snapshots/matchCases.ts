import type { CaseHistory } from './history';

/** What a case of the ledger is known by, with its 编号 and without. */
export type CaseKey = Pick<CaseHistory, 'identity' | 'content'>;

export interface Matched {
  /** Per case of the ledger what the snapshots hold of it; undefined for one they never saw. */
  readonly historyOf: readonly (CaseHistory | undefined)[];
  /** What they hold of cases that are not in the ledger. */
  readonly gone: readonly CaseHistory[];
}

/**
 * Finds the cases of a ledger in its history: by what they are known by; a case whose 编号 was filled in or put right
 * since by its content, where only one on either side has that.
 */
export function matchCases(histories: readonly CaseHistory[], present: readonly CaseKey[]): Matched {
  const byIdentity = new Map(histories.map((history) => [history.identity, history]));
  const historyOf = present.map(({ identity }) => byIdentity.get(identity));
  const found = new Set(historyOf);
  const left = histories.filter((history) => !found.has(history));
  const leftByContent = single(left, ({ content }) => content);
  const newByContent = single(
    present.flatMap((key, index) => (historyOf[index] === undefined ? [{ ...key, index }] : [])),
    ({ content }) => content,
  );
  for (const [content, { index }] of newByContent) {
    const history = leftByContent.get(content);
    if (history === undefined) continue;
    historyOf[index] = history;
    found.add(history);
  }
  return { historyOf, gone: left.filter((history) => !found.has(history)) };
}

/** Those that no other shares its key with; a blank key is nobody's. */
function single<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  const shared = new Set<string>(['']);
  for (const item of items) {
    const key = keyOf(item);
    if (found.has(key)) shared.add(key);
    found.set(key, item);
  }
  for (const key of shared) found.delete(key);
  return found;
}
