import assert from 'node:assert/strict';
import fc from 'fast-check';
import { civilDay, formatIso, parseIso, ymd } from '../../../src/core/dates/civil';
import { DATE_CODES } from '../../../src/core/dates/codes';
import {
  type DateContext,
  type DateReading,
  numberAsDate,
  readDateText,
  readSerial,
  settleDayMonthOrder,
} from '../../../src/core/dates/dateText';
import { assertGrowsWithSize } from '../../support/processorTime';

const shown = (reading: DateReading): string => ('on' in reading ? formatIso(reading.on) : reading.unreadable);
const read = (text: string, context: Partial<DateContext> = {}): string =>
  shown(readDateText(text, { year: 2021, order: null, ...context }));

/** Text as clerks write it → the day, or the code that says why it is none. The ledger is about 2021. */
const VALUES: readonly (readonly [string, string])[] = [
  // Year, month and day in every dress
  ['2021年8月31日', '2021-08-31'],
  ['2021年8月31号', '2021-08-31'],
  ['2021年08月31日', '2021-08-31'],
  ['2021年8月31', '2021-08-31'],
  ['2021年8.31', '2021-08-31'],
  ['2021.8.31', '2021-08-31'],
  ['2021.08.31', '2021-08-31'],
  ['2021.8.31.', '2021-08-31'],
  ['2021.8.31日', '2021-08-31'],
  ['2019.4.20', '2019-04-20'],
  ['2021-8-31', '2021-08-31'],
  ['2016-01-04', '2016-01-04'],
  ['2021-8月31日', '2021-08-31'],
  ['2021/8/31', '2021-08-31'],
  ['2019/7/30', '2019-07-30'],
  ['2021、8、31', '2021-08-31'],
  ['2021，8，31', '2021-08-31'],
  ['2021。8。31', '2021-08-31'],
  ['2021·8·31', '2021-08-31'],
  ['2021—8—31', '2021-08-31'],
  ['2021 8 31', '2021-08-31'],
  ['20210831', '2021-08-31'],
  ['20210831日', '2021-08-31'],
  ['公元2021年8月31日', '2021-08-31'],
  ['2020.2.29', '2020-02-29'],
  ["'2021-8-31", '2021-08-31'],
  ['2021年8月31日。', '2021-08-31'],
  ['（2021年8月31日）', '2021-08-31'],
  ['日期：2021年8月31日', '2021-08-31'],
  ['8月31曰', '2021-08-31'],
  ['2O21年8月3O日', '2021-08-30'],
  // Without a year
  ['8月31日', '2021-08-31'],
  ['6月10号', '2021-06-10'],
  ['8月31', '2021-08-31'],
  ['8.31', '2021-08-31'],
  ['6.29日', '2021-06-29'],
  ['1.9号', '2021-01-09'],
  ['8-31', '2021-08-31'],
  ['8/31', '2021-08-31'],
  ['1/2', '2021-01-02'],
  ['\n\t\t\t\n\t12月21日', '2021-12-21'],
  // With a time of day
  ['2021/8/31 9:00:00', '2021-08-31'],
  ['2021-8-31 9:00', '2021-08-31'],
  ['2021-08-31T09:00', '2021-08-31'],
  ['2021-08-31T09:00:00+08:00', '2021-08-31'],
  ['2021-08-31 09:00:00.000', '2021-08-31'],
  ['2021/8/31 9:00:00 PM', '2021-08-31'],
  ['2021/08/31 下午3:00', '2021-08-31'],
  ['2021年8月31日23:59', '2021-08-31'],
  ['2021年8月31日上午9时30分', '2021-08-31'],
  ['2021年8月31日上午', '2021-08-31'],
  ['2021-8-31 24:00', '2021-08-31'],
  ['2021-8-31 25:00', 'date-impossible'],
  ['2021-8-31 9:61', 'date-impossible'],
  ['2021-08-31T16:00:00.000Z', 'date-instant'],
  ['2021-08-31T09:00:00+09:00', 'date-instant'],
  // With a weekday, right or wrong: the date is what was written
  ['2021年8月31日（星期二）', '2021-08-31'],
  ['2021年8月31日 周二', '2021-08-31'],
  ['2021/08/31(周三)', '2021-08-31'],
  ['2021年8月31日星期二上午', '2021-08-31'],
  // Blanks and full-width characters
  ['2021年 8月 31日', '2021-08-31'],
  ['2021 年 8 月 31 日', '2021-08-31'],
  ['2021\u00a0年8月\u300031日', '2021-08-31'],
  ['2021. 8. 31', '2021-08-31'],
  ['8月3 1日', '2021-08-31'],
  ['２０２１年８月３１日', '2021-08-31'],
  ['２０２１／８／３１', '2021-08-31'],
  ['８．３１', '2021-08-31'],
  ['２０２１－８－３１', '2021-08-31'],
  // Chinese numerals
  ['二〇二一年八月三十一日', '2021-08-31'],
  ['二零二一年八月三十一日', '2021-08-31'],
  ['二0二一年八月三十一日', '2021-08-31'],
  ['二○二一年八月三十一日', '2021-08-31'],
  ['二O二一年八月三十一日', '2021-08-31'],
  ['二〇二一年八月三十一', '2021-08-31'],
  ['二〇二〇年十二月二十日', '2020-12-20'],
  ['二〇二一年十一月廿一日', '2021-11-21'],
  ['二〇二一年十月十日', '2021-10-10'],
  ['二千零二十一年八月三日', '2021-08-03'],
  ['贰零贰壹年捌月叁拾壹日', '2021-08-31'],
  ['八月十五日', '2021-08-15'],
  ['2021年八月三十一', '2021-08-31'],
  // English exports
  ['31-Aug-2021', '2021-08-31'],
  ['31 August 2021', '2021-08-31'],
  ['Aug 31, 2021', '2021-08-31'],
  ['31-Aug-21', 'date-two-digit-year'],
  // Two-digit years
  ['21年8月31日', 'date-two-digit-year'],
  ['18年8月', 'date-two-digit-year'],
  ['二一年八月三日', 'date-two-digit-year'],
  ['21.8.31', 'date-two-digit-year'],
  ['21-8-31', 'date-two-digit-year'],
  ['21/8/31', 'date-two-digit-year'],
  ['8/31/21', 'date-two-digit-year'],
  ['210831', 'date-two-digit-year'],
  // Days that never were
  ['10月32日', 'date-impossible'],
  ['2021年2月30日', 'date-impossible'],
  ['2021.2.29', 'date-impossible'],
  ['二〇二一年二月二十九日', 'date-impossible'],
  ['2021年13月1日', 'date-impossible'],
  ['2021年0月1日', 'date-impossible'],
  ['20211301', 'date-impossible'],
  ['13/1', 'date-impossible'],
  ['1021年8月31日', 'date-year-implausible'],
  ['2201-8-31', 'date-year-implausible'],
  ['1900-1-1', 'date-year-implausible'],
  // Less than a day, more than a day
  ['2021年8月', 'date-month-only'],
  ['2019.6', 'date-month-only'],
  ['2021-8', 'date-month-only'],
  ['202108', 'date-month-only'],
  ['二〇二一年八月', 'date-month-only'],
  ['８月', 'date-month-only'],
  ['2021', 'date-year-only'],
  ['2021年', 'date-year-only'],
  ['二〇一九年', 'date-year-only'],
  ['9月底', 'date-imprecise'],
  ['8月下旬', 'date-imprecise'],
  ['三季度', 'date-imprecise'],
  ['31日', 'date-imprecise'],
  ['60日内', 'date-imprecise'],
  ['10个工作日', 'date-imprecise'],
  ['8月1日-8月5日', 'date-range'],
  ['10月20日-21日', 'date-range'],
  ['2021.8.31-2021.9.5', 'date-range'],
  ['3月14号到17号', 'date-range'],
  ['2021年8月31日、9月1日', 'date-several'],
  ['2021年8月31日\n2021年9月1日', 'date-several'],
  // Other calendars, hours, other things
  ['农历八月十五', 'date-lunar'],
  ['2021年农历八月十五', 'date-lunar'],
  ['正月初五', 'date-lunar'],
  ['腊月廿三', 'date-lunar'],
  ['八月十五', 'date-lunar'],
  ['八月廿一', 'date-lunar'],
  ['大年初一', 'date-lunar'],
  ['阴历八月', 'date-lunar'],
  ['24小时内', 'date-hours'],
  ['一个小时之内', 'date-hours'],
  ['9:30', 'date-time-only'],
  ['上午9点', 'date-time-only'],
  ['昨天', 'date-relative'],
  ['上周五', 'date-relative'],
  ['去年8月31日', 'date-relative'],
  ['44439', 'date-serial-as-text'],
  ['44439.375', 'date-serial-as-text'],
  ['不详', 'date-free-text'],
  ['/', 'date-free-text'],
  ['', 'date-free-text'],
  ['已办结', 'date-free-text'],
  ['2021年8月31日受理', 'date-free-text'],
  ['8月31日左右', 'date-free-text'],
  ['2021831', 'date-free-text'],
  ['13800000000', 'date-free-text'],
  [`2021年8月31日${'，经研究'.repeat(50)}`, 'date-free-text'],
];

describe('the text of a date', () => {
  it('is tried in at least 150 forms, none of them twice', () => {
    assert.ok(VALUES.length >= 150, String(VALUES.length));
    assert.equal(new Set(VALUES.map(([text]) => text)).size, VALUES.length);
  });

  for (const [text, expected] of VALUES) {
    it(`${JSON.stringify(text.slice(0, 40))}: ${expected}`, () => assert.equal(read(text), expected));
  }

  it('without a year and with none around can’t be read', () => {
    for (const text of ['8月31日', '8.31', '八月三十一日', '8/31']) {
      assert.equal(read(text, { year: null }), 'date-year-unknown', text);
    }
    assert.equal(read('2021年8月31日', { year: null }), '2021-08-31');
    assert.equal(read('2月29日', { year: 2020 }), '2020-02-29');
    assert.equal(read('2月29日', { year: 2021 }), 'date-impossible');
  });

  it('takes the order of day and month from the column', () => {
    assert.equal(read('03/04/2021'), 'date-order-unsettled');
    assert.equal(read('03/04/2021', { order: 'mdy' }), '2021-03-04');
    assert.equal(read('03/04/2021', { order: 'dmy' }), '2021-04-03');
    assert.equal(read('03-04-2021 9:30', { order: 'dmy' }), '2021-04-03');
    assert.equal(read('31/08/2021'), '2021-08-31');
    assert.equal(read('08/31/2021'), '2021-08-31');
    assert.equal(read('08/08/2021'), '2021-08-08');
    assert.equal(read('31/31/2021'), 'date-impossible');
    assert.equal(read('31/8', { order: 'dmy' }), '2021-08-31');
  });

  it('reads back every day of a century from every way of writing it', () => {
    const anyDay = fc.integer({ min: civilDay(1949, 1, 1), max: civilDay(2099, 12, 31) });
    fc.assert(
      fc.property(anyDay, (day) => {
        const { year, month, day: d } = ymd(day);
        const [mm, dd] = [String(month).padStart(2, '0'), String(d).padStart(2, '0')];
        const iso = formatIso(day);
        for (const text of [
          iso,
          `${year}年${month}月${d}日`,
          `${year} 年${mm} 月${dd} 日`,
          `${year}.${month}.${d}`,
          `${year}/${month}/${d} 0:00:00`,
          `${year}/${month}/${d}T23:59`,
          `${chineseDigits(year)}年${chineseCount(month)}月${chineseCount(d)}日`,
          `${year}年${month}月${d}日（周一）`,
          ...(year >= 1949 ? [`${year}${mm}${dd}`] : []),
        ]) {
          assert.equal(read(text, { year: null }), iso, text);
        }
        assert.equal(read(`${month}月${d}日`, { year }), iso);
        assert.equal(read(`${month}.${d}`, { year }), iso);
      }),
      { numRuns: 300 },
    );
  });

  it('never throws, and answers a real day or a known code for any text', () => {
    const alphabet = '0123456789年月日号.-/、，（）〇一二三十廿周上下半季底末旬前内时小:T 至到每初闰O２'.split('');
    const anyText = fc.oneof(
      fc.array(fc.constantFrom(...alphabet), { maxLength: 20 }).map((chars) => chars.join('')),
      fc.string({ maxLength: 40 }),
    );
    fc.assert(
      fc.property(anyText, (text) => {
        const reading = readDateText(text, { year: 2021, order: 'mdy' });
        if ('on' in reading) assert.equal(parseIso(formatIso(reading.on)), reading.on);
        else assert.ok(DATE_CODES.includes(reading.unreadable));
      }),
      { numRuns: 3000 },
    );
  });

  it('of any length is refused at once', () => {
    for (const piece of ['一', '1', '年', '十', '二〇', '1-', '(', '2021年', ' ']) {
      assertGrowsWithSize(
        (times) => () => assert.equal(read(piece.repeat(times)), 'date-free-text', piece),
        3_276,
        32_767,
      );
    }
  });
});

const DIGITS = '〇一二三四五六七八九';
const chineseDigits = (value: number): string => [...String(value)].map((digit) => DIGITS[Number(digit)]).join('');
const chineseCount = (value: number): string => {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  return (tens > 1 ? (DIGITS[tens] ?? '') : '') + (tens > 0 ? '十' : '') + (ones > 0 ? (DIGITS[ones] ?? '') : '');
};

describe('the order of day and month in a column', () => {
  const rows: readonly (readonly [readonly string[], 'mdy' | 'dmy' | null])[] = [
    [[], null],
    [['03/04/2021', '05/06/2021'], null],
    [['03/04/2021', '08/31/2021'], 'mdy'],
    [['03/04/2021', '31/08/2021'], 'dmy'],
    [['08/31/2021', '31/08/2021'], null],
    [['03/04/2021', ' 8/31/2021 9:00:00 '], 'mdy'],
    [['3-4-2021', '31-8-2021'], 'dmy'],
    [['３／４／２０２１', '８／３１／２０２１'], 'mdy'],
    [['2021-08-31', '8月31日', '不详', ''], null],
    [['40/50/2021'], null],
  ];
  for (const [texts, expected] of rows) {
    it(`${texts.join(' ')}: ${String(expected)}`, () => assert.equal(settleDayMonthOrder(texts), expected));
  }
});

describe('a serial', () => {
  const rows: readonly (readonly [number, boolean, string])[] = [
    [44439, false, '2021-08-31'],
    [44439.999988, false, '2021-08-31'],
    [42977, true, '2021-08-31'],
    [1, false, '1900-01-01'],
    [59, false, '1900-02-28'],
    [60, false, 'serial-60'],
    [60.5, false, 'serial-60'],
    [61, false, '1900-03-01'],
    [60, true, '1904-03-01'],
    [0, true, '1904-01-01'],
    [0, false, 'serial-out-of-range'],
    [0.5, false, 'serial-out-of-range'],
    [-1, false, 'serial-out-of-range'],
    [-1, true, 'serial-out-of-range'],
    [2958465, false, '9999-12-31'],
    [2958466, false, 'serial-out-of-range'],
    [2957003, true, '9999-12-31'],
    [20210831, false, 'serial-out-of-range'],
    [Number.NaN, false, 'serial-out-of-range'],
    [Number.POSITIVE_INFINITY, false, 'serial-out-of-range'],
  ];
  for (const [serial, date1904, expected] of rows) {
    it(`${serial} in the ${date1904 ? 1904 : 1900} system: ${expected}`, () => {
      assert.equal(shown(readSerial(serial, date1904)), expected);
    });
  }
});

describe('a number in a date column', () => {
  const rows: readonly (readonly [number, string])[] = [
    [20210831, '2021-08-31'],
    [20210832, 'date-impossible'],
    [20211301, 'date-impossible'],
    [10210831, 'date-year-implausible'],
    [44439, '2021-08-31'],
    [44439.5, '2021-08-31'],
    [36526, '2000-01-01'],
    [73050, '2099-12-31'],
    [36525, 'number-not-a-date'],
    [73051, 'number-not-a-date'],
    [2021, 'date-year-only'],
    [202108, 'date-month-only'],
    [210831, 'number-not-a-date'],
    [8.31, 'number-not-a-date'],
    [0.375, 'date-time-only'],
    [60, 'number-not-a-date'],
    [0, 'number-not-a-date'],
    [-44439, 'number-not-a-date'],
    [13800000000, 'number-not-a-date'],
  ];
  for (const [value, expected] of rows) {
    it(`${value}: ${expected}`, () => assert.equal(shown(numberAsDate(value)), expected));
  }

  it('is a serial of the workbook’s own date system', () => {
    assert.equal(shown(numberAsDate(42977, true)), '2021-08-31');
  });
});
