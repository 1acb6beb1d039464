import assert from 'node:assert/strict';
import { diffPacks } from '../../../../src/core/rules/diff/diffPacks';
import type { PackChange } from '../../../../src/core/rules/diff/change';
import { CHANGE_SENTENCES, sayChange, sayChanges } from '../../../../src/text/zh-CN/rules/changes';
import { loaded, packFiles, rule, ruleOf, type Json } from '../support/packFixture';

const base = loaded(packFiles());
const changesTo = (change: Record<string, unknown>): readonly PackChange[] =>
  diffPacks(base, loaded(packFiles(change)));
const rules = (...list: Json[]): Record<string, unknown> => ({ 'deadlines.json': { title: '时限', rules: list } });

/** `code subject: sentence` of every change. */
function said(change: Record<string, unknown>): readonly string[] {
  const after = loaded(packFiles(change));
  return diffPacks(base, after).map((one) => `${one.subject}｜${sayChange(one, base, after)}`);
}

describe('diffPacks', () => {
  it('finds nothing between a pack and itself, whatever the layout of the files', () => {
    assert.deepEqual(diffPacks(base, base), []);
    const files = packFiles();
    const dense = new Map([...files].map(([name, text]) => [name, JSON.stringify(JSON.parse(String(text)))]));
    const after = loaded(dense);
    assert.deepEqual(diffPacks(base, after), []);
    assert.match([...sayChanges(base, after, [])].join('\n'), /内容没有差别/);
    assert.match([...sayChanges(base, base, [])].join('\n'), /文件完全相同/);
  });

  it('tells rules that came, went and changed', () => {
    assert.deepEqual(said(rules(rule(), rule({ name: 'other', title: '另一条' }))), [
      '另一条｜新增（严重，deadlines.json）：“是否在办”为“是”，并且“应办结日”早于“检查基准日”',
    ]);
    assert.deepEqual(said(rules(rule({ name: 'other' }))), [
      '超期未办结｜新增（严重，deadlines.json）：“是否在办”为“是”，并且“应办结日”早于“检查基准日”',
      '超期未办结｜删去（原为严重，deadlines.json）',
    ]);
    assert.deepEqual(said(rules(rule({ severity: 'warning', title: '超期' }))), [
      '超期｜名称：超期未办结 → 超期',
      '超期｜严重程度：严重 → 一般',
    ]);
    const event = {
      type: 'finding',
      params: { field: 'timeLimit', message: '超期 {daysOverdue} 天', advice: '立即办结' },
    };
    assert.deepEqual(said(rules(rule({ event, mendable: false, effective: { to: '2021-12-31' } }))), [
      '超期未办结｜问题的说法：已超期 {超期天数} 天 → 超期 {超期天数} 天',
      '超期未办结｜改为已成事实，只作记录',
      '超期未办结｜施行日期：2021年1月1日至被替换为止 → 2021年1月1日至2021年12月31日',
    ]);
  });

  it('tells a parameter by its values and the conditions only where they themselves changed', () => {
    const of = (days: number, operator = 'greaterThan'): Json =>
      ruleOf(
        { all: [{ fact: 'daysOverdue', operator, value: { fact: 'parameters.days' } }] },
        { parameters: { days } },
      );
    const before = loaded(packFiles(rules(of(3))));
    const to = (json: Json): readonly string[] => {
      const after = loaded(packFiles(rules(json)));
      return diffPacks(before, after).map((one) => sayChange(one, before, after));
    };
    assert.deepEqual(to(of(5)), ['参数 days：3 → 5']);
    assert.deepEqual(to(of(3, 'lessThan')), [
      '什么算有问题：“超期天数”超过 3（参数 days） → “超期天数”小于 3（参数 days）',
    ]);
  });

  it('tells words that came and went, once, and not again for the rules that use them', () => {
    const uses = rules(ruleOf({ all: [{ fact: 'result', operator: 'containsAny', value: { lexicon: 'refusals' } }] }));
    const before = loaded(packFiles(uses));
    const after = loaded(
      packFiles({
        ...uses,
        'lexicon/refusals.json': { name: 'refusals', title: '不予支持', words: ['不予支持', '不予受理'] },
      }),
    );
    assert.deepEqual(
      diffPacks(before, after).map((one) => `${one.area} ${one.id} ${sayChange(one, before, after)}`),
      ['lexicons refusals 增加 不予受理；去掉 无法支持'],
    );
  });

  it('tells limits, holidays, roster, fields, vocabularies and campaign', () => {
    const limits = {
      roll: 'none',
      laws: [
        { name: '条例', effective: { from: '2005-05-01' }, periods: { handling: { days: 45, article: '第三十三条' } } },
      ],
    };
    assert.deepEqual(said({ 'limits.json': limits }), [
      '｜末日遇休息日：顺延至下一工作日 → 不顺延',
      '条例｜办理期限：60 日 → 45 日（第三十三条）',
    ]);
    const years = {
      2021: { off: { '2021-10-01': '国庆节', '2021-10-02': '国庆节' }, work: {} },
      2022: { off: {}, work: {} },
    };
    assert.deepEqual(said({ 'calendar.json': { years } }), [
      '｜年份：增加 2022',
      '｜休息日：增加 2021-10-02 国庆节',
      '｜调休上班日：去掉 2021-10-09 国庆节',
    ]);
    const organisation = {
      units: [
        { name: '甲股', group: '股室', aliases: ['甲室'] },
        { name: '乙股', group: '股室', aliases: [] },
      ],
      patterns: [],
      people: [{ name: '测试甲', posts: ['局长'] }],
    };
    assert.deepEqual(said({ 'organisation.json': organisation }), [
      '甲股｜别名：增加 甲室；去掉 甲科',
      '乙股｜新增机构',
      '测试甲｜新增人员',
    ]);
    const vocabulary = {
      name: 'vocab-status',
      title: '办理状态',
      open: true,
      values: [
        { value: '办理中', synonyms: ['在办', '办理'], isOpen: true },
        { value: '办结', synonyms: [] },
      ],
    };
    assert.deepEqual(said({ 'lexicon/vocab-status.json': vocabulary }), [
      '办理状态｜“办理中”的写法：增加 办理',
      '办理状态｜新增取值“办结”',
    ]);
  });

  it('has a sentence for every change that the code can tell', () => {
    const told = changesTo({ 'limits.json': { roll: 'none', laws: [] } });
    assert.deepEqual(
      told.map(({ code }) => code),
      ['limits-roll', 'law-went'],
    );
    for (const { code } of told) assert.ok(CHANGE_SENTENCES[code], code);
  });
});
