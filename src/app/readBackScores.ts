import { fail, ok, problem, type Result } from '../core/problem';
import type { SheetGrid } from '../core/ledger/grid';
import { enteredScores } from '../core/ledger/readScores';
import { placeScores, type ReadBack } from '../core/reports/sampling/readBack';
import type { LiveWorkbook } from '../ports/liveWorkbook';
import type { Workbook } from '../ports/workbook';
import type { CheckResult } from './checkResult';

/**
 * Fills the scores of a filled-in 抽查清单 into the blank cells of 督查评分, because whoever runs it asks for that; no
 * other cell changes.
 */
export async function readBackScores(
  ledger: LiveWorkbook,
  { checked }: CheckResult,
  sample: Workbook,
): Promise<Result<ReadBack>> {
  const sheets = await sample.sheets();
  if (!sheets.ok) return sheets;
  const grids: SheetGrid[] = [];
  for (const { name } of sheets.value) {
    const grid = await sample.readSheet(name);
    if (grid.ok) grids.push(grid.value);
    else if (!grid.problems.every(({ code }) => code === 'sheet-has-no-cells')) return grid;
  }
  const entered = enteredScores(grids);
  if (entered.length === 0) return fail(problem('read-back-no-scores', { file: sample.name }));
  const placed = placeScores(entered, checked);
  if (!placed) return fail(problem('read-back-no-column', { sheet: checked.table.sheet }));
  if (placed.filled.length === 0) return ok(placed);
  const edited = await ledger.editCells(checked.table.sheet, placed.filled);
  return edited.ok ? ok(placed) : edited;
}
