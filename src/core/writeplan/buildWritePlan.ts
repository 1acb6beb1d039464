import { planFindings } from './findingsSheet';
import { planColumns } from './ownedColumns';
import type { OwnedSheet, WritePlan } from './plan';
import type { PlanSource } from './planSource';
import { withHeights } from './rowHeight';
import { planRuleRuns } from './ruleRunsSheet';
import { planSummary } from './summarySheet';

/**
 * Everything a write will do, before any host touches anything.
 * @param withColumns false where the ledger sheet is protected: the results then go to the owned sheets alone
 */
export function buildWritePlan(source: PlanSource, withColumns: boolean): WritePlan {
  return {
    ledgerSheet: source.fresh.sheet,
    columns: withColumns ? planColumns(source) : null,
    sheets: [planSummary(source), planFindings(source), planRuleRuns(source)].map(readable),
  };
}

/** Rows tall enough for their text; still made anew at each iteration. */
const readable = (sheet: OwnedSheet): OwnedSheet => ({
  ...sheet,
  rows: { [Symbol.iterator]: () => withHeights(sheet.rows, sheet.widths) },
});
