import { Deflate as FflateDeflate } from 'fflate';

/** One raw deflate stream being made: pieces go in, the compressed pieces come out at the end. */
export interface Deflater {
  /** Resolves when the deflater can take more; the piece must not change until then, and may be used anew after. */
  push(piece: Uint8Array): Promise<void>;
  finish(): Promise<readonly Uint8Array[]>;
}

/** Starts a raw deflate stream; a composition root may bring a native one (see deflateNode.ts). */
export type Deflate = () => Deflater;

/** fflate's deflater: everywhere. */
export const deflateByFflate: Deflate = () => {
  const pieces: Uint8Array[] = [];
  const deflater = new FflateDeflate({ level: 6 }, (piece) => {
    if (piece.length > 0) pieces.push(piece);
  });
  return {
    push: (piece) => {
      deflater.push(piece, false);
      return Promise.resolve();
    },
    finish: () => {
      deflater.push(new Uint8Array(0), true);
      return Promise.resolve(pieces);
    },
  };
};
