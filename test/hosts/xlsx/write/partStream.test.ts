import assert from 'node:assert/strict';
import { inflateRawSync } from 'node:zlib';
import * as fc from 'fast-check';
import { crc32 } from '../../../../src/hosts/xlsx/crc32';
import { deflateByFflate } from '../../../../src/hosts/xlsx/write/deflate';
import { deflateByNode } from '../../../../src/hosts/xlsx/write/deflateNode';
import { PartStream } from '../../../../src/hosts/xlsx/write/partStream';

const bytesOf = async (out: PartStream): Promise<Buffer> => {
  const { pieces, size, compressedSize } = await out.finish();
  const packed = Buffer.concat(pieces);
  assert.equal(packed.length, compressedSize);
  const bytes = inflateRawSync(packed);
  assert.equal(bytes.length, size);
  return bytes;
};

describe('a part that is written from the front', () => {
  for (const [name, deflate] of [
    ['Node', deflateByNode],
    ['fflate', deflateByFflate],
  ] as const) {
    it(`holds the UTF-8 of every text, whole pairs and lone halves too (${name})`, async () => {
      const piece = fc.oneof(
        fc.string({ unit: 'binary', maxLength: 90 }),
        fc.string({ unit: fc.constantFrom('诉', 'a', 'é', '\ud83d\ude00', '\ud83d', '\ude00', '\n'), maxLength: 90 }),
      );
      await fc.assert(
        fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
          const out = new PartStream(deflate, crc32);
          for (const one of pieces) out.text(one);
          const expected = Buffer.concat(pieces.map((one) => Buffer.from(new TextEncoder().encode(one))));
          assert.deepEqual(await bytesOf(out), expected);
        }),
        { numRuns: 60 },
      );
    });

    it(`keeps texts and copied bytes in order over many blocks, however often it settles (${name})`, async () => {
      const out = new PartStream(deflate, crc32);
      const copied = new TextEncoder().encode('<c r="A1"/>');
      let expected = '';
      for (let i = 0; i < 30_000; i++) {
        const text = `第${i}件诉求${'承办人已与当事人见面沟通'.repeat(i % 7)}`;
        out.text(text);
        out.copy(copied, 0, copied.length);
        expected += `${text}<c r="A1"/>`;
        if (i % 4_000 === 0) await out.settle();
      }
      assert.equal((await bytesOf(out)).toString('utf8'), expected);
    });
  }

  it('deflates to the same bytes whatever the pieces were', async () => {
    const text = '状态是已办结，但没有填办理结果。'.repeat(60_000);
    const packed = async (step: number): Promise<Buffer> => {
      const out = new PartStream(deflateByNode, crc32);
      for (let at = 0; at < text.length; at += step) {
        out.text(text.slice(at, at + step));
        if (at % (step * 50) === 0) await out.settle();
      }
      return Buffer.concat((await out.finish()).pieces);
    };
    assert.deepEqual(await packed(37), await packed(200_000));
  });
});
