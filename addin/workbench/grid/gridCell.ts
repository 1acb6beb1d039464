import { GridCellKind, type GridCell, type Theme } from '@glideapps/glide-data-grid';
import type { SheetView } from '../sheet/sheetView';

/** Colours of what is not plainly the user's own: ours, carried on under a merge, hidden in the file. */
export const OURS: Partial<Theme> = { bgCell: '#eff6fc' };
const CARRIED: Partial<Theme> = { textDark: '#797775', bgCell: '#faf9f8' };
export const HIDDEN: Partial<Theme> = { textDark: '#605e5c', textLight: '#a19f9d', bgCell: '#f3f2f1' };

/**
 * What the grid draws for a cell (0-based); nothing is edited by the grid itself.
 * @param isTinted false where the colours are the system's
 */
export function gridCell(view: SheetView, [atColumn, atRow]: readonly [number, number], isTinted: boolean): GridCell {
  const [row, column] = [atRow + 1, atColumn + 1];
  const { text, align, merge, covered } = view.shown(row, column);
  const isWide = merge !== null && merge.right > merge.left;
  const isCarried = covered && !(isWide && row === merge.top);
  return {
    kind: GridCellKind.Text,
    allowOverlay: false,
    data: text,
    displayData: inOneLine(text),
    contentAlign: isWide && merge.right - merge.left < 5 ? 'center' : align,
    ...(isTinted && isCarried
      ? { themeOverride: CARRIED }
      : isTinted && view.isOurs(column)
        ? { themeOverride: OURS }
        : {}),
    ...(isWide ? { span: [merge.left - 1, Math.min(merge.right, view.columnCount) - 1] as const } : {}),
  };
}

/** A row is one line high: lines of a cell are joined, as headings are meant to be read. */
const inOneLine = (text: string): string =>
  text.includes('\n')
    ? text.replace(/(?<=[\u2e80-\uffef])\s*\n\s*(?=[\u2e80-\uffef])/g, '').replace(/\s*\n\s*/g, ' ')
    : text;
