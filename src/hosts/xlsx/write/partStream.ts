import type { Crc32 } from '../crc32';
import type { Deflate, Deflater } from './deflate';
import type { PackedPart } from './zipWriter';

/** Big enough that the deflater is called seldom; also what stands in memory of a part being written. */
const BLOCK = 256 * 1024;
/** UTF-16 units of text that are gathered before they become bytes. */
const GATHERED = 4096;

/**
 * A part being written from the front: text and copied bytes go in, the deflated part comes out. It is cut into
 * blocks by length alone, so that the same content always deflates to the same bytes.
 */
export class PartStream {
  private block = new Uint8Array(BLOCK);
  private used = 0;
  /** Text that is not yet bytes: encoding many small pieces one by one takes longer than making them. */
  private pending = '';
  private readonly full: Uint8Array[] = [];
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

  text(text: string): void {
    this.pending += text;
    if (this.pending.length >= GATHERED) this.encode();
  }

  copy(bytes: Uint8Array, from: number, to: number): void {
    if (this.pending !== '') this.encode();
    this.append(bytes, from, to);
  }

  private encode(): void {
    const text = this.pending;
    this.pending = '';
    // A UTF-16 unit is at most three bytes of UTF-8.
    if (text.length * 3 <= BLOCK - this.used) {
      this.used += this.encoder.encodeInto(text, this.block.subarray(this.used)).written;
      return;
    }
    const bytes = this.encoder.encode(text);
    this.append(bytes, 0, bytes.length);
  }

  private append(bytes: Uint8Array, from: number, to: number): void {
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
    for (const block of this.full.splice(0)) await this.deflater.push(block);
  }

  async finish(): Promise<PackedPart> {
    if (this.pending !== '') this.encode();
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
    this.block = new Uint8Array(BLOCK);
    this.used = 0;
  }
}
