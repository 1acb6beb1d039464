import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatIso } from '../../../src/core/dates/civil';
import { FactState } from '../../../src/core/facts/column';
import { findLedger, headerScore, type MappingCorrection } from '../../../src/core/ledger/findLedger';
import type { LedgerTable } from '../../../src/core/ledger/table';
import { defaultVocabulary } from './defaultVocabulary';
import { gridFrom, type TestCell, type TestSheet } from './gridFrom';

const pack = defaultVocabulary();
const HEAD = ['序号', '诉求内容', '责任股室', '包案负责人', '办理时限'];
const row = (n: number, ...rest: TestCell[]): TestCell[] => [n, `反映${n}`, '办公室', '甲某', '2021年10月8日', ...rest];

function read(sheet: TestSheet, correction?: MappingCorrection): LedgerTable {
  const found = findLedger(gridFrom(sheet), pack, correction);
  assert.ok(found.ok, JSON.stringify(found));
  return found.value;
}
const rowsOf = (rows: readonly (readonly TestCell[])[], more: Partial<TestSheet> = {}): number[] => [
  ...read({ rows, ...more }).rowNumbers,
];
const days = (table: LedgerTable, id: string): (string | null)[] => {
  const column = table.field(id);
  assert.equal(column?.type, 'date');
  return Array.from({ length: table.count }, (_, i) =>
    column.state[i] === FactState.known ? formatIso(column.values[i] ?? 0) : (column.why.get(i)?.unknown ?? null),
  );
};
const one = (heading: string, id: string, cells: readonly TestCell[]): unknown[] => {
  const table = read({ rows: [[...HEAD, heading], ...cells.map((cell, i) => row(i + 1, cell))] });
  const column = table.field(id);
  assert.ok(column, heading);
  return cells.map((_, i) => {
    const state = column.state[i];
    if (state === FactState.blank) return null;
    if (state !== FactState.known) return column.why.get(i)?.unknown;
    return column.type === 'boolean' ? column.values[i] === 1 : column.values[i];
  });
};

describe('a person still to be named', () => {
  it('is blank, so that 缺包案负责人 is said of it; a unit so written stands, for unit-vague', () => {
    assert.deepEqual(one('分管领导', 'sponsor', ['待定', '待明确、待定', '测试甲、待定']), [
      null,
      null,
      ['测试甲', '待定'],
    ]);
    const table = read({ rows: [HEAD, [1, '反映', '待定', '待定', '2021年10月8日']] });
    assert.equal(table.field('caseLeader')?.state[0], FactState.blank);
    assert.equal(table.field('unit')?.state[0], FactState.known);
  });
});

describe('finding a ledger', () => {
  it('says that a sheet is empty', () => {
    for (const rows of [[], [[null, '  '], ['\u00a0']]]) {
      const found = findLedger(gridFrom({ rows }), pack);
      assert.equal(found.ok ? '' : found.problems[0]?.code, 'sheet-empty');
    }
  });

  it('says what it looked for where there is no header', () => {
    const found = findLedger(
      gridFrom({
        rows: [
          ['甲', '乙'],
          [1, 2],
        ],
      }),
      pack,
    );
    assert.ok(!found.ok);
    assert.equal(found.problems[0]?.code, 'header-not-found');
    assert.deepEqual(found.problems[0]?.params['looked'], ['序号', '诉求内容', '责任股室', '包案负责人', '办理时限']);
    assert.equal(headerScore(gridFrom({ rows: [['甲', '乙']] }), pack), 0);
  });

  it('takes neither a roster nor a list of people for a ledger', () => {
    for (const rows of [[['姓名', '职务', '机构', '任职起', '任职止']], [['姓名', '性别', '联系电话', '住址']]]) {
      assert.equal(headerScore(gridFrom({ rows }), pack), 0);
    }
  });

  it('scores the fuller header higher', () => {
    const small = gridFrom({ rows: [['序号', '诉求内容', '责任股室']] });
    const full = gridFrom({ rows: [[...HEAD, '办理状态', '办结日期']] });
    assert.ok(headerScore(small, pack) > 0 && headerScore(full, pack) > headerScore(small, pack));
  });

  it('reads an empty ledger as no cases', () => {
    assert.equal(read({ rows: [HEAD] }).count, 0);
  });

  it('maps exact over contained over general headings, and keeps the rest unmapped', () => {
    const table = read({ rows: [[...HEAD, '责任人', '经办人', '县局责任股室', '天气'], row(1)] });
    assert.equal(table.columns.get('handler'), 7);
    assert.equal(table.columns.get('unit'), 3);
    assert.deepEqual(table.unmapped, [6, 8, 9]);
    assert.deepEqual(table.conflicts, []);
  });

  it('reports two columns for one field and maps neither; a contested clarity is missing, not blank', () => {
    const table = read({ rows: [[...HEAD, '责任单位'], row(1, '法制监督股')] });
    assert.deepEqual(table.conflicts, [
      { code: 'two-columns-one-field', fields: ['unit'], columns: [3, 6], headings: ['责任股室', '责任单位'] },
    ]);
    assert.equal(table.columns.has('unit'), false);
    assert.equal(table.field('unit')?.missing?.unknown, 'heading-conflict');
  });

  it('reads the three clarities as blank in every row where their column is missing', () => {
    const table = read({
      rows: [
        ['序号', '诉求人', '诉求内容', '登记日期'],
        [1, '甲某', '反映', '2021-08-31'],
      ],
    });
    for (const id of ['unit', 'caseLeader', 'timeLimit']) {
      assert.equal(table.columns.has(id), false);
      assert.deepEqual([...(table.field(id)?.state ?? [])], [FactState.blank], id);
      assert.equal(table.limit(id, 0), null);
    }
    assert.equal(table.field('handler'), undefined);
    assert.equal(table.seen('handler', 0), '');
    assert.equal(table.cell('handler', 0), null);
  });

  it('gives the telephone beside a case leader to nobody, and the one beside the petitioner to the petitioner', () => {
    const table = read({
      rows: [
        ['序号', '诉求人', '联系电话', '诉求内容', '包案领导', '联系电话'],
        [1, '甲某', '1', 'x', '乙某', '2'],
      ],
    });
    assert.equal(table.columns.get('phone'), 3);
    assert.deepEqual(table.unmapped, [6]);
  });

  it('leaves the columns that the add-in owns out of everything', () => {
    const rows = [[...HEAD, '督查·状态', '备注'], row(1, '超期', '我们写的')];
    const table = read({ rows, owned: { first: 6, last: 7 } });
    assert.deepEqual(table.extent, { left: 1, right: 5 });
    assert.equal(table.columns.has('remark'), false);
    assert.deepEqual(table.unmapped, []);
  });

  it('does as a person corrected', () => {
    const rows = [['甲', '乙'], [...HEAD, '时间', '责任单位'], row(1, '2021-09-01', '县公证处')];
    const table = read({ rows }, { columns: { receivedOn: 6, unit: 7, timeLimit: null } });
    assert.deepEqual(days(table, 'receivedOn'), ['2021-09-01']);
    assert.equal(table.seen('unit', 0), '县公证处');
    assert.deepEqual(table.conflicts, []);
    assert.equal(table.columns.has('timeLimit'), false);
    const moved = read({ rows: [HEAD, HEAD, row(1)] }, { headerRows: { first: 2, last: 2 } });
    assert.deepEqual(moved.headerRows, [2]);
  });

  it('refuses an impossible correction', () => {
    const found = findLedger(gridFrom({ rows: [HEAD, row(1)] }), pack, { columns: { nonsense: 3 } });
    assert.equal(found.ok ? '' : found.problems[0]?.code, 'correction-impossible');
  });

  it('finds the mapping whatever the order of columns', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(HEAD.concat('办结日期', '备注'), { minLength: 7, maxLength: 7 }), (headings) => {
        const { columns } = read({ rows: [headings, headings.map((_, i) => i + 1)] });
        assert.equal(columns.get('unit'), headings.indexOf('责任股室') + 1);
        assert.equal(columns.get('timeLimit'), headings.indexOf('办理时限') + 1);
      }),
    );
  });
});

describe('the header', () => {
  const headerRows = (rows: readonly (readonly TestCell[])[], more: Partial<TestSheet> = {}): readonly number[] =>
    read({ rows, ...more }).headerRows;

  it('does not swallow a sparse first case below a column without heading', () => {
    const rows = [
      ['诉求内容', '责任股室', null, '办理时限', '办结日期', '办理结果', '备注'],
      ['反映甲事', null, '插一句'],
    ];
    assert.deepEqual(headerRows(rows), [1]);
    assert.deepEqual(headerRows(rows, { merges: null }), [1]);
  });

  it('takes a row of group headings over a complete row of headings in', () => {
    const rows = [['台账'], ['基本情况', null, '三个明确', null, null], HEAD, row(1)];
    assert.deepEqual(headerRows(rows, { merges: ['A1:E1', 'A2:B2', 'C2:E2'] }), [2, 3]);
  });

  it('does not take the line of the filling unit in, even when it is merged like group headings', () => {
    const rows = [['台账'], ['填报单位：某局', null, '填报时间：2021年9月1日', null, null], HEAD, row(1)];
    assert.deepEqual(headerRows(rows, { merges: ['A1:E1', 'A2:B2', 'C2:E2'] }), [3]);
  });

  it('reads headings that explain themselves at length', () => {
    const long = '办理时限（上级有明确时限要求的按要求执行，没有明确要求的由责任股室提出，经包保领导同意后报备案）';
    const phone = '联系电话（格式：0564-8600000）';
    const table = read({
      rows: [
        ['序号', '诉求内容', long, phone],
        [1, '反映', '尽快', '8600000'],
      ],
    });
    assert.deepEqual([table.columns.get('timeLimit'), table.columns.get('phone')], [3, 4]);
  });

  it('keeps one column for a heading merged over two', () => {
    const rows = [
      ['序号', '诉求内容', '责任股室', null, '办理时限'],
      [1, '反映', '办公室', '备注的话', '尽快'],
    ];
    const table = read({ rows, merges: ['C1:D1'] });
    assert.equal(table.columns.get('unit'), 3);
    assert.deepEqual([table.conflicts, table.unmapped], [[], []]);
  });
});

describe('the body', () => {
  it('stops at totals, notes and signatures', () => {
    for (const end of [
      ['合计'],
      ['总计', '3件'],
      ['说明：本表一式两份'],
      ['注：略'],
      ['填表人：甲某', null, '审核人：乙某'],
      [null, '合计', '2'],
      ['注', '1.略'],
    ]) {
      assert.deepEqual(rowsOf([HEAD, row(1), row(2), end, ['', '后面的话', '不是诉求']]), [2, 3], String(end[0]));
    }
    assert.deepEqual(rowsOf([HEAD, row(1), [2, '合计', null, null, null]]), [2]);
  });

  it('keeps a case whose text begins with 说明 or 合计', () => {
    assert.deepEqual(rowsOf([HEAD, [1, '说明：本人多次反映', '办公室'], [2, '合计被扣工资三个月', '办公室']]), [2, 3]);
    assert.deepEqual(
      rowsOf([
        ['诉求内容', '责任股室', '办理时限'],
        ['说明：本人反映', '办公室', '尽快'],
        ['x', 'y', 'z'],
      ]),
      [2, 3],
    );
  });

  it('passes over subtotals, sections, blank and prefilled rows, repeated headers and the numbering of columns', () => {
    const rows: TestCell[][] = [
      HEAD,
      [1, 2, 3, 4, 5],
      ['一、县信访局交办'],
      row(1),
      ['小计', '1件'],
      [],
      HEAD,
      ['二、自行梳理'],
      row(2),
      [3],
      [4, '/', '—', '无', ' '],
      [5, null, null, null, { uncached: true }],
      ['示例', '反映某事', '办公室', '甲某', '尽快'],
      row(6),
    ];
    assert.deepEqual(rowsOf(rows), [4, 9, 14]);
  });

  it('goes on after a total where the numbering goes on or a section follows', () => {
    assert.deepEqual(rowsOf([HEAD, row(1), ['合计', '1'], row(2)]), [2, 4]);
    assert.deepEqual(rowsOf([HEAD, row(1), ['合计', '1'], ['二、自行梳理'], row(1)]), [2, 5]);
    assert.deepEqual(rowsOf([HEAD, row(1), row(2), ['合计', '2'], row(1)]), [2, 3]);
    assert.deepEqual(rowsOf([HEAD, ['合计', '2'], row(1), row(2)]), [3, 4]);
  });

  it('keeps hidden rows and rows below gaps', () => {
    assert.deepEqual(rowsOf([HEAD, row(1), [], [], row(2)], { hiddenRows: [2] }), [2, 5]);
  });

  it('carries a vertically merged value down, and addresses the own row', () => {
    const rows = [HEAD, row(1), [2, '反映2', null, '乙某', null], [3, '反映3', null, null, null]];
    const table = read({ rows, merges: ['C2:C4', 'E2:E3'] });
    assert.deepEqual(
      [0, 1, 2].map((i) => table.seen('unit', i)),
      ['办公室', '办公室', '办公室'],
    );
    assert.deepEqual(
      [0, 1, 2].map((i) => table.seen('timeLimit', i)),
      ['2021年10月8日', '2021年10月8日', ''],
    );
    assert.equal(table.cell('unit', 1), 'C3');
  });

  it('ends at the header of another table below', () => {
    const other = ['股室', '诉求内容', '办理时限', '办结日期'];
    assert.equal(read({ rows: [HEAD, row(1), [], other] }).count, 1);
  });
});

describe('typed cells', () => {
  it('takes placeholders for blank, except 无 in 备注 and words of a vocabulary', () => {
    assert.deepEqual(one('办理情况', 'progress', ['/', '—', '无', '暂无', '未填', ' - ', '……', '无法联系']), [
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      '无法联系',
    ]);
    assert.deepEqual(one('备注', 'remark', ['无', '/']), ['无', '/']);
    assert.deepEqual(
      one('违法行为', 'conduct', ['无', '有（殴打他人）', '/', '待核实', '未发现违法行为', '不好说', true]),
      [false, true, null, null, false, 'yes-no-unreadable', true],
    );
  });

  it('reads yes and no below a question', () => {
    assert.deepEqual(one('是否办结', 'status', ['是', '否', '√', '×', '办理中']), [
      '已办结',
      '办理中',
      '已办结',
      '办理中',
      '办理中',
    ]);
    assert.deepEqual(one('是否化解', 'resolution', ['是', '否', '部分化解']), ['已化解', '未化解', '部分化解']);
    assert.deepEqual(one('是否终结', 'status', ['是', '否']), ['终结', '办理中']);
    assert.deepEqual(one('是否销号', 'signedOff', ['已销号', '未销号', '√', '', '申请中', 1]), [
      true,
      false,
      true,
      null,
      false,
      true,
    ]);
  });

  it('keeps an unknown word of an open vocabulary and can not read one of a closed', () => {
    assert.deepEqual(one('来源渠道', 'channel', ['某平台', '县信访局交办']), ['某平台', '县信访部门交办']);
    assert.deepEqual(one('时限来源', 'limitSource', ['甲乙', '股室']), ['word-unknown', '股室提出']);
  });

  it('reads numbers with a unit', () => {
    assert.deepEqual(one('人数', 'headcount', ['12人', '约２０人', 3, '十二', '一百零五人', '若干', '1,200']), [
      12,
      20,
      3,
      12,
      105,
      'number-unreadable',
      1200,
    ]);
  });

  it('does not know errors and formulas without a value, not even whether they are blank', () => {
    const table = read({ rows: [HEAD, [1, '反映', { error: '#REF!' }, { uncached: true }, { error: '#N/A' }]] });
    assert.equal(table.field('unit')?.state[0], FactState.unknown);
    assert.equal(table.field('unit')?.why.get(0)?.unknown, 'cell-error');
    assert.equal(table.field('caseLeader')?.why.get(0)?.unknown, 'formula-not-calculated');
    assert.equal((table.limit('timeLimit', 0) as { unknown: string }).unknown, 'cell-error');
  });

  it('reads the year of a date from the title, else the form line, else the neighbours', () => {
    const rows = (...cells: TestCell[]): TestCell[][] => [
      [...HEAD, '受理日期'],
      ...cells.map((cell, i) => row(i + 1, cell)),
    ];
    assert.deepEqual(days(read({ rows: [['2020年台账'], ...rows('8月31日')] }), 'receivedOn'), ['2020-08-31']);
    assert.deepEqual(days(read({ rows: [['台账'], ['填报时间：2019.9.1'], ...rows('8月31日')] }), 'receivedOn'), [
      '2019-08-31',
    ]);
    assert.deepEqual(
      days(read({ rows: [['2019-2020年台账'], ...rows('8月31日', '2018-01-02', '3月4日')] }), 'receivedOn'),
      ['2018-08-31', '2018-01-02', '2018-03-04'],
    );
    assert.deepEqual(days(read({ rows: rows('8月31日') }), 'receivedOn'), ['date-year-unknown']);
  });

  it('reads a limit without a year from the start of its case, of a legacy case from its assignment', () => {
    const head = ['序号', '诉求内容', '登记日期', '受理日期', '办理时限'];
    const table = read({
      rows: [
        head,
        [1, 'a', null, '2021-11-01', '10月8日前'],
        [2, 'b', '2015-01-01', '2015-01-02', '10月8日前'],
        [3, 'c', '2021-09-01', null, '月底前'],
      ],
    });
    const limits = [0, 1, 2].map((i) => table.limit('timeLimit', i)) as { on: number }[];
    assert.deepEqual(
      limits.map(({ on }) => formatIso(on)),
      ['2022-10-08', '2021-10-08', '2021-09-30'],
    );
  });

  it('takes a month typed into Excel for its last day as a limit, and for no day as a date', () => {
    const month = { number: 44470, format: 'yyyy"年"m"月"' };
    const table = read({
      rows: [
        [...HEAD, '受理日期'],
        [1, 'a', '办公室', '甲某', month, month],
      ],
    });
    assert.equal(formatIso((table.limit('timeLimit', 0) as { on: number }).on), '2021-10-31');
    assert.deepEqual(days(table, 'receivedOn'), ['date-month-only']);
    assert.equal(table.seen('timeLimit', 0), '2021年10月');
  });

  it('gives a bare number the unit of the heading, and refuses it without one', () => {
    const limitUnder = (heading: string, cell: TestCell): unknown =>
      read({
        rows: [
          ['序号', '诉求内容', '责任股室', heading],
          [1, 'a', '办公室', cell],
        ],
      }).limit('timeLimit', 0);
    assert.deepEqual(limitUnder('办理时限（天）', 15), { kind: 'duration', amount: 15, unit: 'day' });
    assert.deepEqual(limitUnder('承诺期限工作日', '15'), { kind: 'duration', amount: 15, unit: 'workday' });
    assert.equal((limitUnder('办理时限', 15) as { unknown: string }).unknown, 'limit-number-without-unit');
  });

  it('tells number cells from text, and shows long digits in full', () => {
    const table = read({ rows: [[...HEAD, '身份证号'], row(1, 340000190001010011), row(2, '340000190001010011')] });
    assert.equal(table.isNumberCell('idNumber', 0), true);
    assert.equal(table.isNumberCell('idNumber', 1), false);
    assert.equal(table.isNumberCell('phone', 0), false);
    assert.equal(table.seen('idNumber', 0), '340000190001010000');
    assert.equal(table.seen('idNumber', 1), '340000190001010011');
  });

  it('says the same of each case whatever the order of rows, where dates carry their year', () => {
    const cases = [row(1, '2021/9/1'), row(2, '10月32日'), row(3, 44440), row(4, null), row(5, '二〇二一年九月一日')];
    const said = (rows: readonly TestCell[][]): Record<string, unknown> => {
      const table = read({ rows: [[...HEAD, '受理日期'], ...rows] });
      return Object.fromEntries(days(table, 'receivedOn').map((day, i) => [table.seen('serial', i), day]));
    };
    fc.assert(
      fc.property(fc.shuffledSubarray(cases, { minLength: 5, maxLength: 5 }), (rows) => {
        assert.deepEqual(said(rows), said(cases));
      }),
    );
  });
});
