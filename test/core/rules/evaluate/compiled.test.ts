import assert from 'node:assert/strict';
import { FactState, type FactColumn } from '../../../../src/core/facts/column';
import { createCompiledEvaluator } from '../../../../src/core/rules/evaluate/compiled/compiledEvaluator';
import { judgeRule, readerOf } from '../../../../src/core/rules/judge';
import { OPERATORS, type Operator } from '../../../../src/core/rules/operators';
import { outcomeOf, type FactSource, type Outcomes } from '../../../../src/core/rules/outcome';
import type { Condition, Leaf } from '../../../../src/core/rules/pack';
import { packWith, ruleWith } from '../support/randomCases';

const TODAY = 18902;
const COUNT = 20_000;

const leaf = (fact: string, operator: string, value: Leaf['operand']): Leaf => ({
  kind: 'leaf',
  fact,
  operator,
  operand: value,
});
const literal = (value: string | number | boolean | readonly string[]): Leaf['operand'] => ({ kind: 'literal', value });

/** `many` holds more distinct texts than a dictionary takes, though not in the first block. */
function ledger(): FactSource & { readonly columns: ReadonlyMap<string, FactColumn> } {
  const why = new Map<number, never>();
  const known = (): Uint8Array => new Uint8Array(COUNT).fill(FactState.known);
  const some = known();
  for (let i = 0; i < COUNT; i += 3) some[i] = [FactState.blank, FactState.unreadable, FactState.unknown][i % 3] ?? 0;
  const text = (of: (i: number) => string, state = known()): FactColumn => ({
    type: 'text',
    state,
    why,
    values: Array.from({ length: COUNT }, (_, i) => of(i)),
  });
  const columns = new Map<string, FactColumn>([
    ['few', text((i) => ['甲', '乙', '丙'][i % 3] ?? '', some)],
    ['many', text((i) => (i < 9000 ? `编号${i % 5}` : `编号${i}`))],
    ['days', { type: 'number', state: some, why, values: Float64Array.from({ length: COUNT }, (_, i) => i % 11) }],
    ['open', { type: 'boolean', state: known(), why, values: Uint8Array.from({ length: COUNT }, (_, i) => i % 2) }],
  ]);
  return { count: COUNT, columns, column: (fact) => columns.get(fact) ?? assert.fail(fact) };
}

const CONDITIONS: readonly Condition[] = [
  { kind: 'any', of: [leaf('few', 'equal', literal('甲')), leaf('few', 'in', literal(['乙', '丁']))] },
  { kind: 'any', of: [leaf('many', 'equal', literal('编号3')), leaf('many', 'in', literal(['编号15000', '编号4']))] },
  { kind: 'all', of: [leaf('days', 'greaterThan', literal(3)), leaf('open', 'equal', literal(false))] },
  leaf('many', 'matches', { kind: 'pattern', source: '编号1.*7$' }),
];
const rules = CONDITIONS.map((condition, at) => ruleWith(`r${at}`, null, condition));

function same(outcomes: Outcomes, facts: FactSource, indices: Iterable<number>): void {
  outcomes.rules.forEach((one, at) => {
    const rule = rules[at] ?? assert.fail();
    for (const i of indices) {
      if (outcomeOf(one, i) !== judgeRule(rule, readerOf(facts, i), TODAY)) assert.fail(`${rule.name}, case ${i}`);
    }
  });
}

describe('the compiled evaluator over many cases', () => {
  it('says the same where a dictionary is used, and where it has to be given up', async () => {
    const facts = ledger();
    const outcomes = await createCompiledEvaluator(packWith(rules)).evaluate(facts, TODAY);
    same(
      outcomes,
      facts,
      Array.from({ length: COUNT }, (_, i) => i),
    );
  });

  it('updates outcomes in place: the case that changed, and no other', async () => {
    const facts = ledger();
    const evaluator = createCompiledEvaluator(packWith(rules));
    const outcomes = await evaluator.evaluate(facts, TODAY);
    const days = facts.columns.get('days');
    assert.ok(days?.type === 'number');
    const changed = [1, 8191, 8192, COUNT - 1];
    for (const i of changed) {
      days.state[i] = FactState.known;
      days.values[i] = 100;
    }
    const options = { rows: Int32Array.from(changed), previous: outcomes, inPlace: true };
    assert.equal(await evaluator.evaluate(facts, TODAY, options), outcomes);
    same(
      outcomes,
      facts,
      Array.from({ length: COUNT }, (_, i) => i),
    );
  });

  it('leaves outcomes as they were where a selection was cancelled', async () => {
    const facts = ledger();
    const evaluator = createCompiledEvaluator(packWith(rules));
    const outcomes = await evaluator.evaluate(facts, TODAY);
    const before = outcomes.rules.map(({ high }) => high.slice());
    facts.columns.get('few')?.state.fill(FactState.blank);
    const signal = { aborted: false };
    const breathe = (): Promise<void> => {
      signal.aborted = true;
      return Promise.resolve();
    };
    const rows = Int32Array.from({ length: COUNT }, (_, i) => i);
    const options = { rows, previous: outcomes, inPlace: true, pace: { signal, breathe } };
    await assert.rejects(evaluator.evaluate(facts, TODAY, options));
    assert.deepEqual(
      outcomes.rules.map(({ high }) => high),
      before,
    );
  });

  it('asks an operator that it has no form for what it holds', async () => {
    const registry = OPERATORS as Map<string, Operator>;
    const startsWith: Operator = {
      name: 'startsWith',
      says: '以此开头。',
      alias: [],
      accepts: ['text'],
      operand: 'value',
      native: false,
      holds: (a, b) => typeof a === 'string' && typeof b === 'string' && a.startsWith(b),
    };
    registry.set(startsWith.name, startsWith);
    try {
      const rule = ruleWith('own', null, { kind: 'not', of: leaf('few', 'startsWith', literal('甲')) });
      const facts = ledger();
      const {
        rules: [one],
      } = await createCompiledEvaluator(packWith([rule])).evaluate(facts, TODAY);
      assert.ok(one);
      for (let i = 0; i < COUNT; i++)
        assert.equal(outcomeOf(one, i), judgeRule(rule, readerOf(facts, i), TODAY), `${i}`);
    } finally {
      registry.delete(startsWith.name);
    }
  });
});
