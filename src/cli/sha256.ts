import { createHash } from 'node:crypto';
import type { Sha256 } from '../core/scoring/seal';

/** Pieces of so many UTF-16 units are hashed at once: a call into the platform for every line would cost more. */
const PIECE = 64 * 1024;

/** SHA-256 by Node, many times as fast as in JavaScript. */
export const sha256ByNode: Sha256 = (texts) => {
  const hash = createHash('sha256');
  let piece = '';
  for (const text of texts) {
    piece += text;
    if (piece.length < PIECE) continue;
    hash.update(piece, 'utf8');
    piece = '';
  }
  return hash.update(piece, 'utf8').digest('hex');
};
