import { problem, type Problem } from '../../problem';
import { flagging } from '../flagging';
import type { Rule, RulePack } from '../pack';
import { factsRead } from '../judge';
import { canHold, type Demand, type FactDomains } from './demands';
import type { PackPlaces } from './places';

/**
 * Rules that say the same of the same cells, and rules that no case can satisfy together. Both are proofs over the
 * facts as the rules name them: that 办结日期 decides whether a case is open, say, is not looked into.
 */
export function pairWarnings(pack: RulePack, places: PackPlaces, domains: FactDomains): readonly Problem[] {
  const warnings: Problem[] = [];
  const facts = pack.rules.map((rule) => new Set(factsRead(rule.appliesWhen, rule.conditions)));
  pack.rules.forEach((rule, at) => {
    pack.rules.slice(0, at).forEach((earlier, before) => {
      const shared = [...(facts[before] ?? [])].some((fact) => facts[at]?.has(fact));
      if (!shared || !inForceTogether(rule, earlier)) return;
      const params = { rule: rule.title, other: earlier.title };
      const code = relation(rule, earlier, domains);
      if (code !== null) warnings.push(problem(code, params, places.rule(rule)));
    });
  });
  return warnings;
}

type Relation = 'lint-rules-same' | 'lint-rule-implied' | 'lint-rule-implies' | 'lint-rules-contradict';

function relation(rule: Rule, other: Rule, domains: FactDomains): Relation | null {
  if (contradict(rule, other, domains)) return 'lint-rules-contradict';
  if (rule.field !== other.field) return null;
  const implied = implies(rule, other, domains);
  const implying = implies(other, rule, domains);
  if (implied && implying) return 'lint-rules-same';
  return implied ? 'lint-rule-implied' : implying ? 'lint-rule-implies' : null;
}

/** Whether every case that one rule flags is flagged by the other. */
function implies(rule: Rule, other: Rule, domains: FactDomains): boolean {
  const flagged: Demand = { condition: flagging(rule), want: 'true' };
  return canHold([flagged], domains) && !canHold([flagged, { condition: flagging(other), want: 'notTrue' }], domains);
}

/** Whether there are cases that both apply to, and none of them can be clean to both. */
function contradict(rule: Rule, other: Rule, domains: FactDomains): boolean {
  const applying = [rule, other].flatMap(({ appliesWhen }): Demand[] =>
    appliesWhen ? [{ condition: appliesWhen, want: 'true' }] : [],
  );
  const clean = (one: Rule): Demand => ({ condition: one.conditions, want: 'false' });
  if (!canHold(applying, domains)) return false;
  // A rule that nothing can satisfy by itself says so in a warning of its own.
  if (!canHold([...applying, clean(rule)], domains) || !canHold([...applying, clean(other)], domains)) return false;
  return !canHold([...applying, clean(rule), clean(other)], domains);
}

const inForceTogether = (a: Rule, b: Rule): boolean =>
  (a.effective.from ?? -Infinity) <= (b.effective.to ?? Infinity) &&
  (b.effective.from ?? -Infinity) <= (a.effective.to ?? Infinity);
