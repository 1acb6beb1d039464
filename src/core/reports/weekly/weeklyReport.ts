import { allCases, type ReportContent, type ReportSources } from '../report';
import { keptSheet, unassignedSheet } from './apartSheets';
import { headSheet } from './headSheet';
import { reviewSheet } from './reviewSheet';
import type { WeeklyWords } from './words';

/** The week's papers: one page for the head, the list to meet over, what is to be assigned, what is kept apart. */
export function weeklyReport(sources: ReportSources, words: WeeklyWords): ReportContent {
  const open = [...allCases(sources)].filter(({ ledger, index }) => ledger.checked.isOpen(index) !== false);
  const kept = keptSheet(sources, open, words);
  return {
    kind: 'sheets',
    sheets: [
      headSheet(sources, open, words),
      reviewSheet(sources, open, words),
      unassignedSheet(sources, open, words),
      ...(kept ? [kept] : []),
    ],
  };
}
