import type { CheckedLedger } from '../check/checkedLedger';
import { FactState, isUnknown } from '../facts/column';
import type { FieldId, LedgerTable } from '../ledger/table';
import { contentKey, numberKey } from './caseKey';

/** How the two sides of a case differ in a field. */
export interface Difference {
  readonly field: FieldId;
  readonly kind: 'differs' | 'blankInLedger' | 'blankInList' | 'unreadable';
  /** What is seen on either side. */
  readonly ledger: string;
  readonly list: string;
}

/** What is compared where both sides have the column: state and dates, then what a case is known by. */
export const COMPARED_FIELDS: readonly FieldId[] = [
  'status',
  'resolution',
  'registeredOn',
  'assignedOn',
  'receivedOn',
  'timeLimit',
  'extendedTo',
  'closedOn',
  'repliedOn',
  'reportedOn',
  'signedOff',
  'signedOffOn',
  'satisfaction',
  'caseNo',
  'petitioner',
  'content',
];
/** Of these a blank on one side says nothing: that list just does not go into it. */
const BLANK_IS_FINE: ReadonlySet<FieldId> = new Set(['caseNo', 'petitioner', 'content', 'satisfaction', 'extendedTo']);

/** Fields that one side has no column for: they could not be compared. */
export const missingColumns = (table: LedgerTable): readonly FieldId[] =>
  COMPARED_FIELDS.filter((field) => !table.columns.has(field));

/** In what a case of the ledger and its row of the list differ. */
export function differencesOf(
  ledger: { readonly checked: CheckedLedger; readonly index: number },
  list: { readonly checked: CheckedLedger; readonly index: number },
): readonly Difference[] {
  const [a, b] = [ledger.checked.table, list.checked.table];
  const found: Difference[] = [];
  for (const field of COMPARED_FIELDS) {
    if (!a.columns.has(field) || !b.columns.has(field)) continue;
    const seen = { ledger: a.seen(field, ledger.index).trim(), list: b.seen(field, list.index).trim() };
    const kind = compared(field, valueOf(a, field, ledger.index), valueOf(b, field, list.index));
    // What nobody can read, and reads the same on both sides, is no difference.
    if (kind === 'unreadable' && contentKey(seen.ledger) === contentKey(seen.list)) continue;
    if (kind !== null) found.push({ field, kind, ...seen });
  }
  return found;
}

/** A cell's value as it is compared; null for blank, undefined where no reading fits. */
type Value = string | null | undefined;

function compared(field: FieldId, a: Value, b: Value): Difference['kind'] | null {
  if (a === null && b === null) return null;
  if (a === null) return BLANK_IS_FINE.has(field) ? null : 'blankInLedger';
  if (b === null) return BLANK_IS_FINE.has(field) ? null : 'blankInList';
  if (a === undefined || b === undefined) return 'unreadable';
  return a === b ? null : 'differs';
}

function valueOf(table: LedgerTable, field: FieldId, index: number): Value {
  const column = table.field(field);
  const seen = table.seen(field, index).trim();
  if (!column || column.state[index] === FactState.blank || seen === '') return null;
  if (column.type === 'limit') {
    const limit = table.limit(field, index);
    if (limit === null) return null;
    return isUnknown(limit) ? undefined : JSON.stringify(limit);
  }
  if (field === 'caseNo') return numberKey(seen);
  if (field === 'content') return contentKey(seen);
  if (column.state[index] !== FactState.known) return column.type === 'enum' ? contentKey(seen) : undefined;
  if (column.type === 'names') return [...(column.values[index] ?? [])].sort().join('、');
  return String(column.values[index]);
}
