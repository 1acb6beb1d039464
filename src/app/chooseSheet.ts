import { ADJUSTMENT_SHEET } from '../core/ledger/readAdjustments';
import { COMPANION_SHEETS } from '../core/ledger/readCompanions';
import { INSPECTOR_SHEET } from '../core/ledger/readInspectors';
import { headerScore } from '../core/ledger/findLedger';
import type { SheetGrid } from '../core/ledger/grid';
import { nearest } from '../core/nearest';
import { fail, ok, problem, type Result } from '../core/problem';
import type { RulePack } from '../core/rules/pack';
import type { Pace } from '../core/cancel';
import type { SheetInfo, Workbook } from '../ports/workbook';

const COMPANIONS: ReadonlySet<string> = new Set([...COMPANION_SHEETS, ADJUSTMENT_SHEET, INSPECTOR_SHEET]);

/** Whether a sheet adds to the rules (机构名册, 节假日 …) to scores (人工调整) or to samples (社会督查员) instead of being a ledger. */
export const isCompanion = (name: string): boolean => COMPANIONS.has(name.trim());

/** What tells the ledger's sheet from others. */
export interface Wanted {
  /** The sheet that a person named; null to look for it. */
  readonly named: string | null;
  /** Sheets on which a person said where the header stands. */
  readonly withHeader: ReadonlySet<string>;
  readonly pack: RulePack;
}

/**
 * The sheet that holds the ledger: the named one, else the active one if a header is found on it, else the one whose
 * header scores best; among equals visible sheets and then the order of the workbook decide.
 */
export async function chooseSheet(
  workbook: Workbook,
  sheets: readonly SheetInfo[],
  { named, withHeader, pack }: Wanted,
  pace: Pace,
): Promise<Result<SheetGrid>> {
  if (named !== null) return readNamed(workbook, sheets, named, pace);
  const candidates = sheets.filter(({ owned, name }) => owned === null && !isCompanion(name));
  const active = candidates.find((sheet) => sheet.active);
  const others = candidates.filter((sheet) => sheet !== active);
  let best: { readonly grid: SheetGrid; readonly score: number } | null = null;
  const order = [...(active ? [active] : []), ...others.filter((s) => s.visible), ...others.filter((s) => !s.visible)];
  for (const sheet of order) {
    const read = await workbook.readSheet(sheet.name, pace);
    // A chart sheet holds no cells: no ledger, but no obstacle either.
    if (!read.ok && read.problems.every(({ code }) => code === 'sheet-has-no-cells')) continue;
    if (!read.ok) return read;
    const score = withHeader.has(sheet.name) ? Infinity : headerScore(read.value, pack);
    if (score <= 0) continue;
    if (sheet === active) return read;
    if (best === null || score > best.score) best = { grid: read.value, score };
  }
  if (best !== null) return ok(best.grid);
  const [only, ...more] = order;
  if (!only) return fail(problem('no-sheets', { file: workbook.name }));
  // With one candidate its own problem (empty, no header) says more; loading it will tell.
  if (more.length === 0) return workbook.readSheet(only.name, pace);
  return fail(problem('no-ledger-found', { file: workbook.name, sheets: order.map(({ name }) => name) }));
}

async function readNamed(
  workbook: Workbook,
  sheets: readonly SheetInfo[],
  named: string,
  pace: Pace,
): Promise<Result<SheetGrid>> {
  // Excel's sheet names are the same in any case.
  const wanted = named.trim().toLowerCase();
  const sheet =
    sheets.find(({ name }) => name === named) ?? sheets.find(({ name }) => name.trim().toLowerCase() === wanted);
  if (!sheet) {
    const names = sheets.filter(({ owned }) => owned === null).map(({ name }) => name);
    const near = nearest(named, names) ?? names[0] ?? '';
    return fail(problem('sheet-not-found', { file: workbook.name, sheet: named, nearest: near, sheets: names }));
  }
  if (sheet.owned !== null) return fail(problem('sheet-is-ours', { sheet: sheet.name }));
  return workbook.readSheet(sheet.name, pace);
}
