import assert from 'node:assert/strict';
import { statusIsOpen, vocabularyReader } from '../../../src/core/ledger/vocabulary';
import { defaultVocabulary } from './defaultVocabulary';

const { vocabularies } = defaultVocabulary();
const vocabulary = (name: string) => {
  const found = vocabularies.get(name);
  assert.ok(found, name);
  return found;
};

describe('vocabularies', () => {
  it('reads every spelling as its own value', () => {
    for (const one of vocabularies.values()) {
      const read = vocabularyReader(one);
      for (const { value, synonyms } of one.values) {
        for (const spelling of [value, ...synonyms]) assert.equal(read(spelling), value, `${one.name}: ${spelling}`);
      }
    }
  });

  const open: readonly (readonly [string, string | null, boolean | null])[] = [
    ['未办结', '办理中', true],
    ['尚未办结', '办理中', true],
    ['按期未办结', '办理中', true],
    ['办 结', '已办结', false],
    ['已办结（已答复）', '已办结', false],
    ['办结，群众满意', '已办结', false],
    ['阶段性办结', '阶段性办结', true],
    ['已办结（阶段性）', '阶段性办结', true],
    ['已转办', '已转办', true],
    ['已上报', '已上报', true],
    ['待销号', '待销号', true],
    ['稳控', '稳控', true],
    ['挂账', '挂账', true],
    ['中止', '中止', true],
    ['正在办理中', '办理中', true],
    ['不予受理', '不予受理', false],
    ['转出', '转出', false],
    ['终结', '终结', false],
    ['未受理', '待受理', true],
    ['已化解', '已化解', null],
    ['尚未完全办结', null, null],
    ['甲乙丙', null, null],
  ];
  for (const [text, value, isOpen] of open) {
    it(`reads the status ${text}`, () => {
      const status = vocabulary('status');
      assert.equal(vocabularyReader(status)(text), value);
      assert.equal(statusIsOpen(status, value ?? text), isOpen);
    });
  }

  it('does not choose between two values in one cell', () => {
    assert.equal(vocabularyReader(vocabulary('merit'))('合理部分已解决，不合理部分已解释'), null);
    assert.equal(vocabularyReader(vocabulary('merit'))('不尽合理'), null);
  });
});
