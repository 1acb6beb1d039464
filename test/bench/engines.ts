/** The race's rules for json-rules-engine, unmodified, and for the engines that it is compared with, each in its own form. */
import { Engine, Operator, type TopLevelCondition } from 'json-rules-engine';
import { OPERATORS } from '../../src/core/rules/operators';
import type { Condition, Leaf, Rule } from '../../src/core/rules/pack';
import type { Row } from './ruleData';

/** Says for one case after the other which rules it meets, by the rule's place. */
export type Judge = (rows: readonly Row[], met: (row: number, rule: number) => void) => Promise<void>;

/** The right side of a condition: a value, or the name of a fact. */
function rightOf({ operand }: Leaf): { readonly value: unknown } | { readonly fact: string } {
  switch (operand.kind) {
    case 'fact':
      return { fact: operand.fact };
    case 'literal':
      return { value: operand.value };
    case 'words':
      return { value: operand.words };
    case 'pattern':
      return { value: operand.source };
    case 'none':
      return { value: true };
  }
}

const isBlank = (value: unknown): boolean => value === null;
const containsAny = (text: unknown, words: unknown): boolean =>
  typeof text === 'string' && (words as readonly string[]).some((word) => text.includes(word));

/** json-rules-engine as its documents show it: one engine, one run a row. */
export function jsonRulesEngine(rules: readonly Rule[]): Judge {
  const translate = (condition: Condition): Record<string, unknown> => {
    if (condition.kind === 'not') return { not: translate(condition.of) };
    if (condition.kind !== 'leaf') return { [condition.kind]: condition.of.map(translate) };
    const right = rightOf(condition);
    return {
      fact: condition.fact,
      operator: condition.operator,
      value: 'fact' in right ? { fact: right.fact } : right.value,
    };
  };
  const engine = new Engine(
    rules.map(({ name, conditions }) => ({
      name,
      conditions: translate(conditions) as unknown as TopLevelCondition,
      event: { type: name },
    })),
  );
  engine.addOperator('isBlank', isBlank);
  engine.addOperator('isPresent', (value: unknown) => !isBlank(value));
  for (const name of ['before', 'onOrBefore', 'after', 'onOrAfter', 'containsAny']) {
    const ours = OPERATORS.get(name);
    if (ours) engine.addOperator(new Operator<string, string>(name, (a, b) => ours.holds(a, b)));
  }
  const places = new Map(rules.map(({ name }, at) => [name, at]));
  return async (rows, met) => {
    for (const [at, row] of rows.entries()) {
      const { results } = await engine.run({ ...row });
      for (const { name } of results) met(at, places.get(name) ?? -1);
    }
  };
}

/** A condition as a plain function of a row: what engines that take functions are given. */
function asFunction(condition: Condition): (row: Row) => boolean {
  if (condition.kind === 'not') {
    const inner = asFunction(condition.of);
    return (row) => !inner(row);
  }
  if (condition.kind !== 'leaf') {
    const inner = condition.of.map(asFunction);
    return condition.kind === 'all' ? (row) => inner.every((one) => one(row)) : (row) => inner.some((one) => one(row));
  }
  const { fact, operator } = condition;
  if (operator === 'isBlank') return (row) => isBlank(row[fact]);
  if (operator === 'isPresent') return (row) => !isBlank(row[fact]);
  const right = rightOf(condition);
  const holds = OPERATORS.get(operator)?.holds;
  if (holds === undefined) throw new Error(operator);
  if ('fact' in right) return (row) => holds(row[fact] as string, row[right.fact] as string);
  return (row) => holds(row[fact] as string, right.value as string);
}

/** json-logic-engine 5, rules compiled by it (with `new Function`). */
export async function jsonLogicEngine(rules: readonly Rule[]): Promise<Judge> {
  const { LogicEngine } = await import('json-logic-engine');
  const engine = new LogicEngine();
  const options = { sync: true, deterministic: true };
  engine.addMethod('containsAny', (given: [unknown, unknown]) => containsAny(given[0], given[1]), options);
  const compiled = rules.map(({ conditions }) => engine.build(toLogic(conditions)) as (row: Row) => unknown);
  return (rows, met) => {
    rows.forEach((row, at) => {
      for (let rule = 0; rule < compiled.length; rule++) if (compiled[rule]?.(row)) met(at, rule);
    });
    return Promise.resolve();
  };
}

const LOGIC: Readonly<Record<string, string>> = {
  equal: '===',
  notEqual: '!==',
  lessThan: '<',
  before: '<',
  lessThanInclusive: '<=',
  onOrBefore: '<=',
  greaterThan: '>',
  after: '>',
  greaterThanInclusive: '>=',
  onOrAfter: '>=',
};

function toLogic(condition: Condition): unknown {
  if (condition.kind === 'not') return { '!': toLogic(condition.of) };
  if (condition.kind !== 'leaf') return { [condition.kind === 'all' ? 'and' : 'or']: condition.of.map(toLogic) };
  const left = { var: condition.fact };
  const given = rightOf(condition);
  const right = 'fact' in given ? { var: given.fact } : given.value;
  switch (condition.operator) {
    case 'isBlank':
      return { '===': [left, null] };
    case 'isPresent':
      return { '!==': [left, null] };
    case 'in':
      return { in: [left, { preserve: right }] };
    case 'notIn':
      return { '!': { in: [left, { preserve: right }] } };
    case 'containsAny':
      return { containsAny: [left, { preserve: right }] };
    default:
      return { [LOGIC[condition.operator] ?? condition.operator]: [left, right] };
  }
}

/** rools 2: rules are functions; one evaluation a row. */
export async function rools(rules: readonly Rule[]): Promise<Judge> {
  const { Rools, Rule: RoolsRule } = (await import('rools')) as unknown as RoolsModule;
  let report: (rule: number) => void = () => undefined;
  const engine = new Rools({ logging: { error: false, debug: false } });
  // It takes functions of the same source text for one, so each is given a text of its own.
  const functions = rules.map(({ conditions }) => asFunction(conditions));
  const own = (at: number): unknown =>
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- only a bench, to tell rools' rules apart
    (new Function('functions', `return (facts) => functions[${at}](facts.row)`) as (given: unknown) => unknown)(
      functions,
    );
  await engine.register(rules.map(({ name }, at) => new RoolsRule({ name, when: own(at), then: () => report(at) })));
  return async (rows, met) => {
    for (const [at, row] of rows.entries()) {
      report = (rule) => met(at, rule);
      await engine.evaluate({ row });
    }
  };
}
interface RoolsModule {
  readonly Rools: new (options: unknown) => {
    register(rules: unknown[]): Promise<void>;
    evaluate(facts: unknown): Promise<unknown>;
  };
  readonly Rule: new (rule: unknown) => unknown;
}

/** node-rules 9: rules are functions; one execution a row. */
export async function nodeRules(rules: readonly Rule[]): Promise<Judge> {
  const { RuleEngine } = (await import('node-rules')) as unknown as NodeRulesModule;
  let report: (rule: number) => void = () => undefined;
  const engine = new RuleEngine(
    rules.map(({ name, conditions }, at) => {
      const holds = asFunction(conditions);
      return {
        name,
        condition: (R: Flow, fact: { row: Row }) => R.when(holds(fact.row)),
        consequence: (R: Flow) => {
          report(at);
          R.next();
        },
      };
    }),
    { ignoreFactChanges: true },
  );
  return async (rows, met) => {
    for (const [at, row] of rows.entries()) {
      report = (rule) => met(at, rule);
      await new Promise<void>((done) => engine.execute({ row }, () => done()));
    }
  };
}
interface Flow {
  when(holds: boolean): void;
  next(): void;
}
interface NodeRulesModule {
  readonly RuleEngine: new (rules: unknown[], options: unknown) => { execute(fact: unknown, done: () => void): void };
}

interface ZenModule {
  readonly ZenEngine: new () => {
    createDecision(graph: Buffer): { evaluate(input: unknown): Promise<{ result: unknown }> };
  };
}

/**
 * zen-engine: one decision with an expression for each rule, many rows to a call (its quickest way). A native package,
 * not among ours: null unless someone put it beside them by `npm install --no-save @gorules/zen-engine@0.54.0`.
 */
export async function zenEngine(rules: readonly Rule[]): Promise<Judge | null> {
  const name = '@gorules/zen-engine';
  const module = await import(name).then(
    (loaded: unknown) => loaded as ZenModule,
    () => null,
  );
  if (!module) return null;
  const { ZenEngine } = module;
  const node = (id: string, type: string, content?: unknown): unknown => ({
    id,
    type,
    name: id,
    position: { x: 0, y: 0 },
    content,
  });
  const expressions = rules.map(({ name, conditions }, at) => ({ id: name, key: `r${at}`, value: toZen(conditions) }));
  const many = { executionMode: 'loop', inputField: 'rows', outputPath: 'out', passThrough: false };
  const graph = {
    nodes: [
      node('in', 'inputNode'),
      node('rules', 'expressionNode', { expressions, ...many }),
      node('out', 'outputNode'),
    ],
    edges: [
      { id: 'a', sourceId: 'in', targetId: 'rules', type: 'edge' },
      { id: 'b', sourceId: 'rules', targetId: 'out', type: 'edge' },
    ],
  };
  const decision = new ZenEngine().createDecision(Buffer.from(JSON.stringify(graph)));
  const AT_ONCE = 500;
  return async (rows, met) => {
    for (let start = 0; start < rows.length; start += AT_ONCE) {
      const { result } = await decision.evaluate({ rows: rows.slice(start, start + AT_ONCE) });
      (result as { out: Record<string, unknown>[] }).out.forEach((answers, at) => {
        for (let rule = 0; rule < rules.length; rule++) if (answers[`r${rule}`] === true) met(start + at, rule);
      });
    }
  };
}

const ZEN: Readonly<Record<string, string>> = { ...LOGIC, equal: '==', notEqual: '!=' };

function toZen(condition: Condition): string {
  if (condition.kind === 'not') return `not(${toZen(condition.of)})`;
  if (condition.kind !== 'leaf')
    return `(${condition.of.map(toZen).join(condition.kind === 'all' ? ' and ' : ' or ')})`;
  const { fact, operator } = condition;
  const given = rightOf(condition);
  const right = 'fact' in given ? given.fact : JSON.stringify(given.value);
  switch (operator) {
    case 'isBlank':
      return `${fact} == null`;
    case 'isPresent':
      return `${fact} != null`;
    case 'in':
      return `${fact} in ${right}`;
    case 'notIn':
      return `${fact} not in ${right}`;
    case 'containsAny':
      return `(${(('value' in given && given.value) as readonly string[]).map((word) => `contains(${fact}, ${JSON.stringify(word)})`).join(' or ')})`;
    default:
      return `${fact} ${ZEN[operator] ?? operator} ${right}`;
  }
}
