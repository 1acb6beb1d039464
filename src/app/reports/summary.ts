import { ok } from '../../core/problem';
import { summaryDocument } from '../../core/reports/summary/summary';
import type { ReportDefinition } from './definition';

/** 专项行动总结, of the last phase of the campaign. */
export const summary: ReportDefinition = {
  kind: 'summary',
  ending: 'docx',
  build: (sources, words) => {
    const made = summaryDocument(sources, words);
    if (!made.ok) return made;
    const creator = sources.ledgers[0]?.checked.pack.owner ?? '';
    return ok({ kind: 'documents', title: words.summary.title, creator, documents: [made.value] });
  },
};
