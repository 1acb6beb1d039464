import type { GridColumn } from '@glideapps/glide-data-grid';
import { columnLetters } from '../../../src/core/ledger/grid';
import { WORKBENCH_WORDS } from '../../../src/text/zh-CN/pane/workbench';
import type { Headings } from '../book/showHeadings';
import { fitHeading } from '../sheet/columnWidths';
import type { SheetView } from '../sheet/sheetView';
import { HIDDEN, OURS } from './gridCell';

export interface ColumnsOf {
  readonly view: SheetView;
  readonly columnCount: number;
  /** What the sheet itself calls them, as far as that is known. */
  readonly headings: Headings;
  /** Widths that a person gave columns, by 1-based column. */
  readonly widths: Readonly<Record<number, number>>;
  /** False where the colours are the system's. */
  readonly isTinted: boolean;
}

/** The columns as the grid draws them: by their letters and, where a check found it, the sheet's own heading. */
export function gridColumns({ view, columnCount, headings, widths, isTinted }: ColumnsOf): GridColumn[] {
  const columns: GridColumn[] = [];
  for (let column = 1; column <= columnCount; column++) {
    const letters = columnLetters(column);
    const isHidden = view.isHiddenColumn(column);
    const width = widths[column] ?? view.width(column);
    const named = isHidden ? WORKBENCH_WORDS.hiddenColumn(letters) : letters;
    columns.push({
      id: letters,
      title: fitHeading(named, headings.get(column) ?? '', width),
      width,
      ...(isTinted ? tint(view, column, isHidden) : {}),
    });
  }
  return columns;
}

function tint(view: SheetView, column: number, isHidden: boolean): Pick<GridColumn, 'themeOverride'> {
  if (isHidden) return { themeOverride: HIDDEN };
  return view.isOurs(column) ? { themeOverride: { bgHeader: OURS.bgCell ?? '' } } : {};
}
