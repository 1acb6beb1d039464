import type { CheckedLedger } from './checkedLedger';

/** Calls `visit` with each case that a rule flags, in the order of the table; set aside or not. */
export function eachFlagged(checked: CheckedLedger, rule: number, visit: (index: number) => void): void {
  const { high, low } = checked.outcomes.rules[rule] ?? NONE;
  for (let word = 0; word < high.length; word++) visitBits((high[word] ?? 0) & ~(low[word] ?? 0), word, visit);
}

/** The same for cases that a rule could not judge for a reason of their own. */
export function eachUnjudged(checked: CheckedLedger, rule: number, visit: (index: number) => void): void {
  const { high, low, wantsColumn } = checked.outcomes.rules[rule] ?? NONE;
  for (let word = 0; word < high.length; word++)
    visitBits((high[word] ?? 0) & (low[word] ?? 0) & ~(wantsColumn[word] ?? 0), word, visit);
}

/** The first case with a finding of the rule that stands; null where there is none. */
export function firstStanding(checked: CheckedLedger, rule: number): number | null {
  let first: number | null = null;
  eachFlagged(checked, rule, (index) => {
    if (first === null && checked.setAside(rule, index) === null) first = index;
  });
  return first;
}

const NONE = { high: new Uint32Array(), low: new Uint32Array(), wantsColumn: new Uint32Array() };

function visitBits(bits: number, word: number, visit: (index: number) => void): void {
  for (let rest = bits; rest !== 0; rest &= rest - 1) visit(word * 32 + 31 - Math.clz32(rest & -rest));
}
