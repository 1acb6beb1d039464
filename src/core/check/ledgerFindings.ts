import { FactState } from '../facts/column';
import type { FieldId } from '../ledger/table';
import type { CheckedLedger } from './checkedLedger';

/** What can't be judged for want of columns, said once for the ledger. */
export interface LedgerFinding {
  readonly code: 'column-missing';
  readonly fields: readonly FieldId[];
  readonly labels: readonly string[];
  /** Those of the labels that more than one heading fits: the ledger may well have the column. */
  readonly ambiguous: readonly string[];
  /** Names and titles of the rules that can't be judged, on some rows at least. */
  readonly rules: readonly string[];
  readonly ruleTitles: readonly string[];
  /** On how many cases at most. */
  readonly cases: number;
}

/** Rules that lack columns, grouped by the same missing columns, in the pack's order. */
export function ledgerFindings(checked: CheckedLedger): readonly LedgerFinding[] {
  const groups = new Map<string, { fields: readonly FieldId[]; rules: string[]; titles: string[]; cases: number }>();
  checked.pack.rules.forEach((rule, at) => {
    const cases = countWanting(checked, at);
    if (cases === 0) return;
    const fields = columnsToBlame(checked, at);
    const key = fields.join();
    const group = groups.get(key) ?? { fields, rules: [], titles: [], cases: 0 };
    group.rules.push(rule.name);
    group.titles.push(rule.title);
    group.cases = Math.max(group.cases, cases);
    groups.set(key, group);
  });
  const labels = new Map(checked.pack.fields.map(({ id, label }) => [id, label]));
  const labelOf = (field: FieldId): string => labels.get(field) ?? field;
  const inConflict = new Set(checked.table.conflicts.flatMap(({ fields }) => fields));
  return [...groups.values()].map(({ fields, rules, titles, cases }) => ({
    code: 'column-missing',
    fields,
    labels: fields.map(labelOf),
    ambiguous: fields.filter((field) => inConflict.has(field)).map(labelOf),
    rules,
    ruleTitles: titles,
    cases,
  }));
}

/** So many cases are asked which columns they lack; more would hardly name another. */
const CASES_ASKED = 50;

/** The missing columns that keep a rule from judging: those its unknown facts name, else all it reads and lacks. */
export function columnsToBlame(checked: CheckedLedger, rule: number): readonly FieldId[] {
  const blamed = new Set<FieldId>();
  let asked = 0;
  for (let index = 0; index < checked.table.count && asked < CASES_ASKED; index++) {
    if (!checked.wantsColumn(rule, index)) continue;
    asked++;
    for (const { why, field } of checked.explain(index, rule).reasons) {
      if (why?.state === FactState.missing && field !== null) blamed.add(field);
    }
  }
  const lacking = checked.missingFieldsOf(rule);
  const named = lacking.filter((field) => blamed.has(field));
  return named.length > 0 ? named : lacking;
}

/** For each rule of the pack the number of cases it can't judge for want of a column. */
export const casesWantingColumns = (checked: CheckedLedger): readonly number[] =>
  checked.pack.rules.map((_, at) => countWanting(checked, at));

function countWanting(checked: CheckedLedger, rule: number): number {
  const words = checked.outcomes.rules[rule]?.wantsColumn ?? new Uint32Array();
  let count = 0;
  for (const word of words) for (let rest = word; rest !== 0; rest &= rest - 1) count++;
  return count;
}
