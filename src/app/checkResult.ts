import type { CheckedLedger } from '../core/check/checkedLedger';
import type { Problem } from '../core/problem';
import type { MappingCorrection } from '../core/ledger/findLedger';
import type { ReviewDecision } from '../core/ledger/readCompanions';
import type { Adjustments } from '../core/ledger/readAdjustments';
import type { RulePack } from '../core/rules/pack';
import type { ReturnedEntry } from '../core/setAside/applySetAside';
import type { SetAsideEntry } from '../core/setAside/entry';
import type { KeptSnapshots } from '../core/ledger/readSnapshots';

/** A ledger that was checked, and what there is to say of the workbook around it. */
export interface CheckResult {
  /** What a person calls the file. */
  readonly file: string;
  readonly checked: CheckedLedger;
  /** Findings that people set aside, and those of them that came back. */
  readonly setAside: SetAsideState;
  /** 督查快照 of all the workbook's ledgers; those of this one are its `checked.history`. */
  readonly snapshots: KeptSnapshots;
  readonly correction?: MappingCorrection;
  /** Cells of the workbook's own sheets (机构名册, 规则参数 …) that could not be used, each at its place. */
  readonly companionProblems: readonly Problem[];
  /** What the meetings on the sheet 调度记录 decided, by 编号. */
  readonly decisions: ReadonlyMap<string, readonly ReviewDecision[]>;
  /** Which of those sheets the workbook has. */
  readonly companionSheets: readonly string[];
  /** The sheet 人工调整: what people add to scores; null without the sheet. */
  readonly adjustments: Adjustments | null;
  /** Packs of the run that are not in force on the day looked from; their laws and holidays hold where the pack has none. */
  readonly otherPacks?: readonly RulePack[];
}

/** The sheet 督查搁置 as it was read, and what of it holds no more. */
export interface SetAsideState {
  /** All of the workbook's. */
  readonly entries: readonly SetAsideEntry[];
  /** Those of this ledger. */
  readonly own: readonly SetAsideEntry[];
  readonly returned: readonly ReturnedEntry[];
  /** How many findings are aside. */
  readonly count: number;
}

/** What is being done, for whoever shows progress. */
export type Phase = 'reading' | 'checking' | 'writing';
