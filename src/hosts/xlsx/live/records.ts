import type { SheetGrid } from '../../../core/ledger/grid';
import { dateFormat } from '../../../core/ledger/numberFormat';
import { placeRecords, type RecordPlace } from '../../../core/ledger/recordPlace';
import { problem } from '../../../core/problem';
import { cellText, serialOf } from '../../../core/writeplan/cellContent';
import { quoteSheet } from '../../../core/writeplan/markers';
import type { PlanCell } from '../../../core/writeplan/plan';
import { freeSheetName, sameSheet } from '../../../core/writeplan/sheetNames';
import type { Records } from '../../../ports/liveWorkbook';
import { FileFault } from '../fault';
import { absoluteArea } from '../write/areas';
import { addPatch, type SheetPatches } from '../write/cellPatch';
import { cellXml } from '../write/cellXml';
import type { Deflate } from '../write/deflate';
import { addSheet, openStyles, saveStyles } from '../write/newSheet';
import { PackageEdit } from '../write/packageEdit';
import { openSheet, saveSheet } from '../write/sheetRewrite';
import type { StyleBook } from '../write/styleBook';
import { growTableDown, readTable } from '../write/tableGrowth';
import { WorkbookEdit } from '../write/workbookEdit';
import { escapeAttribute } from '../write/xmlText';
import { tableParts, type PackageSheet, type XlsxPackage } from '../xlsxPackage';
import { typedCell, typedCellXml } from './editedCell';
import type { SheetState } from './sheetState';

const FILTER_NAME = '_xlnm._filterdatabase';

/** A sheet people keep, by what it is called: blanks around the name and case don't count. */
export const recordSheet = (pkg: XlsxPackage, name: string): PackageSheet | undefined =>
  pkg.sheets.find((sheet) => sheet.kind === 'worksheet' && sameSheet(sheet.name.trim(), name.trim()));

/** Makes the file with a new sheet of records: headings in row 1, records from row 2. */
export async function newRecordSheet(
  pkg: XlsxPackage,
  name: string,
  { headings, rows }: Records,
  deflate: Deflate,
): Promise<{ bytes: Uint8Array; firstRow: number }> {
  if (pkg.structureLocked) throw new FileFault(problem('workbook-structure-protected'));
  const edit = new PackageEdit(pkg, deflate);
  const workbook = new WorkbookEdit(await edit.text(pkg.workbookPart));
  const styles = await openStyles(edit, workbook);
  const free = freeSheetName(
    name.trim(),
    pkg.sheets.map((sheet) => sheet.name),
  );
  const { part } = await addSheet(edit, workbook, free);
  const context = { prefix: '', date1904: pkg.date1904, format: styles.index };
  const header = headings.map((text): PlanCell => ({ text, style: 'header' }));
  const lines = [header, ...rows].map((cells, r) => {
    const written = cells.map((cell, c) => (cell === null ? '' : cellXml(r + 1, c + 1, cell, context)));
    return `<row r="${r + 1}">${written.join('')}</row>`;
  });
  const out = edit.open();
  out.text(
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
      `<worksheet xmlns="${escapeAttribute(workbook.namespace)}"><sheetFormatPr defaultRowHeight="15"/>` +
      `<cols><col min="1" max="${headings.length}" width="16" customWidth="1"/></cols>` +
      `<sheetData>${lines.join('')}</sheetData></worksheet>`,
  );
  edit.setPacked(part, await out.finish());
  await saveStyles(edit, styles);
  await edit.setText(pkg.workbookPart, workbook.result());
  return { bytes: edit.build(), firstRow: 2 };
}

/**
 * Makes the file with records below the last row of a sheet, in the look of that row; on a blank one below their
 * headings. A table and a filter that end there grow. Problems: `record-heading-missing`, `record-table-totals`.
 */
export async function appendRecords(
  pkg: XlsxPackage,
  state: SheetState,
  { headings, rows }: Records,
  deflate: Deflate,
): Promise<{ bytes: Uint8Array; firstRow: number }> {
  const { sheet, grid } = state;
  if (state.isProtected) throw new FileFault(problem('sheet-protected', { sheet: sheet.name }));
  const place = placeRecords(grid, headings);
  if (!place.ok) throw new FileFault(place.problems[0]!);
  const { headerRow, firstRow, columns, begins } = place.value;
  const edit = new PackageEdit(pkg, deflate);
  const workbook = new WorkbookEdit(await edit.text(pkg.workbookPart));
  const styles = await openStyles(edit, workbook);
  const open = await openSheet(edit, sheet);
  const patches: SheetPatches = new Map();
  if (begins)
    headings.forEach((text, i) => {
      const header = { prefix: open.index.prefix, date1904: pkg.date1904, format: styles.index };
      addPatch(patches, headerRow, i + 1, () => cellXml(headerRow, i + 1, { text, style: 'header' }, header));
    });
  rows.forEach((cells, r) =>
    columns.forEach((column, i) => {
      const cell = cells[i] ?? null;
      if (cell === null) return;
      const xml = recordXml(firstRow + r, column, cell, { pkg, state, place: place.value, styles, grid });
      addPatch(patches, firstRow + r, column, () => xml(open.index.prefix));
    }),
  );
  const last = firstRow + rows.length - 1;
  const [left, right] = [Math.min(...columns), Math.max(...columns)];
  if (begins) open.frame.stretchDimension({ top: headerRow, left, bottom: headerRow, right });
  if (rows.length > 0) {
    open.frame.stretchDimension({ top: firstRow, left, bottom: last, right });
    await growTables(edit, sheet, place.value, last);
    const filter = open.frame.filter;
    if (filter && filter.bottom === firstRow - 1 && filter.top <= place.value.headerRow) {
      const grown = { ...filter, bottom: last };
      open.frame.setFilter(grown);
      for (const { name, sheet: scope, text } of workbook.definedNames)
        if (scope === pkg.sheets.indexOf(sheet) && name.toLowerCase() === FILTER_NAME && !text.includes('#REF!'))
          workbook.changeName(name, scope, `${quoteSheet(sheet.name)}!${absoluteArea(grown)}`);
    }
  }
  await saveSheet(edit, sheet, open, patches);
  await saveStyles(edit, styles);
  await edit.setText(pkg.workbookPart, workbook.result());
  return { bytes: edit.build(), firstRow };
}

interface RecordContext {
  readonly pkg: XlsxPackage;
  readonly state: SheetState;
  readonly place: RecordPlace;
  readonly styles: StyleBook;
  readonly grid: SheetGrid;
}

/** A cell in the look of the one above it; a day gets a format for days where that one has none. */
function recordXml(
  row: number,
  column: number,
  cell: NonNullable<PlanCell>,
  { pkg, state, place, styles, grid }: RecordContext,
): (prefix: string) => string {
  const { firstRow, headerRow } = place;
  // The first record ever has only headings above it, whose look is not its own.
  const above = firstRow - 1 > headerRow ? state.styleAt(firstRow - 1, column) : null;
  const plain = above ?? styles.index(cell.style, 'text');
  if (!('day' in cell)) {
    const typed = typedCell('text' in cell ? cellText(cell.text) : cell.number, plain);
    return (prefix) => typedCellXml(row, column, typed, prefix);
  }
  const serial = serialOf(cell.day, pkg.date1904);
  const isDated = above !== null && dateFormat(grid.formats[above] ?? '') !== 'none';
  const style = above === null ? styles.index(cell.style, 'day') : isDated ? above : styles.asDay(above);
  return (prefix) => typedCellXml(row, column, typedCell(serial, style), prefix);
}

async function growTables(edit: PackageEdit, sheet: PackageSheet, place: RecordPlace, last: number): Promise<void> {
  for (const part of await tableParts(edit.pkg, sheet)) {
    const table = edit.has(part) ? readTable(part, await edit.text(part)) : null;
    if (!table || table.area.top !== place.headerRow || table.area.bottom !== place.firstRow - 1) continue;
    const grown = growTableDown(table, last);
    if (grown === null) throw new FileFault(problem('record-table-totals', { sheet: sheet.name }));
    await edit.setText(part, grown);
  }
}
