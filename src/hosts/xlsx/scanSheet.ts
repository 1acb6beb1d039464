import { Cancelled, type Pace } from '../../core/cancel';
import { problem } from '../../core/problem';
import { damaged, FileFault } from './fault';
import { readFormats } from './formats';
import { rememberProtection } from './knownProtection';
import { sharedStringsOf, type SharedStrings } from './sharedStrings';
import { SheetScanner } from './sheetScanner';
import { utf8Pieces } from './utf8Pieces';
import type { PackageSheet, XlsxPackage } from './xlsxPackage';

export interface ScannedSheet {
  readonly scanner: SheetScanner;
  readonly shared: SharedStrings;
  readonly formats: readonly string[];
}

/** Scans a worksheet from first byte to last. Rejects with a `FileFault` or `Cancelled`. */
export async function scanSheet(pkg: XlsxPackage, sheet: PackageSheet, pace: Pace): Promise<ScannedSheet> {
  const shared = await sharedStringsOf(pkg, pace);
  const formats = await readFormats(pkg);
  const { part, name } = sheet;
  const scanner = new SheetScanner({ part, sheet: name, shared, styleCount: formats.length - 1, limits: pkg.limits });
  const total = pkg.archive.find(part)?.size ?? 0;
  let done = 0;
  for await (const piece of utf8Pieces(pkg.stream(part), part)) {
    if (pace.signal?.aborted) throw new Cancelled();
    scanner.push(piece);
    done += piece.length;
    pace.onProgress?.(Math.min(done, total), total);
    await pace.breathe?.();
  }
  scanner.end();
  scanner.cells.batch.flush();
  rememberProtection(pkg, part, scanner.protected);
  return { scanner, shared, formats };
}

/** A sheet by its exact name, or the fault `sheet-not-found`. */
export function findSheet(pkg: XlsxPackage, name: string): PackageSheet {
  const sheet = pkg.sheets.find((s) => s.name === name);
  if (sheet) return sheet;
  throw new FileFault(problem('sheet-not-found', { sheet: name, sheets: pkg.sheets.map((s) => s.name) }));
}

/** As `findSheet`, for a sheet that must hold cells: else `sheet-has-no-cells` or `file-is-damaged`. */
export function findWorksheet(pkg: XlsxPackage, name: string): PackageSheet {
  const sheet = findSheet(pkg, name);
  if (sheet.kind !== 'worksheet') throw new FileFault(problem('sheet-has-no-cells', { sheet: name }));
  if (!pkg.has(sheet.part)) throw damaged('entry-missing', sheet.part);
  return sheet;
}
