import type { EditedCell } from '../../core/ledger/editableSheet';
import { CellKind, type CellArea, type SheetGrid } from '../../core/ledger/grid';
import { ok, type Result } from '../../core/problem';
import { applySetAside } from '../../core/setAside/applySetAside';
import type { Overview } from '../../ports/checker';
import type { CellsChanged } from '../../ports/liveWorkbook';
import { isCompanion } from '../chooseSheet';
import type { Current, Desk } from './desk';
import { checkAgain, paceOf } from './runCheck';

/** Of larger areas (a column, a pasted page) reading the whole sheet costs no more. */
const MOST_CELLS = 20_000;

/** Checks again what a change of cells may have changed; null where it touches nothing of the ledger. */
export async function recheck(desk: Desk, { sheet, area }: CellsChanged): Promise<Result<Overview | null>> {
  const found = desk.needCurrent();
  if (!found.ok) return found;
  const current = found.value;
  if (sheet !== current.view.table.sheet) return (await isOfLedger(desk, sheet)) ? checkAgain(desk) : ok(null);
  if (area === null || cellsIn(area) > MOST_CELLS) return checkAgain(desk);
  const grid = await desk.workbook.readArea(sheet, area);
  return grid.ok ? applyEdits(desk, current, editedCells(grid.value, area)) : grid;
}

async function applyEdits(
  desk: Desk,
  current: Current,
  cells: readonly EditedCell[],
): Promise<Result<Overview | null>> {
  const { open } = current;
  const applied = await open.session.applyEdits(desk.nextReading(), { cells }, paceOf(desk));
  if (!applied.ok) return applied;
  const { checked: bare, rows, wholeTable } = applied.value;
  if (!wholeTable && rows.length === 0) return ok(null);
  const { own, entries } = open.result.setAside;
  const { checked, ...setAside } = applySetAside(bare, own);
  const result = { ...open.result, checked, setAside: { entries, own, ...setAside } };
  // Cases of another table have other indices: then nothing of the view before can be taken over.
  return ok(
    wholeTable ? desk.show({ ...open, result }, current.order, current.pack) : desk.showAgain(current, result, rows),
  );
}

/** Whether a sheet beside the ledger adds to its check: a roster, the holidays, what people set aside. */
async function isOfLedger(desk: Desk, sheet: string): Promise<boolean> {
  if (isCompanion(sheet)) return true;
  const sheets = await desk.workbook.sheets();
  return sheets.ok && sheets.value.some(({ name, owned }) => name === sheet && owned === 'setAside');
}

const cellsIn = ({ top, left, bottom, right }: CellArea): number => (bottom - top + 1) * (right - left + 1);

/** Every cell of an area as the host reads it now; what the grid does not hold is blank. */
function editedCells(grid: SheetGrid, area: CellArea): readonly EditedCell[] {
  const cells: EditedCell[] = [];
  const positions = new Map<number, number>();
  grid.rows.forEach((row, at) => positions.set(row, at));
  const columns = new Map(grid.columns.map((column) => [column.column, column]));
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) {
      const raw = columns.get(column);
      const at = positions.get(row);
      const kind = (at === undefined ? undefined : raw?.kinds[at]) as CellKind | undefined;
      if (raw === undefined || at === undefined || kind === undefined || kind === CellKind.blank) {
        cells.push({ row, column, kind: CellKind.blank });
        continue;
      }
      const number = raw.numbers[at] ?? 0;
      const hasText = kind === CellKind.text || kind === CellKind.error;
      const format = raw.styles === null ? undefined : grid.formats[raw.styles[at] ?? 0];
      cells.push({
        row,
        column,
        kind,
        ...(hasText ? { text: grid.strings[number] ?? '' } : { number }),
        ...(format === undefined ? {} : { format }),
      });
    }
  }
  return cells;
}
