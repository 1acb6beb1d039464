import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Cancelled } from '../../../src/core/cancel';
import { FactState } from '../../../src/core/facts/column';
import { hasBit } from '../../../src/core/rules/bits';
import { createCompiledEvaluator } from '../../../src/core/rules/evaluate/compiled/compiledEvaluator';
import { createJsonRulesEngineEvaluator } from '../../../src/core/rules/evaluate/jsonRulesEngine';
import { unknownReasons } from '../../../src/core/rules/explain';
import { judgeRule, readerOf } from '../../../src/core/rules/judge';
import {
  Outcome,
  outcomeOf,
  type EvaluatorFactory,
  type FactSource,
  type Outcomes,
} from '../../../src/core/rules/outcome';
import { OPERATORS } from '../../../src/core/rules/operators';
import type { Rule } from '../../../src/core/rules/pack';
import { leaf, packWith, rules, ruleWith, source, TYPES } from './support/randomCases';

const EVALUATORS: readonly (readonly [string, EvaluatorFactory])[] = [
  ['json-rules-engine', createJsonRulesEngineEvaluator],
  ['compiled', createCompiledEvaluator],
];
const TODAY = 18902;

/** Outcome and cause of every rule on every case, as plain words. */
function told(outcomes: Outcomes): string[] {
  return outcomes.rules.map((one) =>
    Array.from(
      { length: outcomes.count },
      (_, i) => `${outcomeOf(one, i)}${hasBit(one.wantsColumn, i) ? '!' : ''}`,
    ).join(' '),
  );
}

/** The same by the plain reading of the conditions. */
function expected(list: readonly Rule[], facts: FactSource): string[] {
  return list.map((rule) =>
    Array.from({ length: facts.count }, (_, i) => {
      const outcome = judgeRule(rule, readerOf(facts, i), TODAY);
      const reasons = unknownReasons(rule, facts, i);
      assert.equal(reasons.length > 0, outcome === Outcome.cannotJudge);
      const wants = reasons.length > 0 && reasons.every(({ state }) => state === FactState.missing);
      return `${outcome}${wants ? '!' : ''}`;
    }).join(' '),
  );
}

const sample = (count: number): FactSource => {
  const [facts] = fc.sample(source(count), { numRuns: 1, seed: 7 });
  assert.ok(facts);
  return facts;
};
const sampleRules = (seed: number): readonly Rule[] =>
  fc
    .sample(rules, { numRuns: 5, seed })
    .flat()
    .map((rule, at) => ({ ...rule, name: `r${at}` }));

for (const [name, factory] of EVALUATORS) {
  describe(`the ${name} evaluator`, () => {
    it('says what the plain reading says, whatever the rules and the facts', async () => {
      await fc.assert(
        fc.asyncProperty(rules, source(23), async (list, facts) => {
          assert.deepEqual(told(await factory(packWith(list)).evaluate(facts, TODAY)), expected(list, facts));
        }),
        { numRuns: 150 },
      );
    });

    it('says so of every operator on every type of fact, in every state', async () => {
      const leaves = fc.sample(leaf, { numRuns: 600, seed: 3 });
      assert.deepEqual(new Set(leaves.map(({ operator }) => operator)), new Set(OPERATORS.keys()));
      assert.deepEqual(new Set(leaves.map(({ fact }) => fact)), new Set(TYPES.keys()));
      const list = leaves.map((one, at) => ruleWith(`r${at}`, null, at % 2 ? { kind: 'not', of: one } : one));
      const facts = sample(40);
      assert.deepEqual(told(await factory(packWith(list)).evaluate(facts, TODAY)), expected(list, facts));
    });

    it('looks at no more than the rows asked for, and leaves the others as they were', async () => {
      const list = sampleRules(11);
      const facts = sample(70);
      const evaluator = factory(packWith(list));
      const whole = await evaluator.evaluate(facts, TODAY);
      const rows = Int32Array.of(3, 31, 32, 69, 3);
      const only = await evaluator.evaluate(facts, TODAY, { rows });
      told(only).forEach((line, at) => {
        const full = told(whole)[at]?.split(' ') ?? [];
        assert.deepEqual(
          line.split(' '),
          full.map((word, i) => (rows.includes(i) ? word : `${Outcome.notApplicable}`)),
        );
      });
      const other = await evaluator.evaluate(sample(70), TODAY, { rows, previous: only });
      assert.deepEqual(told(other), told(only));
      const updated = await evaluator.evaluate(facts, TODAY, {
        rows: Int32Array.from({ length: 70 }, (_, i) => i),
        previous: only,
      });
      assert.deepEqual(told(updated), told(whole));
      assert.notDeepEqual(told(only), told(whole), 'the previous outcomes stay as they were');
    });

    it('starts anew where the previous outcomes are of other rules or another number of cases', async () => {
      const list = sampleRules(12);
      const evaluator = factory(packWith(list));
      const previous = await factory(packWith(list.slice(1))).evaluate(sample(70), TODAY);
      const outcomes = await evaluator.evaluate(sample(70), TODAY, { previous, rows: Int32Array.of(1) });
      assert.deepEqual(told(outcomes), expected(list, sample(70)));
    });

    it('lets a rule that is not in force apply to nothing', async () => {
      const always = ruleWith('r', null, {
        kind: 'leaf',
        fact: 'names',
        operator: 'isPresent',
        operand: { kind: 'none' },
      });
      const inForce = async (from: number | null, to: number | null): Promise<boolean> => {
        const facts = sample(40);
        const outcomes = await factory(packWith([{ ...always, effective: { from, to } }])).evaluate(facts, TODAY);
        return told(outcomes)[0] !== Array(40).fill('0').join(' ');
      };
      assert.equal(await inForce(TODAY, TODAY), true);
      assert.equal(await inForce(null, TODAY - 1), false);
      assert.equal(await inForce(TODAY + 1, null), false);
      assert.equal(await inForce(null, null), true);
    });

    it('can be cancelled, and keeps nothing then', async () => {
      const evaluator = factory(packWith(sampleRules(13)));
      const previous = await evaluator.evaluate(sample(600), TODAY);
      const before = told(previous);
      const signal = { aborted: false };
      const breathe = (): Promise<void> => {
        signal.aborted = true;
        return Promise.resolve();
      };
      const run = evaluator.evaluate(sample(600), TODAY, { previous, pace: { signal, breathe } });
      await assert.rejects(run, Cancelled);
      assert.deepEqual(told(previous), before);
      await assert.rejects(evaluator.evaluate(sample(3), TODAY, { pace: { signal: { aborted: true } } }), Cancelled);
    });

    it('tells how far it is, up to the whole', async () => {
      const seen: [number, number][] = [];
      const pace = { onProgress: (done: number, total: number): void => void seen.push([done, total]) };
      await factory(packWith(sampleRules(14))).evaluate(sample(300), TODAY, { pace });
      const last = seen.at(-1);
      assert.ok(last && last[0] === last[1]);
      assert.ok(seen.every(([done], i) => i === 0 || done >= (seen[i - 1]?.[0] ?? 0)));
    });

    it('takes an empty ledger and an empty pack', async () => {
      assert.equal((await factory(packWith(sampleRules(15))).evaluate(sample(0), TODAY)).count, 0);
      assert.deepEqual((await factory(packWith([])).evaluate(sample(5), TODAY)).rules, []);
    });
  });
}

describe('the compiled evaluator, block by block', () => {
  it('crosses blocks: cases beyond 8,192 are judged as they would be alone', async () => {
    const few = sample(97);
    const count = 20_000;
    const many: FactSource = { count, column: (fact) => repeated(few, fact, count) };
    const list = sampleRules(16);
    const [small, large] = await Promise.all(
      [few, many].map((facts) => createCompiledEvaluator(packWith(list)).evaluate(facts, TODAY)),
    );
    assert.ok(small && large);
    large.rules.forEach((one, at) => {
      const alone = small.rules[at];
      assert.ok(alone);
      for (let i = 0; i < count; i++) {
        if (
          outcomeOf(one, i) === outcomeOf(alone, i % 97) &&
          hasBit(one.wantsColumn, i) === hasBit(alone.wantsColumn, i % 97)
        )
          continue;
        assert.fail(`rule ${at}, case ${i}`);
      }
    });
  });

  it('looks for more word lists in one text than a number has bits', async () => {
    const list = Array.from({ length: 70 }, (_, i) =>
      ruleWith(`r${i}`, null, {
        kind: 'leaf',
        fact: 'text',
        operator: 'containsAny',
        operand: { kind: 'words', words: [`词${i}`, i % 2 ? '甲' : '不予支持'] },
      }),
    );
    const facts = sample(64);
    assert.deepEqual(told(await createCompiledEvaluator(packWith(list)).evaluate(facts, TODAY)), expected(list, facts));
  });
});

function repeated(few: FactSource, fact: string, count: number): ReturnType<FactSource['column']> {
  const column = few.column(fact);
  const at = <T>(values: ArrayLike<T>): T[] => Array.from({ length: count }, (_, i) => values[i % few.count] as T);
  const state = Uint8Array.from(at(column.state));
  switch (column.type) {
    case 'names':
      return { ...column, state, values: at(column.values) };
    case 'boolean':
      return { ...column, state, values: Uint8Array.from(at(column.values)) };
    case 'text':
    case 'enum':
      return { ...column, state, values: at(column.values) };
    case 'date':
    case 'limit':
    case 'number':
      return { ...column, state, values: Float64Array.from(at(column.values)) };
  }
}
