import type { FieldId } from '../ledger/table';
import { numberKey } from '../reconcile/caseKey';
import { differencesOf } from '../reconcile/differences';
import type { CaseRef, ScoredLedger } from './subjects';

/** One number in several ledgers: the same case kept twice, or two cases with one number. Each counts where it stands. */
export interface Conflict {
  readonly caseNo: string;
  readonly cases: readonly CaseRef[];
  /** In what the ledgers differ; nothing where they say the same of the case. */
  readonly fields: readonly FieldId[];
}

/** Numbers that more than one of the ledgers has, however each writes them, in their order. */
export function conflictsOf(ledgers: readonly ScoredLedger[]): readonly Conflict[] {
  if (ledgers.length < 2) return [];
  const places = new Map<string, CaseRef[]>();
  ledgers.forEach(({ checked: { table } }, ledger) => {
    for (let index = 0; index < table.count; index++) {
      const number = numberKey(table.seen('caseNo', index));
      if (number === '') continue;
      const cases = places.get(number);
      if (cases) cases.push({ ledger, index });
      else places.set(number, [{ ledger, index }]);
    }
  });
  return [...places.values()]
    .filter((cases) => cases.some(({ ledger }) => ledger !== cases[0]?.ledger))
    .map((cases) => ({ caseNo: numberOf(ledgers, cases[0]), cases, fields: fieldsOf(ledgers, cases) }))
    .sort((a, b) => (a.caseNo < b.caseNo ? -1 : 1));
}

const numberOf = (ledgers: readonly ScoredLedger[], ref?: CaseRef): string =>
  ref === undefined ? '' : (ledgers[ref.ledger]?.checked.table.seen('caseNo', ref.index).trim() ?? '');

/** Fields in which any of the cases differs from the first. */
function fieldsOf(ledgers: readonly ScoredLedger[], [first, ...others]: readonly CaseRef[]): readonly FieldId[] {
  const caseAt = (ref?: CaseRef) => {
    const checked = ref && ledgers[ref.ledger]?.checked;
    return ref && checked ? { checked, index: ref.index } : null;
  };
  const own = caseAt(first);
  const fields = new Set<FieldId>();
  for (const ref of others) {
    const other = caseAt(ref);
    if (own && other) for (const { field } of differencesOf(own, other)) fields.add(field);
  }
  return [...fields];
}
