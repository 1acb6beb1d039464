import assert from 'node:assert/strict';
import { accusedNames, maskAccused } from '../../../src/core/masking/accused';
import { createMasker } from '../../../src/core/masking/masker';
import { toldNames } from '../../../src/core/masking/told/toldNames';

const told = (text: string): readonly string[] => [...new Set(toldNames(text).map(({ name }) => name))].sort();

describe('people whom only a text names', () => {
  const people: readonly (readonly [text: string, ...names: string[]])[] = [
    ['信访人丁测甲反映其丈夫石测乙在工地受伤', '丁测甲', '石测乙'],
    ['来访人：丁测甲', '丁测甲'],
    ['其子田测丙', '田测丙'],
    ['丁测甲等5人来访', '丁测甲'],
    ['丁测甲、石测乙、田测丙等人反映', '丁测甲', '石测乙', '田测丙'],
    ['经与丁测甲沟通，已向石测乙解释', '丁测甲', '石测乙'],
    ['村民欧阳测甲家房屋', '欧阳测甲'],
    ['丁测甲（男，汉族，1960年生）', '丁测甲'],
    ['村主任丁测甲答复', '丁测甲'],
    ['丁测甲与石测乙因宅基地发生纠纷', '丁测甲', '石测乙'],
    ['丁甲与石乙因宅基地发生纠纷', '丁甲', '石乙'],
    ['经查，丁测甲于2019年外出', '丁测甲'],
    ['夫妇丁测甲和石测乙', '丁测甲', '石测乙'],
    ['丁测甲借给石测乙5万元', '丁测甲', '石测乙'],
    ['社区居民丁测甲长期独居', '丁测甲'],
    ['村民丁测甲有异议。丁测甲家在村东', '丁测甲'],
  ];
  for (const [text, ...names] of people)
    it(`are found in ${text}`, () => assert.deepEqual(told(text), [...names].sort()));

  for (const text of [
    '王某某反映，张某家的',
    '张主任答复，王女士来电，李老师傅',
    '群众强烈要求村民安全',
    '老师安排学生家长和老师座谈',
    '业主高度关注，职工于2020年',
    '经理说明方案，和平村书记到场',
    '居民和商户都表示满意',
    '向有关部门反映，请求马上解决',
    '金额1万元，路面施工，水费',
  ])
    it(`are none in ${text}`, () => assert.deepEqual(told(text), []));

  it('stay where they answer for cases', () => {
    const masker = createMasker({ officials: new Set(['丁测甲']) });
    assert.equal(masker.mask('联系丁测甲，告知石测乙，结果'), '联系丁测甲，告知石**，结果');
  });

  it('stay in the letter that is to them, and nobody else does', () => {
    const masker = createMasker({ names: ['丁测甲', '丁测', '石测乙'] });
    assert.equal(masker.mask('丁测甲：您与石测乙的纠纷', ['丁测甲']), '丁测甲：您与石**的纠纷');
  });

  it('leave a case’s own number, however long, and no number of a person', () => {
    const masker = createMasker({ caseNumbers: ['202110080000001', '13800001111'] });
    assert.equal(masker.mask('工单202110080000001来电13800001111'), '工单202110080000001来电138****1111');
  });
});

describe('whom a case complains of', () => {
  it('is a unit, a person, or a person of a unit', () => {
    assert.deepEqual(accusedNames('某县住建局、丁测甲'), ['丁测甲']);
    assert.deepEqual(accusedNames('城关司法所（石测乙）'), ['石测乙']);
    assert.deepEqual(accusedNames('测试村书记丁测甲'), ['丁测甲']);
    assert.deepEqual(accusedNames('办公室'), []);
  });

  it('is masked as far as it is a person', () => {
    assert.equal(maskAccused('某县住建局、丁测甲'), '某县住建局、丁**');
    assert.equal(maskAccused('城关司法所（石测乙）'), '城关司法所（石**）');
    assert.equal(maskAccused('办公室'), '办公室');
    assert.equal(maskAccused('测试甲'), '测**');
  });
});
