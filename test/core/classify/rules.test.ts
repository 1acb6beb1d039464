import assert from 'node:assert/strict';
import { verdicts, type Verdict } from '../facts/verdicts';
import { factOf, factsOf, pack, unreadable, type TestCase } from '../facts/ledger';

const said = async (rule: string, one: TestCase, today = '2021-10-09'): Promise<Verdict | undefined> =>
  (await verdicts([one], { today })).get(rule)?.[0];

const BASIS = '县公安局行政处罚决定书（舒公行罚决字〔2021〕15号）';

describe('rules of classification.json', () => {
  it('merit-undecided: from the 16th day after the period started, open or closed', async () => {
    const one = { merit: null, receivedOn: '2021-09-01', status: '办理中' };
    assert.equal(await said('merit-undecided', one, '2021-09-16'), 'clean');
    assert.equal(await said('merit-undecided', one, '2021-09-17'), 'flagged');
    assert.equal(await said('merit-undecided', { ...one, status: '已办结' }, '2021-09-17'), 'flagged');
    assert.equal(await said('merit-undecided', { ...one, merit: '待甄别' }, '2021-09-17'), 'flagged');
    assert.equal(await said('merit-undecided', { ...one, merit: '部分合理' }, '2021-09-17'), 'clean');
    assert.equal(await said('merit-undecided', { ...one, merit: unreadable('merit') }, '2021-09-17'), 'cannotJudge');
    assert.equal(await said('merit-undecided', { receivedOn: '2021-09-01' }, '2021-09-17'), 'wantsColumn');
  });

  it('merit-conflicts: a decision against strong words', async () => {
    const result = '要求没有法律依据，不予支持';
    assert.equal(await said('merit-conflicts', { merit: '政策内合理', result }), 'flagged');
    assert.equal(await said('merit-conflicts', { merit: '政策外或不合理', result }), 'clean');
    assert.equal(await said('merit-conflicts', { merit: null, result }), 'clean');
  });

  it('conduct-to-verify: words, and nobody has decided', async () => {
    const content = '诉求人围堵县政府大门';
    assert.equal(await said('conduct-to-verify', { content }), 'flagged');
    assert.equal(await said('conduct-to-verify', { content, conduct: null }), 'flagged');
    assert.equal(await said('conduct-to-verify', { content, conduct: false }), 'notApplicable');
    assert.equal(await said('conduct-to-verify', { content: '反映路灯不亮', conduct: null }), 'clean');
    assert.equal(factOf('conductWords', { content }), '围堵县政府');
  });

  it('conduct-to-verify points at the text in which the first of its words stands', () => {
    const progress = '诉求人围堵县政府大门';
    const facts = factsOf([
      { content: '反映路灯不亮', progress },
      { content: progress, progress: '已联系诉求人' },
      { content: '反映路灯不亮', progress: '已联系诉求人' },
    ]);
    const rule = pack.rules.find(({ name }) => name === 'conduct-to-verify');
    assert.ok(rule);
    assert.deepEqual(
      [0, 1, 2].map((index) => facts.fieldOf(rule, index)),
      ['progress', 'content', 'content'],
    );
  });

  it('unlawful-without-basis: authority and document, both', async () => {
    const judged = (conductBasis: string | null) => said('unlawful-without-basis', { conduct: true, conductBasis });
    assert.equal(await judged(null), 'flagged');
    assert.equal(await judged('县公安局'), 'flagged');
    assert.equal(await judged('行政处罚决定书'), 'flagged');
    assert.equal(await judged(BASIS), 'clean');
    assert.equal(await judged('城关派出所训诫书'), 'clean');
    assert.equal(await judged('县人民法院（2021）皖1523刑初100号刑事判决书'), 'clean');
    assert.equal(await said('unlawful-without-basis', { conduct: false, conductBasis: null }), 'notApplicable');
    assert.equal(await said('unlawful-without-basis', { conduct: null, conductBasis: null }), 'notApplicable');
    assert.equal(await said('unlawful-without-basis', { conduct: true }), 'wantsColumn');
  });

  it('within-policy-unresolved: from the decision, else from the start of the period', async () => {
    const one = { merit: '政策内合理', status: '办理中', receivedOn: '2021-08-01', decidedOn: '2021-09-01' };
    assert.equal(await said('within-policy-unresolved', one, '2021-10-01'), 'clean');
    assert.equal(await said('within-policy-unresolved', one, '2021-10-02'), 'flagged');
    assert.equal(await said('within-policy-unresolved', { ...one, decidedOn: null }, '2021-10-01'), 'flagged');
    assert.equal(await said('within-policy-unresolved', { ...one, status: '已办结' }, '2021-10-02'), 'clean');
    assert.equal(await said('within-policy-unresolved', { ...one, merit: '政策外或不合理' }), 'notApplicable');
    assert.equal(await said('within-policy-unresolved', { ...one, merit: null }), 'notApplicable');
    const badDay = { ...one, decidedOn: unreadable('decidedOn') };
    assert.equal(await said('within-policy-unresolved', badDay, '2021-10-02'), 'cannotJudge');
  });

  it('beyond-policy-unexplained: closed without a word of explanation', async () => {
    const one = { merit: '政策外或不合理', status: '已办结', result: '不予支持', progress: null };
    assert.equal(await said('beyond-policy-unexplained', one), 'flagged');
    for (const word of ['教育引导', '解释', '说明', '告知', '沟通']) {
      assert.equal(await said('beyond-policy-unexplained', { ...one, progress: `已${word}` }), 'clean', word);
    }
    assert.equal(await said('beyond-policy-unexplained', { ...one, result: null }), 'flagged');
    assert.equal(await said('beyond-policy-unexplained', { ...one, status: '办理中' }), 'notApplicable');
  });

  it('hardship-without-aid: decided, nothing recorded', async () => {
    assert.equal(await said('hardship-without-aid', { hardship: true, aid: null }), 'flagged');
    assert.equal(await said('hardship-without-aid', { hardship: true, aid: '临时救助 2000 元' }), 'clean');
    assert.equal(await said('hardship-without-aid', { hardship: null, aid: null }), 'notApplicable');
    assert.equal(await said('hardship-without-aid', { hardship: true }), 'wantsColumn');
  });
});
