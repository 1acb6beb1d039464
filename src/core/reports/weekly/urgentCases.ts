import type { Explanation } from '../../check/explanation';
import { stands } from '../../check/checkedLedger';
import { byDue } from '../cases';
import type { CaseRef } from '../report';
import { settingsOf } from '../settings';

/** A case that needs the head's word, and what makes it so. */
export interface UrgentCase {
  readonly of: CaseRef;
  readonly findings: readonly Explanation[];
  /** 到访层级, where it is above the county; '' else. */
  readonly level: string;
  /** People, where they are many; 0 else. */
  readonly headcount: number;
}

/** The few open cases that most need the head's word, the heaviest first. */
export function urgentCases(open: readonly CaseRef[]): readonly UrgentCase[] {
  const { most, few, enough } = settingsOf(open[0]?.ledger.checked.pack).head;
  const weighed = open
    .map((of) => ({ of, ...weigh(of) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || byDue(a.of, b.of));
  return weighed
    .slice(0, most)
    .filter(({ weight }, at) => at < few || weight >= enough)
    .map(({ of, rules, level, headcount }) => ({
      of,
      findings: rules.map((rule) => of.ledger.checked.explain(of.index, rule)),
      level,
      headcount,
    }));
}

function weigh({ ledger: { checked }, index }: CaseRef) {
  const { head, jointFrom } = settingsOf(checked.pack);
  const rules: number[] = [];
  let weight = 0;
  checked.pack.rules.forEach(({ name }, rule) => {
    const own = head.findings.get(name);
    if (own === undefined || !stands(checked, rule, index)) return;
    rules.push(rule);
    weight += own;
  });
  const weightOf = (rule: number): number => head.findings.get(checked.pack.rules[rule]?.name ?? '') ?? 0;
  // A matter that has not gone wrong needs nobody's word, however far it was taken.
  if (weight === 0) return { weight, rules, level: '', headcount: 0 };
  const overdue = checked.fact('daysOverdue', index);
  if (typeof overdue === 'number') weight += Math.min(head.mostForDays, Math.floor(overdue / head.daysAPoint));
  const filed = checked.fact('filedLevel', index);
  const level = typeof filed === 'string' && head.levels.has(filed) ? filed : '';
  weight += head.levels.get(level) ?? 0;
  const people = checked.fact('headcount', index);
  const headcount = typeof people === 'number' && people >= jointFrom ? people : 0;
  if (headcount > 0) weight += head.joint;
  return {
    weight,
    rules: rules.sort((a, b) => weightOf(b) - weightOf(a)),
    level,
    headcount,
  };
}
