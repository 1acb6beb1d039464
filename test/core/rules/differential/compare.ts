import assert from 'node:assert/strict';
import { FactState } from '../../../../src/core/facts/column';
import { hasBit } from '../../../../src/core/rules/bits';
import { createCompiledEvaluator } from '../../../../src/core/rules/evaluate/compiled/compiledEvaluator';
import { createJsonRulesEngineEvaluator } from '../../../../src/core/rules/evaluate/jsonRulesEngine';
import { unknownReasons } from '../../../../src/core/rules/explain';
import { judgeRule, readerOf } from '../../../../src/core/rules/judge';
import { Outcome, outcomeOf, type EvaluatorFactory, type Outcomes } from '../../../../src/core/rules/outcome';
import type { Condition, Rule } from '../../../../src/core/rules/pack';
import { packWith, ruleWith } from '../support/randomCases';
import { makeLedger, type Ledger } from './cells';
import { Coverage } from './coverage';
import { loadedRules } from './loader';
import { PlainEngine } from './plainEngine';
import { Random } from './random';
import { BatchMaker, translated, type Batch } from './trees';

export const TODAY = 18902;
const RULES_PER_BATCH = 64;
/** Rows of a batch that json-rules-engine looks at: it is slow, so it looks at few rows of many trees. */
const REFERENCE_ROWS = 2;
const NAMES: Readonly<Record<Outcome, string>> = {
  [Outcome.notApplicable]: 'notApplicable',
  [Outcome.clean]: 'clean',
  [Outcome.flagged]: 'flagged',
  [Outcome.cannotJudge]: 'cannotJudge',
};

export interface Budget {
  readonly trees: number;
  readonly seed: number;
  /** The evaluator under test; the compiled one unless given. */
  readonly factory?: EvaluatorFactory;
  /** Leaves json-rules-engine out, where only the evaluator is on trial. */
  readonly withoutEngine?: boolean;
  /** This part of so many: every so-manieth batch, so that parts run side by side and no batch twice. */
  readonly part?: number;
  readonly parts?: number;
}

/** One place where two readings of a rule part ways. */
export class Mismatch extends Error {}

/** Runs batch after batch until so many trees were compared; throws the first `Mismatch`. */
export async function runDifferential(budget: Budget): Promise<Coverage> {
  const { trees, seed, factory = createCompiledEvaluator, withoutEngine = false, part = 0, parts = 1 } = budget;
  const coverage = new Coverage();
  for (let at = part; coverage.trees * parts < trees; at += parts) {
    const random = new Random(Math.imul(seed, 1_000_003) + at);
    const batch = new BatchMaker(random, `b${at}`).make(RULES_PER_BATCH);
    const size = sizeOf(random, at);
    const ledger = makeLedger(random, size.count, size.distinct);
    await compareBatch({ random, batch, ledger, distinct: size.distinct, at, seed, coverage, factory, withoutEngine });
  }
  return coverage;
}

/** Mostly around a word of bits; now and then so many rows that dictionaries pay, or that blocks are crossed. */
function sizeOf(random: Random, at: number): { count: number; distinct: number } {
  if (at % 60 === 7) return { count: 1024 + random.below(900), distinct: 97 };
  // More texts than a dictionary takes.
  if (at % 240 === 11) return { count: 3000, distinct: 1500 };
  if (at % 240 === 31) return { count: 8192 + random.pick([0, 1, 31, 32, 5000, 8192, 9000]), distinct: 61 };
  const count = random.pick([1, 2, 3, 7, 31, 33]);
  return { count, distinct: count };
}

interface Trial {
  readonly random: Random;
  readonly batch: Batch;
  readonly ledger: Ledger;
  readonly distinct: number;
  readonly at: number;
  readonly seed: number;
  readonly coverage: Coverage;
  readonly factory: EvaluatorFactory;
  readonly withoutEngine: boolean;
}

async function compareBatch(trial: Trial): Promise<void> {
  const { random, batch, ledger, distinct, at, coverage, factory } = trial;
  const { facts } = ledger;
  let rules = batch.rules.map((text): Rule => {
    const { appliesWhen, conditions } = translated(text, batch);
    return ruleWith(text.name, appliesWhen, conditions);
  });
  if (at % 8 === 0) {
    const loaded = loadedRules(batch);
    loaded.forEach((rule, n) => {
      assert.deepEqual(rule.conditions, rules[n]?.conditions, rule.name);
      assert.deepEqual(rule.appliesWhen, rules[n]?.appliesWhen, rule.name);
    });
    rules = loaded.map((rule) => ({ ...rule, effective: { from: null, to: null } }));
    coverage.throughLoader += rules.length;
  }
  const pack = packWith(rules);
  const expected = rules.map((rule) => plainReading(rule, ledger, distinct));
  const check = (name: string, outcomes: Outcomes, rows: readonly number[]): void => {
    outcomes.rules.forEach((told, n) => {
      for (const row of rows) {
        const verdict = `${outcomeOf(told, row)}${hasBit(told.wantsColumn, row) ? '!' : ''}`;
        const wanted = expected[n]?.[row % distinct];
        if (verdict !== wanted) tell(trial, n, row, `${name} says ${verdict}, the plain reading ${wanted}`);
      }
    });
    for (const { rule, high, low, wantsColumn } of outcomes.rules) {
      for (const bits of [high, low, wantsColumn]) {
        const beyond = facts.count % 32 === 0 ? 0 : (bits[bits.length - 1] ?? 0) >>> (facts.count % 32);
        if (bits.length !== (facts.count + 31) >>> 5 || beyond !== 0)
          throw new Mismatch(`${name} marks cases that there are not, by ${rule}`);
      }
    }
    coverage.verdicts += rows.length * outcomes.rules.length;
  };

  const all = Array.from({ length: facts.count }, (_, row) => row);
  const evaluator = factory(pack);
  const whole = await evaluator.evaluate(facts, TODAY);
  check('the evaluator', whole, all);
  // Some rows alone, in any order and twice: what is not asked for stays as it was.
  const some = random.some(all, 1, Math.min(facts.count, 45));
  const alone = await evaluator.evaluate(facts, TODAY, { rows: Int32Array.from(some) });
  check('the evaluator on some rows', alone, some);
  const again = { rows: Int32Array.from(some), previous: whole, inPlace: random.chance(0.5) };
  check('the evaluator on some rows again', await evaluator.evaluate(facts, TODAY, again), all.slice(0, 70));

  const rows = [...new Set(random.some(all, REFERENCE_ROWS, REFERENCE_ROWS))];
  coverage.note(batch, ledger, rows);
  for (const one of expected) {
    for (const row of rows) {
      const verdict = one[row % distinct] ?? '';
      const name = NAMES[Number(verdict[0]) as Outcome];
      coverage.outcomes.set(name, (coverage.outcomes.get(name) ?? 0) + 1);
      if (verdict.endsWith('!')) coverage.outcomes.set('wantsColumn', (coverage.outcomes.get('wantsColumn') ?? 0) + 1);
    }
  }
  if (trial.withoutEngine) return;
  check(
    'json-rules-engine on two rails',
    await createJsonRulesEngineEvaluator(pack).evaluate(facts, TODAY, { rows: Int32Array.from(rows) }),
    rows,
  );
  await comparePlain(trial, rules, expected, rows);
}

/** Outcome and cause as the intermediate form is read plainly, by Kleene's rules. */
function plainReading(rule: Rule, { facts }: Ledger, distinct: number): string[] {
  return Array.from({ length: Math.min(distinct, facts.count) }, (_, row) => {
    const outcome = judgeRule(rule, readerOf(facts, row), TODAY);
    if (outcome !== Outcome.cannotJudge) return `${outcome}`;
    const reasons = unknownReasons(rule, facts, row);
    assert.ok(reasons.length > 0, `${rule.name} can't be judged for no reason`);
    return `${outcome}${reasons.every(({ state }) => state === FactState.missing) ? '!' : ''}`;
  });
}

/**
 * json-rules-engine unmodified on the file's own conditions. Where every value is known its verdict is the verdict;
 * where some are not, it was given any value in their place, and a verdict that stands without them must stand so.
 */
async function comparePlain(
  trial: Trial,
  rules: readonly Rule[],
  expected: readonly string[][],
  rows: readonly number[],
): Promise<void> {
  const { batch, ledger, distinct, coverage } = trial;
  const engine = new PlainEngine(batch);
  const reads = rules.map(({ appliesWhen, conditions }) => {
    const parts = [conditions, ...(appliesWhen ? [appliesWhen] : [])];
    return {
      facts: parts.flatMap((part) => factsOf(part, false)),
      blankness: parts.flatMap((part) => factsOf(part, true)),
    };
  });
  for (const row of rows) {
    const verdicts = await engine.judge(ledger, row);
    rules.forEach((_, n) => {
      const verdict = verdicts[n];
      const wanted = Number(expected[n]?.[row % distinct]?.[0]) as Outcome;
      const { facts, blankness } = reads[n] ?? { facts: [], blankness: [] };
      const known = facts.every((fact) => ledger.stateOf(fact, row) === 'known');
      if (!verdict || (wanted === Outcome.cannotJudge && !known)) return;
      if (blankness.some((fact) => ledger.stateOf(fact, row) !== 'known')) return;
      const told = !verdict.applies ? Outcome.notApplicable : verdict.holds ? Outcome.flagged : Outcome.clean;
      if (told !== wanted) tell(trial, n, row, `json-rules-engine says ${told}, the plain reading ${wanted}`);
      coverage.againstPlain++;
    });
  }
}

/** The facts that a condition reads, or those whose blankness it asks for. */
function factsOf(condition: Condition, blankness: boolean): string[] {
  if (condition.kind === 'not') return factsOf(condition.of, blankness);
  if (condition.kind !== 'leaf') return condition.of.flatMap((inner) => factsOf(inner, blankness));
  const asks = condition.operator === 'isBlank' || condition.operator === 'isPresent';
  if (blankness) return asks ? [condition.fact] : [];
  return condition.operand.kind === 'fact' ? [condition.fact, condition.operand.fact] : [condition.fact];
}

function tell(trial: Trial, rule: number, row: number, what: string): never {
  const { batch, ledger, seed, at } = trial;
  const text = batch.rules[rule];
  const cells = Object.fromEntries(
    [
      ...new Set(
        [...JSON.stringify([text, [...batch.named]]).matchAll(/"fact":"(\w+)"/g)].map(([, fact]) => fact ?? ''),
      ),
    ].map((fact) => [fact, `${ledger.stateOf(fact, row)} ${JSON.stringify(ledger.plain(fact, row))}`]),
  );
  throw new Mismatch(
    `${what}\nseed ${seed}, batch ${at}, rule ${rule}, row ${row} of ${ledger.facts.count}\n${JSON.stringify(text)}\n` +
      `named ${JSON.stringify([...batch.named])}\n${JSON.stringify(cells, null, 1)}`,
  );
}
