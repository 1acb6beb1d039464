import assert from 'node:assert/strict';
import { codes, load, loaded, packFiles, refused, rule, ruleOf, withRules, type Json } from './support/packFixture';

const leaf = (change: Json = {}): Json => ({ fact: 'dueOn', operator: 'before', value: { fact: 'today' }, ...change });
const all = (...of: unknown[]): Json => ({ all: of });

/** A pack with one rule of the given condition must be refused for this one reason. */
function refuses(condition: unknown, code: string, params: Json = {}, change: Json = {}): void {
  const problems = refused(withRules(ruleOf(condition, change)));
  assert.deepEqual(codes(problems), [code]);
  for (const [key, value] of Object.entries(params)) assert.deepEqual(problems[0]?.params[key], value, key);
}

describe('loadPack', () => {
  describe('conditions', () => {
    it('refuses unknown facts, operators and lexicons with the nearest one', () => {
      refuses(all(leaf({ fact: 'dueOm' })), 'rules-fact-unknown', { fact: 'dueOm', nearest: 'dueOn' });
      refuses(all(leaf({ value: { fact: 'todya' } })), 'rules-fact-unknown', { nearest: 'today' });
      refuses(all(leaf({ operator: 'befor' })), 'rules-operator-unknown', { nearest: 'before' });
      refuses(all(leaf({ operator: 'not:before' })), 'rules-operator-unknown');
      const words = { fact: 'result', operator: 'containsAny', value: { lexicon: 'refusal' } };
      refuses(all(words), 'rules-lexicon-unknown', { nearest: 'refusals' });
    });

    it('refuses unknown keys, path, and mixed or bare conditions', () => {
      refuses(all(leaf({ opertor: 'x' })), 'rules-key-unknown', { key: 'opertor', nearest: 'operator' });
      refuses(all(leaf({ params: {} })), 'rules-key-unknown', { key: 'params' });
      refuses(all(leaf({ path: '$.x' })), 'rules-path-not-allowed');
      refuses({ all: [leaf()], any: [leaf()] }, 'rules-condition-mixed');
      refuses(leaf(), 'rules-condition-bare');
      refuses(all({ fact: 'dueOn', operator: 'before' }), 'rules-key-missing', { key: 'value' });
      refuses(all('dueOn'), 'rules-condition-expected');
      refuses({ not: [leaf()] }, 'rules-value-wrong-kind');
      refuses({ all: leaf() }, 'rules-value-wrong-kind');
    });

    it('refuses empty groups', () => {
      refuses({ all: [] }, 'rules-condition-empty', { key: 'all' });
      refuses({ not: { any: [] } }, 'rules-condition-empty', { key: 'any' });
    });

    it('refuses values of the wrong type', () => {
      const on = (fact: string, operator: string, value: unknown): Json => all({ fact, operator, value });
      refuses(on('dueOn', 'before', '2021-10-32'), 'rules-date-invalid', { value: '2021-10-32' });
      refuses(on('dueOn', 'before', '2021-2-3'), 'rules-date-invalid');
      refuses(on('dueOn', 'before', 20211008), 'rules-operand-wrong-type', { found: 'number' });
      refuses(on('daysOverdue', 'greaterThan', '3'), 'rules-value-quoted', { value: '3' });
      refuses(on('daysOverdue', 'greaterThan', '三'), 'rules-operand-wrong-type', { found: 'string' });
      refuses(on('daysOverdue', 'before', '2021-10-08'), 'rules-operator-wrong-type');
      refuses(on('dueOn', 'lessThan', 3), 'rules-operator-wrong-type');
      refuses(on('isOpen', 'equal', 'true'), 'rules-value-quoted', { value: 'true' });
      refuses(on('dueOn', 'before', 'today'), 'rules-fact-quoted', { fact: 'today' });
      refuses(on('isOpen', 'equal', null), 'rules-operand-wrong-type', { found: 'null' });
      refuses(on('result', 'contains', '支持'), 'rules-operator-wrong-type', { operator: 'contains', type: 'text' });
      refuses(on('units', 'equal', '甲股'), 'rules-operator-wrong-type');
      refuses(on('units', 'contains', ['甲股']), 'rules-operand-wrong-type');
      refuses(on('caseNo', 'in', '甲'), 'rules-operand-wrong-type');
      refuses(on('caseNo', 'in', []), 'rules-value-empty');
      refuses(on('caseNo', 'in', ['甲', 3]), 'rules-operand-wrong-type');
      refuses(on('caseNo', 'equal', ''), 'rules-value-empty');
      refuses(on('caseNo', 'isBlank', false), 'rules-operand-not-wanted');
      refuses(on('dueOn', 'before', { fact: 'daysOverdue' }), 'rules-facts-not-comparable');
      refuses(on('dueOn', 'before', { lexicon: 'refusals' }), 'rules-lexicon-not-wanted');
      refuses(on('result', 'containsAny', ['']), 'rules-value-empty');
    });

    it('takes isBlank and isPresent with value absent, null or true', () => {
      for (const value of [{}, { value: null }, { value: true }])
        assert.equal(
          loaded(withRules(ruleOf(all({ fact: 'timeLimit', operator: 'isBlank', ...value })))).rules.length,
          1,
        );
    });

    it('holds enum values against closed vocabularies, of fields and of facts', () => {
      const is = (fact: string, value: string): Json => all({ fact, operator: 'equal', value });
      refuses(is('merit', 'withinPolcy'), 'rules-enum-value-unknown', { nearest: 'withinPolicy' });
      refuses(is('merit', '政策外'), 'rules-enum-value-unknown', { nearest: 'beyondPolicy' });
      refuses(is('limitKind', 'units'), 'rules-enum-value-unknown', { nearest: 'unit' });
      assert.ok(load(withRules(ruleOf(is('status', '随便什么')))).ok, 'an open vocabulary takes any value');
    });

    it('refuses expressions RE2 does not take', () => {
      for (const pattern of ['(?=a)', '(a)\\1', '[', 'a{1001}'])
        refuses(all({ fact: 'result', operator: 'matches', value: pattern }), 'rules-pattern-invalid');
      for (const pattern of ['a'.repeat(301), 'a{1000}a{1000}', '(\\pL{30}){30}(\\pL{30}){30}(\\pL{30}){30}'])
        refuses(all({ fact: 'result', operator: 'matches', value: pattern }), 'rules-pattern-too-large');
      for (const value of ['(a|a)*$', '.{0,500}后', '第[一二三四五六七八九十百]+条'])
        assert.ok(load(withRules(ruleOf(all({ fact: 'result', operator: 'matches', value })))).ok, value);
    });

    it('refuses nesting over 16 and takes 16', () => {
      const nested = (depth: number): unknown => (depth === 0 ? leaf() : { all: [nested(depth - 1)] });
      assert.ok(load(withRules(ruleOf(nested(16)))).ok);
      refuses(nested(17), 'rules-too-deep', { limit: 16 });
      refuses(nested(40), 'rules-too-deep');
      const abyss = `${'{ "not": '.repeat(5000)}${JSON.stringify(leaf())}${' }'.repeat(5000)}`;
      const text = JSON.stringify({ title: '时限', rules: [ruleOf(0)] }).replace(
        '"conditions":0',
        () => `"conditions":${abyss}`,
      );
      assert.deepEqual(codes(refused(packFiles({ 'deadlines.json': text }))), ['rules-too-deep']);
    });

    it('refuses over 2,000 conditions of one file and takes 2,000', () => {
      const many = (count: number): Json => all(...Array.from({ length: count }, () => leaf()));
      assert.ok(load(withRules(ruleOf(many(1999)))).ok);
      refuses(many(2001), 'rules-too-many-conditions', { limit: 2000 }, { appliesWhen: undefined });
    });

    it('tells one slip once: the rules after the 2,000th condition are not to blame', () => {
      const many = all(...Array.from({ length: 2001 }, () => leaf()));
      const files = withRules(ruleOf(many), ruleOf(all(leaf()), { name: 'after' }));
      assert.deepEqual(codes(refused(files)), ['rules-too-many-conditions']);
    });
  });

  describe('named conditions', () => {
    const file = (conditions: Json, ...rules: unknown[]): Map<string, string | Uint8Array> =>
      packFiles({ 'deadlines.json': { title: '时限', conditions, rules } });

    it('stand in for what they name', () => {
      const pack = loaded(file({ late: all(leaf()) }, ruleOf({ not: { condition: 'late' } })));
      assert.equal(pack.rules[0]?.conditions.kind, 'not');
    });

    it('are refused when unknown or cyclic, without a hang', () => {
      const unknown = refused(file({ late: all(leaf()) }, ruleOf({ condition: 'lat' })));
      assert.deepEqual(codes(unknown), ['rules-condition-unknown']);
      assert.equal(unknown[0]?.params['nearest'], 'late');
      const cyclic = refused(
        file({ a: { not: { condition: 'b' } }, b: all({ condition: 'a' }) }, ruleOf({ condition: 'a' })),
      );
      assert.deepEqual(codes(cyclic), ['rules-condition-cycle']);
    });

    it('count as often as they are used', () => {
      const doubling: Json = { c0: all(leaf(), leaf()) };
      for (let i = 1; i < 15; i++) doubling[`c${i}`] = all({ condition: `c${i - 1}` }, { condition: `c${i - 1}` });
      assert.ok(codes(refused(file(doubling, ruleOf({ condition: 'c14' })))).includes('rules-too-many-conditions'));
    });

    it('are checked though no rule uses them', () => {
      assert.deepEqual(codes(refused(file({ idle: all(leaf({ fact: 'dueOm' })) }, rule()))), ['rules-fact-unknown']);
    });

    it('see the parameters of the rule that uses them', () => {
      const late = all({ fact: 'daysOverdue', operator: 'greaterThan', value: { fact: 'parameters.days' } });
      const rules = [ruleOf({ condition: 'late' }, { parameters: { days: 3 } })];
      const pack = loaded(file({ late }, ...rules));
      assert.deepEqual(pack.rules[0]?.conditions.kind === 'all' && pack.rules[0].conditions.of[0], {
        kind: 'leaf',
        fact: 'daysOverdue',
        operator: 'greaterThan',
        operand: { kind: 'literal', value: 3, parameter: 'days' },
      });
      assert.deepEqual(codes(refused(file({ late }, ruleOf({ condition: 'late' })))), ['rules-parameter-unknown']);
    });
  });
});
