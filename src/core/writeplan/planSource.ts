import type { CheckedLedger, Place } from '../check/checkedLedger';
import { eachFlagged, eachUnjudged } from '../check/flaggedCases';
import type { LedgerTable } from '../ledger/table';
import { Outcome } from '../rules/outcome';
import type { Severity } from '../rules/pack';
import type { Rekeyed } from './rowKeys';
import type { PlanHead, PlanWords } from './words';

/** What a plan is made from: the check, where its cases stand now, and the words. */
export interface PlanSource {
  readonly file: string;
  readonly checked: CheckedLedger;
  /** The ledger as read again just before writing. */
  readonly fresh: LedgerTable;
  readonly rekeyed: Rekeyed;
  readonly words: PlanWords;
}

export const SEVERITY_ORDER: readonly Severity[] = ['error', 'warning', 'notice'];

/** Places on the fresh table, by the index a case had when it was checked. */
export function freshPlace({ fresh, rekeyed }: Pick<PlanSource, 'fresh' | 'rekeyed'>): Place {
  const at = (index: number): number => rekeyed.freshOf[index] ?? -1;
  return {
    row: (index) => fresh.rowNumbers[at(index)] ?? 0,
    cell: (field, index) => (at(index) === -1 ? null : fresh.cell(field, at(index))),
  };
}

/** The head line's facts, the same on every sheet. */
export const planHead = ({ file, checked }: PlanSource): PlanHead => ({
  file,
  sheet: checked.table.sheet,
  cases: checked.table.count,
  today: checked.today,
  pack: checked.pack,
  rules: checked.pack.rules.length,
});

/** How many of the given cases a rule answered each way. */
export interface RuleTally {
  /** Findings that stand. */
  flagged: number;
  /** Findings that people set aside. */
  setAside: number;
  clean: number;
  notApplicable: number;
  /** For a reason of the row's own. */
  cannotJudge: number;
  /** For want of a column alone. */
  wantsColumn: number;
}

/** Counts a rule's outcomes over all checked cases. */
export function tallyRule(checked: CheckedLedger, rule: number): RuleTally {
  const tally: RuleTally = { flagged: 0, setAside: 0, clean: 0, notApplicable: 0, cannotJudge: 0, wantsColumn: 0 };
  for (let index = 0; index < checked.table.count; index++) {
    const outcome = checked.outcome(rule, index);
    if (outcome === Outcome.flagged && checked.setAside(rule, index) !== null) tally.setAside++;
    else if (outcome === Outcome.flagged) tally.flagged++;
    else if (outcome === Outcome.clean) tally.clean++;
    else if (outcome === Outcome.notApplicable) tally.notApplicable++;
    else if (checked.wantsColumn(rule, index)) tally.wantsColumn++;
    else tally.cannotJudge++;
  }
  return tally;
}

/** Findings in the order a clerk works them off: what can be mended first, then severity, then due day, then row. */
export interface FindingOrder {
  readonly count: number;
  /** Rule index and case index of each finding. */
  at(position: number): { readonly rule: number; readonly index: number };
}

const DAY_SPAN = 1 << 17;
const CASE_SPAN = 1 << 20;
const RULE_SPAN = 1 << 9;

/**
 * @param include which cases take part; all unless given
 * @param which the findings that stand, those that people set aside, or what could not be judged for a cause of its own
 */
export function findingOrder(
  checked: CheckedLedger,
  include: (index: number) => boolean = () => true,
  which: 'standing' | 'setAside' | 'unjudged' = 'standing',
): FindingOrder {
  const { count } = checked.table;
  const keys: number[] = [];
  const due = new Float64Array(count);
  for (let index = 0; index < count; index++) {
    // A case without a due day comes after those that have one; 30,000 days before 1970 are all alike.
    const on = checked.dueOn(index);
    due[index] = on === null ? DAY_SPAN - 1 : Math.min(DAY_SPAN - 2, Math.max(0, on + 30_000));
  }
  checked.pack.rules.forEach((rule, at) => {
    const group = (rule.mendable ? 0 : SEVERITY_ORDER.length) + SEVERITY_ORDER.indexOf(rule.severity);
    const each = which === 'unjudged' ? eachUnjudged : eachFlagged;
    each(checked, at, (index) => {
      if (!include(index)) return;
      if (which !== 'unjudged' && (checked.setAside(at, index) === null) !== (which === 'standing')) return;
      keys.push(((group * DAY_SPAN + (due[index] ?? 0)) * CASE_SPAN + index) * RULE_SPAN + at);
    });
  });
  const sorted = Float64Array.from(keys).sort();
  return {
    count: sorted.length,
    at: (position) => {
      const key = sorted[position] ?? 0;
      return { rule: key % RULE_SPAN, index: Math.floor(key / RULE_SPAN) % CASE_SPAN };
    },
  };
}
