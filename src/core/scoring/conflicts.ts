import type { CaseRef, ScoredLedger } from './subjects';

/** One number in several ledgers: the same case kept twice, or two cases with one number. Each counts where it stands. */
export interface Conflict {
  readonly caseNo: string;
  readonly cases: readonly CaseRef[];
}

/** Numbers that more than one of the ledgers has, in the order of their numbers. */
export function conflictsOf(ledgers: readonly ScoredLedger[]): readonly Conflict[] {
  if (ledgers.length < 2) return [];
  const places = new Map<string, CaseRef[]>();
  ledgers.forEach(({ checked: { table } }, ledger) => {
    for (let index = 0; index < table.count; index++) {
      const caseNo = table.seen('caseNo', index).trim();
      if (caseNo !== '') places.set(caseNo, [...(places.get(caseNo) ?? []), { ledger, index }]);
    }
  });
  return [...places]
    .filter(([, cases]) => cases.some(({ ledger }) => ledger !== cases[0]?.ledger))
    .map(([caseNo, cases]) => ({ caseNo, cases }))
    .sort((a, b) => (a.caseNo < b.caseNo ? -1 : 1));
}
