import assert from 'node:assert/strict';
import { factOf, factsOf, type TestCase } from '../ledger';
import { factAt } from '../../../../src/core/facts/columns';
import { withoutDates } from '../../../../src/core/facts/text/similarProgress';
import { verdicts } from '../verdicts';

const each = (name: string, fact: string, field: string, rows: readonly (readonly [string, boolean])[]): void => {
  describe(name, () => {
    for (const [text, expected] of rows) {
      it(`${expected ? 'flags' : 'clears'}: ${text}`, () => assert.equal(factOf(fact, { [field]: text }), expected));
    }
    it('knows nothing of a blank cell', () => assert.equal(factOf(fact, { [field]: null }), null));
  });
};

each('boilerplate-result', 'resultSaysNothing', 'result', [
  ['留言已收悉', true],
  ['网友：您好！您的来信已收悉，感谢您对我们工作的关心、监督与支持。2021年9月3日', true],
  ['高度重视，认真研究', true],
  ['已办结', true],
  ['2021年9月3日', true],
  ['留言已收悉。经核实，路灯线路故障，已于9月1日修复。', false],
  ['您的留言已收悉，已转县住建局', false],
  ['同意', false],
  ['不予支持', false],
  ['问题已解决', false],
  ['情况属实', false],
  ['请于9月10日前办结', false],
]);

each('closed-but-pending', 'resultPending', 'result', [
  ['已现场查看，下一步将协调施工单位进场。', true],
  ['目前正在协调', true],
  ['待法院判决后再行处理', true],
  ['已上门查看。目前正在办理相关手续。感谢您的关注！', true],
  ['正在核实时发现线路老化，9月2日已更换完毕。', false],
  ['已修复路灯。下一步我们将加强巡查。', false],
  ['经调解双方达成协议，下一步继续回访。', false],
  ['已答复。如您仍有疑问，待您提供材料后再行答复', false],
  ['路灯已于9月1日修复', false],
  ['正在建设的农贸市场已按规划移位', false],
]);

each('refusal-without-basis', 'refusalWithoutBasis', 'result', [
  ['不予支持', true],
  ['要求过高，不符合补偿条件', true],
  ['根据上级文件精神，不予支持', true],
  ['诉求没有政策依据，不予受理', true],
  ['根据《信访工作条例》第三十二条，不予支持', false],
  ['依据舒政办〔2020〕15号文件，不符合补偿条件', false],
  ['已经法院终审判决，不予受理', false],
  ['不符合条件的，不予办理；您可按程序申请', false],
  ['如不符合条件则不予受理', false],
  ['已予支持，补贴9月发放', false],
]);

each('forwarded-only', 'forwardedOnly', 'progress', [
  ['已转交县住建局办理', true],
  ['9月3日转法律援助中心。', true],
  ['已交办城关司法所，要求9月底前办结并报结果', true],
  ['已转县住建局，住建局9月5日已修复', false],
  ['经上门调解，双方达成协议', false],
  ['张局长批示：请社区矫正大队阅处', false],
]);

each('instruction-only', 'instructionOnly', 'progress', [
  ['张局长批示：请社区矫正大队阅处', true],
  ['阅处', true],
  ['局领导已批示，请相关股室抓紧办理', true],
  ['领导批示后，9月6日已组织调解', false],
  ['已转交县住建局办理', false],
  ['同意', false],
]);

describe('forwarding and instructions', () => {
  it('are cleared by an answer in either column', () => {
    assert.equal(factOf('forwardedOnly', { progress: '已转县住建局', result: '路灯已修复' }), false);
    assert.equal(factOf('forwardedOnly', { progress: null, result: '已转县住建局' }), true);
  });

  it('are lawful where the case went to whoever is competent', () => {
    assert.equal(factOf('forwardedOnly', { progress: '已转邻县住建局', status: '转出' }), false);
  });
});

describe('copied-progress', () => {
  const copied = (days: readonly string[], status = '办理中'): TestCase[] =>
    days.map((on) => ({ progress: `${on}上门走访，做诉求人工作`, status }));

  it('flags three open cases with the same text but for its dates', async () => {
    const cases = [...copied(['9月3日', '2021年9月10日', '9.17']), { progress: '9月3日已修复', status: '办理中' }];
    assert.deepEqual((await verdicts(cases)).get('copied-progress'), ['flagged', 'flagged', 'flagged', 'clean']);
  });

  it('clears two, and counts open cases only', async () => {
    const cases = [...copied(['9月3日', '9月4日']), ...copied(['9月5日'], '已办结')];
    assert.deepEqual((await verdicts(cases)).get('copied-progress'), ['clean', 'clean', 'notApplicable']);
  });

  it('can not judge a blank cell', () => {
    const facts = factsOf([{ progress: null, status: '办理中' }]);
    assert.equal(factAt(facts.column('similarProgress'), 0), null);
  });

  it('keeps what is no date apart', () => {
    assert.notEqual(withoutDates('走访3户'), withoutDates('走访5户'));
    assert.equal(withoutDates('9月3日 上午，走访'), withoutDates('2021-09-10下午走访。'));
  });
});

describe('text rules on the case', () => {
  it('judge results of closed cases only', async () => {
    const said = await verdicts([
      { status: '办理中', result: '留言已收悉' },
      { status: '已办结', result: '留言已收悉' },
      { status: '已办结', result: null },
    ]);
    assert.deepEqual(said.get('boilerplate-result'), ['notApplicable', 'flagged', 'cannotJudge']);
  });

  it('quote the sentence and the words they rest on', () => {
    assert.equal(factOf('resultClosing', { result: '已查看。下一步组织施工。' }), '下一步组织施工');
    assert.equal(factOf('refusalWords', { result: '经研究，不予支持' }), '不予支持');
    assert.equal(factOf('resultClosing', { result: '已修复。' }), null);
  });
});
