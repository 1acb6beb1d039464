import assert from 'node:assert/strict';
import { classify } from '../../../src/core/classify/classify';
import type { Classification } from '../../../src/core/classify/classification';
import { factsOf, unreadable, type TestCase } from '../facts/ledger';

const sorted = (one: TestCase): Classification => classify(factsOf([one]).reader(0));

const REFUSED = '要求没有政策依据，不予支持';
const DONE = '已补发拖欠的补贴';
const BLOCKADE = '诉求人围堵县政府大门，要求补发补贴';
const BASIS = '县公安局行政处罚决定书（舒公行罚决字〔2021〕15号）';

describe('classify', () => {
  it('knows nothing of an empty case', () => {
    const { category, suggested, merit, conduct, hardship, treatments, evidence } = sorted({ content: null });
    assert.deepEqual([category, suggested, treatments, evidence], ['undetermined', 'undetermined', [], []]);
    assert.deepEqual(
      [merit, conduct, hardship],
      [
        { value: 'undetermined', source: 'suggested' },
        { value: 'lawful', source: 'suggested' },
        { value: 'unknown', source: 'suggested' },
      ],
    );
  });

  it('suggests the merit from the answer, quoting its words', () => {
    const { category, merit, treatments, evidence } = sorted({ result: REFUSED });
    assert.deepEqual([category, merit.source, treatments], ['beyondPolicy', 'suggested', ['educate']]);
    assert.ok(
      evidence.every(({ field, words }) => field === 'result' && words.every((word) => REFUSED.includes(word))),
    );
  });

  it('suggests nothing where the words contradict each other', () => {
    assert.equal(sorted({ result: `${DONE}；${REFUSED}` }).merit.value, 'undetermined');
  });

  it('counts 部分合理 as within policy', () => {
    const { merit, category, treatments } = sorted({ merit: '部分合理' });
    assert.deepEqual([merit.value, category, treatments], ['partly', 'withinPolicy', ['settle']]);
    assert.equal(sorted({ result: '诉求部分合理，予以部分支持' }).suggested, 'withinPolicy');
  });

  it('lets a decision win over the words, and says where they contradict it', () => {
    const { merit, category, suggested, contradicted } = sorted({ merit: '政策内合理', result: REFUSED });
    assert.deepEqual(merit, { value: 'withinPolicy', source: 'decided' });
    assert.deepEqual([category, suggested, contradicted], ['withinPolicy', 'beyondPolicy', true]);
    assert.equal(sorted({ merit: '政策外或不合理', result: DONE }).contradicted, true);
  });

  it('sees no contradiction to what is undecided, partly just or only weakly spoken against', () => {
    assert.equal(sorted({ merit: '待甄别', result: REFUSED }).contradicted, false);
    assert.equal(sorted({ merit: '部分合理', result: REFUSED }).contradicted, false);
    assert.equal(sorted({ merit: '政策内合理', result: '因资金紧张，暂不安排' }).contradicted, false);
  });

  it('takes 待甄别 for no decision', () => {
    assert.deepEqual(sorted({ merit: '待甄别', result: DONE }).merit, { value: 'withinPolicy', source: 'suggested' });
  });

  it('never replaces a decision that it can not read', () => {
    assert.deepEqual(sorted({ merit: unreadable('merit', '按县里意见'), result: DONE }).merit, {
      value: 'undetermined',
      source: 'decided',
    });
  });

  it('leaves the category to the merit where unlawful conduct is only suggested', () => {
    const { category, suggested, conduct, toVerify, treatments } = sorted({ content: BLOCKADE, result: DONE });
    assert.deepEqual([category, suggested, toVerify], ['withinPolicy', 'unlawful', true]);
    assert.deepEqual(conduct, { value: 'unlawful', source: 'suggested' });
    assert.deepEqual(treatments, ['settle']);
  });

  it('counts a case as unlawful only by a decision with authority and document', () => {
    assert.equal(sorted({ conduct: true, conductBasis: BASIS, result: DONE }).category, 'unlawful');
    for (const conductBasis of [null, '县公安局', '行政处罚决定书', '群众反映', unreadable('conductBasis', '#REF!')]) {
      assert.equal(sorted({ conduct: true, conductBasis, result: DONE }).category, 'withinPolicy');
    }
    assert.equal(sorted({ conduct: true, result: DONE }).category, 'withinPolicy');
  });

  it('lists treatments side by side: a just claim stays just', () => {
    const one = { merit: '政策内合理', conduct: true, conductBasis: BASIS, hardship: true };
    assert.deepEqual(sorted(one).treatments, ['settle', 'lawfulHandling', 'aid']);
  });

  it('has nothing to verify once somebody decided, either way', () => {
    assert.equal(sorted({ content: BLOCKADE, conduct: false }).toVerify, false);
    assert.equal(sorted({ content: BLOCKADE, conduct: true, conductBasis: BASIS }).toVerify, false);
    assert.deepEqual(sorted({ content: BLOCKADE, conduct: false }).conduct, { value: 'lawful', source: 'decided' });
    assert.equal(sorted({ content: BLOCKADE, conduct: null }).toVerify, true);
    assert.equal(sorted({ content: BLOCKADE, conduct: unreadable('conduct', '涉嫌') }).toVerify, true);
  });

  it('cites the article of the law in force when the period started', () => {
    const basisOn = (receivedOn: string) => sorted({ content: BLOCKADE, receivedOn }).evidence[0]?.basis ?? '';
    assert.match(basisOn('2022-04-30'), /^《信访条例》第二十条第（一）项/);
    assert.match(basisOn('2022-05-01'), /^《信访工作条例》第二十六条第（一）项/);
  });

  it('speaks of the merit from the claim only while nobody has answered', () => {
    const content = '反映某工地拖欠工资半年';
    assert.equal(sorted({ content, result: null }).merit.value, 'withinPolicy');
    assert.equal(sorted({ content, result: '已转县人社局' }).merit.value, 'undetermined');
  });

  it('tells a rule told from a case decided', () => {
    assert.equal(sorted({ result: '对不符合条件的申请不予批准，请按程序申请' }).merit.value, 'undetermined');
    assert.equal(sorted({ result: '如不符合条件，将不予受理' }).merit.value, 'undetermined');
    assert.equal(sorted({ result: '经核实不符合低保条件，不予批准' }).merit.value, 'beyondPolicy');
  });

  it('suggests hardship from what is told of the petitioner, never of a group', () => {
    assert.equal(sorted({ content: '本人患尿毒症多年，靠低保度日' }).hardship.value, 'yes');
    assert.equal(sorted({ content: '建议为全县残疾人增加无障碍公交' }).hardship.value, 'unknown');
    assert.deepEqual(sorted({ content: '本人患尿毒症', hardship: false }).hardship, { value: 'no', source: 'decided' });
  });

  it('ignores words in quotation marks', () => {
    assert.equal(sorted({ content: '反映公示栏把其写成“闹访户”，要求更正' }).toVerify, false);
  });

  it('sorts a case anew when its cells changed', () => {
    const facts = factsOf([{ result: DONE }, { result: REFUSED }]);
    assert.equal(classify(facts.reader(0)).category, 'withinPolicy');
    assert.equal(classify(facts.reader(1)).category, 'beyondPolicy');
    assert.equal(classify(facts.reader(0)), classify(facts.reader(0)));
  });
});
