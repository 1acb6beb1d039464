import { problem, type Result } from '../../core/problem';
import { attempt, damaged, FileFault, tooMuch } from './fault';
import { asynchronous, type Codec } from './inflate';
import { DEFAULT_LIMITS, type ReadLimits } from './limits';

/** One entry as the central directory states it; sizes are claims until the entry was inflated. */
export interface ZipEntry {
  /** As decoded from UTF-8 (package part names are ASCII); may use backslashes or another case than expected. */
  readonly name: string;
  /** The name's bytes as they stand, for copying. */
  readonly nameBytes: Uint8Array;
  /** 0 stored, 8 deflated; anything else can't be read but can be copied. */
  readonly method: number;
  /** General purpose flags: bit 0 encrypted, bit 3 data descriptor, bit 11 UTF-8 name. */
  readonly flags: number;
  readonly crc32: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly dosTime: number;
  readonly dosDate: number;
  readonly externalAttributes: number;
  /** A view into the file, not a copy. */
  readonly compressed: Uint8Array;
}

export interface ZipArchive {
  /** In the order of the central directory. */
  readonly entries: readonly ZipEntry[];
  /** An entry by its name: without case, with either slash, a leading slash allowed, as packages name parts. */
  find(name: string): ZipEntry | undefined;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;
const MAX32 = 0xffffffff;

/**
 * Reads the directory of a zip file without inflating anything, and refuses what no honest workbook needs:
 * `file-is-damaged` (cut off, entries outside the file or twice the same), `file-exceeds-limits` (too many, too large, too
 * dense, overlapping), `file-is-encrypted` (zip's own encryption).
 */
export function readZip(
  bytes: Uint8Array,
  limits: ReadLimits = DEFAULT_LIMITS,
  file = '',
): Promise<Result<ZipArchive>> {
  return attempt(file, () => readDirectory(bytes, limits));
}

/** As `readZip`, for callers that are themselves inside `attempt`. */
export function readDirectory(bytes: Uint8Array, limits: ReadLimits): ZipArchive {
  if (bytes.length > limits.file) throw tooMuch('file-size');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { count, start, end } = findDirectory(view);
  if (count > limits.entries) throw tooMuch('entries');
  const entries: ZipEntry[] = [];
  const extents: { from: number; to: number; name: string }[] = [];
  let total = 0;
  let at = start;
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== CENTRAL) throw damaged('archive');
    const { entry, from, to, next } = readEntry(bytes, view, at, end);
    at = next;
    if (entry.size > limits.entry) throw tooMuch('entry-size', entry.name);
    if (entry.size > limits.ratioFrom && entry.size > entry.compressedSize * limits.ratio)
      throw tooMuch('ratio', entry.name);
    total += entry.size;
    if (total > limits.total) throw tooMuch('total-size');
    entries.push(entry);
    extents.push({ from, to, name: entry.name });
  }
  refuseOverlaps(extents, start);
  return { entries, find: finder(entries) };
}

interface Directory {
  readonly count: number;
  readonly start: number;
  readonly end: number;
}

function findDirectory(view: DataView): Directory {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - 0xffff); at--) {
    if (view.getUint32(at, true) !== END) continue;
    const directory = readEnd(view, at);
    if (directory) return directory;
  }
  throw damaged('truncated');
}

/** The directory that an end record at `at` points to, or null where the bytes only look like one. */
function readEnd(view: DataView, at: number): Directory | null {
  let count = view.getUint16(at + 10, true);
  let size = view.getUint32(at + 12, true);
  let start = view.getUint32(at + 16, true);
  const locator = at - 20;
  const needs64 = count === 0xffff || size === MAX32 || start === MAX32;
  if (needs64 && locator >= 0 && view.getUint32(locator, true) === LOCATOR64) {
    const end64 = uint64(view, locator + 8);
    if (end64 + 56 > locator || view.getUint32(end64, true) !== END64) return null;
    count = uint64(view, end64 + 32);
    size = uint64(view, end64 + 40);
    start = uint64(view, end64 + 48);
  }
  if (start + size > at || count * 46 > size) return null;
  return { count, start, end: start + size };
}

function uint64(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 0x1_0000_0000;
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

function readEntry(bytes: Uint8Array, view: DataView, at: number, end: number) {
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  if (next > end) throw damaged('archive');
  const nameBytes = bytes.subarray(at + 46, at + 46 + nameLength);
  const name = utf8.decode(nameBytes);
  const flags = view.getUint16(at + 8, true);
  if (flags & 1) throw new FileFault(problem('file-is-encrypted'));
  const extra = new DataView(bytes.buffer, nameBytes.byteOffset + nameLength, extraLength);
  const { size, compressedSize, offset } = sizes(view, at, extra);
  if (offset + 30 > view.byteLength || view.getUint32(offset, true) !== LOCAL) throw damaged('archive', name);
  const from = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const to = from + compressedSize;
  if (to > view.byteLength) throw damaged('truncated', name);
  const entry: ZipEntry = {
    name,
    nameBytes,
    method: view.getUint16(at + 10, true),
    flags,
    crc32: view.getUint32(at + 16, true),
    compressedSize,
    size,
    dosTime: view.getUint16(at + 12, true),
    dosDate: view.getUint16(at + 14, true),
    externalAttributes: view.getUint32(at + 38, true),
    compressed: bytes.subarray(from, to),
  };
  return { entry, from: offset, to, next };
}

/** Sizes and offset of an entry, from its zip64 field where the plain ones are full. */
function sizes(view: DataView, at: number, extra: DataView) {
  let compressedSize = view.getUint32(at + 20, true);
  let size = view.getUint32(at + 24, true);
  let offset = view.getUint32(at + 42, true);
  for (let p = 0; p + 4 <= extra.byteLength;) {
    const length = extra.getUint16(p + 2, true);
    const stop = Math.min(p + 4 + length, extra.byteLength);
    if (extra.getUint16(p, true) === 1) {
      let q = p + 4;
      const take = (plain: number): number => {
        if (plain !== MAX32 || q + 8 > stop) return plain;
        q += 8;
        return uint64(extra, q - 8);
      };
      size = take(size);
      compressedSize = take(compressedSize);
      offset = take(offset);
    }
    p = stop;
  }
  return { size, compressedSize, offset };
}

/** Overlapping entries make a small file inflate without bound; no writer makes them. */
function refuseOverlaps(extents: { from: number; to: number; name: string }[], directory: number): void {
  extents.sort((a, b) => a.from - b.from || a.to - b.to);
  let reached = 0;
  for (const { from, to, name } of extents) {
    if (from < reached || to > directory) throw tooMuch('overlap', name);
    reached = to;
  }
}

function finder(entries: readonly ZipEntry[]): ZipArchive['find'] {
  const byName = new Map<string, ZipEntry>();
  for (const entry of entries) {
    const key = partKey(entry.name);
    if (byName.has(key)) throw damaged('duplicate-entry', entry.name);
    byName.set(key, entry);
  }
  return (name) => byName.get(partKey(name));
}

/** Part names compare without case; some writers use backslashes. */
export const partKey = (name: string): string => name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();

/**
 * The inflated bytes of an entry, piece by piece, held to what the directory claimed: more or fewer bytes, or
 * another checksum, is a fault (`file-is-damaged`), so a lying size never inflates past its claim.
 */
export async function* inflateEntry(entry: ZipEntry, codec: Codec): AsyncGenerator<Uint8Array> {
  if (entry.method !== 0 && entry.method !== 8) throw damaged('compression-method', entry.name);
  let size = 0;
  let crc = 0;
  try {
    for await (const piece of entry.method === 0
      ? asynchronous(slices(entry.compressed))
      : codec.inflate(entry.compressed)) {
      size += piece.length;
      if (size > entry.size) throw damaged('entry-size', entry.name);
      crc = codec.crc32(piece, crc);
      yield piece;
    }
  } catch (error) {
    // What the reader of the pieces throws passes by here only as a return, so this is the inflater's own.
    throw error instanceof FileFault ? error : damaged('compression', entry.name);
  }
  if (size !== entry.size) throw damaged('entry-size', entry.name);
  if (crc >>> 0 !== entry.crc32) throw damaged('entry-checksum', entry.name);
}

function* slices(bytes: Uint8Array): Generator<Uint8Array> {
  const piece = 256 * 1024;
  for (let from = 0; from < bytes.length; from += piece) yield bytes.subarray(from, from + piece);
}

/** The inflated bytes of an entry in one piece; for parts that are parsed as a whole. */
export async function inflateWhole(entry: ZipEntry, codec: Codec): Promise<Uint8Array> {
  const bytes = new Uint8Array(entry.size);
  let at = 0;
  for await (const piece of inflateEntry(entry, codec)) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
