import assert from 'node:assert/strict';
import { errorCell, type TestCase, type TestLedger, unreadable } from './ledger';
import { type Verdict, verdicts } from './verdicts';

type Row = readonly [name: string, one: TestCase, wanted: Verdict, options?: TestLedger];

/** One test per row: what the rule says of a ledger of that one case on 9 October 2021. */
function rule(id: string, rows: readonly Row[]): void {
  for (const [name, one, wanted, options] of rows) {
    it(`${id}: ${name}`, async () => assert.equal((await verdicts([one], options)).get(id)?.[0], wanted));
  }
}

const UNIT = { limitSource: '股室提出' };
const OPEN = { status: '办理中' };
const CLOSED = { status: '已办结' };

describe('rules at their edges', () => {
  rule('unit-missing', [
    ['blank', { unit: null }, 'flagged'],
    ['no column: every row answers', { title: '道路积水' }, 'flagged'],
    ['an error cell', { unit: errorCell('unit') }, 'cannotJudge'],
    ['closed rows too', { unit: null, ...CLOSED }, 'flagged'],
  ]);
  rule('leader-missing', [['no column', { title: '道路积水' }, 'flagged']]);
  rule('limit-missing', [
    ['no column', { title: '道路积水' }, 'flagged'],
    ['vague is not missing', { timeLimit: '尽快' }, 'clean'],
    ['unreadable is not missing', { timeLimit: '24小时内' }, 'clean'],
    ['the statutory backstop leaves it standing', { timeLimit: null, receivedOn: '2021-08-31', ...OPEN }, 'flagged'],
  ]);
  rule('limit-vague', [
    ['vague', { timeLimit: '待判决后' }, 'flagged'],
    ['a date', { timeLimit: '2021-10-08' }, 'clean'],
    ['unreadable', { timeLimit: '24小时内' }, 'cannotJudge'],
    ['blank', { timeLimit: null }, 'notApplicable'],
  ]);
  rule('unit-vague', [
    ['相关股室', { unit: '相关股室' }, 'flagged'],
    ['各所', { unit: '各所' }, 'flagged'],
    ['待定', { unit: '待定' }, 'flagged'],
    ['a unit', { unit: '办公室' }, 'clean'],
    ['blank', { unit: null }, 'notApplicable'],
  ]);
  rule('unit-unknown', [
    ['unit-vague excludes it', { unit: '相关股室' }, 'notApplicable'],
    ['not on the roster', { unit: '宣传科' }, 'flagged'],
    ['on it', { unit: '县法律援助中心' }, 'clean'],
  ]);
  rule('unit-not-single', [
    ['several, none leads', { unit: '办公室、政工股' }, 'flagged'],
    ['several, one leads', { unit: '办公室（牵头）、政工股' }, 'clean'],
    ['one', { unit: '办公室' }, 'clean'],
  ]);
  rule('leader-not-single', [
    ['two', { caseLeader: '测试甲、测试乙' }, 'flagged'],
    ['one with a blank inside', { caseLeader: '测 试' }, 'clean'],
  ]);
  rule('limit-consent-missing', [
    ['of the unit, no consent', { timeLimit: '2021-10-20', ...UNIT, limitConsent: null }, 'flagged'],
    ['不同意 is no consent', { timeLimit: '2021-10-20', ...UNIT, limitConsent: '不同意' }, 'flagged'],
    [
      'dated after filing',
      { timeLimit: '2021-10-20', ...UNIT, limitConsent: '9月3日同意', limitFiledOn: '2021-09-02' },
      'flagged',
    ],
    ['consented', { timeLimit: '2021-10-20', ...UNIT, limitConsent: '同意' }, 'clean'],
    [
      'found by the bureau itself, no source',
      { timeLimit: '2021-10-20', channel: '自行梳理', limitConsent: null },
      'flagged',
    ],
    ['of the superior', { timeLimit: '2021-10-20', limitSource: '上级明确', limitConsent: null }, 'notApplicable'],
    ['a limit that can’t be read', { timeLimit: '24小时内', ...UNIT, limitConsent: null }, 'cannotJudge'],
    ['no column', { timeLimit: '2021-10-20', ...UNIT }, 'wantsColumn'],
  ]);
  rule('limit-not-filed', [
    ['blank', { timeLimit: '2021-10-20', ...UNIT, limitFiledOn: null }, 'flagged'],
    ['filed', { timeLimit: '2021-10-20', ...UNIT, limitFiledOn: '2021-09-02' }, 'clean'],
    [
      'unreadable is no pass',
      { timeLimit: '2021-10-20', ...UNIT, limitFiledOn: unreadable('limitFiledOn') },
      'cannotJudge',
    ],
    ['no column', { timeLimit: '2021-10-20', ...UNIT }, 'wantsColumn'],
  ]);
  rule('limit-source-missing', [
    ['a limit without a source', { timeLimit: '2021-10-20', limitSource: null }, 'flagged'],
    ['only where there is a limit', { timeLimit: null, limitSource: null }, 'notApplicable'],
    ['vague', { timeLimit: '尽快', limitSource: null }, 'notApplicable'],
    [
      'found by the bureau itself: of kind unit',
      { timeLimit: '2021-10-20', limitSource: null, channel: '自行梳理' },
      'clean',
    ],
    ['no column: said once', { timeLimit: '2021-10-20' }, 'wantsColumn'],
    ['a source that can’t be read', { timeLimit: '2021-10-20', limitSource: unreadable('limitSource') }, 'cannotJudge'],
  ]);
  // 31 August 2021 + 60 days is Saturday 30 October, rolled to Monday 1 November.
  rule('limit-beyond-statutory', [
    ['on the rolled day', { timeLimit: '2021-11-01', ...UNIT, receivedOn: '2021-08-31' }, 'clean'],
    ['the day after', { timeLimit: '2021-11-02', ...UNIT, receivedOn: '2021-08-31' }, 'flagged'],
    [
      'of the superior',
      { timeLimit: '2021-12-31', limitSource: '上级明确', receivedOn: '2021-08-31' },
      'notApplicable',
    ],
    ['no start', { timeLimit: '2021-11-02', ...UNIT, receivedOn: null }, 'cannotJudge'],
  ]);
});

describe('rules on deadlines at their edges', () => {
  rule('overdue', [
    ['due today is not overdue', { ...OPEN, timeLimit: '2021-10-09' }, 'clean'],
    ['due yesterday', { ...OPEN, timeLimit: '2021-10-08' }, 'flagged'],
    ['a missing limit: the statutory day', { ...OPEN, timeLimit: null, receivedOn: '2021-07-01' }, 'flagged'],
    ['an unreadable limit', { ...OPEN, timeLimit: '24小时内' }, 'cannotJudge'],
    ['closed', { ...CLOSED, timeLimit: '2021-10-08' }, 'notApplicable'],
    ['before the rule was in force', { ...OPEN, timeLimit: '2021-08-01' }, 'notApplicable', { today: '2021-08-30' }],
  ]);
  rule('due-soon', [
    ['today', { ...OPEN, timeLimit: '2021-10-09' }, 'flagged'],
    ['in three days', { ...OPEN, timeLimit: '2021-10-12' }, 'flagged'],
    ['in four', { ...OPEN, timeLimit: '2021-10-13' }, 'clean'],
    ['overdue', { ...OPEN, timeLimit: '2021-10-08' }, 'clean'],
  ]);
  rule('closed-late', [
    ['late', { ...CLOSED, timeLimit: '2021-10-01', closedOn: '2021-10-02' }, 'flagged'],
    ['on the day', { ...CLOSED, timeLimit: '2021-10-01', closedOn: '2021-10-01' }, 'clean'],
    ['no date', { ...CLOSED, timeLimit: '2021-10-01', closedOn: null }, 'cannotJudge'],
  ]);
  rule('assigned-late', [
    ['15 days', { ...OPEN, receivedOn: '2021-09-01', assignedOn: '2021-09-16' }, 'clean'],
    ['16 days', { ...OPEN, receivedOn: '2021-09-01', assignedOn: '2021-09-17' }, 'flagged'],
    ['never, open', { ...OPEN, receivedOn: '2021-09-01', assignedOn: null }, 'flagged'],
    ['never, closed', { ...CLOSED, receivedOn: '2021-09-01', assignedOn: null }, 'notApplicable'],
    ['legacy', { ...OPEN, registeredOn: '2018-09-01', assignedOn: '2021-09-17' }, 'notApplicable'],
    ['no column', { ...OPEN, receivedOn: '2021-09-01' }, 'wantsColumn'],
  ]);
  rule('acceptance-notice-late', [
    ['16 days', { ...OPEN, registeredOn: '2021-09-01', acceptanceNotifiedOn: '2021-09-17' }, 'flagged'],
    ['15 days', { ...OPEN, registeredOn: '2021-09-01', acceptanceNotifiedOn: '2021-09-16' }, 'clean'],
    ['not told for 38 days', { ...OPEN, registeredOn: '2021-09-01', acceptanceNotifiedOn: null }, 'flagged'],
    ['no column', { ...OPEN, registeredOn: '2021-09-01' }, 'wantsColumn'],
  ]);
  const EXTENDED = { ...OPEN, timeLimit: '2021-10-08', extendedTo: '2021-10-20' };
  rule('extension-without-consent', [
    ['blank', { ...EXTENDED, extensionConsent: null }, 'flagged'],
    ['refused', { ...EXTENDED, extensionConsent: '不同意' }, 'flagged'],
    ['consented', { ...EXTENDED, extensionConsent: '同意' }, 'clean'],
    ['no extension', { ...EXTENDED, extendedTo: null, extensionConsent: null }, 'notApplicable'],
    ['no column', { ...EXTENDED }, 'wantsColumn'],
  ]);
  rule('extension-after-due', [
    ['on the day', { ...EXTENDED, extensionConsent: '同意', extensionConsentOn: '2021-10-08' }, 'clean'],
    ['the day after', { ...EXTENDED, extensionConsent: '同意', extensionConsentOn: '2021-10-09' }, 'flagged'],
    ['the first date of the text', { ...EXTENDED, extensionConsent: '10月9日同意' }, 'flagged'],
    ['refused', { ...EXTENDED, extensionConsent: '不同意', extensionConsentOn: '2021-10-09' }, 'notApplicable'],
    ['no date', { ...EXTENDED, extensionConsent: '同意', extensionConsentOn: null }, 'cannotJudge'],
  ]);
  rule('extension-too-long', [
    ['30 days', { ...EXTENDED, extendedTo: '2021-11-07' }, 'clean'],
    ['31 days', { ...EXTENDED, extendedTo: '2021-11-08' }, 'flagged'],
    ['no column', { timeLimit: '2021-10-08' }, 'wantsColumn'],
  ]);
  rule('due-after-campaign', [
    ['on its last day', { ...OPEN, receivedOn: '2021-09-01', timeLimit: '2021-11-08' }, 'clean'],
    ['after it', { ...OPEN, receivedOn: '2021-09-01', timeLimit: '2021-11-09' }, 'flagged'],
    [
      'received on its last day',
      { ...OPEN, receivedOn: '2021-11-08', timeLimit: '2022-01-07' },
      'notApplicable',
      { today: '2021-11-08' },
    ],
    ['closed', { ...CLOSED, receivedOn: '2021-09-01', timeLimit: '2021-11-09' }, 'notApplicable'],
  ]);
});

describe('rules on progress and closing at their edges', () => {
  rule('plan-missing', [
    ['seven days', { ...OPEN, plan: null, assignedOn: '2021-10-02' }, 'clean'],
    ['eight days', { ...OPEN, plan: null, assignedOn: '2021-10-01' }, 'flagged'],
    ['a plan', { ...OPEN, plan: '约谈双方', assignedOn: '2021-09-01' }, 'clean'],
    ['no column', { ...OPEN, assignedOn: '2021-09-01' }, 'wantsColumn'],
  ]);
  rule('weekly-review-lapsed', [
    ['a whole week', { ...OPEN, assignedOn: '2021-08-31', lastReviewOn: '2021-09-15' }, 'flagged'],
    ['in the last whole week', { ...OPEN, assignedOn: '2021-08-31', lastReviewOn: '2021-09-29' }, 'clean'],
    ['closed', { ...CLOSED, assignedOn: '2021-08-31', lastReviewOn: null }, 'notApplicable'],
    ['no column, no records', { ...OPEN, assignedOn: '2021-08-31' }, 'wantsColumn'],
  ]);
  rule('bureau-review-lapsed', [
    ['31 days', { ...OPEN, assignedOn: '2021-08-31', lastBureauReviewOn: '2021-09-08' }, 'clean'],
    ['32 days', { ...OPEN, assignedOn: '2021-08-31', lastBureauReviewOn: '2021-09-07' }, 'flagged'],
    ['never', { ...OPEN, assignedOn: '2021-08-31', lastBureauReviewOn: null }, 'flagged'],
  ]);
  rule('long-open', [
    ['180 days', { ...OPEN, registeredOn: '2021-04-12' }, 'clean'],
    ['181 days', { ...OPEN, registeredOn: '2021-04-11' }, 'flagged'],
  ]);
  rule('closed-date-missing', [
    ['blank', { ...CLOSED, closedOn: null }, 'flagged'],
    ['unreadable', { ...CLOSED, closedOn: unreadable('closedOn') }, 'cannotJudge'],
    ['no column', { ...CLOSED }, 'wantsColumn'],
    ['open', { ...OPEN, closedOn: null }, 'notApplicable'],
  ]);
  rule('closed-without-result', [
    ['blank', { ...CLOSED, result: null }, 'flagged'],
    ['no column', { ...CLOSED }, 'wantsColumn'],
  ]);
  rule('closed-not-reported', [
    ['the seventh day', { ...CLOSED, closedOn: '2021-10-02', reportedOn: null }, 'clean'],
    ['the eighth day', { ...CLOSED, closedOn: '2021-10-01', reportedOn: null }, 'flagged'],
    ['reported later than that', { ...CLOSED, closedOn: '2021-09-01', reportedOn: '2021-09-09' }, 'flagged'],
    ['closed on no day', { ...CLOSED, closedOn: null, reportedOn: null }, 'cannotJudge'],
  ]);
  rule('closed-not-signed-off', [
    ['the seventh day', { ...CLOSED, closedOn: '2021-10-02', signedOff: null }, 'clean'],
    ['the eighth day, blank means no', { ...CLOSED, closedOn: '2021-10-01', signedOff: null }, 'flagged'],
    ['signed off later', { ...CLOSED, closedOn: '2021-09-01', signedOff: true, signedOffOn: '2021-10-01' }, 'clean'],
    ['closed on no day', { ...CLOSED, closedOn: null, signedOff: false }, 'cannotJudge'],
    ['neither column', { ...CLOSED, closedOn: '2021-09-01' }, 'wantsColumn'],
  ]);
  rule('signed-off-while-open', [
    ['办理中 with 销号', { ...OPEN, signedOff: true }, 'flagged'],
    ['closed', { ...CLOSED, closedOn: '2021-10-01', signedOff: true }, 'clean'],
    ['办结 without 化解 is lawful', { ...CLOSED, resolution: '未化解', signedOff: true }, 'clean'],
  ]);
  rule('signed-off-not-reported', [
    ['not reported', { ...CLOSED, signedOff: true, reportedOn: null }, 'flagged'],
    ['reported', { ...CLOSED, signedOff: true, reportedOn: '2021-10-01' }, 'clean'],
    ['not signed off', { ...CLOSED, signedOff: null, reportedOn: null }, 'notApplicable'],
  ]);
  rule('dates-out-of-order', [
    [
      'before reported',
      { ...CLOSED, closedOn: '2021-09-01', reportedOn: '2021-09-05', signedOffOn: '2021-09-04' },
      'flagged',
    ],
    ['in order', { ...CLOSED, closedOn: '2021-09-01', reportedOn: null, signedOffOn: '2021-09-04' }, 'clean'],
  ]);
  rule('status-contradicts-dates', [
    ['an open status beside a date', { ...OPEN, closedOn: '2021-10-01' }, 'flagged'],
    ['阶段性办结 beside a date', { status: '阶段性办结', closedOn: '2021-10-01' }, 'flagged'],
    ['no date', { ...OPEN, closedOn: null }, 'clean'],
    ['closed', { ...CLOSED, closedOn: '2021-10-01' }, 'clean'],
    ['a blank status', { status: null, closedOn: '2021-10-01' }, 'clean'],
  ]);
  rule('closed-before-received', [
    ['before', { ...CLOSED, closedOn: '2021-08-30', receivedOn: '2021-08-31' }, 'flagged'],
    ['the same day', { ...CLOSED, closedOn: '2021-08-31', receivedOn: '2021-08-31' }, 'clean'],
    ['no date', { ...CLOSED, closedOn: null, receivedOn: '2021-08-31' }, 'notApplicable'],
  ]);
  rule('date-unreadable', [
    ['a limit', { timeLimit: '24小时内' }, 'flagged'],
    ['nothing wrong', { timeLimit: '2021-10-08' }, 'clean'],
  ]);
  rule('date-in-future', [
    ['not limits', { timeLimit: '2022-10-08' }, 'clean'],
    ['one that can’t be read may be', { closedOn: unreadable('closedOn') }, 'cannotJudge'],
    ['a closing to come', { closedOn: '2022-10-08' }, 'flagged'],
  ]);

  it('duplicate-case and similar-case flag every row of the group', async () => {
    const one = { caseNo: 'SQ-1', petitioner: '甲某', content: '反映道路积水' };
    const said = await verdicts([one, { ...one, caseNo: 'SQ-2', content: '另一件事' }, one]);
    assert.deepEqual(said.get('duplicate-case'), ['flagged', 'clean', 'flagged']);
    assert.deepEqual(said.get('similar-case'), ['flagged', 'clean', 'flagged']);
  });
});
