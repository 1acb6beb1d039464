import { firstIndexFrom } from '../../../core/ledger/cells';
import { CellKind, type RawColumn, type SheetGrid } from '../../../core/ledger/grid';

/** A cell as it reads now, over what the file holds. */
export interface OverlaidCell {
  readonly kind: CellKind;
  readonly number: number;
  readonly text: string;
  /** Index of the cell's style; null leaves the one that the grid has. */
  readonly style: number | null;
}

/** Cells by row, then by column, both 1-based. */
export type Overlay = Map<number, Map<number, OverlaidCell>>;

type OwnColumn = RawColumn & { readonly styles: Uint16Array };

/** The grid with cells laid over it, by arrays of its own; rows that came to hold something are added, emptied ones go. */
export function overlaid(grid: SheetGrid, overlay: Overlay): SheetGrid {
  const rows = rowsWith(grid, overlay);
  const columns = new Map<number, OwnColumn>();
  for (const column of grid.columns) columns.set(column.column, spread(grid, column, rows));
  const strings = [...grid.strings];
  for (const [row, cells] of overlay) {
    const at = firstOf(rows, row);
    for (const [number, cell] of cells) {
      const column = columns.get(number) ?? (cell.kind === CellKind.blank ? null : emptyColumn(number, rows.length));
      if (!column) continue;
      columns.set(number, column);
      column.kinds[at] = cell.kind;
      column.numbers[at] =
        cell.kind === CellKind.text || cell.kind === CellKind.error ? strings.push(cell.text) - 1 : cell.number;
      if (cell.kind === CellKind.blank) column.styles[at] = 0;
      else if (cell.style !== null) column.styles[at] = cell.style;
    }
  }
  return withoutBlanks({ ...grid, rows, strings, columns: [...columns.values()] }, overlay);
}

function rowsWith(grid: SheetGrid, overlay: Overlay): Int32Array {
  const fresh = [...overlay.keys()].filter((row) => grid.rows[firstIndexFrom(grid, row)] !== row);
  if (fresh.length === 0) return grid.rows.slice();
  return Int32Array.from([...grid.rows, ...fresh]).sort();
}

function firstOf(rows: Int32Array, row: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (rows[middle]! < row) low = middle + 1;
    else high = middle;
  }
  return low;
}

function spread(grid: SheetGrid, column: RawColumn, rows: Int32Array): OwnColumn {
  const own = emptyColumn(column.column, rows.length);
  if (rows.length === grid.rows.length) {
    own.kinds.set(column.kinds);
    own.numbers.set(column.numbers);
    if (column.styles) own.styles.set(column.styles);
    return own;
  }
  let at = 0;
  for (let i = 0; i < column.kinds.length; i++) {
    while (rows[at] !== grid.rows[i]) at++;
    own.kinds[at] = column.kinds[i]!;
    own.numbers[at] = column.numbers[i]!;
    own.styles[at] = column.styles?.[i] ?? 0;
  }
  return own;
}

const emptyColumn = (column: number, length: number): OwnColumn => ({
  column,
  kinds: new Uint8Array(length),
  numbers: new Float64Array(length),
  styles: new Uint16Array(length),
});

/** Rows and columns that hold nothing any more are not in a grid. */
function withoutBlanks(
  grid: Omit<SheetGrid, 'columns'> & { readonly columns: readonly OwnColumn[] },
  overlay: Overlay,
): SheetGrid {
  const isBlank = (kind: number | undefined): boolean => (kind ?? CellKind.blank) === CellKind.blank;
  const columns = grid.columns.filter((column) => !column.kinds.every(isBlank)).sort((a, b) => a.column - b.column);
  const emptied = new Set<number>();
  for (const row of overlay.keys()) {
    const at = firstOf(grid.rows, row);
    if (columns.every((column) => isBlank(column.kinds[at]))) emptied.add(at);
  }
  if (emptied.size === 0) return { ...grid, columns };
  const kept = (_: number, at: number): boolean => !emptied.has(at);
  return {
    ...grid,
    rows: grid.rows.filter(kept),
    columns: columns.map(({ column, kinds, numbers, styles }) => ({
      column,
      kinds: kinds.filter(kept),
      numbers: numbers.filter(kept),
      styles: styles.filter(kept),
    })),
  };
}
