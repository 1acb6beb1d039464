import assert from 'node:assert/strict';
import { addDays, addMonths as oracleAddMonths, getISODay, startOfISOWeek } from 'date-fns';
import fc from 'fast-check';
import {
  addMonths,
  civilDay,
  daysInMonth,
  formatIso,
  isLeapYear,
  isRealDate,
  mondayOf,
  parseIso,
  weekday,
  ymd,
} from '../../../src/core/dates/civil';
import { oraclesInUtc } from './oracleZone';

const local = (year: number, month: number, day: number): Date => {
  const date = new Date(2000, 0, 1, 12);
  date.setFullYear(year, month - 1, day);
  return date;
};
const dayOfLocal = (date: Date): number => civilDay(date.getFullYear(), date.getMonth() + 1, date.getDate());

const FIRST = civilDay(2004, 1, 1);
const LAST = civilDay(2026, 12, 31);

describe('civil days', () => {
  oraclesInUtc();

  it('agree with date-fns on every day of 2004 to 2026: order, parts, weekday, Monday, months added', () => {
    let date = local(2004, 1, 1);
    for (let day = FIRST; day <= LAST; day += 1, date = addDays(date, 1)) {
      const parts = { year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() };
      assert.deepEqual(ymd(day), parts);
      assert.equal(civilDay(parts.year, parts.month, parts.day), day);
      assert.equal(weekday(day), getISODay(date));
      assert.equal(mondayOf(day), dayOfLocal(startOfISOWeek(date)));
      for (const months of [1, 2, 3, 6, 12, -1]) {
        assert.equal(
          addMonths(day, months),
          dayOfLocal(oracleAddMonths(date, months)),
          `${formatIso(day)} + ${months}`,
        );
      }
    }
    assert.equal(dayOfLocal(date), LAST + 1);
  });

  it('come back from their parts and from ISO text over thousands of years', () => {
    fc.assert(
      fc.property(fc.integer({ min: civilDay(1, 1, 1), max: civilDay(9999, 12, 31) }), (day) => {
        const { year, month, day: dayOfMonth } = ymd(day);
        assert.equal(civilDay(year, month, dayOfMonth), day);
        assert.ok(isRealDate(year, month, dayOfMonth));
        assert.equal(parseIso(formatIso(day)), day);
        assert.equal(weekday(day + 7), weekday(day));
        assert.equal((weekday(day) % 7) + 1, weekday(day + 1));
      }),
      { numRuns: 2000 },
    );
  });

  it('agree with the UTC calendar of the language over a wide range', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700000, max: 2900000 }), (day) => {
        const date = new Date(day * 86_400_000);
        assert.deepEqual(ymd(day), {
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
        });
      }),
      { numRuns: 2000 },
    );
  });

  it('add months to the corresponding day or the month’s last', () => {
    const cases: readonly (readonly [string, number, string])[] = [
      ['2021-01-31', 1, '2021-02-28'],
      ['2020-01-31', 1, '2020-02-29'],
      ['2021-08-31', 1, '2021-09-30'],
      ['2021-08-31', 6, '2022-02-28'],
      ['2020-02-29', 12, '2021-02-28'],
      ['2021-12-15', 1, '2022-01-15'],
      ['2021-01-15', -1, '2020-12-15'],
      ['2021-03-31', -1, '2021-02-28'],
    ];
    for (const [from, months, to] of cases) assert.equal(formatIso(addMonths(parseIso(from) ?? NaN, months)), to);
  });

  it('know leap years and lengths of months', () => {
    assert.deepEqual([1900, 2000, 2004, 2020, 2021, 2100].map(isLeapYear), [false, true, true, true, false, false]);
    assert.deepEqual(
      [1, 2, 4, 12].map((month) => daysInMonth(2021, month)),
      [31, 28, 30, 31],
    );
    assert.equal(daysInMonth(2020, 2), 29);
  });

  it('refuse what is no ISO date', () => {
    for (const text of [
      '2021-02-29',
      '2021-13-01',
      '2021-00-10',
      '2021-10-32',
      '2021-1-1',
      '20210101',
      '',
      ' 2021-01-01',
    ]) {
      assert.equal(parseIso(text), null, text);
    }
  });
});
