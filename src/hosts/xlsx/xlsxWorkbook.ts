import type { Pace } from '../../core/cancel';
import type { SheetGrid } from '../../core/ledger/grid';
import { ok, type Result } from '../../core/problem';
import type { WritePlan, WriteReport } from '../../core/writeplan/plan';
import type { SheetInfo, Workbook } from '../../ports/workbook';
import { attempt } from './fault';
import { ownedSheetOf } from './ownership';
import { readSheetGrid } from './readSheet';
import { isSheetProtected } from './sheetProtection';
import { carryOut } from './write/carryOut';
import { deflateByFflate, type Deflate } from './write/deflate';
import { openPackage, type OpenOptions, type XlsxPackage } from './xlsxPackage';

export interface XlsxOptions extends OpenOptions {
  /** A native deflater where the platform has one (`deflateByNode`); else fflate's. */
  readonly deflate?: Deflate;
}

/**
 * Opens the bytes of a workbook file; `name` is what a person calls it and says nothing about what it is. Problems:
 * see `openPackage`.
 */
export async function openXlsx(
  name: string,
  bytes: Uint8Array,
  options: XlsxOptions = {},
): Promise<Result<XlsxWorkbook>> {
  const opened = await openPackage(name, bytes, options);
  return opened.ok ? ok(new XlsxWorkbook(opened.value, bytes, options)) : opened;
}

/** A workbook that is a file in memory. Writing makes new bytes and takes them on whole, or not at all. */
export class XlsxWorkbook implements Workbook {
  /** Writings wait for one another: each starts from what the one before it left. */
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private pkg: XlsxPackage,
    private file: Uint8Array,
    private readonly options: XlsxOptions,
  ) {}

  get name(): string {
    return this.pkg.name;
  }

  /** The file as it stands: the very bytes it was opened from until something is written. */
  bytes(): Uint8Array {
    return this.file;
  }

  async sheets(): Promise<Result<readonly SheetInfo[]>> {
    const { pkg } = this;
    const infos: SheetInfo[] = [];
    for (const [position, sheet] of pkg.sheets.entries()) {
      const isProtected = await isSheetProtected(pkg, sheet.name);
      if (!isProtected.ok) return isProtected;
      infos.push({
        name: sheet.name,
        visible: sheet.state === 'visible',
        active: position === pkg.activeTab,
        protected: isProtected.value,
        owned: ownedSheetOf(pkg.definedNames, sheet.name),
      });
    }
    return ok(infos);
  }

  readSheet(name: string, pace: Pace = {}): Promise<Result<SheetGrid>> {
    return readSheetGrid(this.pkg, name, pace);
  }

  /** Told by the checksums of all parts, so that two openings of the same file agree. */
  revision(): Promise<string> {
    let hash = 17;
    for (const { name, crc32, size } of this.pkg.archive.entries) {
      for (let i = 0; i < name.length; i++) hash = (Math.imul(hash, 31) + name.charCodeAt(i)) | 0;
      hash = (Math.imul(hash, 31) + crc32) | 0;
      hash = (Math.imul(hash, 31) + size) | 0;
    }
    return Promise.resolve((hash >>> 0).toString(16).padStart(8, '0'));
  }

  /**
   * Carries out a plan. Problems: `workbook-structure-protected`, `sheet-not-found`, `file-is-damaged`; then, and when
   * it is cancelled or throws, the workbook is as it was.
   */
  write(plan: WritePlan, pace: Pace = {}): Promise<Result<WriteReport>> {
    const next = this.last.then(() => this.writeNow(plan, pace));
    this.last = next.catch(() => undefined);
    return next;
  }

  private async writeNow(plan: WritePlan, pace: Pace): Promise<Result<WriteReport>> {
    const done = await attempt(this.name, () =>
      carryOut(this.pkg, plan, this.options.deflate ?? deflateByFflate, pace),
    );
    if (!done.ok) return done;
    const opened = await openPackage(this.name, done.value.bytes, this.options);
    if (!opened.ok) return opened;
    this.pkg = opened.value;
    this.file = done.value.bytes;
    return ok(done.value.report);
  }
}
