import { deflateRawSync } from 'node:zlib';
import { crc32 } from '../../../src/hosts/xlsx/crc32';

/** An entry of a zip file made by hand, with whatever lie a test needs. */
export interface MadeEntry {
  readonly name: string;
  readonly data: Uint8Array | string;
  /** 0 stored, 8 deflated (the default). */
  readonly method?: number;
  readonly flags?: number;
  /** What the directory claims instead of the truth. */
  readonly claimSize?: number;
  readonly claimCrc?: number;
  /** The bytes as they are stored, where they must not be what `data` deflates to. */
  readonly compressed?: Uint8Array;
  /** Sizes behind the data, not in front of it. */
  readonly descriptor?: boolean;
  /** Sizes and offset in a zip64 field. */
  readonly zip64?: boolean;
}

export interface MadeZip {
  readonly entries: readonly MadeEntry[];
  readonly comment?: string;
  /** All entries of the directory point to the first one's data. */
  readonly overlapping?: boolean;
  readonly zip64End?: boolean;
}

const encoder = new TextEncoder();

/** A zip file, byte by byte as the format says and as the options bend it. */
export function makeZip({ entries, comment = '', overlapping = false, zip64End = false }: MadeZip): Uint8Array {
  const pieces: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  const add = (piece: Buffer): void => {
    pieces.push(piece);
    offset += piece.length;
  };
  for (const [i, entry] of entries.entries()) {
    const data = typeof entry.data === 'string' ? encoder.encode(entry.data) : entry.data;
    const method = entry.method ?? 8;
    const stored = Buffer.from(entry.compressed ?? (method === 8 ? deflateRawSync(data) : data));
    const crc = entry.claimCrc ?? crc32(data, 0);
    const size = entry.claimSize ?? data.length;
    const flags = (entry.flags ?? 0) | (entry.descriptor ? 8 : 0);
    const name = Buffer.from(entry.name);
    const at = overlapping && i > 0 ? 0 : offset;
    if (!overlapping || i === 0) {
      const local = Buffer.alloc(30);
      local.writeUInt32LE(0x04034b50, 0);
      local.writeUInt16LE(20, 4);
      local.writeUInt16LE(flags, 6);
      local.writeUInt16LE(method, 8);
      if (!entry.descriptor) {
        local.writeUInt32LE(crc, 14);
        local.writeUInt32LE(stored.length, 18);
        local.writeUInt32LE(size, 22);
      }
      local.writeUInt16LE(name.length, 26);
      add(local);
      add(name);
      add(stored);
      if (entry.descriptor) {
        const descriptor = Buffer.alloc(16);
        descriptor.writeUInt32LE(0x08074b50, 0);
        descriptor.writeUInt32LE(crc, 4);
        descriptor.writeUInt32LE(stored.length, 8);
        descriptor.writeUInt32LE(size, 12);
        add(descriptor);
      }
    }
    const extra = Buffer.alloc(entry.zip64 ? 28 : 0);
    if (entry.zip64) {
      extra.writeUInt16LE(1, 0);
      extra.writeUInt16LE(24, 2);
      extra.writeBigUInt64LE(BigInt(size), 4);
      extra.writeBigUInt64LE(BigInt(stored.length), 12);
      extra.writeBigUInt64LE(BigInt(at), 20);
    }
    const head = Buffer.alloc(46);
    head.writeUInt32LE(0x02014b50, 0);
    head.writeUInt16LE(flags, 8);
    head.writeUInt16LE(method, 10);
    head.writeUInt32LE(crc, 16);
    head.writeUInt32LE(entry.zip64 ? 0xffffffff : stored.length, 20);
    head.writeUInt32LE(entry.zip64 ? 0xffffffff : size, 24);
    head.writeUInt16LE(name.length, 28);
    head.writeUInt16LE(extra.length, 30);
    head.writeUInt32LE(entry.zip64 ? 0xffffffff : at, 42);
    central.push(head, name, extra);
  }
  const start = offset;
  for (const piece of central) add(piece);
  const size = offset - start;
  if (zip64End) {
    const end64 = Buffer.alloc(56 + 20);
    end64.writeUInt32LE(0x06064b50, 0);
    end64.writeBigUInt64LE(44n, 4);
    end64.writeBigUInt64LE(BigInt(entries.length), 24);
    end64.writeBigUInt64LE(BigInt(entries.length), 32);
    end64.writeBigUInt64LE(BigInt(size), 40);
    end64.writeBigUInt64LE(BigInt(start), 48);
    end64.writeUInt32LE(0x07064b50, 56);
    end64.writeBigUInt64LE(BigInt(offset), 64);
    end64.writeUInt32LE(1, 72);
    add(end64);
  }
  const note = Buffer.from(comment);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(zip64End ? 0xffff : entries.length, 8);
  end.writeUInt16LE(zip64End ? 0xffff : entries.length, 10);
  end.writeUInt32LE(zip64End ? 0xffffffff : size, 12);
  end.writeUInt32LE(zip64End ? 0xffffffff : start, 16);
  end.writeUInt16LE(note.length, 20);
  add(end);
  add(note);
  return new Uint8Array(Buffer.concat(pieces));
}
