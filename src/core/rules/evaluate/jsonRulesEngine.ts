import { Engine, Operator, OperatorDecorator, type TopLevelCondition } from 'json-rules-engine';
import { Cancelled, type Pace } from '../../cancel';
import { FactState, type FactColumn } from '../../facts/column';
import { setBit } from '../bits';
import { factsRead, inForce, cellAt, readerOf } from '../judge';
import { unknownFacts } from '../explain';
import { OPERATORS } from '../operators';
import { Outcome, type Evaluator, type EvaluatorFactory, type FactSource, type RuleOutcomes } from '../outcome';
import type { Condition, Leaf, Rule } from '../pack';
import { startFrom } from './fresh';

/** Cases between two breaths. */
const BLOCK = 256;

/**
 * json-rules-engine knows two values, so every condition is run on two rails: `certain`, on which what is not known
 * counts against the condition, and `possible`, on which it counts for it. Both hold: true. Neither: false. Only the
 * possible one: unknown. Decorators put a leaf on its rail; under an odd number of `not` it takes the other one.
 */
type Rail = 'certain' | 'possible';

/** What stands for a value that is not known; its name never leaves this file. */
class NotKnown {
  constructor(readonly state: FactState) {}
}
const NOT_KNOWN: readonly NotKnown[] = Object.values(FactState).map((state) => new NotKnown(state));
const notKnown = (state: FactState): NotKnown => NOT_KNOWN[state] ?? new NotKnown(state);

const isBlankness = (leaf: Leaf): boolean => leaf.operator === 'isBlank' || leaf.operator === 'isPresent';
const isUndecidedState = (value: unknown): boolean =>
  value instanceof NotKnown && (value.state === FactState.unknown || value.state === FactState.missing);

/** Evaluates a pack with json-rules-engine itself: slow, and the reference for what conditions mean. */
export const createJsonRulesEngineEvaluator: EvaluatorFactory = (pack): Evaluator => {
  const runs = pack.rules.map((rule) => new RuleRun(rule));
  return {
    async evaluate(facts, today, options = {}) {
      const { outcomes, rows } = startFrom(pack, facts.count, { ...options, inPlace: false });
      const total = (rows ? rows.length : facts.count) * runs.length;
      let done = 0;
      for (const [at, run] of runs.entries()) {
        const target = outcomes.rules[at];
        if (!target) continue;
        const before = done;
        await run.all(facts, inForce(run.rule, today), rows, target, paceOf(options.pace, before, total));
        done = before + total / Math.max(runs.length, 1);
      }
      if (options.pace?.signal?.aborted) throw new Cancelled();
      options.pace?.onProgress?.(total, total);
      return outcomes;
    },
  };
};

type Beat = (doneOfRule: number) => Promise<void>;

const paceOf =
  (pace: Pace | undefined, before: number, total: number): Beat =>
  async (doneOfRule) => {
    if (pace?.signal?.aborted) throw new Cancelled();
    pace?.onProgress?.(before + doneOfRule, total);
    await pace?.breathe?.();
    if (pace?.signal?.aborted) throw new Cancelled();
  };

/** One verdict with its cause: for want of a column alone, or not. */
interface Verdict {
  readonly outcome: Outcome;
  readonly wantsColumn: boolean;
}
const NOT_APPLICABLE: Verdict = { outcome: Outcome.notApplicable, wantsColumn: false };

/** One rule on its engines. Runs are strictly one after another: an engine shared by concurrent runs loses results. */
class RuleRun {
  private readonly facts: readonly string[];
  private readonly applies: Kleene | null;
  private readonly flags: Kleene;

  constructor(readonly rule: Rule) {
    this.facts = factsRead(rule.appliesWhen, rule.conditions);
    this.applies = rule.appliesWhen && new Kleene(rule.appliesWhen);
    this.flags = new Kleene(rule.conditions);
  }

  async all(
    facts: FactSource,
    runs: boolean,
    rows: Int32Array | null,
    target: RuleOutcomes,
    beat: Beat,
  ): Promise<void> {
    const columns = this.facts.map((fact) => facts.column(fact));
    const encoders = runs ? columns.map((column) => new Encoder(column)) : [];
    // A verdict depends on nothing but the rule's facts: each combination of them goes through the engine once.
    const verdicts = new Map<string, Verdict>();
    const count = rows ? rows.length : facts.count;
    for (let n = 0; n < count; n++) {
      const index = rows ? (rows[n] ?? 0) : n;
      if (n % BLOCK === 0) await beat(n);
      let verdict: Verdict | undefined = NOT_APPLICABLE;
      if (runs) {
        let key = '';
        for (const encoder of encoders) key += String.fromCharCode(...encoder.code(index));
        verdict = verdicts.get(key);
        if (!verdict) verdicts.set(key, (verdict = await this.one(facts, index)));
      }
      setBit(target.high, index, (verdict.outcome & 2) !== 0);
      setBit(target.low, index, (verdict.outcome & 1) !== 0);
      setBit(target.wantsColumn, index, verdict.wantsColumn);
    }
  }

  private async one(facts: FactSource, index: number): Promise<Verdict> {
    const values = new Map<string, unknown>();
    let anyUnknown = false;
    for (const fact of this.facts) {
      const { state, value } = cellAt(facts.column(fact), index);
      anyUnknown ||= value === null;
      values.set(fact, value ?? notKnown(state));
    }
    const record = Object.fromEntries(values);
    const applies = this.applies ? await this.applies.judge(record, anyUnknown) : true;
    if (applies === false) return NOT_APPLICABLE;
    if (applies === null) return this.undecided(this.rule.appliesWhen, facts, index);
    const flagged = await this.flags.judge(record, anyUnknown);
    if (flagged === null) return this.undecided(this.rule.conditions, facts, index);
    return { outcome: flagged ? Outcome.flagged : Outcome.clean, wantsColumn: false };
  }

  private undecided(condition: Condition | null, facts: FactSource, index: number): Verdict {
    const read = readerOf(facts, index);
    const causes = condition ? unknownFacts(condition, read) : [];
    const wantsColumn = causes.length > 0 && causes.every((fact) => read(fact).state === FactState.missing);
    return { outcome: Outcome.cannotJudge, wantsColumn };
  }
}

/** Numbers the distinct cells of a column, as two UTF-16 units each, so that a combination of cells is a short text. */
class Encoder {
  private readonly codes = new Map<unknown, number>();

  constructor(private readonly column: FactColumn) {}

  code(index: number): [number, number] {
    const { state, value } = cellAt(this.column, index);
    // A list is told apart by its texts, an empty one from a list of an empty text too.
    const key = value === null ? notKnown(state) : typeof value === 'object' ? JSON.stringify(value) : value;
    let code = this.codes.get(key);
    if (code === undefined) this.codes.set(key, (code = this.codes.size));
    return [code & 0x7fff, code >>> 15];
  }
}

/** A condition on both rails. */
class Kleene {
  private readonly certain: Engine;
  private readonly possible: Engine;

  constructor(condition: Condition) {
    this.certain = engineFor(condition, 'certain');
    this.possible = engineFor(condition, 'possible');
  }

  /** null: unknown. Where every fact is known both rails say the same, and one is enough. */
  async judge(record: Record<string, unknown>, anyUnknown: boolean): Promise<boolean | null> {
    if (await fires(this.certain, record)) return true;
    if (!anyUnknown) return false;
    return (await fires(this.possible, record)) ? null : false;
  }
}

async function fires(engine: Engine, record: Record<string, unknown>): Promise<boolean> {
  const { results } = await engine.run(record);
  return results.length === 1;
}

function engineFor(condition: Condition, rail: Rail): Engine {
  const translated = translate(condition, rail);
  const conditions = (condition.kind === 'leaf' ? { all: [translated] } : translated) as TopLevelCondition;
  const engine = new Engine([{ conditions, event: { type: 'finding' } }]);
  engine.addOperatorDecorator(decorator('certain', (a, b) => a instanceof NotKnown || b instanceof NotKnown, false));
  engine.addOperatorDecorator(decorator('possible', (a, b) => a instanceof NotKnown || b instanceof NotKnown, true));
  engine.addOperatorDecorator(decorator('certainState', isUndecidedState, false));
  engine.addOperatorDecorator(decorator('possibleState', isUndecidedState, true));
  const isBlank = (value: unknown): boolean => value instanceof NotKnown && value.state === FactState.blank;
  engine.addOperator('isBlank', isBlank);
  engine.addOperator('isPresent', (value: unknown) => !isBlank(value));
  for (const { name, native, operand, holds } of OPERATORS.values()) {
    if (!native && operand !== 'none')
      engine.addOperator(new Operator(name, (a, b) => holds(a as string, b as string)));
  }
  return engine;
}

/** Answers for a leaf that is not decided; else lets the operator itself answer. */
const decorator = (name: string, undecided: (a: unknown, b: unknown) => boolean, answer: boolean): OperatorDecorator =>
  new OperatorDecorator(name, (a, b, next) => (undecided(a, b) ? answer : next(a, b)));

function translate(condition: Condition, rail: Rail): Record<string, unknown> {
  if (condition.kind === 'not') return { not: translate(condition.of, rail === 'certain' ? 'possible' : 'certain') };
  if (condition.kind !== 'leaf') return { [condition.kind]: condition.of.map((inner) => translate(inner, rail)) };
  const decorated = isBlankness(condition) ? `${rail}State:${condition.operator}` : `${rail}:${condition.operator}`;
  return { fact: condition.fact, operator: decorated, value: valueOf(condition) };
}

function valueOf(leaf: Leaf): unknown {
  const { operand } = leaf;
  if (operand.kind === 'literal') return operand.value;
  if (operand.kind === 'words') return operand.words;
  if (operand.kind === 'pattern') return operand.source;
  return operand.kind === 'fact' ? { fact: operand.fact } : null;
}
