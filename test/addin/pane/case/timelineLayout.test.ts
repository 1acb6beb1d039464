import assert from 'node:assert/strict';
import fc from 'fast-check';
import { layOutTimeline, totalsOf, type TimelineRow } from '../../../../addin/pane/case/timelineLayout';
import { civilDay, type CivilDay } from '../../../../src/core/dates/civil';
import type { TimelineRun } from '../../../../src/ports/checker';

const run = (kind: TimelineRun['kind'], from: CivilDay, to = from, name = ''): TimelineRun => ({
  kind,
  from,
  to,
  name,
});

/** A plain period without a day off. */
const plain = (start: CivilDay, days: number): readonly TimelineRun[] => [
  run('start', start),
  ...(days > 1 ? [run('counted', start + 1, start + days - 1)] : []),
  run('due', start + days),
];

const EARLIER = civilDay(2020, 1, 1);
const daysIn = (rows: readonly TimelineRow[]): number =>
  rows.reduce(
    (total, row) =>
      total + (row.kind === 'gap' ? row.days : row.blocks.reduce((sum, { first, last }) => sum + last - first + 1, 0)),
    0,
  );

describe('the layout of a timeline', () => {
  it('gives every month a row, cut where the month ends, and tells the year where it changes', () => {
    const rows = layOutTimeline(plain(civilDay(2021, 11, 20), 60), civilDay(2021, 12, 9));
    assert.deepEqual(rows, [
      {
        kind: 'month',
        year: 2021,
        month: 11,
        tellsYear: true,
        blocks: [
          { kind: 'start', name: '', first: 20, last: 20 },
          { kind: 'counted', name: '', first: 21, last: 30 },
        ],
        today: null,
      },
      {
        kind: 'month',
        year: 2021,
        month: 12,
        tellsYear: false,
        blocks: [{ kind: 'counted', name: '', first: 1, last: 31 }],
        today: 9,
      },
      {
        kind: 'month',
        year: 2022,
        month: 1,
        tellsYear: true,
        blocks: [
          { kind: 'counted', name: '', first: 1, last: 18 },
          { kind: 'due', name: '', first: 19, last: 19 },
        ],
        today: null,
      },
    ]);
  });

  it('sums up the middle of a long period, but not the month of today', () => {
    const rows = layOutTimeline(plain(civilDay(2021, 3, 1), 365), civilDay(2021, 8, 15));
    assert.deepEqual(
      rows.map((row) => (row.kind === 'gap' ? row.days : row.month)),
      [3, 4, 92, 8, 153, 2, 3],
    );
    assert.deepEqual(rows[2], {
      kind: 'gap',
      from: civilDay(2021, 5, 1),
      to: civilDay(2021, 7, 31),
      days: 92,
      counted: 92,
      skipped: 0,
    });
    assert.equal(rows.find((row) => row.kind === 'month' && row.month === 2)?.kind, 'month');
  });

  it('tells days passed over apart in what it sums up', () => {
    const start = civilDay(2021, 1, 1);
    const rows = layOutTimeline(
      [
        run('start', start),
        run('counted', start + 1, civilDay(2021, 4, 30)),
        run('skipped', civilDay(2021, 5, 1), civilDay(2021, 5, 5), '劳动节'),
        run('counted', civilDay(2021, 5, 6), civilDay(2021, 10, 30)),
        run('due', civilDay(2021, 10, 31)),
      ],
      EARLIER,
    );
    const gap = rows.find((row) => row.kind === 'gap');
    assert.ok(gap?.kind === 'gap');
    assert.deepEqual([gap.days, gap.counted, gap.skipped], [184, 179, 5]);
  });

  it('has no rows where no period was counted', () => {
    assert.deepEqual(layOutTimeline([], EARLIER), []);
    assert.equal(totalsOf([]), null);
  });

  it('loses no day and needs few rows, however long the period', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: civilDay(2020, 1, 1), max: civilDay(2022, 12, 31) }),
        fc.integer({ min: 1, max: 1500 }),
        fc.integer({ min: -100, max: 1600 }),
        (start, days, today) => {
          const rows = layOutTimeline(plain(start, days), start + today);
          assert.equal(daysIn(rows), days + 1);
          assert.ok(rows.length <= 7, `${rows.length} rows`);
          const isInside = rows.some((row) => row.kind === 'month' && row.today !== null);
          if (today >= 0 && today <= days) assert.ok(isInside);
          for (const row of rows)
            if (row.kind === 'month')
              row.blocks.forEach(({ first, last }, at) => {
                assert.ok(first >= 1 && first <= last && last <= 31);
                if (at > 0) assert.equal(first, (row.blocks[at - 1]?.last ?? 0) + 1);
              });
        },
      ),
    );
  });
});

describe('the totals of a timeline', () => {
  it('count as the proof does: the last day of the period too, rolled or not', () => {
    const start = civilDay(2021, 8, 3);
    assert.equal(totalsOf(plain(start, 60))?.counted, 60);
    const rolled = totalsOf([
      run('start', start),
      run('counted', start + 1, start + 59),
      run('rolled', start + 60, start + 65, '国庆节'),
      run('due', start + 66),
    ]);
    assert.deepEqual([rolled?.counted, rolled?.rolled, rolled?.rolledNames], [60, 6, ['国庆节']]);
  });

  it('name each holiday once, and count days worked in exchange', () => {
    const start = civilDay(2021, 9, 17);
    const totals = totalsOf([
      run('start', start),
      run('madeUp', start + 1, start + 1, '中秋节调休'),
      run('skipped', start + 2, start + 4, '中秋节'),
      run('counted', start + 5, start + 7),
      run('skipped', start + 8),
      run('due', start + 9),
    ]);
    assert.deepEqual(totals, {
      start,
      due: start + 9,
      counted: 5,
      skipped: 4,
      skippedNames: ['中秋节', ''],
      madeUp: 1,
      rolled: 0,
      rolledNames: [],
    });
  });
});
