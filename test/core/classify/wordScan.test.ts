import assert from 'node:assert/strict';
import { createWordScan } from '../../../src/core/classify/wordScan';

const seen = (words: readonly string[], text: string): string[] =>
  createWordScan(words)
    .find(text)
    .map(({ start, end }) => text.slice(start, end));

describe('createWordScan', () => {
  it('finds every word in order of position', () => {
    assert.deepEqual(seen(['转办', '批示'], '局长批示后转办，再转办'), ['批示', '转办', '转办']);
  });

  it('leaves out a word that stands inside a longer one', () => {
    assert.deepEqual(seen(['符合条件', '不符合条件'], '不符合条件'), ['不符合条件']);
  });

  it('keeps one hit where two spellings find the same stretch', () => {
    assert.equal(createWordScan(['辱骂', '辱骂']).find('辱骂干部').length, 1);
  });

  it('takes … for any characters of the same clause', () => {
    assert.deepEqual(seen(['待…后'], '待判决生效后处理'), ['待判决生效后']);
    assert.deepEqual(seen(['待…后'], '待判决，生效后处理'), []);
  });

  it('does not reach further than 24 characters for …', () => {
    assert.deepEqual(seen(['待…后'], `待${'一'.repeat(24)}后`), [`待${'一'.repeat(24)}后`]);
    assert.deepEqual(seen(['待…后'], `待${'一'.repeat(25)}后`), []);
  });

  it('takes | for alternatives in every part', () => {
    const words = ['携带|怀揣…汽油|菜刀'];
    assert.deepEqual(seen(words, '怀揣一把菜刀'), ['怀揣一把菜刀']);
    assert.deepEqual(seen(words, '携带两瓶汽油'), ['携带两瓶汽油']);
    assert.deepEqual(seen(words, '携带两瓶酱油'), []);
  });

  it('tries another alternative where the first one leads nowhere', () => {
    assert.deepEqual(seen(['把…干部|工作人员…锁在'], '把干部和工作人员乙某锁在屋里'), ['把干部和工作人员乙某锁在']);
  });

  it('says where the first part ends and the last part starts', () => {
    const [hit] = createWordScan(['将…留在']).find('将母亲独自留在接待室');
    assert.deepEqual(hit && [hit.headEnd, hit.lastPart], [1, 5]);
  });

  it('finds single characters and nothing in nothing', () => {
    assert.deepEqual(seen(['其'], '其家人'), ['其']);
    assert.deepEqual(seen([], '其家人'), []);
    assert.deepEqual(seen(['其'], ''), []);
  });
});
