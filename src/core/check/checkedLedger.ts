import type { Classification } from '../classify/classification';
import type { CivilDay } from '../dates/civil';
import type { Fact, FactValue } from '../facts/column';
import type { DueState } from '../facts/dueStates';
import type { DueView } from '../facts/dueView';
import type { FieldId, LedgerTable } from '../ledger/table';
import { Outcome, type Outcomes } from '../rules/outcome';
import type { RulePack } from '../rules/pack';
import type { LedgerHistory } from '../snapshots/history';
import type { ExplainedRule } from '../rules/explainTree';
import type { Aside } from '../setAside/entry';
import type { Explanation } from './explanation';

/** Where a case stands on the sheet, now: the table as checked, or the fresh one a result is about to be written to. */
export interface Place {
  row(index: number): number;
  cell(field: FieldId, index: number): string | null;
}

/** A ledger with every rule's outcome on every case; anything in words is worked out when it is asked for. */
export interface CheckedLedger {
  readonly pack: RulePack;
  readonly table: LedgerTable;
  readonly today: CivilDay;
  readonly outcomes: Outcomes;
  /** 督查快照 of this ledger; without days where none was ever taken. */
  readonly history: LedgerHistory;
  /** A field or derived fact of one case, for reports. */
  fact(id: string, index: number): Fact<FactValue>;
  outcome(rule: number, index: number): Outcome;
  /** `cannotJudge` for want of a column alone: said once for the ledger, not for the case. */
  wantsColumn(rule: number, index: number): boolean;
  /**
   * Of cases that the rule could not judge for a reason of their own: whether whoever handles the case can put it right
   * (a blank or unreadable cell), and not only the office (no holidays for a year, no roster). To be asked anew after edits.
   */
  judgeableByUnit(rule: number): (index: number) => boolean;
  /** What a person said of a finding that was set aside (误报, 暂缓); null for one that stands. */
  setAside(rule: number, index: number): Aside | null;
  isOpen(index: number): boolean | null;
  units(index: number): readonly string[];
  /** The one unit, or the one marked 牵头, under the roster's name; null where there is none or none can be told. */
  leadUnit(index: number): string | null;
  caseLeaders(index: number): readonly string[];
  /** The day a case is due without its proof, for lists of many cases; null where there is none. */
  dueOn(index: number): CivilDay | null;
  dueState(index: number): DueState;
  /** null once closed, and where the day is not known. */
  daysLeft(index: number): number | null;
  due(index: number): DueView;
  classification(index: number): Classification;
  /** @param place where to say the case stands; the table as checked unless given */
  explain(index: number, rule: number, place?: Place): Explanation;
  /** Changes when what a rule's finding rests on does: see `core/setAside/fingerprint`. */
  fingerprint(index: number, rule: number): string;
  /** The rule's conditions with what the case holds against each. */
  explainTree(index: number, rule: number): ExplainedRule;
  /** Fields with no column that some rule reads, itself or through its facts; in the order of the pack's fields. */
  missingFields(): readonly FieldId[];
  /** Fields with no column that the rule reads, itself or through its facts. */
  missingFieldsOf(rule: number): readonly FieldId[];
}

/** Whether a rule's finding counts: the case is flagged, and nobody set it aside. */
export const stands = (checked: CheckedLedger, rule: number, index: number): boolean =>
  checked.outcome(rule, index) === Outcome.flagged && checked.setAside(rule, index) === null;
