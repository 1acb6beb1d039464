import assert from 'node:assert/strict';
import type { Explanation, Reason } from '../../src/core/check/explanation';
import type { Classification } from '../../src/core/classify/classification';
import { civilDay } from '../../src/core/dates/civil';
import { FactState } from '../../src/core/facts/column';
import { longDate, dayWithWeekday } from '../../src/text/zh-CN/dates';
import { mask } from '../../src/text/zh-CN/mask';
import { sayAdvice, sayMessage, sayMessageMasked } from '../../src/text/zh-CN/messages';
import { PLAN_WORDS, saySuggestion } from '../../src/text/zh-CN/planWords';
import { sayProblem } from '../../src/text/zh-CN/problems';
import { sayProof } from '../../src/text/zh-CN/proof';
import { sayReason, sayReasonInGeneral, sayReasonMasked } from '../../src/text/zh-CN/reasons';
import { fill, formatNumber } from '../../src/text/zh-CN/sentence';
import { displayWidth, padEnd } from '../../src/text/zh-CN/width';

const DUE = civilDay(2021, 10, 8);

const explanation = (parts: Explanation['message']): Explanation =>
  ({ message: parts, advice: parts, reasons: [], row: 4, cell: 'H4', index: 0 }) as unknown as Explanation;

describe('messages', () => {
  it('say days, numbers, lists and yes or no as people do', () => {
    const sentence = sayMessage(
      explanation([
        '应于 ',
        { fact: 'dueOn', type: 'date', value: DUE, personal: false },
        '，已超期 ',
        { fact: 'daysOverdue', type: 'number', value: 1234, personal: false },
        ' 天，',
        { fact: 'units', type: 'names', value: ['甲股', '乙股'], personal: false },
        '，',
        { fact: 'signedOff', type: 'boolean', value: false, personal: false },
      ]),
    );
    assert.equal(sentence, '应于 2021年10月8日，已超期 1,234 天，甲股、乙股，否');
  });

  it('name the row where there is no cell, and leave no hole for a blank', () => {
    const parts: Explanation['message'] = [
      '请看 ',
      { row: 4, label: '责任股室' },
      '：',
      { fact: 'title', type: 'text', value: null, personal: false },
    ];
    assert.equal(sayAdvice(explanation(parts)), '请看 第 4 行“责任股室”栏（台账没有这一列，请先添加）：（空）');
  });

  it('cut what is quoted and keep it on one line', () => {
    const long = `第一行\n${'很长的内容'.repeat(30)}`;
    const sentence = sayMessage(explanation([{ fact: 'result', type: 'text', value: long, personal: false }]));
    assert.doesNotMatch(sentence, /\n/);
    assert.ok(sentence.length <= 41 && sentence.endsWith('…'));
  });

  it('mask personal data only for what leaves the workbook', () => {
    const finding = explanation([{ fact: 'phone', type: 'text', value: '13800001111', personal: true }]);
    assert.equal(sayMessage(finding), '13800001111');
    assert.equal(sayMessageMasked(finding), '138****1111');
  });
});

describe('mask', () => {
  it('keeps enough to find a person in the ledger and no more', () => {
    assert.equal(mask('测试甲'), '测**');
    assert.equal(mask('甲'), '甲*');
    assert.equal(mask(''), '');
    assert.equal(mask('340000199001010000').length, 18);
    assert.match(mask('340000199001010000'), /^340\*{11}0000$/);
  });
});

describe('reasons', () => {
  const reason: Reason = {
    fact: 'dueOn',
    label: '应办结日',
    why: { unknown: 'date-impossible', state: FactState.unreadable, field: 'timeLimit' },
    field: 'timeLimit',
    fieldLabel: '办理时限',
    cell: 'H4',
    seen: '10月32日',
    personal: false,
  };

  it('name the cell, quote what stands in it and say what to do', () => {
    assert.equal(sayReason(reason), 'H4 “办理时限”所填“10月32日”没有这一天；请写成 2021-10-08 这样的日期');
  });

  it('leave cell and quotation out where many cases share a reason', () => {
    assert.equal(sayReasonInGeneral(reason), '“办理时限”所填内容没有这一天；请写成 2021-10-08 这样的日期');
  });

  it('mask what is quoted of a person', () => {
    assert.doesNotMatch(sayReasonMasked({ ...reason, seen: '测试甲', personal: true }), /测试甲/);
  });

  it('say what is blank, which column is missing and which year the calendar lacks', () => {
    const blank = { ...reason, why: null, seen: '' };
    assert.equal(sayReason(blank), 'H4 “办理时限”未填');
    const why = { unknown: 'column-missing', state: FactState.missing, field: 'timeLimit' } as const;
    assert.equal(sayReason({ ...blank, cell: null, why }), '台账没有“办理时限”列');
    const year = { unknown: 'calendar-year-not-covered', state: FactState.unknown, params: { year: 2027 } } as const;
    assert.match(sayReason({ ...blank, cell: null, why: year }), /没有 2027 年的节假日安排/);
  });

  it('say something of a reason that has no sentence', () => {
    const why = { unknown: 'never-heard-of', state: FactState.unknown } as const;
    assert.equal(sayReason({ ...reason, why }), 'H4 “办理时限”无法确定');
  });
});

describe('proof', () => {
  it('can be checked line by line', () => {
    assert.deepEqual(
      [
        sayProof({ step: 'stated', seen: '60日内', cell: 'H4' }),
        sayProof({ step: 'start', on: civilDay(2021, 8, 9) }),
        sayProof({ step: 'law', law: '信访条例', article: '第三十三条', days: 60 }),
        sayProof({ step: 'count', amount: 60, unit: 'day', from: civilDay(2021, 8, 10), to: DUE }),
        sayProof({
          step: 'roll',
          from: civilDay(2021, 10, 2),
          to: DUE,
          runs: [{ from: civilDay(2021, 10, 2), to: civilDay(2021, 10, 7), why: 'holiday', name: '国庆节' }],
        }),
        sayProof({ step: 'result', on: DUE }),
      ],
      [
        'H4 写明“60日内”',
        '起算日 2021年8月9日，当日不计入（民法典第二百零一条）',
        '依据《信访条例》第三十三条，期限 60 日',
        '自 2021年8月10日 起计 60 日，至 2021年10月8日',
        '2021年10月2日 为休息日（2021年10月2日至2021年10月7日 国庆节），顺延至 2021年10月8日（民法典第二百零三条）',
        '应于 2021年10月8日 前（含当日）办结',
      ],
    );
  });
});

describe('problems', () => {
  it('begin with file:line:column where they sit in a rule file', () => {
    const place = { file: 'deadlines.json', line: 12, column: 5 };
    const line = sayProblem({ code: 'rules-fact-unknown', params: { fact: 'duOn', nearest: 'dueOn' }, place });
    assert.match(line, /^deadlines\.json:12:5 没有“duOn”这个字段或事实。最接近的是“dueOn”。/);
  });

  it('leave the nearest choice out where there is none', () => {
    const line = sayProblem({ code: 'rules-fact-unknown', params: { fact: 'xyz', nearest: '' } });
    assert.doesNotMatch(line, /最接近/);
  });

  it('name sheet and cell where they sit in a workbook', () => {
    const place = { sheet: '节假日', cell: 'A3' };
    assert.match(
      sayProblem({ code: 'companion-date-unreadable', params: { seen: '十月' }, place }),
      /^“节假日”A3：“十月”/,
    );
  });

  it('stay on one line whatever their parameters hold', () => {
    assert.doesNotMatch(sayProblem({ code: 'file-not-found', params: { path: 'a\nb' } }), /\n/);
  });
});

describe('suggestions', () => {
  const suggested: Classification = {
    category: 'withinPolicy',
    suggested: 'unlawful',
    merit: { value: 'withinPolicy', source: 'suggested' },
    conduct: { value: 'unlawful', source: 'suggested' },
    hardship: { value: 'yes', source: 'suggested' },
    treatments: ['settle', 'aid'],
    toVerify: true,
    suggestion: { merit: 'withinPolicy', conduct: 'unlawful', hardship: 'yes' },
    contradicted: false,
    evidence: [{ axis: 'conduct', rule: 'x', words: ['堵门'], field: 'content', basis: '信访条例第二十条' }],
  };

  it('never call conduct unlawful on a rule’s word: they quote it, to be verified', () => {
    const words = saySuggestion(suggested);
    assert.doesNotMatch(words, /违法/);
    assert.match(words, /文中出现“堵门”，请人工核实/);
    assert.match(words, /处理：立即落实、帮扶救助/);
  });

  it('say 认定 for what a person decided with its basis, and only then', () => {
    const decided: Classification = {
      ...suggested,
      category: 'unlawful',
      conduct: { value: 'unlawful', source: 'decided' },
      toVerify: false,
    };
    assert.match(saySuggestion(decided), /认定：有违法行为/);
    assert.doesNotMatch(saySuggestion({ ...decided, category: 'withinPolicy' }), /认定：有违法行为/);
  });

  it('say that nothing is suggested rather than nothing', () => {
    const none: Classification = {
      ...suggested,
      merit: { value: 'undetermined', source: 'suggested' },
      hardship: { value: 'unknown', source: 'suggested' },
      treatments: [],
      toVerify: false,
    };
    assert.equal(saySuggestion(none), '尚无甄别建议，请人工甄别');
  });
});

describe('small words', () => {
  it('dates', () => {
    assert.equal(longDate(DUE), '2021年10月8日');
    assert.equal(dayWithWeekday(DUE), '10月8日 周五');
  });

  it('numbers keep their thousands apart, years do not', () => {
    assert.equal(formatNumber(-1234567.5), '-1,234,567.5');
    assert.equal(fill('{year} 年 {count} 件', { year: 2027, count: 1200 }), '2027 年 1,200 件');
  });

  it('sentences leave no placeholder behind', () => {
    assert.equal(fill('[[最近：{nearest}。]]{gone}完', {}), '完');
  });

  it('Chinese lists line up on a terminal', () => {
    assert.equal(displayWidth('超期（2）ab'), 11);
    assert.equal(padEnd('超期', 6), '超期  ');
  });

  it('several findings in one cell are numbered, one is not', () => {
    assert.equal(PLAN_WORDS.problems(['甲'], [], []), '甲');
    assert.equal(
      PLAN_WORDS.problems(['甲', '乙'], ['丙'], ['丁（误报）']),
      '1. 甲\n2. 乙\n无法判定：丙。\n已搁置：丁（误报）。',
    );
  });
});
