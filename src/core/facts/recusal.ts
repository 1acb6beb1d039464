import type { LedgerTable } from '../ledger/table';
import type { RulePack } from '../rules/pack';
import { FactState } from './column';
import { plainName, rosterOf } from './roster';

/** The value of 信访目的 whose cases are kept from whom they complain of. */
export const PURPOSE_ACCUSATION = '检举控告';

/** Fields that name people of the unit who would see the case. */
const PEOPLE_FIELDS = ['caseLeader', 'handler', 'sponsor'] as const;

/**
 * Why a case is kept from a unit (its lists, notices and routing): it or one of its people is complained of, or the case
 * is an accusation and nobody says of whom. Null where the unit may see it.
 */
export function recusalOf(
  { table, pack }: { readonly table: LedgerTable; readonly pack: RulePack },
  index: number,
  unit: string,
): 'accused' | 'accusedUnknown' | null {
  const accused = plainName(table.seen('accused', index));
  if (accused !== '' && isAbout(table, pack, { index, accused, unit })) return 'accused';
  return accused === '' && isAccusation(table, index) ? 'accusedUnknown' : null;
}

/** Whether a case is an accusation: it says so, or whom it complains of. */
export const complains = (table: LedgerTable, index: number): boolean =>
  isAccusation(table, index) || plainName(table.seen('accused', index)) !== '';

function isAccusation(table: LedgerTable, index: number): boolean {
  const purpose = table.field('purpose');
  return (
    purpose?.type === 'enum' && purpose.state[index] === FactState.known && purpose.values[index] === PURPOSE_ACCUSATION
  );
}

function isAbout(
  table: LedgerTable,
  pack: RulePack,
  { index, accused, unit }: { readonly index: number; readonly accused: string; readonly unit: string },
): boolean {
  const roster = rosterOf(pack);
  const own = pack.organisation.units.find(({ name }) => name === unit);
  const names = [unit, ...(own?.aliases ?? [])].map(plainName).filter((name) => name !== '');
  if (names.some((name) => accused.includes(name)) || roster.unit(accused) === unit) return true;
  const people = [
    ...pack.organisation.people
      .filter((person) => person.unit !== undefined && roster.unit(person.unit) === unit)
      .map(({ name }) => name),
    ...PEOPLE_FIELDS.flatMap((field) => {
      const column = table.field(field);
      return column?.type === 'names' ? (column.values[index] ?? []) : [];
    }),
    ...(own?.sponsor === undefined ? [] : [own.sponsor]),
  ];
  return people.map(plainName).some((name) => name.length > 1 && accused.includes(name));
}
