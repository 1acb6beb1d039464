import assert from 'node:assert/strict';
import fc from 'fast-check';
import { civilDay } from '../../../src/core/dates/civil';
import { checkedOf, documentsOf, textOf, type Own } from './documents';

const digits = (count: number): fc.Arbitrary<string> =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count }).map((all) => all.join(''));
const mobile = fc.tuple(fc.constantFrom('13', '15', '18', '19'), digits(9)).map(([head, rest]) => head + rest);
const identity = fc
  .tuple(
    digits(5),
    fc.integer({ min: 1950, max: 2005 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    digits(3),
  )
  .map(([place, year, month, day, rest]) => {
    const two = (number: number): string => String(number).padStart(2, '0');
    return `3${place}${year}${two(month)}${two(day)}${rest}X`;
  });
/** Fields that people write anything into. */
const field = fc.constantFrom(
  '联系电话',
  '身份证号',
  '住址',
  '诉求内容',
  '办理情况',
  '办理结果',
  '诉求人',
  '包案负责人',
  '来源渠道',
  '诉求类别',
);
const state: fc.Arbitrary<Own> = fc.constantFrom(
  { 责任股室: '' },
  { 交办日期: '2021-10-08' },
  { 办理时限: '2021-10-01' },
  { 受理告知日期: '' },
  { 办理状态: '不予受理', 受理告知日期: '', 办结日期: '2021-09-10' },
  { 办理状态: '已办结', 办结日期: '2021-10-01', 答复日期: '' },
);

const planted = fc.record({
  own: state,
  field,
  number: fc.oneof(mobile, identity),
  around: fc.constantFrom<readonly [string, string]>(
    ['', ''],
    ['请打', '，谢谢'],
    ['电话', '（本人）'],
    ['反映人身份证 ', ' 的事'],
  ),
});

describe('documents of any kind', () => {
  it('hold no telephone or ID number that stands in a ledger', async function () {
    this.timeout(300_000);
    await fc.assert(
      fc.asyncProperty(fc.array(planted, { minLength: 4, maxLength: 12 }), digits(8), async (cases, decided) => {
        const meeting = `13${decided}9`;
        const result = await checkedOf(
          cases.map(({ own, field: into, number, around: [before, after] }) => ({
            ...own,
            [into]: `${into === '诉求人' || into === '包案负责人' ? '测试甲' : ''}${before}${number}${after}`,
          })),
          [['2021-10-08', 'C-1、C-9', `请与 ${meeting} 联系`]],
        );
        const today = civilDay(2021, 10, 9);
        const said = textOf([
          ...documentsOf('notices', [result], undefined, today),
          ...documentsOf('summary', [result], undefined, today),
        ]);
        for (const number of [...cases.map((one) => one.number), meeting])
          assert.ok(!said.includes(number), `${number} in ${said}`);
      }),
      { numRuns: 40 },
    );
  });
});
