import type { CellArea } from '../../../core/ledger/grid';
import { areaOf, readFormula } from './formulaText';
import type { FormulaCell } from './sheetFormulas';

/** A formula whose cached value no longer holds, since a cell it reads has changed. */
export interface StaleFormula {
  readonly sheet: string;
  readonly cell: FormulaCell;
}

interface Node {
  readonly sheet: string;
  readonly cell: FormulaCell;
  /** Stale already, or overwritten: nothing more can happen to it. */
  settled: boolean;
}

interface Readers {
  /** Those of single cells, by row and column; those of larger areas. */
  readonly cells: Map<number, Node[]>;
  readonly areas: Map<string, { readonly area: CellArea; readonly nodes: Node[] }>;
}

/** Areas of no more cells are looked up cell by cell. */
const SMALL_AREA = 8;
const keyOf = (row: number, column: number): number => row * 16_384 + column;

/**
 * Knows which formulas read which cells. This host does not calculate: so a formula that reads a changed cell has no
 * value until a program that does has opened the file, and what is not known to hold is never shown.
 */
export class StaleCells {
  private readonly readers = new Map<string, Readers>();
  private readonly opaque: Node[] = [];
  private readonly places = new Map<string, Map<number, Node>>();

  addSheet(name: string, formulas: readonly FormulaCell[]): void {
    const shared = new Map<string, FormulaCell>();
    for (const cell of formulas) if (cell.shared !== null && cell.text !== '') shared.set(cell.shared, cell);
    for (const cell of formulas) {
      const node = { sheet: name, cell, settled: false };
      this.place(node);
      const from = cell.text === '' && cell.shared !== null ? shared.get(cell.shared) : cell;
      if (!from || cell.kind === 'dataTable') {
        this.opaque.push(node);
        continue;
      }
      const { references, opaque } = readFormula(from.text);
      if (opaque) this.opaque.push(node);
      for (const reference of references)
        this.addReader(
          reference.sheet ?? name,
          areaOf(reference, cell.row - from.row, cell.column - from.column),
          node,
        );
    }
  }

  /**
   * Takes note that cells were changed; answers the formulas that are stale from now on, those that may read anything
   * among them unless `known` asks for what surely reads these cells.
   */
  edited(
    sheet: string,
    cells: readonly { readonly row: number; readonly column: number }[],
    known = false,
  ): StaleFormula[] {
    for (const { row, column } of cells) {
      const node = this.places.get(key(sheet))?.get(keyOf(row, column));
      // A member of an array stands for the whole of it, which can't be overwritten.
      if (node && node.cell.row === row && node.cell.column === column) node.settled = true;
    }
    const stale: Node[] = [];
    const settle = (nodes: readonly Node[]): void => {
      for (const node of nodes) {
        if (node.settled) continue;
        node.settled = true;
        stale.push(node);
      }
    };
    if (cells.length > 0 && !known) settle(this.opaque.splice(0));
    for (const { row, column } of cells) settle(this.readersOf(sheet, row, column));
    // Grows while it is walked: what reads a stale formula is stale as well.
    for (const { sheet: at, cell } of stale)
      for (const { row, column } of coveredBy(cell)) settle(this.readersOf(at, row, column));
    return stale;
  }

  private readersOf(sheet: string, row: number, column: number): Node[] {
    const readers = this.readers.get(key(sheet));
    if (!readers) return [];
    const found = [...(readers.cells.get(keyOf(row, column)) ?? [])];
    readers.cells.delete(keyOf(row, column));
    for (const [name, { area, nodes }] of readers.areas) {
      if (row < area.top || row > area.bottom || column < area.left || column > area.right) continue;
      found.push(...nodes);
      readers.areas.delete(name);
    }
    return found;
  }

  private place(node: Node): void {
    const places = this.places.get(key(node.sheet)) ?? new Map<number, Node>();
    this.places.set(key(node.sheet), places);
    places.set(keyOf(node.cell.row, node.cell.column), node);
  }

  private addReader(sheet: string, area: CellArea, node: Node): void {
    const readers: Readers = this.readers.get(key(sheet)) ?? { cells: new Map(), areas: new Map() };
    this.readers.set(key(sheet), readers);
    const { top, left, bottom, right } = area;
    if ((bottom - top + 1) * (right - left + 1) <= SMALL_AREA) {
      for (let row = top; row <= bottom; row++)
        for (let column = left; column <= right; column++) {
          const nodes = readers.cells.get(keyOf(row, column));
          if (nodes) nodes.push(node);
          else readers.cells.set(keyOf(row, column), [node]);
        }
      return;
    }
    const name = `${top},${left},${bottom},${right}`;
    const there = readers.areas.get(name);
    if (there) there.nodes.push(node);
    else readers.areas.set(name, { area, nodes: [node] });
  }
}

const key = (sheet: string): string => sheet.toLowerCase();

/** The cells whose values a formula makes. */
export function coveredBy({ kind, row, column, area }: FormulaCell): { row: number; column: number }[] {
  if (area === null || kind === 'plain' || kind === 'shared') return [{ row, column }];
  const cells: { row: number; column: number }[] = [];
  for (let r = area.top; r <= area.bottom; r++)
    for (let c = area.left; c <= area.right; c++) cells.push({ row: r, column: c });
  return cells;
}
