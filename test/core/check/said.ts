import type { CheckedLedger } from '../../../src/core/check/checkedLedger';
import { Outcome } from '../../../src/core/rules/outcome';

/** Everything a checked ledger says of a case, as texts to compare; explanations of a few rules, by turns. */
export function saidOfCase(checked: CheckedLedger, index: number, turn = index): string {
  const outcomes = checked.pack.rules.map((_, rule) => [
    checked.outcome(rule, index),
    checked.wantsColumn(rule, index),
  ]);
  const explained = checked.pack.rules.flatMap((_, rule) => {
    const outcome = checked.outcome(rule, index);
    if ((rule + turn) % 8 !== 0 || (outcome !== Outcome.flagged && outcome !== Outcome.cannotJudge)) return [];
    const { message, advice, reasons, cell, row } = checked.explain(index, rule);
    return [[rule, row, cell, message, advice, reasons, rule % 2 === 0 && checked.explainTree(index, rule).conditions]];
  });
  return JSON.stringify({
    outcomes,
    explained,
    row: checked.table.rowNumbers[index],
    open: checked.isOpen(index),
    dueOn: checked.dueOn(index),
    dueState: checked.dueState(index),
    daysLeft: checked.daysLeft(index),
    due: checked.due(index),
    units: checked.units(index),
    leaders: checked.caseLeaders(index),
    classification: checked.classification(index),
    seen: [...checked.table.columns.keys()].map((field) => checked.table.seen(field, index)),
  });
}

/** What it says of all cases, one text each. */
export const saidOfCases = (checked: CheckedLedger): string[] =>
  Array.from({ length: checked.table.count }, (_, index) => saidOfCase(checked, index));

/** The part of it that is quickly told: outcomes, due days, what is seen; one text for each case. */
export const toldOfCases = (checked: CheckedLedger): string[] =>
  Array.from({ length: checked.table.count }, (_, index) => {
    const outcomes = checked.pack.rules.map(
      (_, rule) => checked.outcome(rule, index) * 2 + Number(checked.wantsColumn(rule, index)),
    );
    const due = [checked.dueOn(index), checked.dueState(index), checked.daysLeft(index), checked.isOpen(index)];
    const seen = [...checked.table.columns.keys()].map((field) => checked.table.seen(field, index));
    return [...outcomes, ...due, checked.classification(index).category, ...seen].join('|');
  });

/** What it says of the ledger itself. */
export const saidOfLedger = ({ table, ...checked }: CheckedLedger): string =>
  JSON.stringify([
    checked.missingFields(),
    [...table.columns],
    [...table.headings],
    table.headerRows,
    table.extent,
    table.conflicts,
    table.unmapped,
    [...table.rowNumbers],
  ]);
