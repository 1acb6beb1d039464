import { FactState, type FactColumn, type Unknown } from '../facts/column';
import type { FactTable } from '../facts/factTable';
import { unknownReasons } from '../rules/explain';
import { factsRead } from '../rules/judge';
import type { Rule } from '../rules/pack';

/** Reasons that lie with the ledger's layout, the roster, the calendar or the law, not with what a unit fills in. */
const BEYOND_THE_UNIT: ReadonlySet<string> = new Set([
  'calendar-year-not-covered',
  'calendar-weeks-not-covered',
  'no-law-in-force',
  'roster-empty',
  'heading-conflict',
  'column-missing',
]);

const isBeyond = (why: Unknown): boolean => why.state === FactState.missing || BEYOND_THE_UNIT.has(why.unknown);

function isBeyondAt({ why, missing }: FactColumn, index: number): boolean {
  const one = why.get(index) ?? missing;
  return one !== undefined && isBeyond(one);
}

/** Whether whoever handles a case can make it judgeable by a rule: see `CheckedLedger.judgeableByUnit`. */
export function judgeableByUnit(rule: Rule, facts: FactTable): (index: number) => boolean {
  const columns = factsRead(rule.appliesWhen, rule.conditions).map((fact) => facts.column(fact));
  // As a rule what is wanting is wanting in a cell, and no case needs to be looked at. What wants a column alone is told
  // by the outcomes already: a case that is asked about here lacks something of its own.
  const isCertain = columns.every(({ why }) => {
    for (const one of why.values()) if (isBeyond(one)) return false;
    return true;
  });
  if (isCertain) return () => true;
  return (index) => {
    // The same case by case: where nothing that the rule reads is beyond the unit, no reason can be.
    if (!columns.some((column) => isBeyondAt(column, index))) return true;
    return unknownReasons(rule, facts, index).some(({ why }) => why === null || !isBeyond(why));
  };
}
