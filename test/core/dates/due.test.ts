import assert from 'node:assert/strict';
import { addMonths as oracleAddMonths } from 'date-fns';
import fc from 'fast-check';
import { civilDay, formatIso, ymd } from '../../../src/core/dates/civil';
import { createWorkCalendar } from '../../../src/core/dates/createWorkCalendar';
import {
  type Duration,
  lawOn,
  periodEnd,
  type PeriodEnd,
  type ProofStep,
  statutoryDue,
  statutoryPeriod,
} from '../../../src/core/dates/due';
import { oraclesInUtc } from './oracleZone';
import { calendarData, laws, limitsFile, on } from './rulesData';

const calendar = createWorkCalendar(calendarData());
const LAWS = laws();

const days = (amount: number): Duration => ({ amount, unit: 'day' });
const shown = (end: PeriodEnd): string =>
  end.ok ? formatIso(end.on) : `${end.unknown} ${Object.values(end.params).join(' ')}`;
const steps = (end: PeriodEnd): readonly ProofStep[] => (end.ok ? end.proof : assert.fail(end.unknown));

describe('the end of a period', () => {
  oraclesInUtc();

  const rows: readonly (readonly [string, Duration, 'next-workday' | 'none', string])[] = [
    // The first day is excluded.
    ['2021-09-01', days(1), 'none', '2021-09-02'],
    ['2021-08-09', days(60), 'next-workday', '2021-10-08'],
    // 1 to 7 October is off; the 8th is a working Friday.
    ['2021-08-02', days(60), 'none', '2021-10-01'],
    ['2021-08-02', days(60), 'next-workday', '2021-10-08'],
    ['2021-08-08', days(60), 'next-workday', '2021-10-08'],
    // 9 October 2021 is a made-up Saturday: a working day, so nothing rolls.
    ['2021-08-10', days(60), 'next-workday', '2021-10-09'],
    // 10 October is an ordinary Sunday.
    ['2021-08-11', days(60), 'next-workday', '2021-10-11'],
    ['2021-08-11', days(60), 'none', '2021-10-10'],
    // Over a leap day and a year's end.
    ['2020-02-01', days(30), 'none', '2020-03-02'],
    ['2021-02-01', days(30), 'none', '2021-03-03'],
    ['2021-11-15', days(60), 'next-workday', '2022-01-14'],
    // Months end on the corresponding day or the month's last.
    ['2021-01-31', { amount: 1, unit: 'month' }, 'none', '2021-02-28'],
    ['2020-01-31', { amount: 1, unit: 'month' }, 'none', '2020-02-29'],
    ['2021-01-31', { amount: 1, unit: 'month' }, 'next-workday', '2021-03-01'],
    ['2021-09-08', { amount: 1, unit: 'month' }, 'next-workday', '2021-10-08'],
    ['2021-08-31', { amount: 1, unit: 'month' }, 'next-workday', '2021-09-30'],
    ['2021-08-31', { amount: 3, unit: 'month' }, 'none', '2021-11-30'],
    ['2020-02-29', { amount: 1, unit: 'year' }, 'none', '2021-02-28'],
    ['2021-10-08', { amount: 1, unit: 'year' }, 'next-workday', '2022-10-08'],
    // Working days, with 国庆节 skipped and two Saturdays made up.
    ['2021-09-17', { amount: 1, unit: 'workday' }, 'next-workday', '2021-09-18'],
    ['2021-09-24', { amount: 5, unit: 'workday' }, 'next-workday', '2021-09-30'],
    ['2021-09-30', { amount: 15, unit: 'workday' }, 'next-workday', '2021-10-27'],
    ['2021-09-30', { amount: 15, unit: 'workday' }, 'none', '2021-10-27'],
    // Years without data.
    ['2026-11-02', days(60), 'next-workday', 'calendar-year-not-covered 2027'],
    ['2026-11-02', days(60), 'none', '2027-01-01'],
    ['2026-11-01', days(60), 'next-workday', '2026-12-31'],
    ['2026-12-25', { amount: 4, unit: 'workday' }, 'next-workday', '2026-12-31'],
    ['2026-12-25', { amount: 5, unit: 'workday' }, 'none', 'calendar-year-not-covered 2027'],
    ['2027-03-01', { amount: 5, unit: 'workday' }, 'none', 'calendar-year-not-covered 2027'],
    ['2027-03-01', days(1), 'next-workday', 'calendar-year-not-covered 2027'],
    ['2003-12-01', days(10), 'next-workday', 'calendar-year-not-covered 2003'],
    ['2003-12-31', { amount: 1, unit: 'workday' }, 'next-workday', '2004-01-02'],
  ];
  for (const [start, duration, roll, expected] of rows) {
    it(`${start} + ${duration.amount} ${duration.unit}, ${roll}: ${expected}`, () => {
      assert.equal(shown(periodEnd(on(start), duration, roll, calendar)), expected);
    });
  }

  it('needs the next year where the roll leaves the covered ones', () => {
    const data = calendarData();
    const off = new Map([...data.off, [on('2026-12-31'), '测试假日']]);
    const closed = createWorkCalendar({ ...data, off });
    assert.equal(
      shown(periodEnd(on('2026-12-01'), days(30), 'next-workday', closed)),
      'calendar-year-not-covered 2027',
    );
  });

  it('agrees with date-fns on months and with plain days, without a roll', () => {
    const anyStart = fc.integer({ min: civilDay(2004, 1, 1), max: civilDay(2026, 12, 31) });
    fc.assert(
      fc.property(anyStart, fc.integer({ min: 1, max: 120 }), (start, amount) => {
        assert.equal(shown(periodEnd(start, days(amount), 'none', calendar)), formatIso(start + amount));
        const { year, month, day } = ymd(start);
        const date = oracleAddMonths(new Date(year, month - 1, day, 12), amount);
        const oracle = formatIso(civilDay(date.getFullYear(), date.getMonth() + 1, date.getDate()));
        assert.equal(shown(periodEnd(start, { amount, unit: 'month' }, 'none', calendar)), oracle);
      }),
    );
  });

  it('never ends a rolling period on a day off, and never earlier than without the roll', () => {
    const anyStart = fc.integer({ min: civilDay(2004, 1, 1), max: civilDay(2026, 6, 30) });
    fc.assert(
      fc.property(anyStart, fc.integer({ min: 1, max: 90 }), (start, amount) => {
        const end = periodEnd(start, days(amount), 'next-workday', calendar);
        assert.ok(end.ok && calendar.isWorkday(end.on) === true);
        assert.equal(calendar.workdaysIn(start + amount, end.on), 1);
      }),
    );
  });
});

describe('the proof of a due date', () => {
  it('names start, count, roll with the days it passes, and result', () => {
    assert.deepEqual(steps(periodEnd(on('2021-08-02'), days(60), 'next-workday', calendar)), [
      { step: 'start', on: on('2021-08-02') },
      { step: 'count', amount: 60, unit: 'day', from: on('2021-08-03'), to: on('2021-10-01') },
      {
        step: 'roll',
        from: on('2021-10-01'),
        to: on('2021-10-08'),
        runs: [{ from: on('2021-10-01'), to: on('2021-10-07'), why: 'holiday', name: '国庆节' }],
      },
      { step: 'result', on: on('2021-10-08') },
    ]);
  });

  it('lists the days that working days skip and those made up', () => {
    assert.deepEqual(steps(periodEnd(on('2021-09-24'), { amount: 7, unit: 'workday' }, 'none', calendar)), [
      { step: 'start', on: on('2021-09-24') },
      { step: 'count', amount: 7, unit: 'workday', from: on('2021-09-25'), to: on('2021-10-09') },
      {
        step: 'skipped',
        days: 8,
        runs: [
          { from: on('2021-09-25'), to: on('2021-09-25'), why: 'weekend', name: '' },
          { from: on('2021-10-01'), to: on('2021-10-07'), why: 'holiday', name: '国庆节' },
        ],
      },
      {
        step: 'made-up',
        days: 2,
        runs: [
          { from: on('2021-09-26'), to: on('2021-09-26'), why: 'made-up', name: '国庆节' },
          { from: on('2021-10-09'), to: on('2021-10-09'), why: 'made-up', name: '国庆节' },
        ],
      },
      { step: 'result', on: on('2021-10-09') },
    ]);
  });

  it('says that the month has no such day, that nothing rolls, that the last day is worked', () => {
    const monthEnd = steps(periodEnd(on('2021-01-31'), { amount: 1, unit: 'month' }, 'none', calendar));
    assert.deepEqual(monthEnd.slice(2), [
      { step: 'month-end', wanted: 31, on: on('2021-02-28') },
      {
        step: 'no-roll',
        on: on('2021-02-28'),
        runs: [{ from: on('2021-02-28'), to: on('2021-02-28'), why: 'weekend', name: '' }],
      },
      { step: 'result', on: on('2021-02-28') },
    ]);
    const worked = steps(periodEnd(on('2021-08-10'), days(60), 'next-workday', calendar));
    assert.deepEqual(worked[2], { step: 'workday', on: on('2021-10-09') });
  });

  it('adds up: counted days are the made-up and ordinary ones, none of the skipped', () => {
    const anyStart = fc.integer({ min: civilDay(2004, 1, 1), max: civilDay(2025, 12, 31) });
    fc.assert(
      fc.property(anyStart, fc.integer({ min: 1, max: 60 }), (start, amount) => {
        const proof = steps(periodEnd(start, { amount, unit: 'workday' }, 'none', calendar));
        const result = proof.find((step) => step.step === 'result');
        const skipped = proof.find((step) => step.step === 'skipped');
        assert.ok(result?.step === 'result');
        assert.equal(result.on - start, amount + (skipped?.step === 'skipped' ? skipped.days : 0));
      }),
    );
  });

  it('of a statutory day names the law and its article after the start', () => {
    assert.deepEqual(steps(statutoryDue(on('2021-08-10'), LAWS, 'next-workday', calendar)).slice(0, 2), [
      { step: 'start', on: on('2021-08-10') },
      { step: 'law', law: '信访条例', article: '第三十三条', days: 60 },
    ]);
  });
});

describe('the law in force', () => {
  it('is decided by the day the period starts', () => {
    const nameOn = (iso: string): string | undefined => lawOn(LAWS, on(iso))?.name;
    assert.equal(nameOn('2005-04-30'), undefined);
    assert.equal(nameOn('2005-05-01'), '信访条例');
    assert.equal(nameOn('2022-04-30'), '信访条例');
    assert.equal(nameOn('2022-05-01'), '信访工作条例');
    assert.equal(nameOn('2050-01-01'), '信访工作条例');
  });

  it('sets each period by its own article', () => {
    const told = (iso: string): (string | undefined)[] =>
      ['decide', 'handling', 'extension', 'review', 'reexamination'].map((id) => {
        const found = statutoryPeriod(LAWS, on(iso), id);
        return found === null ? undefined : `${found.period.days} ${found.period.article}`;
      });
    assert.deepEqual(told('2022-04-30'), [
      '15 第二十一条、第二十二条',
      '60 第三十三条',
      '30 第三十三条',
      '30 第三十四条',
      '30 第三十五条',
    ]);
    assert.deepEqual(told('2022-05-01'), [
      '15 第二十二条、第二十三条',
      '60 第三十四条',
      '30 第三十四条',
      '30 第三十五条',
      '30 第三十六条',
    ]);
    assert.equal(statutoryPeriod(LAWS, on('2021-09-01'), 'unheard-of'), null);
    assert.equal(statutoryPeriod(LAWS, on('2005-04-30'), 'handling'), null);
  });

  it('is cited for unlawful acts and for 三到位一处理 where it has an article', () => {
    const articles = limitsFile().laws.map((law) => law.articles);
    assert.deepEqual(articles, [
      { unlawfulActs: '第二十条' },
      { unlawfulActs: '第二十六条', threeInPlaceOneHandled: '第二十七条' },
    ]);
    assert.equal(limitsFile().roll, 'next-workday');
  });

  it('gives the statutory day, the new law’s from 1 May 2022 on', () => {
    const due = (iso: string, roll: 'next-workday' | 'none' = 'next-workday'): string =>
      shown(statutoryDue(on(iso), LAWS, roll, calendar));
    assert.equal(due('2021-08-31'), '2021-11-01');
    assert.equal(due('2021-08-31', 'none'), '2021-10-30');
    assert.equal(due('2022-04-30'), '2022-06-29');
    assert.equal(due('2022-05-01'), '2022-06-30');
    assert.equal(due('2005-04-30'), 'no-law-in-force 2005-04-30');
    assert.equal(due('2026-12-01'), 'calendar-year-not-covered 2027');
    const article = steps(statutoryDue(on('2022-05-01'), LAWS, 'none', calendar))[1];
    assert.ok(article?.step === 'law' && article.law === '信访工作条例' && article.article === '第三十四条');
  });
});
