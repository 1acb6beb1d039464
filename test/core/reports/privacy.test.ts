import assert from 'node:assert/strict';
import { hideNumbers, hideOwnNumbers } from '../../../src/core/reports/privacy';
import { mask } from '../../../src/text/zh-CN/mask';

describe('numbers that reach or name a person', () => {
  for (const number of [
    '13800001111',
    '138 0000 1111',
    '138-0000-1111',
    '１３８００００１１１１',
    '342401198001011234',
    '34240119800101123X',
    '342401 19800101 1234',
    '342401800101123',
    '0564-8621234',
    '（0564）8621234',
    '6222020200012345678',
    '6222 0202 0001 2345 678',
  ])
    it(`hide ${number}`, () => {
      const said = hideNumbers(`请与${number}联系`);
      assert.ok(!said.includes(number), said);
      assert.ok(said.startsWith('请与') && said.endsWith('联系') && said.includes('*'), said);
    });

  it('hide a short one where the words before call it a telephone', () => {
    assert.equal(hideNumbers('家里座机：8621234。'), '家里座机：862****1234。'.replace('862****1234', mask('8621234')));
  });

  for (const text of [
    '2021年10月8日前办结',
    '2021-10-08、2021-10-09',
    '2021-08-31 2021-09-01 3次',
    '20210831 交办',
    '舒司发〔2021〕22号',
    '补偿 1380000 元',
    '面积 138.5 平方米',
    'SC-2021-0001',
  ])
    it(`leave “${text}”`, () => assert.equal(hideNumbers(text), text));

  it('hide fifteen digits in a row whatever they are: in a text nobody can tell', () => {
    assert.equal(hideNumbers('编号 202108310000001'), '编号 202********0001');
    assert.equal(hideOwnNumbers('202108310000001'), '202108310000001');
  });

  it('hide of a case’s number only what is certainly a person’s', () => {
    assert.equal(hideOwnNumbers('202108310000000001'), '202108310000000001');
    assert.equal(hideOwnNumbers('SF-13800001111'), `SF-${mask('13800001111')}`);
  });
});
