import type { CellArea } from '../../core/ledger/grid';
import {
  COLUMNS_MARKER,
  markedColumn,
  markedSheet,
  parseReference,
  type SheetReference,
} from '../../core/writeplan/markers';
import type { OwnedSheetId } from '../../core/writeplan/plan';
import { sameSheet } from '../../core/writeplan/sheetNames';
import type { Context, Sheet } from './office';
import type { ExcelSession } from './session';

/** A defined name as far as markers need it; `refers` is '' where it refers to no single area. */
export interface NameEntry {
  readonly name: string;
  readonly refers: string;
  readonly comment: string;
  readonly visible: boolean;
}

/** Names of the workbook and, where a sheet was asked for, of that sheet alone. */
export interface LoadedNames {
  readonly workbook: readonly NameEntry[];
  readonly sheet: readonly NameEntry[];
}

type Names = Excel.NamedItemCollection;

/** Asks for a collection of names; the entries can be had after the next sync. */
export function askNames(session: ExcelSession, names: Names): () => readonly NameEntry[] {
  const formula = session.has('1.7');
  const comment = session.has('1.4');
  names.load(`items/name,items/visible,items/${formula ? 'formula' : 'value'}${comment ? ',items/comment' : ''}`);
  return () =>
    names.items.map((item) => {
      const text: unknown = formula ? item.formula : item.value;
      return {
        name: item.name,
        refers: typeof text === 'string' ? text.replace(/^=/, '') : '',
        comment: comment ? (item.comment ?? '') : '',
        visible: item.visible,
      };
    });
}

/** Asks for the names that can hold markers; below ExcelApi 1.4 a sheet's own names can't be asked for. */
export function askMarkers(session: ExcelSession, context: Context, sheet: Sheet | null): () => LoadedNames {
  const workbook = askNames(session, context.workbook.names);
  const own = sheet && session.has('1.4') ? askNames(session, sheet.names) : () => [];
  return () => ({ workbook: workbook(), sheet: sheet?.isNullObject === true ? [] : own() });
}

/**
 * The 1-based columns we own on a sheet, in the order of the titles they were written for; null for one that was
 * deleted. Null altogether where we own none.
 */
export function markedColumns(names: LoadedNames, sheet: string): readonly (number | null)[] | null {
  const single: (number | null)[] = [];
  for (const { name, refers } of names.sheet) {
    const order = markedColumn(name);
    if (order !== null) single[order] = onSheet(refers, sheet)?.left ?? null;
  }
  if (single.some((column) => typeof column === 'number')) return Array.from(single, (column) => column ?? null);
  if (single.length > 0) return null;
  const range = names.workbook.find(({ name }) => name.toLowerCase() === COLUMNS_MARKER);
  const area = range && onSheet(range.refers, sheet);
  return area ? Array.from({ length: area.right - area.left + 1 }, (_, i) => area.left + i) : null;
}

/** First and last of the columns we own on a sheet; null for none. */
export function ownedColumns(names: LoadedNames, sheet: string): { first: number; last: number } | null {
  const columns = (markedColumns(names, sheet) ?? []).filter((column) => column !== null);
  return columns.length === 0 ? null : { first: Math.min(...columns), last: Math.max(...columns) };
}

/** Which of our own sheets a sheet is, by our marker; null for the user's. */
export function ownedSheet(names: readonly NameEntry[], sheet: string): OwnedSheetId | null {
  for (const { name, refers } of names) {
    const id = markedSheet(name);
    if (id !== null && onSheet(refers, sheet)) return id;
  }
  return null;
}

function onSheet(refers: string, sheet: string): SheetReference | null {
  const area = parseReference(refers);
  return area && sameSheet(area.sheet, sheet) ? area : null;
}

/** Whether an area lies in these columns altogether. */
export const inColumns = (area: CellArea, owned: { readonly first: number; readonly last: number }): boolean =>
  area.left >= owned.first && area.right <= owned.last;
