import type { CheckedLedger } from '../core/check/checkedLedger';
import type { Problem } from '../core/problem';
import type { MappingCorrection } from '../core/ledger/findLedger';
import type { RulePack } from '../core/rules/pack';

/** A ledger that was checked, and what there is to say of the workbook around it. */
export interface CheckResult {
  /** What a person calls the file. */
  readonly file: string;
  readonly checked: CheckedLedger;
  readonly correction?: MappingCorrection;
  /** Cells of the workbook's own sheets (机构名册, 规则参数 …) that could not be used, each at its place. */
  readonly companionProblems: readonly Problem[];
  /** Which of those sheets the workbook has. */
  readonly companionSheets: readonly string[];
  /** Packs of the run that are not in force on the day looked from; their laws and holidays hold where the pack has none. */
  readonly otherPacks?: readonly RulePack[];
}

/** What is being done, for whoever shows progress. */
export type Phase = 'reading' | 'checking' | 'writing';
