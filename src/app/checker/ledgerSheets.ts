import { ok, type Result } from '../../core/problem';
import { isCompanion } from '../chooseSheet';
import type { Desk } from './desk';

/** Names of the sheets that may hold a ledger, in the order of the workbook. */
export async function ledgerSheets({ workbook }: Desk): Promise<Result<readonly string[]>> {
  const sheets = await workbook.sheets();
  if (!sheets.ok) return sheets;
  return ok(sheets.value.filter(({ name, owned }) => owned === null && !isCompanion(name)).map(({ name }) => name));
}
