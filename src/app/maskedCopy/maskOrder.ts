import { splitNames } from '../../core/ledger/splitNames';
import { accusedNames } from '../../core/masking/accused';
import { createMasker, type Masker } from '../../core/masking/masker';
import { namesIn } from '../../core/masking/namesIn';
import { isIdentityNumber } from '../../core/masking/numbers';
import { maskedCell, OFFICIAL_FIELDS, surelyTold } from '../../core/masking/ledgerMasker';
import { ok, type Result } from '../../core/problem';
import type { FieldDefinition, RulePack } from '../../core/rules/pack';
import type { Pace } from '../../core/cancel';
import type { MaskOrder } from '../../ports/masking';
import type { Workbook } from '../../ports/workbook';
import { isCompanion } from '../chooseSheet';
import { KEPT_FIELDS, specialCells, type SpecialCells } from './personalColumns';

/** Between several numbers in one cell. */
const SEPARATORS = /[、,，;；/／\n]+/u;

/** Whom and what the cells of a workbook name. */
interface Named {
  readonly names: Set<string>;
  readonly numbers: Set<string>;
  readonly addresses: Set<string>;
  readonly officials: Set<string>;
  readonly caseNumbers: Set<string>;
}

/**
 * What is to be hidden in a copy of a workbook: the personal columns of every sheet whole, hidden sheets and ledgers of
 * other years too, and what they hold wherever it stands; people whom a text tells of. Officials on a list of names that
 * is no ledger stay: they answer for cases, and a copy without them is of no use.
 */
export async function maskOrderFor(workbook: Workbook, pack: RulePack, pace: Pace): Promise<Result<MaskOrder>> {
  const sheets = await workbook.sheets();
  if (!sheets.ok) return sheets;
  const roster = new Set(pack.organisation.people.map(({ name }) => name));
  const special = new Map<string, SpecialCells>();
  const named: Named = {
    names: new Set(),
    numbers: new Set(),
    addresses: new Set(),
    officials: new Set(roster),
    caseNumbers: new Set(),
  };
  const told = new Set<string>();
  const accused = new Map<string, Map<number, readonly string[]>>();
  for (const { name, owned } of sheets.value) {
    if (owned !== null) continue;
    const grid = await workbook.readSheet(name, pace);
    if (!grid.ok && grid.problems.every(({ code }) => code === 'sheet-has-no-cells')) continue;
    if (!grid.ok) return grid;
    for (const text of grid.value.strings) for (const one of surelyTold(text)) told.add(one);
    if (isCompanion(name)) continue;
    const found = specialCells(grid.value, pack);
    special.set(name, found);
    const rows = new Map<number, readonly string[]>();
    accused.set(name, rows);
    for (const { field, text, row } of found.cells) {
      take(field, text, found, named, roster);
      if (field.id === 'accused') rows.set(row, accusedNames(text));
    }
  }
  for (const one of told) if (!named.officials.has(one)) named.names.add(one);
  const masker = createMasker(named);
  const byRow = maskersOfRows(accused, named.officials);
  return ok({
    masker,
    cell(sheet, row, column, seen) {
      const found = special.get(sheet);
      const field = found?.fieldOf(row, column) ?? null;
      if (field === null) return byRow(sheet, row)?.mask(seen, masker) ?? null;
      if (OFFICIAL_FIELDS.has(field.id)) return null;
      // A case's number is a text like any other, in which the masker knows numbers of cases.
      if (KEPT_FIELDS.has(field.id)) return isIdentityNumber(seen.trim()) ? maskedCell(field, seen) : null;
      if (found?.isLedger !== true && field.type === 'names' && splitNames(seen).every((one) => roster.has(one)))
        return seen.trim() === '' ? null : seen;
      return maskedCell(field, seen);
    },
  });
}

function take(
  field: FieldDefinition,
  text: string,
  { isLedger }: SpecialCells,
  { names, numbers, addresses, officials, caseNumbers }: Named,
  roster: ReadonlySet<string>,
): void {
  if (KEPT_FIELDS.has(field.id)) caseNumbers.add(text.trim());
  else if (OFFICIAL_FIELDS.has(field.id)) {
    if (isLedger) for (const one of splitNames(text)) officials.add(one);
  } else if (field.id === 'accused') {
    // Who answers for cases is named in the texts of others; in this one's nowhere.
    for (const one of accusedNames(text)) if (!roster.has(one) && !officials.has(one)) names.add(one);
  } else if (field.type === 'names') {
    for (const one of namesIn(text)) if (isLedger || !roster.has(one)) names.add(one);
  } else if (field.id === 'address') addresses.add(text);
  else for (const number of text.split(SEPARATORS)) numbers.add(number);
}

/** Hides an official in the texts of the very case that complains of them. */
function maskersOfRows(
  accused: ReadonlyMap<string, ReadonlyMap<number, readonly string[]>>,
  officials: ReadonlySet<string>,
): (sheet: string, row: number) => { mask(seen: string, all: Masker): string | null } | null {
  return (sheet, row) => {
    const names =
      accused
        .get(sheet)
        ?.get(row)
        ?.filter((name) => officials.has(name)) ?? [];
    if (names.length === 0) return null;
    return {
      mask(seen, all) {
        const own = createMasker({ names }).mask(seen);
        return own === seen ? null : all.mask(own);
      },
    };
  };
}
