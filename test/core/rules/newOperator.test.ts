import assert from 'node:assert/strict';
import { ruleSchemas } from '../../../bin/schema/ruleSchemas';
import { exampleSource } from '../../../src/core/rules/checkExamples';
import { createCompiledEvaluator } from '../../../src/core/rules/evaluate/compiled/compiledEvaluator';
import { createJsonRulesEngineEvaluator } from '../../../src/core/rules/evaluate/jsonRulesEngine';
import { judgeRule, readerOf } from '../../../src/core/rules/judge';
import { OPERATORS, type Operator } from '../../../src/core/rules/operators';
import { Outcome, outcomeOf } from '../../../src/core/rules/outcome';
import { packFiles } from '../facts/ledger';
import { codes, loaded, refused, ruleOf, withRules } from './support/packFixture';

const startsWith: Operator = {
  name: 'startsWith',
  says: '以这几个字开头。',
  alias: ['开头是'],
  accepts: ['text'],
  operand: 'item',
  native: false,
  holds: (text, start) => typeof text === 'string' && typeof start === 'string' && text.startsWith(start),
};

describe('an operator that is added to the registry alone', () => {
  const registry = OPERATORS as Map<string, Operator>;
  before(() => registry.set(startsWith.name, startsWith));
  after(() => registry.delete(startsWith.name));

  const starting = (value: unknown, operator = 'startsWith', fact = 'result') =>
    withRules(ruleOf({ not: { all: [{ fact, operator, value }] } }, { appliesWhen: undefined }));

  it('is loaded, typed and suggested', () => {
    assert.equal(loaded(starting('不予')).rules.length, 1);
    assert.deepEqual(codes(refused(starting(['不予']))), ['rules-operand-wrong-type']);
    assert.deepEqual(codes(refused(starting('不予', 'startsWith', 'dueOn'))), ['rules-operator-wrong-type']);
    for (const near of ['startWith', '开头是'])
      assert.equal(refused(starting('不予', near))[0]?.params['nearest'], 'startsWith');
  });

  it('means the same to every evaluator', async () => {
    const pack = loaded(starting('不予'));
    const facts = exampleSource([{ result: '不予支持' }, { result: '经查，不予支持' }, { result: null }, {}]);
    const [rule] = pack.rules;
    assert.ok(rule);
    const expected = [Outcome.clean, Outcome.flagged, Outcome.cannotJudge, Outcome.cannotJudge];
    const judged = expected.map((_, index) => judgeRule(rule, readerOf(facts, index), 20_000));
    assert.deepEqual(judged, expected);
    for (const factory of [createJsonRulesEngineEvaluator, createCompiledEvaluator]) {
      const { rules } = await factory(pack).evaluate(facts, 20_000);
      const [outcomes] = rules;
      assert.ok(outcomes);
      assert.deepEqual(
        expected.map((_, index) => outcomeOf(outcomes, index)),
        expected,
      );
    }
  });

  it('is offered by the schemas, with what it says', () => {
    const schema = ruleSchemas(packFiles()).get('rules.schema.json') ?? '';
    assert.match(schema, /"startsWith"/);
    assert.match(schema, /以这几个字开头。/);
  });
});
