import { problem, type Place, type Problem } from '../../problem';
import { checkExamples } from '../checkExamples';
import { flagging } from '../flagging';
import { factsRead } from '../judge';
import type { PackFiles } from '../loadPack';
import type { Condition, Rule, RulePack, Template } from '../pack';
import { leafCoverage } from './coverage';
import { canHold, type Demand, type FactDomains } from './demands';
import { pairWarnings } from './pairs';
import { PackPlaces } from './places';
import { wordWarnings } from './words';

/** What is to be said of a pack that loads: examples that fail, and what its editor may not have meant. */
export interface PackLint {
  readonly failures: readonly Problem[];
  readonly warnings: readonly Problem[];
}

/**
 * Runs every rule's examples and looks for slips that loading can't refuse, each at its place in the files.
 * @param files the files that the pack was loaded from
 */
export function lintPack(pack: RulePack, files: PackFiles, domains: FactDomains): PackLint {
  const places = new PackPlaces(files);
  const rules = new Map(pack.rules.map((rule) => [rule.name, rule]));
  const failures = checkExamples(pack).flatMap(({ rule: name, kind, index, actual }) => {
    const rule = rules.get(name);
    if (!rule) return [];
    return [
      problem('lint-example-fails', { rule: rule.title, wanted: kind, actual }, places.example(rule, kind, index)),
    ];
  });
  const warnings = [
    ...pack.rules.flatMap((rule) => ruleWarnings(rule, places, domains)),
    ...[...new Set(pack.rules.map(({ file }) => file))].flatMap((file) => unusedConditions(file, places)),
    ...pairWarnings(pack, places, domains),
    ...wordWarnings(pack, places),
  ];
  return { failures, warnings };
}

function ruleWarnings(rule: Rule, places: PackPlaces, domains: FactDomains): readonly Problem[] {
  const never = neverTrue(rule, places, domains);
  return [
    ...(rule.examples.cannotJudge.length === 0
      ? [problem('lint-no-cannot-judge', { rule: rule.title }, places.rule(rule, 'examples'))]
      : []),
    ...never,
    // What can never be true can't be shown by an example either.
    ...(never.length === 0 ? unreached(rule, places) : []),
    ...unreadExampleFacts(rule, places),
  ];
}

/** Leaves that no example reaches, or that all examples see only one way. */
function unreached(rule: Rule, places: PackPlaces): readonly Problem[] {
  return leafCoverage(rule).flatMap(({ part, node, leaf, seenTrue, seenFalse }) => {
    if (seenTrue && seenFalse) return [];
    const code =
      !seenTrue && !seenFalse
        ? 'lint-condition-unreached'
        : seenTrue
          ? 'lint-condition-never-false'
          : 'lint-condition-never-shown';
    const kinds = part === 'conditions' ? ['flagged', 'clean'] : ['flagged', 'notApplicable'];
    return [problem(code, { rule: rule.title, fact: leaf.fact, kinds }, places.conditions(rule, part)[node])];
  });
}

/** The outermost conditions that can't be true beside what must be true with them. */
function neverTrue(rule: Rule, places: PackPlaces, domains: FactDomains): readonly Problem[] {
  if (!canHold([{ condition: flagging(rule), want: 'true' }], domains)) {
    // Where the conditions by themselves can hold, it is beside `appliesWhen` that they can't.
    const alone = canHold([{ condition: rule.conditions, want: 'true' }], domains);
    const applies = rule.appliesWhen === null || canHold([{ condition: rule.appliesWhen, want: 'true' }], domains);
    const part = applies ? 'conditions' : 'appliesWhen';
    const code = alone && applies ? 'lint-rule-never-flags' : 'lint-condition-never-true';
    return [problem(code, { rule: rule.title }, places.conditions(rule, part)[0])];
  }
  const found: Problem[] = [];
  const search = (part: 'appliesWhen' | 'conditions', beside: readonly Demand[]): void => {
    const root = rule[part];
    if (root === null) return;
    const at = places.conditions(rule, part);
    const report = (place: Place | undefined): void =>
      void found.push(problem('lint-condition-never-true', { rule: rule.title }, place));
    searchIn(root, 0, beside, (node) => report(at[node]), domains);
  };
  search('appliesWhen', []);
  search('conditions', rule.appliesWhen ? [{ condition: rule.appliesWhen, want: 'true' }] : []);
  return found;
}

/** Returns the number of the node after this one and all in it. */
function searchIn(
  condition: Condition,
  node: number,
  beside: readonly Demand[],
  report: (node: number) => void,
  domains: FactDomains,
): number {
  if (!canHold([...beside, { condition, want: 'true' }], domains)) {
    report(node);
    return node + sizeOf(condition);
  }
  if (condition.kind === 'leaf') return node + 1;
  // Under `not` the neighbours say nothing of what is true inside.
  if (condition.kind === 'not') return searchIn(condition.of, node + 1, [], report, domains);
  let next = node + 1;
  for (const inner of condition.of) {
    // All parts can be true together, so a leaf among them can.
    if (condition.kind === 'all' && inner.kind === 'leaf') {
      next++;
      continue;
    }
    const others = condition.of
      .filter((other) => other !== inner)
      .map((other): Demand => ({ condition: other, want: 'true' }));
    next = searchIn(inner, next, condition.kind === 'all' ? [...beside, ...others] : beside, report, domains);
  }
  return next;
}

const sizeOf = (condition: Condition): number =>
  condition.kind === 'leaf'
    ? 1
    : 1 + (condition.kind === 'not' ? [condition.of] : condition.of).reduce((sum, inner) => sum + sizeOf(inner), 0);

/** Facts in an example that neither the conditions nor the messages of the rule read: most often a wrong name. */
function unreadExampleFacts(rule: Rule, places: PackPlaces): readonly Problem[] {
  const quoted = (template: Template): readonly string[] =>
    template.flatMap((part) => (typeof part === 'object' && 'fact' in part ? [part.fact] : []));
  const read = new Set([
    ...factsRead(rule.appliesWhen, rule.conditions),
    ...quoted(rule.message),
    ...quoted(rule.advice),
    rule.field,
  ]);
  return (Object.keys(rule.examples) as (keyof Rule['examples'])[]).flatMap((kind) =>
    rule.examples[kind].flatMap((example, index) =>
      Object.keys(example)
        .filter((fact) => !read.has(fact))
        .map((fact) =>
          problem('lint-example-fact-unread', { rule: rule.title, fact }, places.exampleFact(rule, kind, index, fact)),
        ),
    ),
  );
}

function unusedConditions(file: string, places: PackPlaces): readonly Problem[] {
  const { defined, used } = places.namedConditions(file);
  return [...defined]
    .filter(([name]) => !used.has(name))
    .map(([condition, place]) => problem('lint-named-condition-unused', { condition }, place));
}
