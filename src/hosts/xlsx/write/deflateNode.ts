import * as zlib from 'node:zlib';
import type { Deflate } from './deflate';

/** Node's zlib, which deflates on a thread of its own. Only composition roots that run under Node import this file. */
export const deflateByNode: Deflate = () => {
  const pieces: Uint8Array[] = [];
  const stream = zlib.createDeflateRaw({ level: 6, chunkSize: 64 * 1024 });
  stream.on('data', (piece: Uint8Array) => pieces.push(piece));
  const ended = new Promise<void>((resolve, reject) => {
    stream.on('end', resolve);
    stream.on('error', reject);
  });
  ended.catch(() => undefined);
  return {
    push: (piece) =>
      new Promise((resolve, reject) => {
        stream.write(piece, (error) => (error ? reject(error) : resolve()));
      }),
    finish: async () => {
      stream.end();
      await ended;
      return pieces;
    },
  };
};
