import type { CheckedLedger } from '../check/checkedLedger';
import { eachFlagged, eachUnjudged } from '../check/flaggedCases';
import { FactState } from '../facts/column';
import { setBit, wordsFor } from '../rules/bits';
import { Outcome } from '../rules/outcome';
import type { Deduction, Indicator } from './scheme';

/** A case's whole share of an indicator, in hundredths of a per cent. */
export const WHOLE_SHARE = 10_000;
const PER_CENT = 100;

/** What one indicator says of the cases of a ledger. */
export interface IndicatorLosses {
  /** Cases that count. */
  readonly counted: Uint32Array;
  /** What each loses of its share, in hundredths of a per cent, at most the whole. */
  readonly lost: Int32Array;
}

/** A finding, or what could not be judged for a cause of the unit's: either costs the case what the rule deducts. */
export interface Charge {
  readonly deduction: Deduction;
  /** In the pack. */
  readonly rule: number;
  readonly why: 'finding' | 'unjudged';
}

/**
 * What an indicator takes from each case of a ledger; all cases at once, by the bits of the outcomes.
 * @param openness of the same ledger's cases
 */
export function indicatorLosses(
  checked: CheckedLedger,
  indicator: Indicator,
  openness: () => Openness,
): IndicatorLosses {
  const { count } = checked.table;
  const counted = new Uint32Array(wordsFor(count));
  const lost = new Int32Array(count);
  if (indicator.measure) measure(checked, indicator.measure, counted, lost);
  else for (const { deduction, rule } of rulesOf(checked, indicator)) charge(checked, deduction, rule, counted, lost);
  if (indicator.rows !== 'all') {
    const { open, closed } = openness();
    takeOut(counted, indicator.rows === 'closed' ? open : closed);
  }
  return { counted, lost };
}

/** Which cases of a ledger are open and which are closed; those of which that can't be told are neither. */
export interface Openness {
  readonly open: Uint32Array;
  readonly closed: Uint32Array;
}

/** Looks at the cases once for all indicators, when the first one asks. */
export function opennessOf(checked: CheckedLedger): () => Openness {
  let known: Openness | null = null;
  return () => (known ??= lookAtAll(checked));
}

function lookAtAll(checked: CheckedLedger): Openness {
  const { count } = checked.table;
  const open = new Uint32Array(wordsFor(count));
  const closed = new Uint32Array(wordsFor(count));
  for (let index = 0; index < count; index++) {
    const isOpen = checked.isOpen(index);
    if (isOpen !== null) setBit(isOpen ? open : closed, index, true);
  }
  return { open, closed };
}

function takeOut(counted: Uint32Array, cases: Uint32Array): void {
  for (let word = 0; word < counted.length; word++) counted[word] = ((counted[word] ?? 0) & ~(cases[word] ?? 0)) >>> 0;
}

/** A case never loses more than its share. */
function lose(lost: Int32Array, index: number, perCent: number): void {
  lost[index] = Math.min(WHOLE_SHARE, (lost[index] ?? 0) + perCent * PER_CENT);
}

/** The rules of an indicator that the pack has, with their place in it. */
function rulesOf(checked: CheckedLedger, { rules }: Indicator): readonly { deduction: Deduction; rule: number }[] {
  const { pack } = checked;
  return rules.flatMap((deduction) => {
    const rule = pack.rules.findIndex(({ name }) => name === deduction.rule);
    return rule < 0 ? [] : [{ deduction, rule }];
  });
}

function charge(
  checked: CheckedLedger,
  { deduct }: Deduction,
  rule: number,
  counted: Uint32Array,
  lost: Int32Array,
): void {
  const outcomes = checked.outcomes.rules[rule];
  if (!outcomes) return;
  // Clean or flagged: a case the rule has something to say of.
  for (let word = 0; word < counted.length; word++)
    counted[word] = ((counted[word] ?? 0) | ((outcomes.high[word] ?? 0) ^ (outcomes.low[word] ?? 0))) >>> 0;
  eachFlagged(checked, rule, (index) => {
    if (checked.setAside(rule, index) === null) lose(lost, index, deduct);
  });
  const isOfUnit = checked.judgeableByUnit(rule);
  eachUnjudged(checked, rule, (index) => {
    if (!isOfUnit(index)) return;
    setBit(counted, index, true);
    lose(lost, index, deduct);
  });
}

/** A score out of range or unreadable is no fault of the unit's: the case does not count. */
function measure(
  checked: CheckedLedger,
  { field, full }: { readonly field: string; readonly full: number },
  counted: Uint32Array,
  lost: Int32Array,
): void {
  const column = checked.table.field(field);
  if (column?.type !== 'number') return;
  for (let index = 0; index < checked.table.count; index++) {
    if (column.state[index] !== FactState.known) continue;
    const score = Math.round((column.values[index] ?? 0) * PER_CENT);
    if (score < 0 || score > full * PER_CENT) continue;
    setBit(counted, index, true);
    // Half a hundredth of a per cent goes up, as everywhere.
    lost[index] = Math.floor((2 * (full * PER_CENT - score) * WHOLE_SHARE + full * PER_CENT) / (2 * full * PER_CENT));
  }
}

/** What an indicator charges one case with, the dearest first; nothing for one that is measured. */
export function chargesOf(checked: CheckedLedger, indicator: Indicator): (index: number) => readonly Charge[] {
  const rules = rulesOf(checked, indicator).map((one) => ({ ...one, isOfUnit: checked.judgeableByUnit(one.rule) }));
  rules.sort((a, b) => b.deduction.deduct - a.deduction.deduct);
  return (index) =>
    rules.flatMap(({ deduction, rule, isOfUnit }): Charge[] => {
      const outcome = checked.outcome(rule, index);
      if (outcome === Outcome.flagged && checked.setAside(rule, index) === null)
        return [{ deduction, rule, why: 'finding' }];
      const isUnjudged = outcome === Outcome.cannotJudge && !checked.wantsColumn(rule, index) && isOfUnit(index);
      return isUnjudged ? [{ deduction, rule, why: 'unjudged' }] : [];
    });
}
