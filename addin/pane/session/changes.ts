import type { CellArea } from '../../../src/core/ledger/grid';
import type { CellsChanged } from '../../../src/ports/liveWorkbook';

/** Areas apart from each other are read as one where that is not much more than both. */
const MOST_CELLS_MORE = 2000;

/** Adds a change to those that wait: one on the same sheet is widened where that reads little more. */
export function mergeChange(waiting: readonly CellsChanged[], change: CellsChanged): readonly CellsChanged[] {
  const last = waiting[waiting.length - 1];
  if (last === undefined || last.sheet !== change.sheet) return [...waiting, change];
  if (last.area === null || change.area === null) return [...waiting.slice(0, -1), { sheet: change.sheet, area: null }];
  const area = around(last.area, change.area);
  if (cells(area) > cells(last.area) + cells(change.area) + MOST_CELLS_MORE) return [...waiting, change];
  return [...waiting.slice(0, -1), { sheet: change.sheet, area }];
}

const around = (a: CellArea, b: CellArea): CellArea => ({
  top: Math.min(a.top, b.top),
  left: Math.min(a.left, b.left),
  bottom: Math.max(a.bottom, b.bottom),
  right: Math.max(a.right, b.right),
});

const cells = ({ top, left, bottom, right }: CellArea): number => (bottom - top + 1) * (right - left + 1);
