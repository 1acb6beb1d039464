import * as zlib from 'node:zlib';
import type { Deflate } from './deflate';

/** So many bytes may wait to be deflated: memory against standing idle. */
const MOST_WAITING = 4 * 1024 * 1024;
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

  // What waits gathers in one buffer while the other one is being deflated.
  let gathering: Uint8Array = Buffer.allocUnsafe(MOST_WAITING);
  let underway: Uint8Array | null = null;
  let waiting = 0;
  let isBusy = false;
  let failed: Error | null = null;
  let resume: () => void = () => undefined;
  const send = (): void => {
    const batch = gathering.subarray(0, waiting);
    [gathering, underway, waiting] = [underway ?? Buffer.allocUnsafe(MOST_WAITING), gathering, 0];
    isBusy = true;
    stream.write(batch, (error) => {
      isBusy = false;
      failed ??= error ?? null;
      if (waiting > 0 && !failed) send();
      resume();
    });
  };
  const until = async (isReady: () => boolean): Promise<void> => {
    while (!isReady() && !failed) await new Promise<void>((resolve) => (resume = resolve));
    if (failed) throw failed;
  };
  return {
    push: async (piece) => {
      for (let from = 0; from < piece.length;) {
        await until(() => waiting < MOST_WAITING);
        const part = piece.subarray(from, from + MOST_WAITING - waiting);
        gathering.set(part, waiting);
        waiting += part.length;
        from += part.length;
        if (!isBusy) send();
      }
    },
    finish: async () => {
      await until(() => !isBusy);
      stream.end();
      await ended;
      return made;
    },
  };
};
