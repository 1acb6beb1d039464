import type { LedgerTable } from '../ledger/table';
import { textsKey } from '../words/textKey';
import type { CaseRef, ScoredLedger } from './subjects';

/** What a row says, column by column in the order of their fields: the same wherever the row stands. */
export function rowTexts(table: LedgerTable): (index: number) => readonly string[] {
  const fields = fieldsOf(table);
  return (index) => fields.map((field) => `${field}=${table.seen(field, index)}`);
}

/** Not the serial number: where a formula makes it, it stays behind when rows are sorted. */
const fieldsOf = (table: LedgerTable): readonly string[] =>
  [...table.columns.keys()].filter((field) => field !== 'serial').sort();

/** A key of each case that rests on what its row says alone; worked out when it is asked for, and once. */
export function caseKeys(ledgers: readonly ScoredLedger[]): (ref: CaseRef) => string {
  const kept = ledgers.map(() => new Map<number, string>());
  const fields = ledgers.map(({ checked }) => fieldsOf(checked.table));
  return ({ ledger, index }) => {
    const known = kept[ledger]?.get(index);
    if (known !== undefined) return known;
    const table = ledgers[ledger]?.checked.table;
    const key = table ? textsKey((fields[ledger] ?? []).map((field) => table.seen(field, index))) : '';
    kept[ledger]?.set(index, key);
    return key;
  };
}
