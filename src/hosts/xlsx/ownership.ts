import type { OwnedSheetId } from '../../core/writeplan/plan';
import { sameSheet } from '../../core/writeplan/sheetNames';
import { COLUMNS_MARKER, markedColumn, markedSheet, parseReference } from './marker';
import type { DefinedName } from './xlsxPackage';

type Names = readonly DefinedName[];

/** A defined name as far as markers go; `sheet` is the 0-based position of the sheet it belongs to, or null. */
export interface ScopedName {
  readonly name: string;
  readonly sheet: number | null;
  readonly text: string;
}

/**
 * The 1-based columns we own on a sheet, in the order of the titles they were written for; null for one that was
 * deleted. Null altogether where we own none. The names of single columns count first: of several ledgers in a
 * workbook each has its own, while the range is of the one that was written last.
 */
export function ownColumnsOf(
  names: readonly ScopedName[],
  sheet: string,
  position: number,
): readonly (number | null)[] | null {
  const single: (number | null)[] = [];
  let range: number[] | null = null;
  for (const { name, sheet: scope, text } of names) {
    const area = parseReference(text);
    const here = area !== null && sameSheet(area.sheet, sheet) ? area : null;
    if (name.toLowerCase() === COLUMNS_MARKER && here && (scope === null || scope === position))
      range = Array.from({ length: here.right - here.left + 1 }, (_, i) => here.left + i);
    const order = scope === position ? markedColumn(name) : null;
    if (order !== null) single[order] = here?.left ?? null;
  }
  if (single.some((column) => column !== null && column !== undefined)) return Array.from(single, (c) => c ?? null);
  // All of them deleted one by one is as if there had been none; a range without single names is of another host.
  return single.length > 0 ? null : range;
}

/** The first and last of the columns of a sheet that are ours, 1-based; null where there are none. */
export function ownedColumnsOf(names: Names, sheet: string, position: number): { first: number; last: number } | null {
  const scoped = names.map(({ name, localSheetId, text }) => ({ name, sheet: localSheetId, text }));
  const columns = (ownColumnsOf(scoped, sheet, position) ?? []).filter((column) => column !== null);
  return columns.length === 0 ? null : { first: Math.min(...columns), last: Math.max(...columns) };
}

/** Which of our own sheets a sheet is, by our marker; null for the user's. */
export function ownedSheetOf(names: Names, sheet: string): OwnedSheetId | null {
  for (const { name, localSheetId, text } of names) {
    const id = localSheetId === null ? markedSheet(name) : null;
    if (id === null) continue;
    const area = parseReference(text);
    if (area && sameSheet(area.sheet, sheet)) return id;
  }
  return null;
}
