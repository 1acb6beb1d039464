import type { Treatment } from '../classify/classification';
import type { ProofStep } from '../dates/due';
import type { ReportWords } from '../reports/words';
import type { ScoreWords } from '../scoring/words';
import type { PlanWords } from '../writeplan/words';
import type { Problem } from '../problem';
import type { Vanished } from '../snapshots/vanished';
import type { Explanation, Reason } from './explanation';
import type { LedgerFinding } from './ledgerFindings';
import type { ViewWords } from './viewWords';
import type { WriteReport } from '../writeplan/plan';

/**
 * How results are said, masked where they leave the workbook (`plan` speaks inside it, unmasked): `text/zh-CN` speaks it, a composition root hands it to what renders results.
 */
export interface Speech {
  message(finding: Explanation): string;
  advice(finding: Explanation): string;
  reason(reason: Reason): string;
  proof(step: ProofStep): string;
  treatment(treatment: Treatment): string;
  ledgerFinding(finding: LedgerFinding): string;
  /** Cases that the last snapshot holds and the ledger does not; for `cases` that are there. */
  vanished(vanished: Vanished): string;
  problem(problem: Problem): string;
  notes(notes: WriteReport['notes']): readonly string[];
  readonly plan: PlanWords;
  /** What is said of scores, masked. */
  readonly score: ScoreWords;
  /** What the views of a pane say, masked. */
  readonly views: ViewWords;
  /** What printed reports say; see each report for what it masks. */
  readonly reports: ReportWords;
}
