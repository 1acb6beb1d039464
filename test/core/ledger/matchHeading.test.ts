import assert from 'node:assert/strict';
import { matchHeading, synonymIndex, Tier } from '../../../src/core/ledger/matchHeading';
import { matchStack } from '../../../src/core/ledger/matchStack';
import { defaultVocabulary } from './defaultVocabulary';

const pack = defaultVocabulary();
const index = synonymIndex(pack.fields);
const fieldOf = (heading: string): string | null => matchHeading(heading, index)?.fields.join('+') ?? null;
const stackOf = (...parts: string[]): string | null => matchStack(parts, index)?.fields.join('+') ?? null;

describe('headings', () => {
  it('knows every label and synonym of the default fields as that field, each claimed by one field only', () => {
    for (const field of pack.fields) {
      for (const synonym of [field.label, ...field.synonyms]) assert.equal(fieldOf(synonym), field.id, synonym);
    }
  });

  const same: readonly (readonly [string, string])[] = [
    ['序\u00a0号', 'serial'],
    ['  序　号 ', 'serial'],
    ['*责任股室', 'unit'],
    ['★ 责任\n股室（必填）', 'unit'],
    ['责任股（室）', 'unit'],
    ['责任股室：', 'unit'],
    ['3.责任股室', 'unit'],
    ['（三）责任单位', 'unit'],
    ['Unit 责任股室', 'unit'],
    ['县局责任股室', 'unit'],
    ['责任股室名称', 'unit'],
    ['联系 电话', 'phone'],
    ['联系电话（手机）', 'phone'],
    ['诉求时间——具体到某一天', 'registeredOn'],
    ['包案领导及职务', 'caseLeader'],
    ['包案领导及联系方式', 'caseLeader'],
    ['包案局领导姓名', 'caseLeader'],
    ['分管（包保）领导', 'sponsor'],
    ['登记（信访）日期', 'registeredOn'],
    ['县要求办结时间', 'timeLimit'],
    ['办理时限（必填）', 'timeLimit'],
    ['办理时限（工作日）', 'timeLimit'],
    ['办理时限要求', 'timeLimit'],
    ['延期后办结时间', 'extendedTo'],
    ['主要诉求内容摘要', 'content'],
    ['是否办结', 'status'],
    ['是否已销号', 'signedOff'],
    ['被反映单位（人）', 'accused'],
    ['ＩＤ', 'caseNo'],
  ];
  for (const [heading, field] of same) {
    it(`takes ${JSON.stringify(heading)} for ${field}`, () => assert.equal(fieldOf(heading), field));
  }

  const none = [
    '是否超期',
    '超期天数',
    '督查·状态',
    '督查·问题',
    '剩余天数',
    '超期原因',
    '时间',
    '日期',
    '单位',
    '负责人',
    '包案领导电话',
    '承办人联系方式',
    '监督电话',
    '代办人手机号',
    '受理时长（分钟）',
    '收件受理数',
    '办结总数',
    '办结率',
    '是否涉及责任单位',
    '培训单位',
    '审核状态',
    '点赞数',
    '性别',
    '原责任单位',
    '',
    '——',
    '12',
  ];
  for (const heading of none) {
    it(`takes ${JSON.stringify(heading)} for no field`, () => assert.equal(fieldOf(heading), null));
  }

  it('reports a heading that names two fields, instead of choosing one', () => {
    assert.equal(fieldOf('责任单位及责任人'), 'unit+handler');
    assert.equal(fieldOf('责任股室/包案负责人'), 'unit+caseLeader');
    assert.equal(fieldOf('责任单位／负责人'), 'unit+caseLeader');
    assert.equal(fieldOf('办理时限、时限来源'), 'timeLimit+limitSource');
  });

  it('knows general headings less surely than exact ones', () => {
    assert.equal(matchHeading('责任人', index)?.tier, Tier.weak);
    assert.equal(matchHeading('部门', index)?.tier, Tier.weak);
    assert.equal(matchHeading('县局责任股室', index)?.tier, Tier.contained);
    assert.equal(matchHeading('承办人', index)?.tier, Tier.exact);
  });

  const stacks: readonly (readonly [readonly string[], string | null])[] = [
    [['受理', '日期'], 'receivedOn'],
    [['受理情况', '时间'], 'receivedOn'],
    [['交办环节', '日期'], 'assignedOn'],
    [['诉求人', '姓名'], 'petitioner'],
    [['诉求人基本情况', '姓名'], 'petitioner'],
    [['诉求人', '联系电话'], 'phone'],
    [['基本情况', '联系电话'], 'phone'],
    [['包案领导', '姓名'], 'caseLeader'],
    [['包案领导', '职务'], null],
    [['包案领导', '电话'], null],
    [['包案领导', '单位'], null],
    [['包保领导', '姓名'], 'sponsor'],
    [['包保领导', '意见'], 'limitConsent'],
    [['责任单位', '名称'], 'unit'],
    [['责任单位', '联系电话'], null],
    [['受理', '单位'], 'unit'],
    [['办结', '结果'], 'result'],
    [['办理时限', '时限来源'], 'limitSource'],
    [['办理时限', '备案日期'], 'limitFiledOn'],
    [['延期', '批准日期'], 'extensionConsentOn'],
    [['延期', '办结时限'], 'extendedTo'],
    [['三个明确', '责任股室'], 'unit'],
    [['责任股室', '（填写全称）'], 'unit'],
    [['违法行为', '有无'], 'conduct'],
    [['甄别', '时间'], 'decidedOn'],
    [['销号', '日期'], 'signedOffOn'],
    [['时间', '时间'], null],
    [['某某', '单位'], null],
  ];
  for (const [parts, field] of stacks) {
    it(`takes ${parts.join(' over ')} for ${field ?? 'no field'}`, () => assert.equal(stackOf(...parts), field));
  }
});
