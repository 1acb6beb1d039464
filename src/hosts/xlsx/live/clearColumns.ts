import { address, type CellArea } from '../../../core/ledger/grid';
import { withoutLast } from '../write/areaShrink';
import type { Before } from '../write/before';
import { addPatch, type SheetPatches } from '../write/cellPatch';
import { cellsOf, type CellPlace } from '../write/sheetIndex';
import type { OpenSheet } from '../write/sheetRewrite';
import { shrinkTable, type TablePart } from '../write/tableGrowth';
import { attributesOf } from '../write/xmlText';
import { parseArea } from '../write/areas';

export interface ClearedColumns {
  /** Cells of ours that were taken away. */
  readonly cells: readonly { readonly row: number; readonly column: number }[];
  /** Tables that reach less far now, with their new text. */
  readonly tables: readonly { readonly part: string; readonly text: string }[];
  /** The sheet's own filter as it is now, where it was narrowed. */
  readonly filter: CellArea | null;
}

/**
 * Takes our columns off a sheet: cells, widths, merges, what a filter or table had grown by. Looks that stood there
 * before come back. A formula of ours that cells of the user's lean on stays, and so does the heading of a column in
 * the midst of a table, which could not do without.
 */
export function clearColumns(
  { index, frame }: OpenSheet,
  columns: readonly (number | null)[],
  before: Before | null,
  tables: readonly TablePart[],
  patches: SheetPatches,
): ClearedColumns {
  const own = new Set(columns.filter((column) => column !== null));
  const narrowed = tables.map((table) => ({ table, area: withoutLast(table.area, own) }));
  const headings = new Set(
    narrowed.flatMap(({ area }) =>
      [...own].filter((column) => column >= area.left && column <= area.right).map((column) => `${area.top},${column}`),
    ),
  );
  const blanks = blankStyles(columns, before);
  const cells: { row: number; column: number }[] = [];
  let first = Infinity;
  let last = 0;
  for (const place of index.rows) {
    for (const cell of cellsOf(index.bytes, place)) {
      const at = `${place.row},${cell.column}`;
      if (!own.has(cell.column) || headings.has(at) || isLeanedOn(cell, own)) {
        last = Math.max(last, cell.column);
        continue;
      }
      if (cell.filled) first = Math.min(first, place.row);
      // Above our headings nothing was ever ours.
      if (place.row < first) continue;
      const style = blanks.get(at);
      cells.push({ row: place.row, column: cell.column });
      addPatch(patches, place.row, cell.column, () =>
        style === undefined ? '' : `<${index.prefix}c r="${address(place.row, cell.column)}" s="${style}"/>`,
      );
      if (style !== undefined) last = Math.max(last, cell.column);
    }
  }
  frame.setMerges([], (area) => columnsOf(area).every((column) => own.has(column)));
  frame.restoreColumns(new Map(columns.flatMap((column, i) => (column === null ? [] : [[column, tagOf(before, i)]]))));
  frame.shrinkDimension(last);
  return {
    cells,
    tables: narrowed
      .filter(({ table, area }) => area !== table.area)
      .map(({ table, area }) => ({ part: table.part, text: shrinkTable(table, area.right) })),
    filter: narrowFilter({ index, frame }, own),
  };
}

function narrowFilter({ frame }: OpenSheet, own: ReadonlySet<number>): CellArea | null {
  const filter = frame.filter;
  const area = filter && withoutLast(filter, own);
  if (!area || area === filter) return null;
  frame.shrinkFilter(area);
  return area;
}

const columnsOf = ({ left, right }: CellArea): number[] => Array.from({ length: right - left + 1 }, (_, i) => left + i);

const tagOf = (before: Before | null, order: number): string | null => before?.columns[order]?.tag ?? null;

function blankStyles(columns: readonly (number | null)[], before: Before | null): Map<string, number> {
  const styles = new Map<string, number>();
  columns.forEach((column, i) => {
    for (const [style, from, to] of before?.columns[i]?.blanks ?? [])
      for (let row = from; row <= to && column !== null; row++) styles.set(`${row},${column}`, style);
  });
  return styles;
}

function isLeanedOn(cell: CellPlace, own: ReadonlySet<number>): boolean {
  const area = cell.formula === '' ? null : parseArea(attributesOf(cell.formula).get('ref'));
  return area !== null && columnsOf(area).some((column) => !own.has(column));
}
