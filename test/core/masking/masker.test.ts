import assert from 'node:assert/strict';
import { isIdentityNumber } from '../../../src/core/masking/numbers';
import { splitNames } from '../../../src/core/ledger/splitNames';
import { namesIn } from '../../../src/core/masking/namesIn';
import { createMasker } from '../../../src/core/masking/masker';
import { mask, maskAddress, maskNames } from '../../../src/core/masking/shapes';
import { assertGrowsWithSize } from '../../support/processorTime';

const plain = createMasker({});

describe('masking', () => {
  it('shows the head of a name and an address, and of a number no more than can be called back', () => {
    assert.equal(maskNames(['测试甲', '试 一']), '测**、试**');
    assert.equal(mask('13800001234'), '138****1234');
    assert.equal(mask('8621234'), '862****');
    assert.equal(mask('甲'), '甲*');
    assert.equal(maskAddress('测试县某镇某村三组12号'), '测试县******');
  });

  const hidden: readonly (readonly [what: string, text: string, shown: string])[] = [
    ['a mobile', '电话13800001234，已联系', '电话138****1234，已联系'],
    ['a mobile with blanks', '电话138 0000 1234。', '电话138******1234。'],
    ['a mobile in full width', '１３８００００１２３４', '１３８****１２３４'],
    ['a mobile with hyphens and +86', '+86-138-0000-1234', '+86**********1234'],
    ['a land line', '0564-8621234转', '056*****1234转'],
    ['a land line in brackets', '（0564）8621234', '（05******1234'],
    ['a labelled local number', '联系电话：8621234', '联系电话：862****'],
    ['an identity number', '证件341523199001011234。', '证件341***********1234。'],
    ['an identity number with X', '34152319900101123X', '341***********123X'],
    ['an identity number with blanks', '341523 19900101 123X', '341*************123X'],
    ['an identity number of 15 digits', '341523900101123', '341********1123'],
    ['an identity number in full width', '３４１５２３１９９００１０１１２３Ｘ', '３４１***********１２３Ｘ'],
    ['two numbers in one', '1380000123413900001234', '138***************1234'],
    ['a bank card', '卡号6222 0000 1111 2222 333', '卡号622**************** 333'],
    ['a number in Chinese numerals', '一三八〇〇〇〇一二三四', '一三八****一二三四'],
    ['a group and number of a village', '测试镇测试村三组12号的王某', '测试镇测试村**的王某'],
    ['a named group', '测试村小湾组12号', '测试村**'],
    ['a room', '测试小区3栋2单元402室漏水', '测试小区**漏水'],
    ['a number in a street', '测试路18号', '测试路**'],
    ['a name behind its label', '联系人：测试甲，电话不详', '联系人：测**，电话不详'],
  ];
  for (const [what, text, shown] of hidden) it(`hides ${what}`, () => assert.equal(plain.mask(text), shown));

  const left = [
    '2021年8月31日至2021年10月8日',
    '2021-08-31 2021-9-30',
    '2021-10-31 2021-9-30 123',
    '13 2021-08-31 8:00',
    '金额1380000元，面积120平米',
    '〔2021〕18号文件',
    '测试村工作组、专班组',
    '3号楼2021年8月开工，5栋120户',
    '编号2021083100012345',
    '12345 热线',
    '上访3次，历时15个工作日',
  ];
  for (const text of left) it(`leaves ${text}`, () => assert.equal(plain.mask(text), text));

  it('hides known names with blanks in them, and those that no column of the row has', () => {
    const names = Array.from({ length: 5000 }, (_, at) => `试${String.fromCharCode(0x4e00 + at)}某`);
    const masker = createMasker({ names: ['杜婵', '测试甲', 'Test Person', ...names] });
    assert.equal(masker.mask('杜 婵与测\u3000试甲、ＴＥＳＴ ＰＥＲＳＯＮ同来'), '杜**与测**、T**同来');
    assert.equal(masker.mask(`经${names[4321] ?? ''}反映`), '经试**反映');
  });

  it('hides known numbers where they stand by themselves, known addresses wherever', () => {
    const masker = createMasker({ numbers: ['8621234'], addresses: ['测试县测试镇老街'] });
    assert.equal(masker.mask('打8621234，工单2086212345'), '打862****，工单2086212345');
    assert.equal(masker.mask('住测试县 测试镇老街东头'), '住测试县*****东头');
  });

  it('takes a blank in a name for spacing, too', () => {
    assert.deepEqual(namesIn('丁 试某（13800001234）、杜 婵'), [
      ...new Set([...splitNames('丁 试某、杜 婵'), '丁试某', '杜婵']),
    ]);
    assert.deepEqual(namesIn(''), []);
  });

  it('takes words that name nobody for words', () => {
    assert.equal(createMasker({ names: ['匿名', '群众'] }).mask('群众匿名举报'), '群众匿名举报');
  });

  it('tells an identity number by its day of birth and check digit', () => {
    assert.equal(isIdentityNumber('11010519491231002X'), true);
    assert.equal(isIdentityNumber('110105194912310021'), false);
    assert.equal(isIdentityNumber('202108311000000012'), false);
  });

  it('goes through a long text with thousands of names as often longer as the text is longer', () => {
    const names = Array.from({ length: 20_000 }, (_, at) => `测${String.fromCharCode(0x4e00 + at)}`);
    const masker = createMasker({ names });
    const masked = (times: number) => {
      const text = '经调查核实，现将有关情况答复如下，请予以理解和支持。'.repeat(times);
      return () => assert.equal(masker.mask(text), text);
    };
    assertGrowsWithSize(masked, 1_000, 40_000);
  });
});
