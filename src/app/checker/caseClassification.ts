import type { CaseClassification } from '../../ports/checker';
import type { LedgerView } from './ledgerView';

/** How a case is sorted, by whom, and on what evidence: a rule's suggestion is never said as a decision. */
export function caseClassification(view: LedgerView, index: number): CaseClassification {
  const { checked, table, speech } = view;
  const classification = checked.classification(index);
  const { merit, conduct, toVerify, treatments, evidence } = classification;
  return {
    category: speech.views.category(classification),
    decided: merit.source === 'decided' || conduct.source === 'decided',
    suggestion: speech.plan.suggestion(classification),
    toVerify,
    treatments: treatments.map((treatment) => speech.treatment(treatment)),
    evidence: evidence.map(({ axis, words, basis, field }) => ({
      axis: speech.views.axis(axis),
      words: [...words],
      basis,
      cell: table.cell(field, index),
    })),
    decideAt: table.cell('merit', index),
  };
}
