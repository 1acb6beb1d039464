import * as zlib from 'node:zlib';
import { crc32 } from './crc32';
import type { Codec } from './inflate';

/** Big enough that the hand-over between zlib's thread and ours costs nothing, small enough to stay in the cache. */
const CHUNK = 256 * 1024;

/**
 * Node's zlib, which inflates on a thread of its own while the reader scans what came before. Only composition
 * roots that run under Node import this file; everything else takes its `Codec` as an argument.
 */
export const nodeCodec: Codec = {
  async *inflate(compressed) {
    const inflater = zlib.createInflateRaw({ chunkSize: CHUNK, readableHighWaterMark: 2 * CHUNK } as zlib.ZlibOptions);
    inflater.end(compressed);
    try {
      for await (const piece of inflater) yield piece as Uint8Array;
    } finally {
      inflater.destroy();
    }
  },
  // Node has a native one from 20.15 and 22.2 on.
  crc32: typeof zlib.crc32 === 'function' ? (bytes, before) => zlib.crc32(bytes, before) : crc32,
};
