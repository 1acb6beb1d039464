import type { CheckedLedger } from '../check/checkedLedger';
import { Outcome } from '../rules/outcome';
import { caseIdentities } from './caseIdentity';
import type { SetAsideEntry } from './entry';

/** A finding that was set aside and stands again, and why. */
export interface ReturnedEntry {
  readonly entry: SetAsideEntry;
  /** `lost`: no case of the ledger is known by what the entry names. */
  readonly why: 'expired' | 'changed' | 'lost';
  /** Worksheet row of the case; null where it is lost. */
  readonly row: number | null;
}

/** A checked ledger with what people set aside told apart. */
export interface AppliedSetAside {
  readonly checked: CheckedLedger;
  /** Entries that hold no more while their finding is there, or whose case is gone. */
  readonly returned: readonly ReturnedEntry[];
  /** How many findings are aside. */
  readonly count: number;
}

/**
 * Tells the findings that people set aside from those that stand. An entry holds until its last day, and as long as
 * the finding rests on the same facts of the same case; of several for one finding the last holds.
 */
export function applySetAside(checked: CheckedLedger, entries: readonly SetAsideEntry[]): AppliedSetAside {
  const { pack, table, today } = checked;
  // Most workbooks set nothing aside, and what cases are known by takes a look at all of them.
  if (entries.length === 0) return { checked: { ...checked, setAside: () => null }, returned: [], count: 0 };
  const identities = caseIdentities(table);
  const rules = new Map(pack.rules.map(({ name }, at) => [name, at]));
  const held = new Map<number, SetAsideEntry>();
  const returned = new Map<string, ReturnedEntry>();
  for (const entry of entries) {
    const index = identities.find(entry.identity);
    const rule = rules.get(entry.rule);
    const key = `${entry.rule}:${entry.identity}`;
    returned.delete(key);
    if (index === null) returned.set(key, { entry, why: 'lost', row: null });
    if (index === null || rule === undefined || checked.outcome(rule, index) !== Outcome.flagged) continue;
    const place = index * pack.rules.length + rule;
    held.delete(place);
    const row = table.rowNumbers[index] ?? 0;
    if (entry.until !== null && today > entry.until) returned.set(key, { entry, why: 'expired', row });
    else if (checked.fingerprint(index, rule) !== entry.fingerprint) returned.set(key, { entry, why: 'changed', row });
    else held.set(place, entry);
  }
  return {
    checked: { ...checked, setAside: (rule, index) => held.get(index * pack.rules.length + rule) ?? null },
    returned: [...returned.values()],
    count: held.size,
  };
}
