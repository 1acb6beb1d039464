import { ymd } from '../core/dates/civil';
import type { Companions } from '../core/ledger/readCompanions';
import type { CalendarData, Organisation, RulePack } from '../core/rules/pack';

/**
 * A pack with what a workbook's own sheets add to it: units and people of the same name are replaced, others join;
 * days of 节假日 stand before the pack's, and make their year a covered one.
 */
export function packForWorkbook(pack: RulePack, companions: Companions): RulePack {
  if (companions.units === null && companions.people === null && companions.calendar === null) return pack;
  return {
    ...pack,
    organisation: mergeOrganisation(pack.organisation, companions),
    calendar: companions.calendar === null ? pack.calendar : mergeCalendar(pack.calendar, companions.calendar),
  };
}

function mergeOrganisation(own: Organisation, { units, people }: Companions): Organisation {
  return { ...own, units: mergeByName(own.units, units ?? []), people: mergeByName(own.people, people ?? []) };
}

/** The pack's entries whose name the workbook does not know, then all of the workbook's. */
function mergeByName<T extends { readonly name: string }>(own: readonly T[], added: readonly T[]): readonly T[] {
  const names = new Set(added.map(({ name }) => name));
  return [...own.filter(({ name }) => !names.has(name)), ...added];
}

function mergeCalendar(own: CalendarData, added: CalendarData): CalendarData {
  const off = new Map(own.off);
  const work = new Map(own.work);
  for (const [day, name] of added.off) {
    off.set(day, name);
    work.delete(day);
  }
  for (const [day, name] of added.work) {
    work.set(day, name);
    off.delete(day);
  }
  const years = new Set([...own.years, ...added.years]);
  for (const day of [...added.off.keys(), ...added.work.keys()]) years.add(ymd(day).year);
  return { years, off, work };
}
