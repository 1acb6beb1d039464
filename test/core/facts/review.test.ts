import assert from 'node:assert/strict';
import { factAt } from '../../../src/core/facts/columns';
import { errorCell, factsOf, pack, unreadable } from './ledger';
import { table } from './said';

const OPEN = { status: '办理中' };

describe('facts of reviews', () => {
  // 28 August 2021 is a Saturday: the campaign's first whole week starts on Monday 30 August.
  table('missedReviewWeeks', [
    [
      'assigned on a Tuesday, the next week still running',
      { ...OPEN, assignedOn: '2021-08-31', lastReviewOn: null },
      0,
      { today: '2021-09-12' },
    ],
    [
      'the whole next week has passed',
      { ...OPEN, assignedOn: '2021-08-31', lastReviewOn: null },
      1,
      { today: '2021-09-13' },
    ],
    [
      'assigned on a Monday: that week is not whole',
      { ...OPEN, assignedOn: '2021-09-06', lastReviewOn: null },
      0,
      { today: '2021-09-13' },
    ],
    [
      'assigned on a Sunday: the next week is',
      { ...OPEN, assignedOn: '2021-09-05', lastReviewOn: null },
      1,
      { today: '2021-09-13' },
    ],
    [
      'reviewed: the week of the review counts as reviewed',
      { ...OPEN, assignedOn: '2021-08-31', lastReviewOn: '2021-09-08' },
      0,
      { today: '2021-09-19' },
    ],
    [
      'a week missed after the review',
      { ...OPEN, assignedOn: '2021-08-31', lastReviewOn: '2021-09-08' },
      1,
      { today: '2021-09-20' },
    ],
    [
      'weeks missed before the last review don’t count',
      { ...OPEN, assignedOn: '2021-08-31', lastReviewOn: '2021-09-29' },
      0,
      { today: '2021-10-10' },
    ],
    // 1 to 7 October 2021 is off: the week of 4 to 10 October has Friday and the made-up Saturday only.
    [
      'a week with two working days is no week',
      { ...OPEN, assignedOn: '2021-08-31', lastReviewOn: '2021-10-01' },
      0,
      { today: '2021-10-11' },
    ],
    [
      'and the one after it is',
      { ...OPEN, assignedOn: '2021-08-31', lastReviewOn: '2021-10-01' },
      1,
      { today: '2021-10-18' },
    ],
    [
      'assigned long before the campaign: from its start',
      { ...OPEN, assignedOn: '2021-03-01', lastReviewOn: null },
      1,
      { today: '2021-09-06' },
    ],
    [
      'legacy and unassigned: from the campaign’s assignment',
      { ...OPEN, registeredOn: '2018-01-01', lastReviewOn: null },
      1,
      { today: '2021-09-13' },
    ],
    ['closed', { status: '已办结', assignedOn: '2021-08-31', lastReviewOn: null }, null],
    [
      'an unreadable review',
      { ...OPEN, assignedOn: '2021-08-31', lastReviewOn: unreadable('lastReviewOn') },
      'unknown',
    ],
    ['neither column nor record', { ...OPEN, assignedOn: '2021-08-31' }, 'missing'],
    ['no start at all', { ...OPEN, lastReviewOn: null }, 'missing'],
    [
      'a year without calendar',
      { ...OPEN, assignedOn: '2026-12-01', lastReviewOn: null },
      'unknown',
      { today: '2027-02-01' },
    ],
    [
      'today before the campaign',
      { ...OPEN, assignedOn: '2021-08-01', lastReviewOn: null },
      0,
      { today: '2021-08-02' },
    ],
    [
      'a record counts',
      { ...OPEN, caseNo: 'A-1', assignedOn: '2021-08-31', lastReviewOn: null },
      0,
      { today: '2021-09-19', reviews: { 'A-1': ['2021-09-08'] } },
    ],
    [
      'a record without the column',
      { ...OPEN, caseNo: 'A-1', assignedOn: '2021-08-31' },
      0,
      { today: '2021-09-19', reviews: { 'A-1': ['2021-09-08'] } },
    ],
    [
      'records of others only: never reviewed',
      { ...OPEN, caseNo: 'A-1', assignedOn: '2021-08-31' },
      2,
      { today: '2021-09-20', reviews: { 'A-2': ['2021-09-08'] } },
    ],
    [
      'the later of column and record',
      { ...OPEN, caseNo: 'A-1', assignedOn: '2021-08-31', lastReviewOn: '2021-09-15' },
      0,
      { today: '2021-09-26', reviews: { 'A-1': ['2021-09-08'] } },
    ],
    [
      'a record of a day to come is no review yet',
      { ...OPEN, caseNo: 'A-1', assignedOn: '2021-08-31' },
      1,
      { today: '2021-09-13', reviews: { 'A-1': ['2021-09-20'] } },
    ],
    [
      'a number that can’t be read may be among the records',
      { ...OPEN, caseNo: errorCell('caseNo'), assignedOn: '2021-08-31', lastReviewOn: null },
      'unknown',
      { reviews: { 'A-1': ['2021-09-08'] } },
    ],
    [
      'no numbers at all: the column decides',
      { ...OPEN, assignedOn: '2021-08-31', lastReviewOn: null },
      1,
      { today: '2021-09-13', reviews: { 'A-1': ['2021-09-08'] } },
    ],
  ]);

  table('daysSinceBureauReview', [
    ['reviewed', { ...OPEN, assignedOn: '2021-08-31', lastBureauReviewOn: '2021-09-30' }, 9],
    ['never: since the assignment', { ...OPEN, assignedOn: '2021-08-31', lastBureauReviewOn: null }, 39],
    [
      'never, assigned before the campaign: since its start',
      { ...OPEN, assignedOn: '2021-06-01', lastBureauReviewOn: null },
      42,
    ],
    [
      'unreadable',
      { ...OPEN, assignedOn: '2021-08-31', lastBureauReviewOn: unreadable('lastBureauReviewOn') },
      'unknown',
    ],
    ['no column', { ...OPEN, assignedOn: '2021-08-31' }, 'missing'],
  ]);

  table('daysSinceReview', [
    ['reviewed', { ...OPEN, assignedOn: '2021-08-31', lastReviewOn: '2021-10-08' }, 1],
    ['never', { ...OPEN, assignedOn: '2021-08-31', lastReviewOn: null }, 39],
  ]);

  it('the weeks that count follow the campaign’s own minimum of working days', () => {
    const reviewCadence = { ...pack.campaign.reviewCadence, minimumWorkingDays: 2 };
    const rules = { ...pack, campaign: { ...pack.campaign, reviewCadence } };
    const facts = factsOf([{ ...OPEN, assignedOn: '2021-08-31', lastReviewOn: '2021-10-01' }], {
      rules,
      today: '2021-10-11',
    });
    assert.equal(factAt(facts.column('missedReviewWeeks'), 0), 1);
  });
});
