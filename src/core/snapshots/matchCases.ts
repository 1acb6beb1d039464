import type { CheckedLedger } from '../check/checkedLedger';
import { caseIdentities, contentIdentity } from '../setAside/caseIdentity';
import type { CaseHistory } from './history';

export interface Matched {
  /** What each case of the ledger is known by. */
  readonly identities: readonly string[];
  /** Per case of the ledger what the snapshots hold of it; undefined for one they never saw. */
  readonly historyOf: readonly (CaseHistory | undefined)[];
  /** What they hold of cases that are not in the ledger. */
  readonly gone: readonly CaseHistory[];
}

/**
 * Finds the cases of a ledger in a history of it: by what they are known by; a case whose 编号 was filled in or put right
 * since by its content, where only one on either side has that.
 */
export function matchCases(
  { cases }: { readonly cases: ReadonlyMap<string, CaseHistory> },
  checked: CheckedLedger,
): Matched {
  const identities = identitiesOf(checked);
  const historyOf = identities.map((identity) => cases.get(identity));
  const known = new Set(identities);
  const left = [...cases.values()].filter(({ identity }) => !known.has(identity));
  if (left.length === 0) return { identities, historyOf, gone: left };
  const leftByContent = single(left, ({ content }) => content);
  const strangers = historyOf.flatMap((history, index) => (history === undefined ? [index] : []));
  const found = new Set<CaseHistory>();
  for (const [content, index] of single(strangers, (index) => contentIdentity(checked.table, index))) {
    const history = leftByContent.get(content);
    if (history === undefined) continue;
    historyOf[index] = history;
    found.add(history);
  }
  return { identities, historyOf, gone: left.filter((history) => !found.has(history)) };
}

/** From the fact where it is kept up with edits; worked out where there is no history for it yet. */
function identitiesOf(checked: CheckedLedger): readonly string[] {
  const { table, history } = checked;
  const own = history.days.length > 0 ? null : caseIdentities(table);
  return Array.from({ length: table.count }, (_, index) => {
    const identity = own ? own.of(index) : checked.fact('caseIdentity', index);
    return typeof identity === 'string' ? identity : '';
  });
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
