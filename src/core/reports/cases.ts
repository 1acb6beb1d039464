import { recusalOf } from '../facts/recusal';
import { rosterOf } from '../facts/roster';
import type { CheckedLedger } from '../check/checkedLedger';
import type { CaseRef, ReportSources } from './report';

/** What a text of the ledger is, on one line and cut to what a printed cell holds. */
export function shortText(text: string, most: number): string {
  const letters = [...text.replace(/\s+/g, ' ').trim()];
  return letters.length <= most ? letters.join('') : `${letters.slice(0, most - 1).join('')}…`;
}

/** 编号, else 序号. */
export const numberOf = ({ ledger: { checked }, index }: CaseRef): string =>
  (checked.table.seen('caseNo', index) || checked.table.seen('serial', index)).trim();

/** What a case is about: its title, else its content. */
export const matterOf = ({ ledger: { checked }, index }: CaseRef): string =>
  checked.table.seen('title', index).trim() || checked.table.seen('content', index).trim();

export const leadersOf = ({ ledger: { checked }, index }: CaseRef): string => checked.caseLeaders(index).join('、');

/** The units that answer for a case, those left out that name none in particular; several where none of them leads. */
export function unitsOf({ ledger: { checked }, index }: CaseRef): readonly string[] {
  const lead = checked.fact('leadUnit', index);
  const named = typeof lead === 'string' ? [lead] : checked.units(index);
  const roster = rosterOf(checked.pack);
  return named.filter((unit) => !roster.isVague(unit));
}

/** Whether a case is kept from a unit: it, or one of its people, is complained of. */
export const isKeptFrom = ({ ledger: { checked }, index }: CaseRef, unit: string): boolean =>
  recusalOf(checked, index, unit) !== null;

/** Whether it is kept from any of its units, or is an accusation without a unit. */
export const isKept = (one: CaseRef): boolean => {
  const units = unitsOf(one);
  return (units.length > 0 ? units : ['']).some((unit) => isKeptFrom(one, unit));
};

/** Cases by unit, in the order of the roster, then by name; each under every unit that answers for it. */
export function byUnit(cases: readonly CaseRef[]): readonly (readonly [string, readonly CaseRef[]])[] {
  const groups = new Map<string, CaseRef[]>();
  for (const one of cases)
    for (const unit of unitsOf(one)) {
      const group = groups.get(unit) ?? [];
      groups.set(unit, group);
      group.push(one);
    }
  const first = cases[0]?.ledger.checked;
  return [...groups].sort(([a], [b]) => (first ? compareUnits(first, a, b) : 0));
}

/** The roster's order; those that are not on it by name, after it. */
export function compareUnits({ pack }: CheckedLedger, a: string, b: string): number {
  const units = pack.organisation.units.map(({ name }) => name);
  const rank = (name: string): number => (units.includes(name) ? units.indexOf(name) : units.length);
  return rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0);
}

/** The same for what may have no unit: it comes last. */
export function compareUnitsOrNone(checked: CheckedLedger | undefined, a: string, b: string): number {
  if (a === '' || b === '') return a === b ? 0 : a === '' ? 1 : -1;
  return checked ? compareUnits(checked, a, b) : 0;
}

/** The leader in charge of a unit, by the roster; '' where it does not say. */
export const sponsorOf = ({ pack }: CheckedLedger, unit: string): string =>
  pack.organisation.units.find(({ name }) => name === unit)?.sponsor ?? '';

/** By the day they are due, the earliest first, those without one last; then by number. */
export function byDue(a: CaseRef, b: CaseRef): number {
  const due = (one: CaseRef): number => one.ledger.checked.dueOn(one.index) ?? Infinity;
  const [x, y] = [due(a), due(b)];
  return x === y ? (numberOf(a) < numberOf(b) ? -1 : numberOf(a) > numberOf(b) ? 1 : 0) : x - y;
}

/** What a ledger is called on paper: its file, without the ending that only machines need. */
export const ledgerName = (file: string): string => file.replace(/\.xls[xm]?$/iu, '');

/** Whether rows have to say which ledger they are of. */
export const isSeveral = ({ ledgers }: ReportSources): boolean => ledgers.length > 1;
