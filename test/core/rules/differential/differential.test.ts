import assert from 'node:assert/strict';
import { createCompiledEvaluator } from '../../../../src/core/rules/evaluate/compiled/compiledEvaluator';
import type { FactColumn } from '../../../../src/core/facts/column';
import { programOf } from '../../../../src/core/rules/evaluate/compiled/program';
import { createJsonRulesEngineEvaluator } from '../../../../src/core/rules/evaluate/jsonRulesEngine';
import { judge, readerOf } from '../../../../src/core/rules/judge';
import { Outcome, outcomeOf } from '../../../../src/core/rules/outcome';
import { OPERATORS } from '../../../../src/core/rules/operators';
import type { Condition, Leaf } from '../../../../src/core/rules/pack';
import { codes, refused, ruleOf, withRules } from '../support/packFixture';
import { packWith, ruleWith } from '../support/randomCases';
import { makeLedger } from './cells';
import { runDifferential, TODAY } from './compare';
import { runSideBySide } from './parallel';
import { PlainEngine } from './plainEngine';
import { Random } from './random';
import { BatchMaker, LEAF_FORMS, translated } from './trees';

const TREES = 200_000;
const SEED = 20211009;

describe('every reading of a condition', () => {
  it(`is the same on ${TREES} condition trees: json-rules-engine plain and on two rails, Kleene's, the compiled one`, async function () {
    this.timeout(1_200_000);
    const coverage = await runSideBySide(TREES, SEED);
    process.stdout.write(`\nseed ${SEED}\n${coverage.toString()}\n\n`);
    assert.deepEqual(coverage.holes(), []);
    assert.ok(coverage.trees >= TREES);
    assert.ok(coverage.againstPlain >= TREES, 'json-rules-engine had its say on most trees');
    assert.ok(coverage.throughLoader >= TREES / 10, 'the loader read a share of them');
  });

  it('is made anew from the same seed', async () => {
    const [one, two] = [await runDifferential({ trees: 256, seed: 5 }), await runDifferential({ trees: 256, seed: 5 })];
    assert.deepEqual(one.counts(), two.counts());
  });
});

describe('a list of one empty text', () => {
  it('is no empty list, to json-rules-engine with its memory of cells as to the others', async () => {
    const column = (type: 'names' | 'text', values: readonly unknown[]): FactColumn =>
      ({ type, values, state: Uint8Array.of(1, 1), why: new Map() }) as unknown as FactColumn;
    const lists = column('names', [[], ['']]);
    const facts = { count: 2, column: (fact: string) => (fact === 'names' ? lists : column('text', ['甲', '甲'])) };
    const operand = { kind: 'fact', fact: 'names' } as const;
    const pack = packWith([ruleWith('r', null, { kind: 'leaf', fact: 'text', operator: 'containsAny', operand })]);
    for (const factory of [createCompiledEvaluator, createJsonRulesEngineEvaluator]) {
      const [told] = (await factory(pack).evaluate(facts, TODAY)).rules;
      assert.ok(told);
      assert.deepEqual([outcomeOf(told, 0), outcomeOf(told, 1)], [Outcome.clean, Outcome.flagged]);
    }
  });
});

describe('every operator of the registry', () => {
  const batch = new BatchMaker(new Random(1), 'b').make(600);
  const leaves = batch.rules.flatMap((rule) => leavesOf(translated(rule, batch).conditions));

  it('is known to json-rules-engine, to the compiled form and to the plain reading', async () => {
    const engine = new PlainEngine({ rules: [], named: new Map() });
    for (const name of OPERATORS.keys()) assert.ok(engine.has(name), `json-rules-engine has no ${name}`);
    assert.ok(!engine.has('nothing'), 'the question is worth asking');
    assert.deepEqual([...new Set(leaves.map(({ operator }) => operator))].sort(), [...OPERATORS.keys()].sort());
    const { facts } = makeLedger(new Random(3), 5);
    // One leaf of every operator, type on its left and kind of operand.
    const kinds = new Map(leaves.map((leaf) => [`${leaf.operator} ${leaf.fact} ${leaf.operand.kind}`, leaf]));
    assert.ok(kinds.size >= new Set(LEAF_FORMS.map(({ operator, fact }) => `${operator.name} ${fact}`)).size);
    for (const leaf of kinds.values()) {
      const pack = packWith([ruleWith('r', null, leaf)]);
      assert.ok(programOf(pack).nodes.length > 0, leaf.operator);
      assert.match(judge(leaf, readerOf(facts, 0)), /^(true|false|unknown)$/);
      for (const factory of [createCompiledEvaluator, createJsonRulesEngineEvaluator])
        assert.equal((await factory(pack).evaluate(facts, TODAY)).rules.length, 1, leaf.operator);
    }
  });

  it('is the only kind there is: another one is refused at load, and by every evaluator', async () => {
    const [problem] = refused(withRules(ruleOf({ all: [{ fact: 'caseNo', operator: 'startsWith', value: '甲' }] })));
    assert.deepEqual([problem?.code, problem?.params['operator']], ['rules-operator-unknown', 'startsWith']);
    assert.equal(
      codes(refused(withRules(ruleOf({ all: [{ fact: 'caseNo', operator: 'toString', value: '甲' }] }))))[0],
      'rules-operator-unknown',
    );
    const { facts } = makeLedger(new Random(4), 5);
    for (const operator of ['startsWith', 'toString', '__proto__', 'constructor']) {
      const stranger = ruleWith('r', null, {
        kind: 'leaf',
        fact: 'text',
        operator,
        operand: { kind: 'literal', value: '甲' },
      });
      await assert.rejects(async () => createCompiledEvaluator(packWith([stranger])).evaluate(facts, TODAY), operator);
      await assert.rejects(
        async () => createJsonRulesEngineEvaluator(packWith([stranger])).evaluate(facts, TODAY),
        operator,
      );
      assert.throws(() => judge(stranger.conditions, () => ({ state: 1, value: '甲' })), operator);
    }
  });
});

function leavesOf(condition: Condition): readonly Leaf[] {
  if (condition.kind === 'leaf') return [condition];
  return condition.kind === 'not' ? leavesOf(condition.of) : condition.of.flatMap(leavesOf);
}
