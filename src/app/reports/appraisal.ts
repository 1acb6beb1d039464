import { ok } from '../../core/problem';
import { appraisalDocument } from '../../core/reports/appraisal/appraisal';
import type { ReportDefinition } from './definition';

/** 考核办法, as the rules of the given ledger score it. */
export const appraisal: ReportDefinition = {
  kind: 'appraisal',
  ending: 'docx',
  build: (sources, words) => {
    const made = appraisalDocument(sources, words.appraisal);
    if (!made.ok) return made;
    const creator = sources.ledgers[0]?.checked.pack.owner ?? '';
    return ok({ kind: 'documents', title: made.value.name, creator, documents: [made.value] });
  },
};
