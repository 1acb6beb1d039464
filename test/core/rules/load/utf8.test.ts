import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeByHand, decodeUtf8 } from '../../../../src/core/rules/load/utf8';

describe('decodeUtf8', () => {
  it('reads what was written, with or without a byte order mark', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (text, mark) => {
        fc.pre(!text.startsWith('\ufeff'));
        const bytes = Buffer.from(`${mark ? '\ufeff' : ''}${text}`);
        assert.equal(decodeUtf8(bytes), text);
        assert.equal(decodeByHand(bytes), text);
      }),
    );
    const long = '台账A'.repeat(20_000);
    assert.equal(decodeByHand(Buffer.from(long)), long);
  });

  it('says the same of any bytes by the platform and by hand', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 12 }),
      fc.array(fc.constantFrom(0x41, 0xc0, 0xc3, 0x80, 0xbf, 0xe0, 0xed, 0xa0, 0xef, 0xbb, 0xf0, 0x90, 0xf4, 0xf5), {
        maxLength: 8,
      }),
    );
    fc.assert(
      fc.property(bytes, (list) => {
        const input = Uint8Array.from(list);
        assert.equal(decodeUtf8(input), decodeByHand(input));
      }),
      { numRuns: 5000 },
    );
    assert.equal(decodeUtf8(Uint8Array.from([0xd0, 0xc5])), null);
  });
});
