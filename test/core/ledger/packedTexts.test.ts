import assert from 'node:assert/strict';
import fc from 'fast-check';
import { packTexts, textIn } from '../../../src/core/ledger/packedTexts';

describe('packed texts', () => {
  it('come out as they went in, each by its index, halves of letters and all', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (texts) => {
        const packed = packTexts(texts);
        assert.deepEqual(
          texts.map((_, at) => textIn(packed, at)),
          texts,
        );
      }),
    );
    const odd = ['', '\ud83d', '甲'.repeat(32_767), '', '𠮷'];
    const packed = packTexts(odd);
    assert.deepEqual(
      odd.map((_, at) => textIn(packed, at)),
      odd,
    );
  });

  it('are nothing where there is none', () => {
    const packed = packTexts(['甲']);
    assert.equal(textIn(packed, 1), '');
    assert.equal(textIn(packed, -1), '');
    assert.equal(textIn(packTexts([]), 0), '');
  });
});
