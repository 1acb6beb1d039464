import assert from 'node:assert/strict';
import { FactState } from '../../../src/core/facts/column';
import { exampleSource } from '../../../src/core/rules/checkExamples';
import { matchedWords, unknownReasons } from '../../../src/core/rules/explain';
import { judge, judgeRule, readerOf, type FactCell, type Truth } from '../../../src/core/rules/judge';
import { Outcome } from '../../../src/core/rules/outcome';
import type { Condition, ExampleFacts, Operand } from '../../../src/core/rules/pack';
import { ruleWith } from './support/randomCases';

const leaf = (fact: string, operator: string, operand: Operand = { kind: 'none' }): Condition => ({
  kind: 'leaf',
  fact,
  operator,
  operand,
});
const is = (fact: string): Condition => leaf(fact, 'equal', { kind: 'literal', value: true });
const all = (...of: Condition[]): Condition => ({ kind: 'all', of });
const any = (...of: Condition[]): Condition => ({ kind: 'any', of });
const not = (of: Condition): Condition => ({ kind: 'not', of });
const words = (fact: string, ...list: string[]): Condition => leaf(fact, 'containsAny', { kind: 'words', words: list });

const facts: ExampleFacts = { yes: true, no: false, blank: null, unreadable: { unreadable: '10月32日' } };
const truth = (condition: Condition): Truth => judge(condition, readerOf(exampleSource([facts]), 0));

describe('judge', () => {
  it('is Kleene’s logic', () => {
    const [t, f, u] = [is('yes'), is('no'), is('blank')];
    const table: [Condition, Truth][] = [
      [all(t, t), 'true'],
      [all(t, f), 'false'],
      [all(t, u), 'unknown'],
      [all(u, f), 'false'],
      [all(u, u), 'unknown'],
      [any(f, f), 'false'],
      [any(f, t), 'true'],
      [any(f, u), 'unknown'],
      [any(u, t), 'true'],
      [not(t), 'false'],
      [not(f), 'true'],
      [not(u), 'unknown'],
      [not(all(t, not(u))), 'unknown'],
    ];
    for (const [condition, expected] of table) assert.equal(truth(condition), expected, JSON.stringify(condition));
  });

  it('knows blank and present by the state, and nothing else of what is not known', () => {
    const states: [string, Truth, Truth][] = [
      ['yes', 'false', 'true'],
      ['blank', 'true', 'false'],
      ['unreadable', 'false', 'true'],
      ['absent', 'unknown', 'unknown'],
    ];
    for (const [fact, blank, present] of states) {
      assert.equal(truth(leaf(fact, 'isBlank')), blank, fact);
      assert.equal(truth(leaf(fact, 'isPresent')), present, fact);
    }
    for (const fact of ['blank', 'unreadable', 'absent']) {
      assert.equal(truth(is(fact)), 'unknown');
      assert.equal(truth(leaf(fact, 'notIn', { kind: 'literal', value: ['甲'] })), 'unknown');
      assert.equal(truth(leaf('yes', 'equal', { kind: 'fact', fact })), 'unknown');
    }
    const broken = (): FactCell => ({ state: FactState.unknown, value: null });
    assert.equal(judge(leaf('x', 'isBlank'), broken), 'unknown', 'an error cell is neither blank nor present');
  });

  it('takes a limit that is no date as present and of unknown day', () => {
    const limit = exampleSource([{ timeLimit: NaN }]);
    const read = readerOf(limit, 0);
    assert.equal(judge(leaf('timeLimit', 'isPresent'), read), 'true');
    assert.equal(judge(leaf('timeLimit', 'before', { kind: 'literal', value: 18900 }), read), 'unknown');
  });

  it('answers one of four outcomes', () => {
    const outcome = (applies: Condition | null, flags: Condition): Outcome =>
      judgeRule(ruleWith('r', applies, flags), readerOf(exampleSource([facts]), 0), 0);
    assert.equal(outcome(is('no'), is('yes')), Outcome.notApplicable);
    assert.equal(outcome(is('blank'), is('yes')), Outcome.cannotJudge);
    assert.equal(outcome(is('blank'), is('no')), Outcome.cannotJudge);
    assert.equal(outcome(is('yes'), is('blank')), Outcome.cannotJudge);
    assert.equal(outcome(is('yes'), is('no')), Outcome.clean);
    assert.equal(outcome(null, is('yes')), Outcome.flagged);
  });
});

describe('unknownReasons', () => {
  const reasons = (applies: Condition | null, flags: Condition): unknown[] =>
    unknownReasons(ruleWith('r', applies, flags), exampleSource([facts]), 0).map(({ fact, state }) => [fact, state]);

  it('names only facts in branches that are undecided, each once', () => {
    assert.deepEqual(reasons(null, all(is('blank'), is('no'))), []);
    assert.deepEqual(reasons(null, any(all(is('blank'), is('no')), is('unreadable'))), [
      ['unreadable', FactState.unreadable],
    ]);
    assert.deepEqual(reasons(null, all(is('blank'), not(is('blank')), is('absent'))), [
      ['blank', FactState.blank],
      ['absent', FactState.missing],
    ]);
    const compared = leaf('yes', 'equal', { kind: 'fact', fact: 'blank' });
    assert.deepEqual(reasons(null, compared), [['blank', FactState.blank]]);
  });

  it('stops at appliesWhen where that is undecided, and is silent where the rule decided', () => {
    assert.deepEqual(reasons(is('blank'), is('unreadable')), [['blank', FactState.blank]]);
    assert.deepEqual(reasons(is('no'), is('unreadable')), []);
    assert.deepEqual(reasons(is('yes'), is('yes')), []);
  });

  it('carries why a fact is not known; a blank has no why', () => {
    const [blank, unreadable] = unknownReasons(
      ruleWith('r', null, all(is('blank'), is('unreadable'))),
      exampleSource([facts]),
      0,
    );
    assert.equal(blank?.why, null);
    assert.equal(unreadable?.why?.field, 'unreadable');
  });
});

describe('matchedWords', () => {
  const found = (flags: Condition, text: string): readonly string[] =>
    matchedWords(ruleWith('r', null, flags), exampleSource([{ result: text }]), 0);

  it('gives the words that hold, in the order of the rule, each once', () => {
    assert.deepEqual(found(words('result', '正在', '下一步', '待'), '下一步正在核实，正在办理'), ['正在', '下一步']);
    const pattern = leaf('result', 'matches', { kind: 'pattern', source: '待.{1,4}后' });
    assert.deepEqual(found(any(words('result', '正在'), pattern), '正在研究，待资金到位后落实'), [
      '正在',
      '待资金到位后',
    ]);
  });

  it('leaves out what stands under a not or in a branch that does not hold', () => {
    assert.deepEqual(found(all(words('result', '正在'), not(words('result', '已办'))), '正在办'), ['正在']);
    assert.deepEqual(found(any(all(words('result', '正在'), words('result', '无')), words('result', '办')), '正在办'), [
      '办',
    ]);
  });
});
