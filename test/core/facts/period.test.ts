import { errorCell, unreadable } from './ledger';
import { table } from './said';

describe('facts of periods', () => {
  table('legacy', [
    ['registered over a year before the campaign', { registeredOn: '2020-08-27' }, true],
    ['registered just a year before', { registeredOn: '2020-08-28' }, false],
    ['no registration, received long ago', { registeredOn: null, receivedOn: '2019-01-01' }, true],
    ['the registration decides', { registeredOn: '2021-01-01', receivedOn: '2019-01-01' }, false],
    ['both blank', { registeredOn: null, receivedOn: null }, 'unknown'],
    ['an unreadable registration', { registeredOn: unreadable('registeredOn'), receivedOn: '2021-09-01' }, 'unknown'],
    ['neither column', { assignedOn: '2021-09-01' }, 'missing'],
  ]);

  table('periodStart', [
    ['received', { receivedOn: '2021-09-03', assignedOn: '2021-09-02', registeredOn: '2021-09-01' }, '2021-09-03'],
    ['else assigned', { receivedOn: null, assignedOn: '2021-09-02', registeredOn: '2021-09-01' }, '2021-09-02'],
    ['else registered', { registeredOn: '2021-09-01' }, '2021-09-01'],
    [
      'legacy: assigned',
      { registeredOn: '2018-03-01', receivedOn: '2018-03-02', assignedOn: '2021-09-05' },
      '2021-09-05',
    ],
    [
      'legacy: else the campaign’s assignment day',
      { registeredOn: '2018-03-01', receivedOn: '2018-03-02' },
      '2021-08-31',
    ],
    [
      'legacy: an assignment before the campaign is not the campaign’s',
      { registeredOn: '2018-03-01', receivedOn: '2018-03-02', assignedOn: '2019-05-05' },
      '2021-08-31',
    ],
    [
      'legacy, assigned on a day that can’t be read',
      { registeredOn: '2018-03-01', assignedOn: unreadable('assignedOn') },
      'unknown',
    ],
    ['whether legacy or not, it was assigned then', { assignedOn: '2021-09-02' }, '2021-09-02'],
    ['unreadable where received', { receivedOn: unreadable('receivedOn'), registeredOn: '2021-09-01' }, 'unknown'],
    ['all blank', { receivedOn: null, registeredOn: null }, 'unknown'],
    ['no column', { title: '反映道路积水' }, 'missing'],
    ['an error cell', { receivedOn: errorCell('receivedOn'), registeredOn: '2021-09-01' }, 'unknown'],
  ]);

  table('daysToAssign', [
    ['assigned', { receivedOn: '2021-09-01', assignedOn: '2021-09-16', status: '办理中' }, 15],
    [
      'from the registration where nothing was received',
      { receivedOn: null, registeredOn: '2021-09-01', assignedOn: '2021-09-17' },
      16,
    ],
    [
      'open and never assigned counts up to today',
      { receivedOn: '2021-09-09', assignedOn: null, status: '办理中' },
      30,
    ],
    ['closed and never assigned', { receivedOn: '2021-09-09', assignedOn: null, status: '已办结' }, null],
    ['no column to say so', { receivedOn: '2021-09-09', status: '办理中' }, 'missing'],
    ['open or closed can’t be told', { receivedOn: '2021-09-09', assignedOn: null }, 'missing'],
  ]);

  table('daysToNotice', [
    ['told', { registeredOn: '2021-09-01', acceptanceNotifiedOn: '2021-09-16' }, 15],
    [
      'the registration comes first',
      { registeredOn: '2021-09-01', receivedOn: '2021-09-10', acceptanceNotifiedOn: '2021-09-16' },
      15,
    ],
    ['not told, open', { receivedOn: '2021-09-09', acceptanceNotifiedOn: null, status: '办理中' }, 30],
    [
      'not told, closed: the reply tells',
      { receivedOn: '2021-09-09', acceptanceNotifiedOn: null, status: '已办结', closedOn: '2021-09-19' },
      10,
    ],
    ['no column', { registeredOn: '2021-09-01', status: '办理中' }, 'missing'],
  ]);

  table('daysSinceAssigned', [
    ['assigned', { assignedOn: '2021-10-02', receivedOn: '2021-09-01' }, 7],
    ['else since the period’s start', { assignedOn: null, receivedOn: '2021-09-09', registeredOn: null }, 30],
    ['a legacy case since the campaign’s assignment', { registeredOn: '2018-01-01' }, 39],
    ['unreadable', { assignedOn: unreadable('assignedOn'), receivedOn: '2021-09-09' }, 'unknown'],
  ]);

  table('daysOpen', [
    ['from the registration, also of a legacy case', { registeredOn: '2020-08-01', status: '办理中' }, 434],
    ['else from the period’s start', { registeredOn: null, receivedOn: '2021-09-09', status: '办理中' }, 30],
    ['a closed case up to its closing', { registeredOn: '2021-09-01', status: '已办结', closedOn: '2021-09-11' }, 10],
    ['closed on no day', { registeredOn: '2021-09-01', status: '已办结', closedOn: null }, 'unknown'],
  ]);
});
