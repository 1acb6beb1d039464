import { Inflate as FflateInflate } from 'fflate';
import { crc32, type Crc32 } from './crc32';

/**
 * Inflates one raw deflate stream piece by piece, so that a sheet of 72 MB never stands in memory whole. The pieces
 * are the receiver's to keep; the iteration throws on a broken or short stream and may be left early.
 */
export type Inflate = (compressed: Uint8Array) => AsyncIterable<Uint8Array>;

/** What reading a zip needs of the platform; a composition root may bring a native one (see inflateNode.ts). */
export interface Codec {
  readonly inflate: Inflate;
  readonly crc32: Crc32;
}

const SLICE = 64 * 1024;

/** fflate's inflater: everywhere, two to three times slower than native. */
export const inflateByFflate: Inflate = (compressed) => asynchronous(fflatePieces(compressed));

/** Pieces made on the spot as what readers of pieces take. */
export async function* asynchronous<T>(pieces: Iterable<T>): AsyncGenerator<T> {
  for (const piece of pieces) yield await Promise.resolve(piece);
}

function* fflatePieces(compressed: Uint8Array): Generator<Uint8Array> {
  let pieces: Uint8Array[] = [];
  let ended = false;
  const inflater = new FflateInflate((piece, final) => {
    if (piece.length > 0) pieces.push(piece);
    ended ||= final;
  });
  for (let from = 0; from < compressed.length && !ended; from += SLICE) {
    const to = Math.min(from + SLICE, compressed.length);
    inflater.push(compressed.subarray(from, to), to === compressed.length);
    yield* pieces;
    pieces = [];
  }
}

/** What we use of a DecompressionStream; the types of Node and of browsers disagree on the rest. */
interface TransformStreamOfBytes {
  readonly writable: { getWriter(): { write(bytes: Uint8Array): Promise<void>; close(): Promise<void> } };
  readonly readable: {
    getReader(): { read(): Promise<{ done: boolean; value?: Uint8Array }>; cancel(): Promise<void> };
  };
}

/** The browser's own inflater (`DecompressionStream`), which works beside the reading thread. */
export async function* inflateByStream(compressed: Uint8Array): AsyncGenerator<Uint8Array> {
  const stream = new DecompressionStream('deflate-raw') as unknown as TransformStreamOfBytes;
  const writer = stream.writable.getWriter();
  // A failure reaches us through the readable side; here it must only not go unhandled.
  const written = writer.write(compressed).then(() => writer.close());
  written.catch(() => undefined);
  const reader = stream.readable.getReader();
  let finished = false;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done || value === undefined) break;
      yield value;
    }
    finished = true;
  } finally {
    if (!finished) await reader.cancel().catch(() => undefined);
  }
}

/** The best inflater of the platform without anything of Node's: DecompressionStream where it takes raw deflate. */
export function platformCodec(): Codec {
  return { inflate: hasRawDecompressionStream() ? inflateByStream : inflateByFflate, crc32 };
}

function hasRawDecompressionStream(): boolean {
  if (typeof DecompressionStream === 'undefined') return false;
  try {
    return new DecompressionStream('deflate-raw') !== undefined;
  } catch {
    return false;
  }
}
