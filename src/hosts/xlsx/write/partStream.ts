import type { Crc32 } from '../crc32';
import type { Deflate, Deflater } from './deflate';
import type { PackedPart } from './zipWriter';

/** Big enough that the deflater is called seldom; also what stands in memory of a part being written. */
const BLOCK = 256 * 1024;
/** UTF-16 units of a text beyond which the platform's encoder is the quicker one. */
const LONGEST_BY_HAND = 48;

/** What takes text piece by piece. */
export interface TextSink {
  text(piece: string): void;
}

/**
 * A part being written from the front: text and copied bytes go in, the deflated part comes out. It is cut into
 * blocks by length alone, so that the same content always deflates to the same bytes.
 */
export class PartStream implements TextSink {
  private block: Uint8Array = new Uint8Array(BLOCK);
  private used = 0;
  private readonly full: Uint8Array[] = [];
  /** Blocks that the deflater is done with. */
  private readonly spare: Uint8Array[] = [];
  private crc = 0;
  private size = 0;
  private readonly deflater: Deflater;
  private readonly encoder = new TextEncoder();

  constructor(
    deflate: Deflate,
    private readonly crc32: Crc32,
  ) {
    this.deflater = deflate();
  }

  /** Many small pieces cost less this way than one text made of them: nothing is put together only to be taken apart. */
  text(text: string): void {
    const { length } = text;
    // A UTF-16 unit is at most three bytes of UTF-8.
    if (length * 3 > BLOCK - this.used) {
      const bytes = this.encoder.encode(text);
      return this.copy(bytes, 0, bytes.length);
    }
    const { block } = this;
    if (length > LONGEST_BY_HAND) {
      this.used += this.encoder.encodeInto(text, block.subarray(this.used)).written;
      return;
    }
    let { used } = this;
    for (let i = 0; i < length; i++) {
      const unit = text.charCodeAt(i);
      if (unit < 0x80) block[used++] = unit;
      else if (unit < 0x800) {
        block[used++] = 0xc0 | (unit >> 6);
        block[used++] = 0x80 | (unit & 0x3f);
      } else if ((unit & 0xf800) === 0xd800) {
        // Pairs and lone halves are rare: the platform knows what becomes of them.
        used += this.encoder.encodeInto(text.slice(i), block.subarray(used)).written;
        break;
      } else {
        block[used++] = 0xe0 | (unit >> 12);
        block[used++] = 0x80 | ((unit >> 6) & 0x3f);
        block[used++] = 0x80 | (unit & 0x3f);
      }
    }
    this.used = used;
  }

  copy(bytes: Uint8Array, from: number, to: number): void {
    while (from < to) {
      if (this.used === BLOCK) this.next();
      const length = Math.min(to - from, BLOCK - this.used);
      this.block.set(bytes.subarray(from, from + length), this.used);
      this.used += length;
      from += length;
    }
  }

  /** Hands full blocks to the deflater and waits until it can take more; call it now and then. */
  async settle(): Promise<void> {
    for (const block of this.full.splice(0)) {
      await this.deflater.push(block);
      if (block.length === BLOCK) this.spare.push(block);
    }
  }

  async finish(): Promise<PackedPart> {
    this.next();
    await this.settle();
    const pieces = await this.deflater.finish();
    let compressedSize = 0;
    for (const piece of pieces) compressedSize += piece.length;
    return { pieces, crc32: this.crc >>> 0, compressedSize, size: this.size };
  }

  private next(): void {
    const block = this.block.subarray(0, this.used);
    this.crc = this.crc32(block, this.crc);
    this.size += block.length;
    this.full.push(block);
    this.block = this.spare.pop() ?? new Uint8Array(BLOCK);
    this.used = 0;
  }
}
