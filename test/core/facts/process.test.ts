import assert from 'node:assert/strict';
import { errorCell, factOf, unreadable } from './ledger';
import { saidOf, table } from './said';

describe('facts of the process', () => {
  table('isOpen', [
    ['the status says closed', { status: '已办结', closedOn: null }, false],
    ['the status says open beside a closing date', { status: '办理中', closedOn: '2021-10-01' }, true],
    ['阶段性办结 is open', { status: '阶段性办结', closedOn: null }, true],
    ['已转办 is open', { status: '已转办' }, true],
    ['已上报 is open', { status: '已上报' }, true],
    ['待销号 is open', { status: '待销号' }, true],
    ['稳控 is open', { status: '稳控' }, true],
    ['挂账 is open', { status: '挂账' }, true],
    ['中止 is open', { status: '中止' }, true],
    ['不予受理 is closed', { status: '不予受理' }, false],
    ['转出 is closed', { status: '转出' }, false],
    ['终结 is closed', { status: '终结' }, false],
    ['a status that says neither, with a closing date', { status: '另案处理', closedOn: '2021-10-01' }, false],
    ['a status that says neither, without one', { status: '另案处理', closedOn: null }, true],
    ['a blank status with a closing date', { status: null, closedOn: '2021-10-01' }, false],
    ['a blank status without one', { status: null, closedOn: null }, true],
    ['no status column, a closing date', { closedOn: '2021-10-01' }, false],
    ['no status column, no closing date', { closedOn: null }, true],
    ['a blank status, no column for the closing date', { status: null }, true],
    ['a blank status, an unreadable closing date', { status: null, closedOn: unreadable('closedOn') }, 'unknown'],
    ['an error in the status', { status: errorCell('status'), closedOn: '2021-10-01' }, 'unknown'],
    ['neither column', { title: '反映道路积水' }, 'missing'],
    ['化解情况 and 是否销号 never decide', { status: '办理中', resolution: '已化解', signedOff: true }, true],
  ]);

  table('isSignedOff', [
    ['said so', { signedOff: true }, true],
    ['said not', { signedOff: false, signedOffOn: '2021-10-01' }, false],
    ['a blank in a ledger that has the column means no', { signedOff: null }, false],
    ['a blank beside a date of signing off', { signedOff: null, signedOffOn: '2021-10-01' }, true],
    ['only a date', { signedOffOn: '2021-10-01' }, true],
    ['only a blank date', { signedOffOn: null }, false],
    ['only an unreadable date', { signedOffOn: unreadable('signedOffOn') }, 'unknown'],
    ['an unreadable answer', { signedOff: unreadable('signedOff') }, 'unknown'],
    ['no column', { title: '反映道路积水' }, 'missing'],
  ]);

  table('daysSinceClosed', [
    ['closed', { status: '已办结', closedOn: '2021-10-01' }, 8],
    ['open', { status: '办理中', closedOn: null }, null],
    ['closed without a date', { status: '已办结', closedOn: null }, 'unknown'],
    ['closed without the column', { status: '已办结' }, 'missing'],
  ]);

  table('daysToReport', [
    ['reported', { status: '已办结', closedOn: '2021-10-01', reportedOn: '2021-10-04' }, 3],
    ['not yet reported', { status: '已办结', closedOn: '2021-10-01', reportedOn: null }, 8],
    ['no column', { status: '已办结', closedOn: '2021-10-01' }, 'missing'],
    ['unreadable', { status: '已办结', closedOn: '2021-10-01', reportedOn: unreadable('reportedOn') }, 'unknown'],
    ['open', { status: '办理中', reportedOn: null }, null],
  ]);

  table('signedOffTooEarly', [
    ['before closed', { signedOffOn: '2021-10-01', closedOn: '2021-10-02' }, true],
    ['before replied', { signedOffOn: '2021-10-01', closedOn: '2021-10-01', repliedOn: '2021-10-02' }, true],
    ['before reported', { signedOffOn: '2021-10-01', closedOn: null, reportedOn: '2021-10-02' }, true],
    [
      'after all',
      { signedOffOn: '2021-10-03', closedOn: '2021-10-02', repliedOn: '2021-10-03', reportedOn: null },
      false,
    ],
    ['not signed off', { signedOffOn: null, closedOn: '2021-10-02' }, null],
    ['nothing to compare with', { signedOffOn: '2021-10-01', closedOn: null }, 'unknown'],
    [
      'one too early, one unreadable',
      { signedOffOn: '2021-10-01', closedOn: unreadable('closedOn'), repliedOn: '2021-10-02' },
      true,
    ],
    [
      'one in order, one unreadable',
      { signedOffOn: '2021-10-03', closedOn: unreadable('closedOn'), repliedOn: '2021-10-02' },
      'unknown',
    ],
    ['no other column', { signedOffOn: '2021-10-01' }, 'missing'],
  ]);

  it('statusSaysOpen is no for a blank and for a status that says neither', () => {
    assert.equal(factOf('statusSaysOpen', { status: null }), false);
    assert.equal(factOf('statusSaysOpen', { status: '另案处理' }), false);
    assert.equal(factOf('statusSaysOpen', { status: '办理中' }), true);
    assert.equal(saidOf(factOf('statusSaysOpen', {})), 'missing');
  });
});
