import type { OwnedSheetId } from '../../core/writeplan/plan';
import { COLUMNS_MARKER, markedSheet, parseReference } from './marker';
import type { DefinedName } from './xlsxPackage';

type Names = readonly DefinedName[];

/** The columns of a sheet that our marker names, 1-based; null where there are none or their cells were deleted. */
export function ownedColumnsOf(names: Names, sheet: string): { first: number; last: number } | null {
  for (const { name, localSheetId, text } of names) {
    if (localSheetId !== null || name.toLowerCase() !== COLUMNS_MARKER) continue;
    const area = parseReference(text);
    if (area && sameSheet(area.sheet, sheet)) return { first: area.left, last: area.right };
  }
  return null;
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

/** Excel compares the names of sheets without case. */
const sameSheet = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
