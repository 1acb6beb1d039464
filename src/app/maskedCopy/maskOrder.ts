import { splitNames } from '../../core/ledger/splitNames';
import { createMasker } from '../../core/masking/masker';
import { namesIn } from '../../core/masking/namesIn';
import { isIdentityNumber } from '../../core/masking/numbers';
import { maskedCell } from '../../core/masking/ledgerMasker';
import { ok, type Result } from '../../core/problem';
import type { RulePack } from '../../core/rules/pack';
import type { Pace } from '../../core/cancel';
import type { MaskOrder } from '../../ports/masking';
import type { Workbook } from '../../ports/workbook';
import { isCompanion } from '../chooseSheet';
import { KEPT_FIELDS, specialCells, type SpecialCells } from './personalColumns';

/** Between several numbers in one cell. */
const SEPARATORS = /[、,，;；/／\n]+/u;

/**
 * What is to be hidden in a copy of a workbook: the personal columns of every sheet whole, hidden sheets and ledgers of
 * other years too, and what they hold wherever it stands. Officials on a list of names that is no ledger stay: they
 * answer for cases, and a copy without them is of no use.
 */
export async function maskOrderFor(workbook: Workbook, pack: RulePack, pace: Pace): Promise<Result<MaskOrder>> {
  const sheets = await workbook.sheets();
  if (!sheets.ok) return sheets;
  const officials = new Set(pack.organisation.people.map(({ name }) => name));
  const special = new Map<string, SpecialCells>();
  const names = new Set<string>();
  const numbers = new Set<string>();
  const addresses = new Set<string>();
  for (const { name, owned } of sheets.value) {
    if (owned !== null || isCompanion(name)) continue;
    const grid = await workbook.readSheet(name, pace);
    if (!grid.ok && grid.problems.every(({ code }) => code === 'sheet-has-no-cells')) continue;
    if (!grid.ok) return grid;
    const found = specialCells(grid.value, pack);
    special.set(name, found);
    for (const { field, text } of found.cells) {
      if (field.personal !== true) continue;
      if (field.type === 'names') {
        for (const one of namesIn(text)) if (found.isLedger || !officials.has(one)) names.add(one);
      } else if (field.id === 'address') addresses.add(text);
      else for (const number of text.split(SEPARATORS)) numbers.add(number);
    }
  }
  const masker = createMasker({ names, numbers, addresses });
  return ok({
    masker,
    cell(sheet, row, column, seen) {
      const found = special.get(sheet);
      const field = found?.fieldOf(row, column) ?? null;
      if (field === null) return null;
      if (KEPT_FIELDS.has(field.id)) return isIdentityNumber(seen.trim()) ? maskedCell(field, seen) : seen;
      if (found?.isLedger !== true && field.type === 'names' && splitNames(seen).every((one) => officials.has(one)))
        return seen.trim() === '' ? null : seen;
      return maskedCell(field, seen);
    },
  });
}
