import assert from 'node:assert/strict';
import fc from 'fast-check';
import { civilDay, formatIso, ymd } from '../../../src/core/dates/civil';
import { DATE_CODES, LIMIT_CODES } from '../../../src/core/dates/codes';
import {
  createLimitReader,
  type LimitContext,
  type LimitReading,
  readLimitText,
} from '../../../src/core/dates/limitText';
import { assertGrowsWithSize } from '../../support/processorTime';
import { on } from './rulesData';

const VAGUE = [
  '尽快',
  '近期',
  '立行立改',
  '长期',
  '长期坚持',
  '常态化',
  '待判决后',
  '按县要求',
  '持续推进',
  '立即整改',
];

const shown = (reading: LimitReading): string => {
  if ('unreadable' in reading) return reading.unreadable;
  if (reading.kind === 'date') return formatIso(reading.on);
  return reading.kind === 'vague' ? `vague ${reading.word}` : `${reading.amount} ${reading.unit}`;
};
const read = (text: string, context: Partial<LimitContext> = {}): string =>
  shown(readLimitText(text, { start: on('2021-08-16'), year: 2021, order: null, vagueWords: VAGUE, ...context }));

/** Text as clerks write it → the upper bound for a case that started on Monday 16 August 2021. */
const LIMITS: readonly (readonly [string, string])[] = [
  // A day, with and without 前
  ['2021年10月8日', '2021-10-08'],
  ['2021年10月8日前', '2021-10-08'],
  ['2021.10.8前', '2021-10-08'],
  ['2021-10-08', '2021-10-08'],
  ['2021/10/8之前', '2021-10-08'],
  ['20211008', '2021-10-08'],
  ['2021年10月8日止', '2021-10-08'],
  ['2021年10.8前', '2021-10-08'],
  ['10月8日前', '2021-10-08'],
  ['10月8日', '2021-10-08'],
  ['10月8号之前', '2021-10-08'],
  ['10月8日以前', '2021-10-08'],
  ['10月8日内', '2021-10-08'],
  ['10.8', '2021-10-08'],
  ['10.8前', '2021-10-08'],
  ['10.8日前', '2021-10-08'],
  ['10/8前', '2021-10-08'],
  ['10-8', '2021-10-08'],
  ['10 月 8 日 前', '2021-10-08'],
  ['２０２１年１０月８日前', '2021-10-08'],
  ['十月八日前', '2021-10-08'],
  ['二〇二一年十月八日前', '2021-10-08'],
  ['2021-10-8 18:00', '2021-10-08'],
  ['10月8日18时前', '2021-10-08'],
  ['10月8日24:00前', '2021-10-08'],
  ['10月8日下班前', '2021-10-08'],
  ['10月8日（周五）前', '2021-10-08'],
  ['10月8日前（含）', '2021-10-08'],
  ['7月26日前', '2022-07-26'],
  ['3月15日前', '2022-03-15'],
  // What stands around it
  ['请于2021年10月8日前办结', '2021-10-08'],
  ['于10月8日前反馈县办并销号', '2021-10-08'],
  ['限10月8日', '2021-10-08'],
  ['限期10月8日前完成', '2021-10-08'],
  ['（10月8日）', '2021-10-08'],
  ['截止2021年10月8日', '2021-10-08'],
  ['截至10月8日', '2021-10-08'],
  ['不晚于10月8日', '2021-10-08'],
  ['最迟10月8日', '2021-10-08'],
  ['10月8日前（县要求）', '2021-10-08'],
  ['10月8日（县诉求办）', '2021-10-08'],
  ['县要求10月8日', '2021-10-08'],
  ['根据舒办发〔2021〕24号文件要求，10月8日前', '2021-10-08'],
  ['由甲某负责于10月8日前办结并书面答复', '2021-10-08'],
  ['①10月8日前', '2021-10-08'],
  ['延期至10月20日', '2021-10-20'],
  ['经领导同意延至11月8日', '2021-11-08'],
  ['即日起至10月31日', '2021-10-31'],
  ['攻坚阶段（10月31日前）', '2021-10-31'],
  // Parts of a month
  ['2021年8月底前', '2021-08-31'],
  ['8月底前', '2021-08-31'],
  ['8月末', '2021-08-31'],
  ['5月底', '2022-05-31'],
  ['2月底', '2022-02-28'],
  ['九月底', '2021-09-30'],
  ['10月底之前', '2021-10-31'],
  ['10月月底', '2021-10-31'],
  ['2021.9底', '2021-09-30'],
  ['2021年10月底', '2021-10-31'],
  ['10月上旬', '2021-10-10'],
  ['10月中旬', '2021-10-20'],
  ['4月中旬', '2022-04-20'],
  ['9月下旬', '2021-09-30'],
  ['8月下旬', '2021-08-31'],
  ['10月中下旬', '2021-10-31'],
  ['10月中旬前', '2021-10-20'],
  ['上旬', '2021-09-10'],
  ['中旬', '2021-08-20'],
  ['下旬', '2021-08-31'],
  ['9月上半月', '2021-09-15'],
  ['2021年10月', '2021-10-31'],
  ['2020年2月', '2020-02-29'],
  ['2019.6', '2019-06-30'],
  ['2021-09', '2021-09-30'],
  ['10月', '2021-10-31'],
  ['10月份', '2021-10-31'],
  ['10月内', '2021-10-31'],
  ['１０月', '2021-10-31'],
  ['8月', '2021-08-31'],
  // Quarters, halves, years
  ['三季度', '2021-09-30'],
  ['第三季度', '2021-09-30'],
  ['3季度', '2021-09-30'],
  ['一季度', '2022-03-31'],
  ['四季度末', '2021-12-31'],
  ['2021年第四季度', '2021-12-31'],
  ['2021年Q3', '2021-09-30'],
  ['上半年', '2022-06-30'],
  ['2021年上半年', '2021-06-30'],
  ['下半年', '2021-12-31'],
  ['年底前', '2021-12-31'],
  ['年底', '2021-12-31'],
  ['年内', '2021-12-31'],
  ['年末', '2021-12-31'],
  ['今年年底前', '2021-12-31'],
  ['2021年底', '2021-12-31'],
  ['2022年底前', '2022-12-31'],
  ['2021年年底', '2021-12-31'],
  ['2021年内', '2021-12-31'],
  ['2021年', '2021-12-31'],
  ['二〇二一年', '2021-12-31'],
  ['本年度内', '2021-12-31'],
  ['明年3月底前', '2022-03-31'],
  // Counted from the start
  ['本月底', '2021-08-31'],
  ['月底前', '2021-08-31'],
  ['本月内', '2021-08-31'],
  ['本月20日前', '2021-08-20'],
  ['本月10日前', 'limit-relative'],
  ['下月底', '2021-09-30'],
  ['下个月10日前', '2021-09-10'],
  ['本周五', '2021-08-20'],
  ['本周内', '2021-08-22'],
  ['下周三前', '2021-08-25'],
  ['上周五', 'limit-relative'],
  ['本季度末', '2021-09-30'],
  ['当日办结', '2021-08-16'],
  ['次日', '2021-08-17'],
  ['今天', 'limit-relative'],
  ['明天前', 'limit-relative'],
  ['周五前', 'limit-relative'],
  // Ranges
  ['10月3日-8日', '2021-10-08'],
  ['10月3-8日', '2021-10-08'],
  ['10月20日-21日', '2021-10-21'],
  ['9月3日至7日', '2021-09-07'],
  ['10月14号到17号', '2021-10-17'],
  ['10月20日至11月5日', '2021-11-05'],
  ['10月8日～20日', '2021-10-20'],
  ['12月20日至1月10日', '2022-01-10'],
  ['2021年12月20日至1月10日', '2022-01-10'],
  ['2021年9月1日-10月8日', '2021-10-08'],
  ['2021.9.1-10.8', '2021-10-08'],
  ['2021.9.1-2021.10.8', '2021-10-08'],
  ['2021-9-1至2021-10-8', '2021-10-08'],
  ['2021年9月1日—10月31日', '2021-10-31'],
  ['9.1-10.8', '2021-10-08'],
  ['10.3-8', '2021-10-08'],
  ['9-10月', '2021-10-31'],
  ['9月至10月', '2021-10-31'],
  ['2021年11月30日-12月', '2021-12-31'],
  ['2018年12月21日至2018年12月', '2018-12-31'],
  ['2008年1月1日至2010年12月', '2010-12-31'],
  ['自9月1日起至10月8日止', '2021-10-08'],
  ['2021年9月1日-2021年8月1日', 'limit-range-reversed'],
  // Durations
  ['60日内', '60 day'],
  ['60日', '60 day'],
  ['60天', '60 day'],
  ['30日之内', '30 day'],
  ['三天内', '3 day'],
  ['三日内', '3 day'],
  ['六十日内', '60 day'],
  ['一百二十日', '120 day'],
  ['30个自然日', '30 day'],
  ['60（日）', '60 day'],
  ['不超过60日', '60 day'],
  ['3-5日内', '5 day'],
  ['一周内', '7 day'],
  ['两周内', '14 day'],
  ['2个星期', '14 day'],
  ['半个月', '15 day'],
  ['半月内', '15 day'],
  ['一个月内', '1 month'],
  ['3个月之内', '3 month'],
  ['两个月', '2 month'],
  ['两月内', '2 month'],
  ['2个季度', '6 month'],
  ['半年内', '6 month'],
  ['一年半', '18 month'],
  ['1年3个月', '15 month'],
  ['一年内', '1 year'],
  ['15个工作日', '15 workday'],
  ['10个工作日内', '10 workday'],
  ['十五个工作日', '15 workday'],
  ['15工作日', '15 workday'],
  ['15个法定工作日', '15 workday'],
  ['365个工作日', '365 workday'],
  ['3-5个工作日', '5 workday'],
  ['三至五个工作日', '5 workday'],
  ['五个工作日内反馈', '5 workday'],
  ['自受理之日起60日内', '60 day'],
  ['收到之日起15个工作日内', '15 workday'],
  ['受理后60日', '60 day'],
  ['县交办后10日内', '10 day'],
  ['60日内（自受理之日起）', '60 day'],
  ['60日内办结', '60 day'],
  ['60日内办结后反馈县办', '60 day'],
  ['县局已明确10月8日前办结', '2021-10-08'],
  ['8月16日起60日内', '60 day'],
  ['60日内（10月15日前）', '2021-10-15'],
  ['2个月内即10月15日前', '2021-10-15'],
  // Vague words, alone and beside a date
  ['尽快', 'vague 尽快'],
  ['尽快办理', 'vague 尽快'],
  ['尽 快', 'vague 尽快'],
  ['近期', 'vague 近期'],
  ['立行立改', 'vague 立行立改'],
  ['立即整改', 'vague 立即整改'],
  ['长期坚持', 'vague 长期坚持'],
  ['常态化', 'vague 常态化'],
  ['待判决后', 'vague 待判决后'],
  ['按县要求', 'vague 按县要求'],
  ['持续推进', 'vague 持续推进'],
  ['每周调度，长期坚持', 'vague 长期坚持'],
  ['待判决后30日内', 'vague 待判决后'],
  ['尽快，10月8日前', '2021-10-08'],
  ['近期（10月底前）', '2021-10-31'],
  ['按县要求10月8日', '2021-10-08'],
  ['待判决后，2021年12月31日前', '2021-12-31'],
  ['尽快，60日内', '60 day'],
  ['尽快，10月32日前', 'date-impossible'],
  // What can't be read, and why
  ['10月8日，延至10月20日', 'limit-several'],
  ['2021年10月8日前（延期至2021年11月8日）', 'limit-several'],
  ['10月8日、10月20日', 'limit-several'],
  ['10月8日前，20日前', 'limit-several'],
  ['15日内答复，60日内办结', 'limit-several'],
  ['60日，可延长30日', 'limit-several'],
  ['24小时内', 'limit-hours'],
  ['一个小时之内', 'limit-hours'],
  ['半天内', 'limit-hours'],
  ['21年10月8日前', 'date-two-digit-year'],
  ['18年8月', 'date-two-digit-year'],
  ['21年底', 'date-two-digit-year'],
  ['21.10.8', 'date-two-digit-year'],
  ['10/8/2021', 'date-order-unsettled'],
  ['10月32日前', 'date-impossible'],
  ['13月底', 'date-impossible'],
  ['2月30日前', 'date-impossible'],
  ['2201年10月8日', 'date-year-implausible'],
  ['腊月底前', 'date-lunar'],
  ['农历八月十五前', 'date-lunar'],
  ['春节前', 'limit-festival'],
  ['国庆节前', 'limit-festival'],
  ['五一前', 'limit-festival'],
  ['年前', 'limit-festival'],
  ['10月前', 'limit-before-period'],
  ['三季度前', 'limit-before-period'],
  ['2022年前', 'limit-before-period'],
  ['3月内', 'limit-month-or-months'],
  ['三月内', 'limit-month-or-months'],
  ['10月初', 'limit-imprecise'],
  ['10月中', 'limit-imprecise'],
  ['8日前', 'limit-day-without-month'],
  ['15号', 'limit-day-without-month'],
  ['60', 'limit-number-without-unit'],
  ['一个半月', 'limit-duration-fraction'],
  ['1.5个月', 'limit-duration-fraction'],
  ['0日内', 'limit-duration-implausible'],
  ['5000天', 'limit-duration-implausible'],
  ['10月8日后', 'limit-lower-bound'],
  ['自10月8日起', 'limit-lower-bound'],
  ['不早于10月8日', 'limit-lower-bound'],
  ['10月8日至今', 'limit-lower-bound'],
  ['2021.9.1-', 'limit-lower-bound'],
  ['60日后', 'limit-lower-bound'],
  ['10月8日左右', 'limit-approximate'],
  ['10月8日前后', 'limit-approximate'],
  ['约60日', 'limit-approximate'],
  ['每月25日前', 'limit-recurring'],
  ['9月1日起60日内', 'limit-duration-from-date'],
  ['鉴定后30日内', 'limit-other-start'],
  ['法院判决生效后1个月内', 'limit-other-start'],
  ['延长30日', 'limit-extension-only'],
  ['原定10月8日前', 'limit-free-text'],
  ['10月8日前无法办结', 'limit-free-text'],
  ['10月8日前已联系当事人', 'limit-free-text'],
  ['10月8日研究确定', 'limit-free-text'],
  ['10月8日（已办结）', 'limit-free-text'],
  ['两三天', 'limit-free-text'],
  ['见附件', 'limit-free-text'],
  ['', 'limit-free-text'],
];

describe('the text of a limit', () => {
  it('is tried in at least 150 forms, none of them twice', () => {
    assert.ok(LIMITS.length >= 150, String(LIMITS.length));
    assert.equal(new Set(LIMITS.map(([text]) => text)).size, LIMITS.length);
  });

  for (const [text, expected] of LIMITS) {
    it(`${JSON.stringify(text)}: ${expected}`, () => assert.equal(read(text), expected));
  }

  it('without a year is the first such day on or after the start', () => {
    const from = (start: string, text: string): string => read(text, { start: on(start), year: 2019 });
    assert.equal(from('2021-10-08', '10月8日前'), '2021-10-08');
    assert.equal(from('2021-10-09', '10月8日前'), '2022-10-08');
    assert.equal(from('2021-08-31', '8月底前'), '2021-08-31');
    assert.equal(from('2021-09-01', '8月底前'), '2022-08-31');
    assert.equal(from('2021-12-20', '1月10日前'), '2022-01-10');
    assert.equal(from('2021-07-01', '上半年'), '2022-06-30');
    assert.equal(from('2021-12-31', '年底前'), '2021-12-31');
    assert.equal(from('2021-08-11', '上旬'), '2021-09-10');
    assert.equal(from('2019-12-01', '2月底前'), '2020-02-29');
    assert.equal(from('2019-12-01', '2月29日前'), '2020-02-29');
    assert.equal(from('2021-10-05', '10月3日-8日'), '2021-10-08');
  });

  it('without a year and a start takes the ledger’s year, and without that can’t be read', () => {
    const without = (text: string, year: number | null): string => read(text, { start: null, year });
    assert.equal(without('10月8日前', 2021), '2021-10-08');
    assert.equal(without('8月底前', 2021), '2021-08-31');
    assert.equal(without('年底前', 2021), '2021-12-31');
    assert.equal(without('12月20日至1月10日', 2021), '2022-01-10');
    assert.equal(without('10月8日至3日', 2021), 'limit-range-reversed');
    for (const text of ['10月8日前', '年底前', '三季度', '10月'])
      assert.equal(without(text, null), 'limit-year-unknown');
    for (const text of ['月底前', '本周五', '当日', '下旬']) assert.equal(without(text, 2021), 'limit-relative');
    assert.equal(without('2021年10月8日前', null), '2021-10-08');
    assert.equal(without('60日内', null), '60 day');
    assert.equal(without('9月1日起60日内', 2021), 'limit-duration-from-date');
  });

  it('takes the order of day and month from the column', () => {
    assert.equal(read('10/8/2021', { order: 'mdy' }), '2021-10-08');
    assert.equal(read('10/8/2021', { order: 'dmy' }), '2021-08-10');
    assert.equal(read('31/10/2021前'), '2021-10-31');
  });

  it('of an extension may be a duration', () => {
    assert.equal(read('延长30日', { extension: true }), '30 day');
    assert.equal(read('延期一个月', { extension: true }), '1 month');
    assert.equal(read('延期至11月8日', { extension: true }), '2021-11-08');
  });

  it('is vague only by the words of the lexicon it is given', () => {
    assert.equal(read('尽快', { vagueWords: [] }), 'limit-free-text');
    assert.equal(read('随缘', { vagueWords: ['随缘'] }), 'vague 随缘');
    assert.equal(read('长期坚持', { vagueWords: ['长期'] }), 'vague 长期');
  });

  it('names the piece that stands in the way', () => {
    const reading = readLimitText('请于10月32日前办结', { start: null, year: 2021, order: null, vagueWords: [] });
    assert.deepEqual(reading, { unreadable: 'date-impossible', params: { part: '10月32日' } });
  });

  it('reads the same through a reader that parses each text once', () => {
    const reader = createLimitReader({ order: null, vagueWords: VAGUE });
    for (const [text, expected] of [...LIMITS, ...LIMITS]) {
      assert.equal(shown(reader(text, on('2021-08-16'), 2021)), expected, text);
    }
    assert.equal(shown(reader('8月底前', on('2021-09-01'), 2021)), '2022-08-31');
  });

  it('never lies before the start where it names no year, for any start', () => {
    const texts = LIMITS.map(([text]) => text).filter((text) => !/\d{4}|２０|二〇/.test(text));
    const anyStart = fc.integer({ min: civilDay(2005, 1, 1), max: civilDay(2030, 12, 31) });
    fc.assert(
      fc.property(anyStart, fc.constantFrom(...texts), (start, text) => {
        const reading = readLimitText(text, { start, year: 1999, order: null, vagueWords: VAGUE });
        if (!('unreadable' in reading) && reading.kind === 'date') {
          assert.ok(reading.on >= start, `${text} from ${formatIso(start)}`);
          assert.ok(ymd(reading.on).year <= ymd(start).year + 2);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('never throws, and answers a known code for any text', () => {
    const alphabet = '0123456789年月日号.-/、，（）〇一二三十廿周上下半季底末旬前内后起自至到每个工作天尽快延原'.split(
      '',
    );
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...alphabet), { maxLength: 24 }), (chars) => {
        const reading = readLimitText(chars.join(''), { start: 18000, year: null, order: null, vagueWords: VAGUE });
        if ('unreadable' in reading) {
          assert.ok(([...LIMIT_CODES, ...DATE_CODES] as readonly string[]).includes(reading.unreadable));
        } else if (reading.kind === 'duration') assert.ok(Number.isInteger(reading.amount) && reading.amount > 0);
      }),
      { numRuns: 3000 },
    );
  });

  it('of any length is refused at once', () => {
    for (const piece of ['一', '1', '年', '十', '自', '1-', '(', '10月8日', '60日内']) {
      const readOf = (letters: number) => () =>
        assert.equal(read(piece.repeat(letters / piece.length)), 'limit-free-text', piece);
      assertGrowsWithSize(readOf, 3_276, 32_767);
    }
  });
});
