import type { Explanation } from '../../check/explanation';
import { stands } from '../../check/checkedLedger';
import { byDue } from '../cases';
import type { CaseRef } from '../report';

/** How much a finding asks for the head's word: what a unit can't mend by itself. */
const WEIGHTS: Readonly<Record<string, number>> = {
  overdue: 3,
  'limit-moved-repeatedly': 2,
  idling: 2,
  'unit-missing': 2,
  'unit-vague': 2,
  'within-policy-unresolved': 2,
  'leader-missing': 1,
  'extension-without-consent': 1,
  'long-open': 1,
  'signed-off-while-open': 1,
};
/** Every so many days overdue weigh one more, up to three. */
const DAYS_A_POINT = 10;
const MOST_FOR_DAYS = 3;
const FAR_LEVELS: Readonly<Record<string, number>> = { 市: 1, 省: 2, 中央: 2 };
const JOINT = 5;
const MOST = 5;
const FEW = 3;
/** Beyond the first few a case has to weigh this much. */
const ENOUGH = 4;

/** A case that needs the head's word, and what makes it so. */
export interface UrgentCase {
  readonly of: CaseRef;
  readonly findings: readonly Explanation[];
  /** 到访层级, where it is above the county; '' else. */
  readonly level: string;
  /** People, where they are many; 0 else. */
  readonly headcount: number;
}

/** The three to five open cases that most need the head's word, the heaviest first. */
export function urgentCases(open: readonly CaseRef[]): readonly UrgentCase[] {
  const weighed = open
    .map((of) => ({ of, ...weigh(of) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || byDue(a.of, b.of));
  return weighed
    .slice(0, MOST)
    .filter(({ weight }, at) => at < FEW || weight >= ENOUGH)
    .map(({ of, rules, level, headcount }) => ({
      of,
      findings: rules.map((rule) => of.ledger.checked.explain(of.index, rule)),
      level,
      headcount,
    }));
}

function weigh({ ledger: { checked }, index }: CaseRef) {
  const rules: number[] = [];
  let weight = 0;
  checked.pack.rules.forEach(({ name }, rule) => {
    const own = WEIGHTS[name];
    if (own === undefined || !stands(checked, rule, index)) return;
    rules.push(rule);
    weight += own;
  });
  // A matter that has not gone wrong needs nobody's word, however far it was taken.
  if (weight === 0) return { weight, rules, level: '', headcount: 0 };
  const overdue = checked.fact('daysOverdue', index);
  if (typeof overdue === 'number') weight += Math.min(MOST_FOR_DAYS, Math.floor(overdue / DAYS_A_POINT));
  const filed = checked.fact('filedLevel', index);
  const level = typeof filed === 'string' && FAR_LEVELS[filed] !== undefined ? filed : '';
  weight += FAR_LEVELS[level] ?? 0;
  const people = checked.fact('headcount', index);
  const headcount = typeof people === 'number' && people >= JOINT ? people : 0;
  if (headcount > 0) weight += 2;
  return {
    weight,
    rules: rules.sort((a, b) => heavier(checked.pack.rules[a]?.name, checked.pack.rules[b]?.name)),
    level,
    headcount,
  };
}

const heavier = (a = '', b = ''): number => (WEIGHTS[b] ?? 0) - (WEIGHTS[a] ?? 0);
