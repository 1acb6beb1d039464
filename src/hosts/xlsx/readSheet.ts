import type { Pace } from '../../core/cancel';
import type { SheetGrid } from '../../core/ledger/grid';
import type { Result } from '../../core/problem';
import { attempt } from './fault';
import { ownedColumnsOf } from './ownership';
import { findWorksheet, scanSheet } from './scanSheet';
import type { XlsxPackage } from './xlsxPackage';

/**
 * Reads one worksheet as columns. Only rows with a cell that is not blank are in it; an empty text, be it a formula's
 * result or a shared string, is blank. Problems: `sheet-not-found`, `sheet-has-no-cells` (a chart sheet),
 * `file-is-damaged`, `file-exceeds-limits`. Throws `Cancelled` alone.
 */
export function readSheetGrid(pkg: XlsxPackage, sheetName: string, pace: Pace = {}): Promise<Result<SheetGrid>> {
  return attempt(pkg.name, async () => {
    const sheet = findWorksheet(pkg, sheetName);
    const { scanner, shared, formats } = await scanSheet(pkg, sheet, pace);
    const extra = scanner.cells.batch.texts;
    return {
      sheet: sheet.name,
      ...scanner.cells.grid.finish(),
      strings: extra.length === 0 ? shared.texts : shared.texts.concat(extra),
      formats,
      merges: scanner.merges,
      hiddenRows: ascending(scanner.hiddenRows),
      hiddenColumns: ascending(scanner.hiddenColumns),
      date1904: pkg.date1904,
      ownedColumns: ownedColumnsOf(pkg.definedNames, sheet.name, pkg.sheets.indexOf(sheet)),
    };
  });
}

const ascending = (numbers: ReadonlySet<number>): Int32Array => Int32Array.from(numbers).sort();
