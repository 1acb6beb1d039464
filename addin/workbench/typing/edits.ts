import type { CellArea } from '../../../src/core/ledger/grid';
import type { CellEdit } from '../../../src/ports/liveWorkbook';
import type { SheetView } from '../sheet/sheetView';
import type { Block } from './blockText';
import { readTyped } from './typedValue';

/** An edit, and the text to write instead where a serial was meant and the cell shows no dates. */
export interface TypedEdit extends CellEdit {
  readonly ifNoDate: string | null;
}

/** Edits that a person makes in one go, and the areas they did it in. */
export interface EditGroup {
  readonly areas: readonly CellArea[];
  readonly edits: readonly TypedEdit[];
}

/** One cell typed into. */
export function typeInto(view: SheetView, row: number, column: number, text: string): EditGroup {
  return { areas: [{ top: row, left: column, bottom: row, right: column }], edits: [edit(view, row, column, text)] };
}

/**
 * A block put where the selection begins; a single cell fills the whole selection. What is blank in the block clears,
 * but under a merge, where a copied merge is blank too, it is passed over.
 */
export function pasteInto(view: SheetView, selected: CellArea, block: Block): EditGroup {
  const [only] = block.length === 1 && block[0]?.length === 1 ? block[0] : [undefined];
  const width = Math.max(0, ...block.map((row) => row.length));
  if (width === 0) return { areas: [], edits: [] };
  const { top, left } = selected;
  const area = only === undefined ? { top, left, bottom: top + block.length - 1, right: left + width - 1 } : selected;
  const edits: TypedEdit[] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) {
      const text = only ?? block[row - top]?.[column - left] ?? '';
      if (view.isCovered(row, column) && (only !== undefined || text === '')) continue;
      if (text !== '' || !view.isBlank(row, column)) edits.push(edit(view, row, column, text));
    }
  }
  return { areas: [area], edits };
}

/** Everything in these areas taken away. */
export function clearAreas(view: SheetView, areas: readonly CellArea[]): EditGroup {
  const edits: TypedEdit[] = [];
  const inside = areas.map((area) => ({
    ...area,
    bottom: Math.min(area.bottom, view.rowCount),
    right: Math.min(area.right, view.columnCount),
  }));
  for (const { top, left, bottom, right } of inside)
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++)
        if (!view.isBlank(row, column) && !view.isCovered(row, column))
          edits.push({ row, column, value: null, ifNoDate: null });
  return { areas: edits.length > 0 ? inside : [], edits };
}

/** The texts of an area as they are copied: a merged value once, where it stands. */
export function blockOf(view: SheetView, { top, left, bottom, right }: CellArea): Block {
  const rows: string[][] = [];
  for (let row = top; row <= Math.min(bottom, view.rowCount); row++) {
    const cells: string[] = [];
    for (let column = left; column <= Math.min(right, view.columnCount); column++) cells.push(view.text(row, column));
    rows.push(cells);
  }
  return rows;
}

const edit = (view: SheetView, row: number, column: number, text: string): TypedEdit => ({
  row,
  column,
  ...readTyped(text, view.into(row, column)),
});
