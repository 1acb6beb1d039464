import assert from 'node:assert/strict';
import { checkExamples } from '../../src/core/rules/checkExamples';
import type { Severity } from '../../src/core/rules/pack';
import { defaultPack } from '../core/facts/ledger';

/** Rule ids and severities are fixed by the design: reports, scores and offices rely on them. */
const DESIGN: Readonly<Record<string, Readonly<Record<string, Severity>>>> = {
  'clarity.json': {
    'unit-missing': 'error',
    'unit-vague': 'error',
    'unit-not-single': 'warning',
    'unit-unknown': 'warning',
    'leader-missing': 'error',
    'leader-not-single': 'warning',
    'leader-unknown': 'notice',
    'limit-missing': 'error',
    'limit-vague': 'error',
    'limit-consent-missing': 'error',
    'limit-not-filed': 'error',
    'limit-source-missing': 'notice',
    'limit-beyond-statutory': 'warning',
  },
  'deadlines.json': {
    overdue: 'error',
    'due-soon': 'warning',
    'closed-late': 'warning',
    'assigned-late': 'warning',
    'acceptance-notice-late': 'warning',
    'extension-without-consent': 'error',
    'extension-after-due': 'error',
    'extension-too-long': 'warning',
    'due-after-campaign': 'notice',
  },
  'progress.json': {
    'plan-missing': 'warning',
    'weekly-review-lapsed': 'warning',
    'bureau-review-lapsed': 'warning',
    idling: 'warning',
    'limit-moved-repeatedly': 'warning',
    'copied-progress': 'warning',
    'forwarded-only': 'warning',
    'instruction-only': 'warning',
    'long-open': 'warning',
  },
  'closing.json': {
    'closed-date-missing': 'error',
    'closed-without-result': 'error',
    'boilerplate-result': 'warning',
    'closed-but-pending': 'warning',
    'refusal-without-basis': 'warning',
    'closed-not-reported': 'warning',
    'closed-not-signed-off': 'warning',
    'signed-off-while-open': 'error',
    'signed-off-not-reported': 'error',
    'dates-out-of-order': 'error',
  },
  'integrity.json': {
    'date-unreadable': 'warning',
    'date-in-future': 'error',
    'closed-before-received': 'error',
    'id-precision-lost': 'error',
    'phone-invalid': 'notice',
    'duplicate-case': 'error',
    'similar-case': 'notice',
    'status-contradicts-dates': 'warning',
  },
  'classification.json': {
    'merit-undecided': 'warning',
    'merit-conflicts': 'warning',
    'conduct-to-verify': 'notice',
    'unlawful-without-basis': 'error',
    'within-policy-unresolved': 'warning',
    'beyond-policy-unexplained': 'notice',
    'hardship-without-aid': 'warning',
  },
};

const PARAMETERS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'due-soon': { days: 3 },
  'assigned-late': { days: 15 },
  'acceptance-notice-late': { days: 15 },
  'extension-too-long': { days: 30 },
  'plan-missing': { days: 7 },
  'weekly-review-lapsed': { weeks: 1 },
  'bureau-review-lapsed': { days: 31 },
  'long-open': { days: 180 },
  'closed-not-reported': { days: 7 },
  'closed-not-signed-off': { days: 7 },
};

describe('the default pack', () => {
  const pack = defaultPack();
  const byName = new Map(pack.rules.map((rule) => [rule.name, rule]));

  it('holds the rules of the design, each in its file and with its severity', () => {
    const found: Record<string, Record<string, Severity>> = {};
    for (const { name, file, severity } of pack.rules) (found[file] ??= {})[name] = severity;
    assert.deepEqual(found, DESIGN);
  });

  it('has examples that every rule judges as they say', () => {
    assert.deepEqual(checkExamples(pack), []);
  });

  it('shows what is flagged, what is clean and what can not be judged', () => {
    for (const { name, examples } of pack.rules) {
      assert.ok(examples.flagged.length > 0, `${name}: flagged`);
      assert.ok(examples.clean.length > 0, `${name}: clean`);
      assert.ok(examples.cannotJudge.length > 0, `${name}: cannotJudge`);
    }
  });

  it('has the numbers of the design as parameters', () => {
    for (const [name, parameters] of Object.entries(PARAMETERS))
      assert.deepEqual(byName.get(name)?.parameters, parameters, name);
  });

  it('calls what has become a fact not mendable', () => {
    const facts = pack.rules.filter(({ mendable }) => !mendable).map(({ name }) => name);
    for (const name of ['closed-late', 'assigned-late', 'extension-after-due']) assert.ok(facts.includes(name), name);
    assert.ok(!facts.includes('overdue'));
  });

  it('says what is wrong and what to do, in whole sentences without English', () => {
    for (const { name, basis, message, advice } of pack.rules) {
      assert.ok(basis.length > 6, `${name}: basis`);
      for (const template of [message, advice]) {
        const words = template.map((part) => (typeof part === 'string' ? part : '')).join('');
        assert.ok((words.match(/\p{Script=Han}/gu) ?? []).length >= 6, name);
        assert.doesNotMatch(words, /[A-Za-z]{2}|[,;!?]/, name);
      }
    }
  });

  it('never calls conduct unlawful on its own word', () => {
    for (const name of ['conduct-to-verify', 'merit-conflicts']) {
      const rule = byName.get(name);
      const words = [...(rule?.message ?? []), ...(rule?.advice ?? [])]
        .filter((part) => typeof part === 'string')
        .join('');
      assert.doesNotMatch(words, /违法行为属实|属于违法|构成违法/, name);
    }
  });

  it('knows the four phases of the plan and its organisation', () => {
    assert.deepEqual(
      pack.campaign.phases.map(({ name }) => name),
      ['谋划启动阶段', '梳理排查阶段', '集中攻坚阶段', '总结提升阶段'],
    );
    const names = pack.organisation.units.map(({ name }) => name);
    for (const unit of [
      '办公室',
      '政工股',
      '法制监督股',
      '普法与依法治理股',
      '行政复议与应诉股',
      '社区矫正大队',
      '县公证处',
    ])
      assert.ok(names.includes(unit), unit);
    assert.ok(
      pack.organisation.units.some(
        ({ name, aliases }) => name === '法律援助中心' && aliases.includes('县法律援助中心'),
      ),
    );
    assert.equal(pack.organisation.people.length, 14);
  });
});
