import { Cancelled, type Pace } from '../../core/cancel';
import { ByteScanner } from './byteScanner';
import { tooMuch } from './fault';
import { TextBatch } from './textBatch';
import { utf8Pieces } from './utf8Pieces';
import type { XlsxPackage } from './xlsxPackage';

export interface SharedStrings {
  readonly texts: readonly string[];
  /** Positions whose text is empty: such a cell is blank. */
  readonly empty: ReadonlySet<number>;
}

/** Reads `<si>` by `<si>`: rich text runs joined, phonetic guides left out. */
class SharedStringScanner extends ByteScanner {
  readonly batch: TextBatch;
  private inItem = false;
  private inRun = false;

  constructor(part: string, maxToken: number) {
    super(part, maxToken);
    this.batch = new TextBatch(part, maxToken);
  }

  // sst is at depth 0, si at 1, t or r at 2, t in r at 3.
  protected open(name: number, nameEnd: number, self: boolean): void {
    const { depth } = this;
    if (depth === 1) {
      this.inItem = this.named(name, nameEnd, 'si');
      if (self && this.inItem) this.batch.finish();
    } else if (this.inItem && nameEnd - name === 1) {
      const c = this.bytes[name];
      if (c === 0x74) this.collecting = !self && (depth === 2 || (depth === 3 && this.inRun));
      else if (c === 0x72 && depth === 2) this.inRun = !self;
    }
  }

  protected close(): void {
    this.collecting = false;
    if (this.depth === 2) this.inRun = false;
    else if (this.depth === 1 && this.inItem) this.batch.finish();
  }

  protected text(start: number, end: number): number {
    return this.batch.append(this.bytes, start, end);
  }

  protected cdata(start: number, end: number): number {
    return this.batch.appendLiteral(this.bytes, start, end);
  }
}

const cache = new WeakMap<XlsxPackage, SharedStrings>();

/** The package's shared strings, read once; empty where it has none. Rejects with a `FileFault`. */
export async function sharedStringsOf(pkg: XlsxPackage, pace: Pace = {}): Promise<SharedStrings> {
  const known = cache.get(pkg);
  if (known) return known;
  const read = await readSharedStrings(pkg, pace);
  cache.set(pkg, read);
  return read;
}

async function readSharedStrings(pkg: XlsxPackage, pace: Pace): Promise<SharedStrings> {
  const part = pkg.sharedStringsPart;
  if (part === null) return { texts: [], empty: new Set() };
  if ((pkg.archive.find(part)?.size ?? 0) > pkg.limits.sharedStrings) throw tooMuch('strings', part);
  const scanner = new SharedStringScanner(part, pkg.limits.token);
  for await (const piece of utf8Pieces(pkg.stream(part), part)) {
    if (pace.signal?.aborted) throw new Cancelled();
    scanner.push(piece);
    await pace.breathe?.();
  }
  scanner.end();
  scanner.batch.flush();
  return { texts: scanner.batch.texts, empty: scanner.batch.empty };
}
