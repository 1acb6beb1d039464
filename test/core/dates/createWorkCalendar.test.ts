import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { civilDay, formatIso, weekday, ymd } from '../../../src/core/dates/civil';
import { createWorkCalendar } from '../../../src/core/dates/createWorkCalendar';
import { calendarData, on } from './rulesData';

const data = calendarData();
const calendar = createWorkCalendar(data);
const FIRST = civilDay(2004, 1, 1);
const LAST = civilDay(2026, 12, 31);
const anyDay = fc.integer({ min: FIRST, max: LAST });

/** chinese-days answers by the zone its process started in, so it is asked in one that starts in China's. */
function chineseDays(): Readonly<Record<string, { readonly work: boolean; readonly name: string }>> {
  const script = `
    const { getDayDetail } = require('chinese-days');
    const answers = {};
    for (let at = Date.UTC(2004, 0, 1); at <= Date.UTC(2026, 11, 31); at += 86400000) {
      const iso = new Date(at).toISOString().slice(0, 10);
      const { work, name } = getDayDetail(iso);
      answers[iso] = { work, name };
    }
    process.stdout.write(JSON.stringify(answers));
  `;
  const env = { ...process.env, TZ: 'Asia/Shanghai' };
  const told = execFileSync(process.execPath, ['-e', script], { env, maxBuffer: 1 << 24, encoding: 'utf8' });
  return JSON.parse(told) as ReturnType<typeof chineseDays>;
}

describe('the work calendar', () => {
  it('covers 2004 to 2026', () => {
    assert.deepEqual(
      [...data.years].sort((a, b) => a - b),
      Array.from({ length: 23 }, (_, i) => 2004 + i),
    );
    assert.ok(calendar.covers(2004) && calendar.covers(2026));
    assert.ok(!calendar.covers(2003) && !calendar.covers(2027));
  });

  it('agrees with chinese-days on every day of 2004 to 2026, and names its holidays', () => {
    const oracle = chineseDays();
    for (let day = FIRST; day <= LAST; day += 1) {
      const iso = formatIso(day);
      const told = oracle[iso];
      assert.ok(told !== undefined, iso);
      assert.equal(calendar.isWorkday(day), told.work, iso);
      const listed = data.off.has(day) || data.work.has(day);
      const name = listed ? (told.name.split(',')[1] ?? '') : weekday(day) >= 6 ? '周末' : '';
      assert.equal(calendar.reason(day), name, iso);
    }
  });

  it('has no make-up day that is a weekday and no day both off and worked', () => {
    for (const day of data.work.keys()) {
      assert.ok(weekday(day) >= 6, formatIso(day));
      assert.ok(!data.off.has(day), formatIso(day));
    }
  });

  it('counts working days as a plain loop does', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 400 }), (first, span) => {
        const last = Math.min(first + span, LAST);
        let count = 0;
        for (let day = first; day <= last; day += 1) if (calendar.isWorkday(day) === true) count += 1;
        assert.equal(calendar.workdaysIn(first, last), count);
      }),
    );
  });

  it('adds working days as a plain loop does, and answers null past the covered years', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 300 }), (start, count) => {
        let day = start;
        let left = count;
        while (left > 0 && day <= LAST) {
          day += 1;
          if (day <= LAST && calendar.isWorkday(day) === true) left -= 1;
        }
        assert.equal(calendar.addWorkdays(start, count), left === 0 ? day : null);
      }),
    );
  });

  it('finds the working day on or after any day as a plain loop does', () => {
    for (let day = FIRST; day <= LAST - 10; day += 1) {
      let expected = day;
      while (calendar.isWorkday(expected) !== true) expected += 1;
      assert.equal(calendar.onOrAfter(day), expected, formatIso(day));
    }
  });

  it('counts make-up Saturdays and skips 国庆节', () => {
    assert.equal(calendar.isWorkday(on('2021-10-09')), true);
    assert.equal(calendar.reason(on('2021-10-09')), '国庆节');
    assert.equal(calendar.isWorkday(on('2021-10-08')), true);
    assert.equal(calendar.reason(on('2021-10-08')), '');
    assert.equal(calendar.isWorkday(on('2021-10-07')), false);
    assert.equal(calendar.addWorkdays(on('2021-09-30'), 2), on('2021-10-09'));
    assert.equal(calendar.workdaysIn(on('2021-10-01'), on('2021-10-10')), 2);
    assert.equal(calendar.workdaysIn(on('2021-10-10'), on('2021-10-01')), 0);
    assert.equal(calendar.addWorkdays(on('2021-10-02'), 0), on('2021-10-02'));
  });

  it('never guesses at a year it does not cover', () => {
    assert.equal(calendar.isWorkday(on('2027-10-01')), null);
    assert.equal(calendar.isWorkday(on('2003-12-31')), null);
    assert.equal(calendar.onOrAfter(on('2027-01-04')), null);
    assert.equal(calendar.addWorkdays(on('2026-12-30'), 1), on('2026-12-31'));
    assert.equal(calendar.addWorkdays(on('2026-12-30'), 2), null);
    assert.equal(calendar.addWorkdays(on('2026-12-31'), 1), null);
    assert.equal(calendar.addWorkdays(on('2003-12-31'), 1), on('2004-01-02'));
    assert.equal(calendar.addWorkdays(on('2003-12-30'), 1), null);
    assert.equal(calendar.workdaysIn(on('2026-12-01'), on('2027-01-01')), null);
    assert.equal(calendar.workdaysIn(on('2003-12-31'), on('2004-01-05')), null);
  });

  it('does not count across a gap between covered years', () => {
    const gapped = createWorkCalendar({ years: new Set([2026, 2028]), off: new Map(), work: new Map() });
    assert.equal(gapped.isWorkday(on('2027-06-01')), null);
    assert.equal(gapped.addWorkdays(on('2026-12-30'), 2), null);
    assert.equal(gapped.addWorkdays(on('2027-12-31'), 1), on('2028-01-03'));
    assert.equal(gapped.workdaysIn(on('2026-12-30'), on('2028-01-03')), null);
    assert.equal(gapped.addWorkdays(on('2027-05-01'), 1), null);
  });

  it('covers a year that a workbook’s own sheet adds', () => {
    const added = createWorkCalendar({
      years: new Set([...data.years, 2027]),
      off: new Map([...data.off, [on('2027-01-01'), '元旦']]),
      work: new Map([...data.work, [on('2027-01-02'), '元旦']]),
    });
    assert.equal(added.addWorkdays(on('2026-12-31'), 1), on('2027-01-02'));
    assert.equal(added.onOrAfter(on('2027-01-01')), on('2027-01-02'));
  });

  it('covers nothing without data', () => {
    const empty = createWorkCalendar({ years: new Set(), off: new Map(), work: new Map() });
    assert.equal(empty.covers(2021), false);
    assert.equal(empty.isWorkday(on('2021-10-08')), null);
    assert.equal(empty.addWorkdays(on('2021-10-08'), 1), null);
    assert.equal(empty.workdaysIn(on('2021-10-08'), on('2021-10-08')), null);
    assert.equal(ymd(on('1970-01-01')).year, 1970);
    assert.equal(empty.workdaysIn(on('1970-01-01'), on('1970-01-01')), null);
  });
});
