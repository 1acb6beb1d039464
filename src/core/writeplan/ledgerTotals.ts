import type { CheckedLedger } from '../check/checkedLedger';
import { DUE_STATES, type DueState } from '../facts/dueState';
import type { Category } from '../classify/classification';
import { Outcome } from '../rules/outcome';
import type { Severity } from '../rules/pack';

/** Counts of cases, over the whole ledger or one unit's. */
export interface CaseCounts {
  cases: number;
  open: number;
  closed: number;
  /** Neither open nor closed can be told. */
  openUnknown: number;
  /** By the worst finding of the case. */
  worst: Record<Severity, number>;
  /** Without a finding and with nothing left unjudged for a reason of the row's own. */
  clean: number;
  /** Something could not be judged for a reason of the row's own, whatever else was found. */
  unjudged: number;
  states: Record<DueState, number>;
}

export interface LedgerTotals {
  readonly all: CaseCounts;
  /** By unit name; '' for cases without a unit. A case of several units counts with each of them. */
  readonly units: ReadonlyMap<string, CaseCounts>;
  readonly sharedCases: number;
  readonly categories: Readonly<Record<Category, number>>;
  readonly toVerify: number;
}

const emptyCounts = (): CaseCounts => ({
  cases: 0,
  open: 0,
  closed: 0,
  openUnknown: 0,
  worst: { error: 0, warning: 0, notice: 0 },
  clean: 0,
  unjudged: 0,
  states: Object.fromEntries(DUE_STATES.map((state) => [state, 0])) as Record<DueState, number>,
});

/** Counts every case of a checked ledger once. */
export function totalLedger(checked: CheckedLedger): LedgerTotals {
  const all = emptyCounts();
  const units = new Map<string, CaseCounts>();
  const categories: Record<Category, number> = { withinPolicy: 0, beyondPolicy: 0, unlawful: 0, undetermined: 0 };
  let sharedCases = 0;
  let toVerify = 0;
  for (let index = 0; index < checked.table.count; index++) {
    const { worst, unjudged } = worstOf(checked, index);
    const state = checked.dueState(index);
    const isOpen = checked.isOpen(index);
    const names = [...new Set(checked.units(index))];
    if (names.length > 1) sharedCases++;
    const ofUnits = (names.length === 0 ? [''] : names).map((name) => {
      const counts = units.get(name) ?? emptyCounts();
      units.set(name, counts);
      return counts;
    });
    for (const counts of [all, ...ofUnits]) {
      counts.cases++;
      if (isOpen === null) counts.openUnknown++;
      else if (isOpen) counts.open++;
      else counts.closed++;
      if (worst !== null) counts.worst[worst]++;
      else if (!unjudged) counts.clean++;
      if (unjudged) counts.unjudged++;
      counts.states[state]++;
    }
    const classification = checked.classification(index);
    categories[classification.category]++;
    if (classification.toVerify) toVerify++;
  }
  return { all, units, sharedCases, categories, toVerify };
}

/** The most severe finding of a case that nobody set aside, and whether something of it could not be judged for a reason of its own. */
export function worstOf(
  checked: CheckedLedger,
  index: number,
): { readonly worst: Severity | null; readonly unjudged: boolean } {
  let worst: Severity | null = null;
  let unjudged = false;
  checked.pack.rules.forEach((rule, at) => {
    const outcome = checked.outcome(at, index);
    if (outcome === Outcome.flagged) {
      if (checked.setAside(at, index) !== null) return;
      if (worst === null || rule.severity === 'error' || (rule.severity === 'warning' && worst === 'notice')) {
        worst = rule.severity;
      }
    } else if (outcome === Outcome.cannotJudge && !checked.wantsColumn(at, index)) unjudged = true;
  });
  return { worst, unjudged };
}
