import assert from 'node:assert/strict';
import { checkExamples } from '../../../src/core/rules/checkExamples';
import { loaded, rule, ruleOf, withRules } from './support/packFixture';

describe('checkExamples', () => {
  it('finds nothing where every example is judged as it says', () => {
    const examples = {
      flagged: [{ isOpen: true, dueOn: '2021-10-08', today: '2021-10-09' }],
      clean: [{ isOpen: true, dueOn: '2021-10-09', today: '2021-10-09' }],
      cannotJudge: [
        { isOpen: true, today: '2021-10-09' },
        { isOpen: true, dueOn: { unreadable: '10月32日' }, today: '2021-10-09' },
        { isOpen: null, dueOn: '2021-10-08', today: '2021-10-09' },
      ],
      notApplicable: [{ isOpen: false, dueOn: '2021-10-08', today: '2021-10-09' }],
    };
    assert.deepEqual(checkExamples(loaded(withRules(rule({ examples })))), []);
  });

  it('names each example that is judged otherwise', () => {
    const flagged = { isOpen: true, dueOn: '2021-10-08', today: '2021-10-09' };
    const examples = { flagged: [flagged, { isOpen: false }], clean: [flagged], cannotJudge: [flagged] };
    assert.deepEqual(checkExamples(loaded(withRules(rule({ examples })))), [
      { rule: 'overdue', kind: 'flagged', index: 1, actual: 'notApplicable' },
      { rule: 'overdue', kind: 'clean', index: 0, actual: 'flagged' },
      { rule: 'overdue', kind: 'cannotJudge', index: 0, actual: 'flagged' },
    ]);
  });

  it('takes no account of the days a rule is in force', () => {
    assert.deepEqual(checkExamples(loaded(withRules(rule({ effective: { from: '2099-01-01' } })))), []);
  });

  it('reads every type of fact, a limit that is no date among them', () => {
    const condition = {
      all: [
        { fact: 'timeLimit', operator: 'isPresent' },
        { fact: 'units', operator: 'contains', value: '甲股' },
        { fact: 'daysOverdue', operator: 'greaterThan', value: 2 },
        { fact: 'result', operator: 'matches', value: '^不.*支持' },
      ],
    };
    const flagged = { timeLimit: '60日内', units: ['甲股', '乙股'], daysOverdue: 3, result: '不予支持' };
    const examples = {
      flagged: [flagged],
      clean: [{ ...flagged, daysOverdue: 2 }],
      cannotJudge: [{ ...flagged, units: null }],
    };
    assert.deepEqual(checkExamples(loaded(withRules(ruleOf(condition, { appliesWhen: undefined, examples })))), []);
  });
});
