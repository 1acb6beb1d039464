import type { Speech } from '../core/check/speech';
import type { Pace } from '../core/cancel';
import { findLedger } from '../core/ledger/findLedger';
import type { LedgerTable } from '../core/ledger/table';
import { fail, ok, problem, type Result } from '../core/problem';
import { buildWritePlan } from '../core/writeplan/buildWritePlan';
import type { WritePlan, WriteReport } from '../core/writeplan/plan';
import { rekey, type Rekeyed } from '../core/writeplan/rowKeys';
import type { Workbook } from '../ports/workbook';
import type { CheckResult } from './checkResult';

/** A plan made against the workbook as it stands, to be shown before it is carried out. */
export interface PreparedWrite {
  readonly plan: WritePlan;
  readonly rekeyed: Rekeyed;
  /** What the workbook stood at when it was read for this plan. */
  readonly revision: string;
}

/** What was written, and what became of the rows since the check. */
export interface WrittenResults {
  readonly report: WriteReport;
  readonly rekeyed: Rekeyed;
}

/** So often a plan is made anew when someone keeps editing meanwhile. */
const ATTEMPTS = 3;
/** What a host says that found rows moved while it wrote, and took back what it had written. */
const MOVED = 'sheet-changed-meanwhile';

/**
 * Writes a check's results beside the ledger: reads it again, finds every checked row by its content, plans, writes.
 * Rows that changed since the check are marked, rows that are gone are left out; the user's cells stay as they are.
 */
export async function writeResults(
  workbook: Workbook,
  result: CheckResult,
  speech: Speech,
  pace: Pace = {},
): Promise<Result<WrittenResults>> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const prepared = await prepareWrite(workbook, result, speech, pace);
    if (!prepared.ok) return prepared;
    const { plan, rekeyed, revision } = prepared.value;
    if ((await workbook.revision()) !== revision) continue;
    const written = await workbook.write(plan, pace);
    if (written.ok) return ok({ report: written.value, rekeyed });
    if (attempt === ATTEMPTS || written.problems[0]?.code !== MOVED) return written;
  }
  return fail(problem('ledger-keeps-changing', { sheet: result.checked.table.sheet }));
}

/** Reads the ledger again and plans what a write would do, without touching anything. */
export async function prepareWrite(
  workbook: Workbook,
  result: CheckResult,
  speech: Speech,
  pace: Pace = {},
): Promise<Result<PreparedWrite>> {
  const revision = await workbook.revision();
  const fresh = await readAgain(workbook, result, pace);
  if (!fresh.ok) return fresh;
  const { table, isProtected } = fresh.value;
  const rekeyed = rekey(result.checked.table, table);
  const source = { file: result.file, checked: result.checked, fresh: table, rekeyed, words: speech.plan };
  return ok({ plan: buildWritePlan(source, !isProtected), rekeyed, revision });
}

async function readAgain(
  workbook: Workbook,
  { checked, correction }: CheckResult,
  pace: Pace,
): Promise<Result<{ readonly table: LedgerTable; readonly isProtected: boolean }>> {
  const { sheet } = checked.table;
  const sheets = await workbook.sheets();
  if (!sheets.ok) return sheets;
  const info = sheets.value.find(({ name }) => name === sheet);
  if (!info) return fail(problem('ledger-sheet-gone', { sheet }));
  const grid = await workbook.readSheet(sheet, pace);
  if (!grid.ok) return grid;
  const table = findLedger(grid.value, checked.pack, correction);
  return table.ok ? ok({ table: table.value, isProtected: info.protected }) : table;
}
