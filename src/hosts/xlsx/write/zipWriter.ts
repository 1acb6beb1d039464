import type { ZipEntry } from '../zip';

/** A part ready to be stored: deflated already, with what the directory says of it. */
export interface PackedPart {
  readonly pieces: readonly Uint8Array[];
  readonly crc32: number;
  readonly compressedSize: number;
  readonly size: number;
}

/** One entry of the archive to be: an old one as it was, an old one with new content, or a new one. */
export type OutputEntry =
  { readonly from: ZipEntry; readonly packed?: PackedPart } | { readonly name: string; readonly packed: PackedPart };

/** 1980-01-01 00:00, zip's first moment: new parts carry no time, so that the same input gives the same file. */
const DOS_DATE = 0x21;
const DEFLATED = 8;
const UTF8_NAME = 0x0800;
/** Of the flags only deflate's level and the name's encoding survive: sizes stand in front, not in a descriptor. */
const KEPT_FLAGS = UTF8_NAME | 0x6;

interface Header {
  readonly name: Uint8Array;
  readonly flags: number;
  readonly method: number;
  readonly time: number;
  readonly date: number;
  readonly crc32: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly externalAttributes: number;
  readonly pieces: readonly Uint8Array[];
}

const encoder = new TextEncoder();

function headerOf(entry: OutputEntry): Header {
  if (!('from' in entry)) {
    return {
      name: encoder.encode(entry.name),
      flags: UTF8_NAME,
      method: DEFLATED,
      time: 0,
      date: DOS_DATE,
      externalAttributes: 0,
      ...entry.packed,
    };
  }
  const { from, packed } = entry;
  const base = {
    name: from.nameBytes,
    time: from.dosTime,
    date: from.dosDate,
    externalAttributes: from.externalAttributes,
  };
  if (packed) return { ...base, flags: from.flags & UTF8_NAME, method: DEFLATED, ...packed };
  const { method, crc32, compressedSize, size, compressed } = from;
  return { ...base, flags: from.flags & KEPT_FLAGS, method, crc32, compressedSize, size, pieces: [compressed] };
}

/** Writes a zip file; entries without new content are copied as the compressed bytes they are, in their order. */
export function writeZip(entries: readonly OutputEntry[]): Uint8Array {
  const headers = entries.map(headerOf);
  let total = 22;
  for (const header of headers) total += 76 + 2 * header.name.length + header.compressedSize;
  const bytes = new Uint8Array(total);
  const view = new DataView(bytes.buffer);
  const offsets: number[] = [];
  let at = 0;
  for (const header of headers) {
    offsets.push(at);
    view.setUint32(at, 0x04034b50, true);
    at = common(view, at + 4, header);
    bytes.set(header.name, at);
    at += header.name.length;
    for (const piece of header.pieces) {
      bytes.set(piece, at);
      at += piece.length;
    }
  }
  const directory = at;
  headers.forEach((header, i) => {
    view.setUint32(at, 0x02014b50, true);
    view.setUint16(at + 4, 20, true);
    at = common(view, at + 6, header);
    view.setUint32(at + 6, header.externalAttributes, true);
    view.setUint32(at + 10, offsets[i]!, true);
    at += 14;
    bytes.set(header.name, at);
    at += header.name.length;
  });
  view.setUint32(at, 0x06054b50, true);
  view.setUint16(at + 8, headers.length, true);
  view.setUint16(at + 10, headers.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return bytes;
}

/** The fields that local and central headers share, from the version needed to the extra field's length. */
function common(view: DataView, at: number, header: Header): number {
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, header.flags, true);
  view.setUint16(at + 4, header.method, true);
  view.setUint16(at + 6, header.time, true);
  view.setUint16(at + 8, header.date, true);
  view.setUint32(at + 10, header.crc32, true);
  view.setUint32(at + 14, header.compressedSize, true);
  view.setUint32(at + 18, header.size, true);
  view.setUint16(at + 22, header.name.length, true);
  return at + 26;
}
