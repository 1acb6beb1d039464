import * as zlib from 'node:zlib';
import type { Deflate } from './deflate';

/** So many bytes may wait to be deflated: memory against standing idle. */
const MOST_WAITING = 8 * 1024 * 1024;
/** What the deflater gives back at once. */
const CHUNK = 1024 * 1024;

/**
 * Node's zlib, which deflates on a thread of its own. Only composition roots that run under Node import this file.
 * That thread comes back for more only when others here pause: it is given all that waits at once, and pieces are made
 * meanwhile, so that neither stands idle for the other.
 */
export const deflateByNode: Deflate = () => {
  const made: Uint8Array[] = [];
  const stream = zlib.createDeflateRaw({ level: 6, chunkSize: CHUNK });
  stream.on('data', (piece: Uint8Array) => made.push(piece));
  const ended = new Promise<void>((resolve, reject) => {
    stream.on('end', resolve);
    stream.on('error', reject);
  });
  ended.catch(() => undefined);

  let waiting: Uint8Array[] = [];
  let bytes = 0;
  let isBusy = false;
  let failed: Error | null = null;
  let resume: () => void = () => undefined;
  const send = (): void => {
    const batch = waiting.length === 1 && waiting[0] ? waiting[0] : Buffer.concat(waiting);
    waiting = [];
    bytes = 0;
    isBusy = true;
    stream.write(batch, (error) => {
      isBusy = false;
      failed ??= error ?? null;
      if (waiting.length > 0 && !failed) send();
      resume();
    });
  };
  const until = async (isReady: () => boolean): Promise<void> => {
    while (!isReady() && !failed) await new Promise<void>((resolve) => (resume = resolve));
    if (failed) throw failed;
  };
  return {
    push: async (piece) => {
      waiting.push(piece);
      bytes += piece.length;
      if (!isBusy) send();
      await until(() => bytes <= MOST_WAITING);
    },
    finish: async () => {
      await until(() => !isBusy && waiting.length === 0);
      stream.end();
      await ended;
      return made;
    },
  };
};
