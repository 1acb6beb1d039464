import type { CheckedLedger } from '../check/checkedLedger';
import { DUE_STATES, type DueState } from '../facts/dueStates';
import type { Category } from '../classify/classification';
import { eachFlagged, eachUnjudged } from '../check/flaggedCases';
import { hasBit, setBit, wordsFor } from '../rules/bits';
import type { Severity } from '../rules/pack';
import { SEVERITY_ORDER } from './planSource';

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
  const marks = marksOf(checked);
  for (let index = 0; index < checked.table.count; index++) {
    const worst = SEVERITY_ORDER.find((severity) => hasBit(marks.flagged[severity], index)) ?? null;
    const unjudged = hasBit(marks.unjudged, index);
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

/** Cases with a finding of each severity that stands, and those of which something could not be judged for a reason of their own. */
interface Marks {
  readonly flagged: Readonly<Record<Severity, Uint32Array>>;
  readonly unjudged: Uint32Array;
}

function marksOf(checked: CheckedLedger): Marks {
  const none = (): Uint32Array => new Uint32Array(wordsFor(checked.table.count));
  const marks: Marks = { flagged: { error: none(), warning: none(), notice: none() }, unjudged: none() };
  checked.pack.rules.forEach(({ severity }, at) => {
    eachFlagged(checked, at, (index) => {
      if (checked.setAside(at, index) === null) setBit(marks.flagged[severity], index, true);
    });
    eachUnjudged(checked, at, (index) => setBit(marks.unjudged, index, true));
  });
  return marks;
}
