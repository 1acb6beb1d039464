import { factAt } from '../facts/columns';
import { isUnknown } from '../facts/column';
import type { FactTable } from '../facts/factTable';
import type { Condition, Rule } from '../rules/pack';
import { textsKey } from '../words/textKey';

/**
 * What a finding rests on, as a short word that changes when any of it does: the values of the rule's facts and of the
 * cell it points at. What only the passing of days or another row changes is no change of the facts: of such a fact
 * those it is worked out from count in its place.
 */
export function fingerprint(facts: FactTable, rule: Rule, index: number): string {
  const field = facts.fieldOf(rule, index);
  const values = new Map<string, string>([[field, facts.context.table.seen(field, index)]]);
  const add = (fact: string): void => {
    if (values.has(fact) || fact === 'today') return;
    const definition = facts.definition(fact);
    const pointed = definition?.pointsAt?.(facts.reader(index)) ?? null;
    if (pointed !== null) values.set(pointed, facts.context.table.seen(pointed, index));
    if (definition && movesByItself(facts, fact)) definition.inputs.forEach(add);
    else if (pointed === null) values.set(fact, valueOf(facts, fact, index));
  };
  for (const fact of factsOf(rule)) add(fact);
  return textsKey([...values].sort(([a], [b]) => (a < b ? -1 : 1)).flat());
}

/** Whether a fact changes with the day looked from or with other rows, itself or through what it rests on. */
function movesByItself(facts: FactTable, fact: string): boolean {
  const definition = facts.definition(fact);
  if (!definition) return false;
  return (
    definition.scope === 'column' ||
    definition.scope === 'ledger' ||
    definition.inputs.some((input) => input === 'today' || movesByItself(facts, input))
  );
}

function valueOf(facts: FactTable, fact: string, index: number): string {
  const value = factAt(facts.column(fact), index);
  if (value === null) return '';
  // What is no value is told by what stands in its cell, as is a limit that is no day.
  if (isUnknown(value) || Number.isNaN(value)) return facts.context.table.seen(fact, index);
  return typeof value === 'object' ? value.join('\n') : String(value);
}

const factsOf = (rule: Rule): readonly string[] => [
  ...(rule.appliesWhen ? factsIn(rule.appliesWhen) : []),
  ...factsIn(rule.conditions),
];

function factsIn(condition: Condition): readonly string[] {
  if (condition.kind === 'not') return factsIn(condition.of);
  if (condition.kind !== 'leaf') return condition.of.flatMap(factsIn);
  return condition.operand.kind === 'fact' ? [condition.fact, condition.operand.fact] : [condition.fact];
}
