import assert from 'node:assert/strict';
import { civilDay } from '../../../src/core/dates/civil';
import { packOnDay } from '../../../src/core/rules/packOnDay';
import type { Effective, RulePack } from '../../../src/core/rules/pack';
import { loaded, packFiles } from './support/packFixture';

const base = loaded(packFiles());
const pack = (
  name: string,
  from: number | null,
  to: number | null = null,
  change: Partial<RulePack> = {},
): RulePack => ({
  ...base,
  name,
  effective: { from, to },
  ...change,
});
const law = (name: string, from: number | null, to: number | null = null): RulePack['laws'][number] => ({
  name,
  effective: { from, to },
  periods: new Map([['handling', { days: 60, article: '第一条' }]]),
});
const [march, may, june] = [civilDay(2022, 3, 1), civilDay(2022, 5, 1), civilDay(2022, 6, 1)];

describe('packOnDay', () => {
  it('takes a single pack as it is, in force or not', () => {
    const only = pack('a', june);
    const result = packOnDay([only], march);
    assert.ok(result.ok);
    assert.equal(result.value.complete(only), only);
  });

  it('takes the pack that began last, in whatever order they are given', () => {
    const packs = [pack('new', may), pack('old', null)];
    const chosen = (today: number): number | null => {
      const result = packOnDay(packs, today);
      return result.ok ? result.value.at : null;
    };
    assert.deepEqual([chosen(march), chosen(may - 1), chosen(may), chosen(june)], [1, 1, 0, 0]);
  });

  it('refuses days without a pack, and two that began together', () => {
    const none = packOnDay([pack('a', may), pack('b', june)], march);
    assert.deepEqual(none.ok ? [] : none.problems.map(({ code }) => code), ['rules-none-in-force']);
    const both = packOnDay([pack('a', may), pack('b', may)], june);
    assert.deepEqual(both.ok ? [] : both.problems.map(({ code }) => code), ['rules-in-force-twice']);
    const ended = packOnDay([pack('a', may, june - 1), pack('b', june + 9)], june);
    assert.ok(!ended.ok);
  });

  it('keeps laws of the other packs for the days on which its own has none', () => {
    const fresh = pack('new', may, null, { laws: [law('新法', may)] });
    const old = pack('old', null, null, { laws: [law('旧法', null)] });
    const result = packOnDay([fresh, old], june);
    assert.ok(result.ok);
    const spans = result.value
      .complete(fresh)
      .laws.map(({ name, effective }): [string, Effective] => [name, effective]);
    assert.deepEqual(spans, [
      ['新法', { from: may, to: null }],
      ['旧法', { from: null, to: may - 1 }],
    ]);
  });

  it('cuts a law in two where its own stands in the middle', () => {
    const fresh = pack('new', may, null, { laws: [law('新法', may, june)] });
    const result = packOnDay([fresh, pack('old', null, null, { laws: [law('旧法', null)] })], june);
    assert.ok(result.ok);
    assert.deepEqual(
      result.value.complete(fresh).laws.map(({ effective }) => effective),
      [
        { from: may, to: june },
        { from: null, to: may - 1 },
        { from: june + 1, to: null },
      ],
    );
  });

  it('adds the years of holidays that it has not', () => {
    const calendar = (year: number, day: number): RulePack['calendar'] => ({
      years: new Set([year]),
      off: new Map([[day, '节']]),
      work: new Map(),
    });
    const fresh = pack('new', may, null, { calendar: calendar(2022, may) });
    const old = pack('old', null, null, { calendar: calendar(2021, civilDay(2021, 5, 1)) });
    const result = packOnDay([fresh, old], june);
    assert.ok(result.ok);
    const { years, off } = result.value.complete(fresh).calendar;
    assert.deepEqual([[...years].sort(), off.size], [[2021, 2022], 2]);
    assert.equal(
      result.value.complete({ ...fresh, calendar: { ...fresh.calendar, years: new Set([2021, 2022]) } }).calendar.off
        .size,
      1,
    );
  });
});
