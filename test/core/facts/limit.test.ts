import assert from 'node:assert/strict';
import { isUnknown } from '../../../src/core/facts/column';
import { dueOf } from '../../../src/core/facts/due';
import { createDueReader } from '../../../src/core/facts/dueView';
import { day, errorCell, factsOf, pack, unreadable } from './ledger';
import { table } from './said';

const SUPERIOR = '上级明确';
const UNIT = '股室提出';

describe('facts of limits', () => {
  table('limitKind', [
    ['superior', { timeLimit: '2021-10-08', limitSource: SUPERIOR }, 'superior'],
    ['unit', { timeLimit: '60日内', limitSource: UNIT }, 'unit'],
    ['no source', { timeLimit: '2021-10-08', limitSource: null }, 'stated'],
    ['no column of sources', { timeLimit: '2021-10-08' }, 'stated'],
    [
      'no source, found by the bureau itself',
      { timeLimit: '2021-10-08', limitSource: null, channel: '自行梳理' },
      'unit',
    ],
    [
      'a source on a case found by itself',
      { timeLimit: '2021-10-08', limitSource: SUPERIOR, channel: '自行梳理' },
      'superior',
    ],
    ['vague', { timeLimit: '尽快', limitSource: UNIT }, 'vague'],
    ['blank', { timeLimit: null, limitSource: SUPERIOR }, 'none'],
    ['no column', { limitSource: SUPERIOR }, 'none'],
    ['unreadable', { timeLimit: '24小时内' }, 'unreadable'],
    ['an error cell', { timeLimit: errorCell('timeLimit') }, 'unknown'],
    ['an unreadable source', { timeLimit: '2021-10-08', limitSource: unreadable('limitSource') }, 'unknown'],
    ['an unreadable channel', { timeLimit: '2021-10-08', channel: errorCell('channel') }, 'unknown'],
  ]);

  table('limitFromUnit', [
    ['of the unit', { timeLimit: '2021-10-08', limitSource: UNIT }, true],
    ['of the superior', { timeLimit: '2021-10-08', limitSource: SUPERIOR }, false],
    ['vague', { timeLimit: '尽快', limitSource: UNIT }, false],
    ['unreadable, of the unit', { timeLimit: '24小时内', limitSource: UNIT }, 'unknown'],
    ['unreadable, of the superior', { timeLimit: '24小时内', limitSource: SUPERIOR }, false],
    ['an unreadable source', { timeLimit: '2021-10-08', limitSource: unreadable('limitSource') }, 'unknown'],
  ]);

  table('limitConsented', [
    ['同意', { limitConsent: '同意' }, true],
    ['any other words', { limitConsent: '请按此办理' }, true],
    ['不同意 is no consent', { limitConsent: '不同意' }, false],
    ['nor is 未同意', { limitConsent: '领导未同意' }, false],
    ['nor 不予批准', { limitConsent: '不予批准' }, false],
    ['nor 否', { limitConsent: '否' }, false],
    ['nor 待批', { limitConsent: '待批' }, false],
    ['是否同意：同意 does consent', { limitConsent: '是否同意：同意' }, true],
    ['没有不同意见 does not refuse', { limitConsent: '没有不同意见' }, true],
    ['blank', { limitConsent: null }, false],
    ['dated before filing', { limitConsent: '同意，2021年9月1日', limitFiledOn: '2021-09-02' }, true],
    ['dated on the day of filing', { limitConsent: '同意（9月2日）', limitFiledOn: '2021-09-02' }, true],
    ['dated after filing', { limitConsent: '同意 2021.9.3', limitFiledOn: '2021-09-02' }, false],
    ['dated after filing, without a year', { limitConsent: '9月3日同意', limitFiledOn: '2021-09-02' }, false],
    ['the turn of the year', { limitConsent: '12月30日同意', limitFiledOn: '2022-01-05' }, true],
    ['the first date counts', { limitConsent: '9月1日同意，9月5日补签', limitFiledOn: '2021-09-02' }, true],
    [
      'dated, filed on an unreadable day',
      { limitConsent: '9月1日同意', limitFiledOn: unreadable('limitFiledOn') },
      'unknown',
    ],
    ['undated, filed on an unreadable day', { limitConsent: '同意', limitFiledOn: unreadable('limitFiledOn') }, true],
    ['no column', { limitFiledOn: '2021-09-02' }, 'missing'],
  ]);

  table('limitFiled', [
    ['a date', { limitFiledOn: '2021-09-02' }, true],
    ['blank', { limitFiledOn: null }, false],
    ['未备案', { limitFiledOn: unreadable('limitFiledOn', '未备案') }, false],
    ['something unreadable', { limitFiledOn: unreadable('limitFiledOn', '9月32日') }, 'unknown'],
    ['no column', { timeLimit: '2021-09-02' }, 'missing'],
  ]);

  table('dueOn', [
    ['a date holds as written, also on a holiday', { timeLimit: '2021-10-03' }, '2021-10-03'],
    [
      'a period rolls: 9 August + 60 days ends on 8 October',
      { timeLimit: '60日内', receivedOn: '2021-08-09' },
      '2021-10-08',
    ],
    ['a period over the National Day rolls', { timeLimit: '30日内', receivedOn: '2021-09-02' }, '2021-10-08'],
    ['working days', { timeLimit: '15个工作日', receivedOn: '2021-09-01' }, '2021-09-23'],
    ['a month', { timeLimit: '一个月内', receivedOn: '2021-08-31' }, '2021-09-30'],
    ['blank: the statutory backstop', { timeLimit: null, receivedOn: '2021-08-31' }, '2021-11-01'],
    ['vague: the statutory backstop', { timeLimit: '尽快', receivedOn: '2021-08-31' }, '2021-11-01'],
    ['no column: the statutory backstop', { receivedOn: '2021-08-31' }, '2021-11-01'],
    ['legacy: from the campaign’s assignment', { timeLimit: null, registeredOn: '2015-01-01' }, '2021-11-01'],
    ['unreadable', { timeLimit: '24小时内', receivedOn: '2021-08-31' }, 'unknown'],
    ['a period whose start is unreadable', { timeLimit: '60日内', receivedOn: unreadable('receivedOn') }, 'unknown'],
    ['a date needs no start', { timeLimit: '2021-10-08', receivedOn: unreadable('receivedOn') }, '2021-10-08'],
    ['blank with a blank start', { timeLimit: null, receivedOn: null }, 'unknown'],
    ['blank without any start column', { timeLimit: null }, 'missing'],
    [
      'extended with consent',
      { timeLimit: '2021-10-08', extendedTo: '2021-10-20', extensionConsent: '同意延期' },
      '2021-10-20',
    ],
    [
      'extended without consent',
      { timeLimit: '2021-10-08', extendedTo: '2021-10-20', extensionConsent: null },
      '2021-10-08',
    ],
    [
      'extended, refused',
      { timeLimit: '2021-10-08', extendedTo: '2021-10-20', extensionConsent: '不同意延期' },
      '2021-10-08',
    ],
    ['extended, no column of consents', { timeLimit: '2021-10-08', extendedTo: '2021-10-20' }, '2021-10-08'],
    [
      'extended to an unreadable day',
      { timeLimit: '2021-10-08', extendedTo: '24小时内', extensionConsent: '同意' },
      'unknown',
    ],
    [
      'unreadable but refused',
      { timeLimit: '2021-10-08', extendedTo: '24小时内', extensionConsent: '不同意' },
      '2021-10-08',
    ],
    [
      'extended by a period, from the limit',
      { timeLimit: '2021-10-08', extendedTo: '30日', extensionConsent: '同意' },
      '2021-11-08',
    ],
    [
      'extended past an unreadable limit',
      { timeLimit: '24小时内', extendedTo: '2021-10-20', extensionConsent: '同意' },
      '2021-10-20',
    ],
    ['a year without calendar', { timeLimit: null, receivedOn: '2026-12-01' }, 'unknown'],
  ]);

  table('dueKind', [
    ['extended', { timeLimit: '2021-10-08', extendedTo: '2021-10-20', extensionConsent: '同意' }, 'extended'],
    ['superior', { timeLimit: '2021-10-08', limitSource: SUPERIOR }, 'superior'],
    ['statutory', { timeLimit: '尽快', receivedOn: '2021-08-31' }, 'statutory'],
    ['stated', { timeLimit: '2021-10-08' }, 'stated'],
    ['unit', { timeLimit: '2021-10-08', channel: '自行梳理' }, 'unit'],
  ]);

  table('statutoryDueOn', [
    ['60 days, rolled to Monday', { receivedOn: '2021-08-31', timeLimit: '2021-10-08' }, '2021-11-01'],
    ['the new law’s 60 days', { receivedOn: '2022-05-01' }, '2022-06-30'],
    ['before any law', { receivedOn: '2004-01-05', registeredOn: '2021-01-01' }, 'unknown'],
  ]);

  table('daysLeft', [
    ['due today', { timeLimit: '2021-10-09', status: '办理中' }, 0],
    ['overdue', { timeLimit: '2021-10-08', status: '办理中' }, -1],
    ['closed', { timeLimit: '2021-10-08', status: '已办结' }, null],
    ['open or closed can’t be told', { timeLimit: '2021-10-08' }, 'missing'],
  ]);

  table('daysOverdue', [
    ['open', { timeLimit: '2021-10-01', status: '办理中' }, 8],
    ['not overdue', { timeLimit: '2021-10-09', status: '办理中' }, 0],
    ['closed late', { timeLimit: '2021-10-01', status: '已办结', closedOn: '2021-10-03' }, 2],
  ]);

  table('dueState', [
    ['overdue', { timeLimit: '2021-10-08', status: '办理中' }, 'overdue'],
    ['due today is not overdue', { timeLimit: '2021-10-09', status: '办理中' }, 'dueSoon'],
    ['three days left', { timeLimit: '2021-10-12', status: '办理中' }, 'dueSoon'],
    ['four days left', { timeLimit: '2021-10-13', status: '办理中' }, 'onTrack'],
    ['closed on the day', { timeLimit: '2021-10-08', status: '已办结', closedOn: '2021-10-08' }, 'closedOnTime'],
    ['closed the day after', { timeLimit: '2021-10-08', status: '已办结', closedOn: '2021-10-09' }, 'closedLate'],
    ['closed on no day', { timeLimit: '2021-10-08', status: '已办结', closedOn: null }, 'cannotJudge'],
    ['unreadable', { timeLimit: '24小时内', status: '办理中' }, 'cannotJudge'],
    ['neither open nor closed', { timeLimit: '2021-10-08' }, 'cannotJudge'],
  ]);

  it('dueState follows the parameter of due-soon', () => {
    const rules = pack.rules.map((rule) => (rule.name === 'due-soon' ? { ...rule, parameters: { days: 10 } } : rule));
    const facts = factsOf([{ timeLimit: '2021-10-19', status: '办理中' }], { rules: { ...pack, rules } });
    assert.equal(createDueReader(facts).state(0), 'dueSoon');
  });

  table('extensionConsentDay', [
    [
      'its own column',
      { timeLimit: '2021-10-08', extensionConsent: '10月1日同意', extensionConsentOn: '2021-10-07' },
      '2021-10-07',
    ],
    [
      'else the first date in the text',
      { timeLimit: '2021-10-08', extensionConsent: '10月7日同意', extensionConsentOn: null },
      '2021-10-07',
    ],
    ['by the Chinese year', { timeLimit: '2021-10-08', extensionConsent: '二〇二一年十月七日同意' }, '2021-10-07'],
    ['no date anywhere', { timeLimit: '2021-10-08', extensionConsent: '同意', extensionConsentOn: null }, 'unknown'],
    ['no date and no column for one', { timeLimit: '2021-10-08', extensionConsent: '同意' }, 'missing'],
    [
      'unreadable',
      { timeLimit: '2021-10-08', extensionConsent: '同意', extensionConsentOn: unreadable('extensionConsentOn') },
      'unknown',
    ],
  ]);

  table('extensionDays', [
    ['past the limit', { timeLimit: '2021-10-08', extendedTo: '2021-11-07' }, 30],
    ['past the statutory day', { timeLimit: null, receivedOn: '2021-08-31', extendedTo: '2021-12-02' }, 31],
    ['a period of 30 days is 30 days, rolled or not', { timeLimit: '2021-10-08', extendedTo: '30日' }, 30],
    ['none', { timeLimit: '2021-10-08', extendedTo: null }, null],
    ['unreadable', { timeLimit: '2021-10-08', extendedTo: '24小时内' }, 'unknown'],
    ['vague', { timeLimit: '2021-10-08', extendedTo: '待判决后' }, 'unknown'],
    ['no column', { timeLimit: '2021-10-08' }, 'missing'],
  ]);

  it('a due day carries its proof: what the row says, the start, the count, the roll', () => {
    const facts = factsOf([{ timeLimit: '60日内', receivedOn: '2021-08-31', limitSource: SUPERIOR }]);
    const due = dueOf(facts.reader(0));
    assert.ok(!isUnknown(due));
    assert.deepEqual(
      due.prove().map(({ step }) => step),
      ['stated', 'start', 'count', 'roll', 'result'],
    );
    assert.deepEqual(due.prove()[0], { step: 'stated', seen: '60日内', cell: 'A4' });
    assert.equal(due.on, day('2021-11-01'));
  });

  it('the statutory day names its law and article', () => {
    const due = dueOf(factsOf([{ timeLimit: null, receivedOn: '2021-08-31' }]).reader(0));
    assert.ok(!isUnknown(due));
    const law = due.prove().find(({ step }) => step === 'law');
    assert.deepEqual(law, { step: 'law', law: '信访条例', article: '第三十三条', days: 60 });
  });

  it('a view says why there is no day, and why no state', () => {
    const facts = factsOf([
      { timeLimit: '24小时内', status: '办理中', closedOn: null },
      { timeLimit: '2021-10-08', status: '已办结', closedOn: null },
    ]);
    const due = createDueReader(facts);
    assert.equal(due.view(0).on, null);
    assert.equal(due.view(0).unknown?.field, 'timeLimit');
    assert.equal(due.view(1).on, day('2021-10-08'));
    assert.equal(due.view(1).state, 'cannotJudge');
    assert.deepEqual(due.view(1).unknown, { unknown: 'date-blank', state: 3, field: 'closedOn' });
  });
});
