import assert from 'node:assert/strict';
import { deflateRawSync } from 'node:zlib';
import * as zlib from 'node:zlib';
import fc from 'fast-check';
import { crc32 } from '../../../src/hosts/xlsx/crc32';
import { inflateByFflate, inflateByStream, platformCodec, type Inflate } from '../../../src/hosts/xlsx/inflate';
import { nodeCodec } from '../../../src/hosts/xlsx/inflateNode';
import { inflateWhole, readZip } from '../../../src/hosts/xlsx/zip';
import { makeZip } from './readZipFiles';
import { problemOf, valueOf } from './readSupport';

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

describe('zip directory', () => {
  it('lists entries in order with what the directory says of them and a view of their raw bytes', async () => {
    const bytes = makeZip({
      entries: [
        { name: 'b/二.xml', data: 'two two two' },
        { name: 'a.txt', data: 'one', method: 0 },
      ],
    });
    const { entries } = valueOf(await readZip(bytes));
    assert.deepEqual(
      entries.map((e) => [e.name, e.method, e.size, e.crc32]),
      [
        ['b/二.xml', 8, 11, crc32(new TextEncoder().encode('two two two'), 0)],
        ['a.txt', 0, 3, crc32(new TextEncoder().encode('one'), 0)],
      ],
    );
    assert.equal(entries[0]!.compressed.buffer, bytes.buffer);
    assert.deepEqual(Buffer.from(entries[0]!.compressed), deflateRawSync('two two two'));
    assert.equal(text(entries[1]!.nameBytes), 'a.txt');
  });

  it('finds parts without case, with either slash and a leading one', async () => {
    const archive = valueOf(await readZip(makeZip({ entries: [{ name: 'xl\\SharedStrings.xml', data: 'x' }] })));
    assert.equal(archive.find('/xl/sharedStrings.xml'), archive.entries[0]);
    assert.equal(archive.find('xl/other.xml'), undefined);
  });

  for (const [what, made] of Object.entries({
    'a data descriptor': {
      entries: [
        { name: 'a', data: 'content', descriptor: true },
        { name: 'b', data: 'more' },
      ],
    },
    'zip64 fields': { entries: [{ name: 'a', data: 'content', zip64: true }] },
    'a zip64 end record': { entries: [{ name: 'a', data: 'content' }], zip64End: true },
    'a comment': { entries: [{ name: 'a', data: 'content' }], comment: 'PK\x05\x06 looks like an end record, is none' },
    'an empty stored entry': {
      entries: [
        { name: 'dir/', data: '', method: 0 },
        { name: 'a', data: 'content' },
      ],
    },
  }))
    it(`reads a file with ${what}`, async () => {
      const archive = valueOf(await readZip(makeZip(made)));
      assert.equal(text(await inflateWhole(archive.find('a')!, nodeCodec)), 'content');
      assert.equal(archive.entries.length, made.entries.length);
    });

  it('works on a view that does not start its buffer', async () => {
    const bytes = makeZip({ entries: [{ name: 'a', data: 'content', zip64: true }] });
    const shifted = new Uint8Array(bytes.length + 7);
    shifted.set(bytes, 7);
    const archive = valueOf(await readZip(shifted.subarray(7)));
    assert.equal(text(await inflateWhole(archive.find('a')!, nodeCodec)), 'content');
  });

  it('refuses a file cut off anywhere, without ever throwing', async () => {
    const bytes = makeZip({
      entries: [
        { name: 'a', data: 'content' },
        { name: 'b', data: 'content' },
      ],
    });
    for (let length = 0; length < bytes.length; length++)
      assert.equal(problemOf(await readZip(bytes.subarray(0, length))).code, 'file-is-damaged');
  });

  it('answers a problem or entries, never a crash, whatever byte is changed', async () => {
    const bytes = makeZip({
      entries: [
        { name: 'a', data: 'content', zip64: true },
        { name: 'b', data: 'x' },
      ],
      zip64End: true,
    });
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(255), async (at, value) => {
        const bent = bytes.slice();
        bent[at] = value;
        const result = await readZip(bent);
        if (!result.ok) assert.match(result.problems[0]!.code, /^file-(is-damaged|exceeds-limits|is-encrypted)$/);
        else for (const entry of result.value.entries) assert.ok(entry.compressed.length === entry.compressedSize);
      }),
      { numRuns: 500 },
    );
  });

  it('holds each bound that it is given', async () => {
    const bytes = makeZip({
      entries: [
        { name: 'a', data: 'x'.repeat(5000) },
        { name: 'b', data: 'y'.repeat(5000) },
      ],
    });
    const limits = {
      file: 1e6,
      entries: 10,
      entry: 1e6,
      total: 1e6,
      ratio: 1e6,
      ratioFrom: 0,
      smallPart: 1e6,
      sharedStrings: 1e6,
      token: 1e6,
      cells: 1e6,
      merges: 10,
    };
    const limitOf = async (changed: Partial<typeof limits>): Promise<unknown> =>
      problemOf(await readZip(bytes, { ...limits, ...changed })).params['limit'];
    assert.equal(await limitOf({ file: 100 }), 'file-size');
    assert.equal(await limitOf({ entries: 1 }), 'entries');
    assert.equal(await limitOf({ entry: 4999 }), 'entry-size');
    assert.equal(await limitOf({ total: 9999 }), 'total-size');
    assert.equal(await limitOf({ ratio: 50 }), 'ratio');
    assert.equal(valueOf(await readZip(bytes, limits)).entries.length, 2);
  });
});

describe('inflating', () => {
  const codecs: Record<string, Inflate> = {
    'node zlib': nodeCodec.inflate,
    DecompressionStream: inflateByStream,
    fflate: inflateByFflate,
    "the platform's choice": platformCodec().inflate,
  };
  const long = new TextEncoder().encode(Array.from({ length: 40_000 }, (_, i) => `第${i * 7919}件`).join('，'));
  const short = new Uint8Array(0);

  for (const [name, inflate] of Object.entries(codecs)) {
    const collect = async (compressed: Uint8Array): Promise<Buffer> => {
      const pieces: Uint8Array[] = [];
      for await (const piece of inflate(compressed)) pieces.push(piece);
      return Buffer.concat(pieces);
    };
    it(`${name}: gives the bytes back, in pieces`, async () => {
      for (const data of [long, short]) assert.deepEqual(await collect(deflateRawSync(data)), Buffer.from(data));
    });
    it(`${name}: may be left early`, async () => {
      for await (const piece of inflate(deflateRawSync(long))) {
        assert.ok(piece.length > 0 && piece.length < long.length);
        break;
      }
    });
    it(`${name}: a broken or short stream is a problem of the file`, async () => {
      const deflated = deflateRawSync(long);
      for (const compressed of [deflated.subarray(0, deflated.length >> 1), Uint8Array.from([0xff, 0xff, 0xff])]) {
        const bytes = makeZip({ entries: [{ name: 'a', data: long, compressed }] });
        const { entries } = valueOf(await readZip(bytes));
        await assert.rejects(inflateWhole(entries[0]!, { inflate, crc32 }), /file-is-damaged/);
      }
    });
  }

  it('sizes and checksums that lie are found out', async () => {
    for (const lie of [{ claimSize: 6 }, { claimSize: 8 }, { claimCrc: 1 }]) {
      const { entries } = valueOf(await readZip(makeZip({ entries: [{ name: 'a', data: 'content', ...lie }] })));
      await assert.rejects(inflateWhole(entries[0]!, nodeCodec), /file-is-damaged/);
    }
  });

  it('crc32 agrees with zlib on any bytes in any pieces', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), fc.uint8Array({ maxLength: 100 }), (a, b) => {
        assert.equal(crc32(b, crc32(a, 0)), zlib.crc32(Buffer.concat([a, b])));
      }),
    );
  });
});
