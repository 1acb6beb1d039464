import type { Pace } from '../../../core/cancel';
import type { CellArea, SheetGrid } from '../../../core/ledger/grid';
import { FileFault } from '../fault';
import { findWorksheet } from '../scanSheet';
import { readSheetGrid } from '../readSheet';
import { isSheetProtected } from '../sheetProtection';
import { tableParts, type PackageSheet, type XlsxPackage } from '../xlsxPackage';
import { asUtf8Bytes, asUtf8Text } from '../write/packageEdit';
import { SheetFrame } from '../write/sheetFrame';
import { cellsOf, indexSheet, type CellPlace, type RowPlace, type SheetIndex } from '../write/sheetIndex';
import { readTable } from '../write/tableGrowth';
import { attributesOf } from '../write/xmlText';
import { formulasOf, type FormulaCell } from './sheetFormulas';

/** A sheet that is being edited, as the file has it: read once, looked into at every edit. */
export class SheetState {
  private readonly places = new Map<number, RowPlace>();
  private readonly columnStyles: (column: number) => number;

  constructor(
    readonly sheet: PackageSheet,
    readonly grid: SheetGrid,
    readonly index: SheetIndex,
    readonly formulas: readonly FormulaCell[],
    /** Heading rows of the sheet's tables, whose own parts repeat what stands there. */
    readonly tableHeadings: readonly CellArea[],
    readonly isProtected: boolean,
  ) {
    for (const place of index.rows) if (!this.places.has(place.row)) this.places.set(place.row, place);
    const frame = new SheetFrame(index);
    this.columnStyles = (column) => frame.columnStyle(column);
  }

  /** The cell as the file writes it; undefined where it has none. */
  cellAt(row: number, column: number): CellPlace | undefined {
    const place = this.places.get(row);
    return place && cellsOf(this.index.bytes, place).find((cell) => cell.column === column);
  }

  /** The style of a cell that is there or would be made: its own, else its row's, else its column's. */
  styleAt(row: number, column: number): number {
    const cell = this.cellAt(row, column);
    const own = cell && attributesOf(this.tag(cell.start)).get('s');
    if (own !== undefined) return Number(own) || 0;
    if (cell) return 0;
    const place = this.places.get(row);
    return (place && rowStyle(this.tag(place.start))) ?? this.columnStyles(column);
  }

  private tag(start: number): string {
    const { bytes } = this.index;
    return decoder.decode(bytes.subarray(start, bytes.indexOf(0x3e, start) + 1));
  }
}

const decoder = new TextDecoder();

/** The style a row gives its cells, or undefined where it gives none. */
export function rowStyle(tag: string): number | undefined {
  const attributes = attributesOf(tag);
  const custom = /^(?:1|true|on)$/.test(attributes.get('customFormat') ?? '');
  return custom ? Number(attributes.get('s') ?? 0) || 0 : undefined;
}

/** Reads a sheet for editing. Rejects with a `FileFault`. */
export async function readState(pkg: XlsxPackage, name: string, pace: Pace = {}): Promise<SheetState> {
  const sheet = findWorksheet(pkg, name);
  const grid = await readSheetGrid(pkg, sheet.name, pace);
  if (!grid.ok) throw new FileFault(grid.problems[0]!);
  const isProtected = await isSheetProtected(pkg, sheet.name, pace);
  if (!isProtected.ok) throw new FileFault(isProtected.problems[0]!);
  const index = indexSheet(asUtf8Bytes(await pkg.part(sheet.part), sheet.part));
  const headings: CellArea[] = [];
  for (const part of await tableParts(pkg, sheet)) {
    const text = pkg.has(part) ? asUtf8Text(await pkg.part(part), part) : '';
    const table = text === '' ? null : readTable(part, text);
    if (table?.hasHeadings) headings.push({ ...table.area, bottom: table.area.top });
  }
  return new SheetState(sheet, grid.value, index, formulasOf(index), headings, isProtected.value);
}
