import type { CheckedLedger } from '../check/checkedLedger';
import { recusalOf } from '../facts/recusal';
import { plainName, rosterOf } from '../facts/roster';
import type { RulePack } from '../rules/pack';
import { casesOfPeriod, type Period } from './period';
import type { SubjectKind } from './scheme';

/** A checked ledger and what a person calls its file. */
export interface ScoredLedger {
  readonly file: string;
  readonly checked: CheckedLedger;
}

/** A case of one of several ledgers. */
export interface CaseRef {
  readonly ledger: number;
  readonly index: number;
}

/** Whom cases are charged to. */
export interface Subject {
  readonly name: string;
  /** 组别 of a unit on the roster; '' for people and for units without one. */
  readonly group: string;
  readonly cases: readonly CaseRef[];
  /** How many cases the unit helps with; they are charged to who leads them. */
  readonly shared: number;
}

export interface Grouped {
  readonly subjects: readonly Subject[];
  /** Cases whose unit can't be told: charged to nobody. */
  readonly unassigned: readonly CaseRef[];
  /** Cases kept from the unit they complain of: they count for nobody whose list it could be seen on. */
  readonly recused: readonly CaseRef[];
  /** All others, for an indicator that one unit answers for. */
  readonly cases: readonly CaseRef[];
  /** Units of the roster without a case. */
  readonly without: readonly string[];
}

/** Sorts the cases of a period by whom they are charged to. */
export function groupCases(ledgers: readonly ScoredLedger[], by: SubjectKind, period: Period): Grouped {
  const cases = new Map<string, CaseRef[]>();
  const shared = new Map<string, number>();
  const unassigned: CaseRef[] = [];
  const recused: CaseRef[] = [];
  const all: CaseRef[] = [];
  ledgers.forEach(({ checked }, ledger) => {
    const isIn = casesOfPeriod(checked, period);
    const who = whoAnswers(checked, by);
    const isKept = recusals(checked);
    const unitOf = unitsLeading(checked);
    const helpers = by === 'unit' ? unitsHelping(checked) : null;
    for (let index = 0; index < checked.table.count; index++) {
      if (!isIn(index)) continue;
      const ref = { ledger, index };
      const unit = unitOf(index);
      if (isKept(index, unit ?? '')) {
        recused.push(ref);
        continue;
      }
      all.push(ref);
      const names = who(index, unit);
      if (names.length === 0) unassigned.push(ref);
      for (const name of names) {
        const own = cases.get(name);
        if (own) own.push(ref);
        else cases.set(name, [ref]);
      }
      for (const name of helpers?.(index, unit) ?? []) shared.set(name, (shared.get(name) ?? 0) + 1);
    }
  });
  const groups = new Map<string, string>();
  for (const { checked } of ledgers) for (const [unit, group] of unitGroups(checked.pack)) groups.set(unit, group);
  const groupOf = (name: string): string => (by === 'unit' ? (groups.get(name) ?? patternGroup(ledgers, name)) : '');
  const subjects = [...cases].map(([name, own]) => ({
    name,
    group: groupOf(name),
    cases: own,
    shared: shared.get(name) ?? 0,
  }));
  const without = by === 'unit' ? [...groups.keys()].filter((name) => !cases.has(name)) : [];
  return { subjects, unassigned, recused, cases: all, without };
}

/** Whether a case is kept from a unit. */
export function recusals(checked: CheckedLedger): (index: number, unit: string) => boolean {
  const { table } = checked;
  if (!table.columns.has('accused') && !table.columns.has('purpose')) return () => false;
  return (index, unit) => recusalOf(checked, index, unit) !== null;
}

/** The unit that leads a case, as the roster calls it; null where there is none, or none of the roster's. */
function unitsLeading(checked: CheckedLedger): (index: number) => string | null {
  const roster = rosterOf(checked.pack);
  return (index) => {
    const lead = checked.leadUnit(index);
    return lead === null ? null : roster.unit(lead);
  };
}

/** Whom a case is charged to: one unit, or each person that is named. */
function whoAnswers(
  checked: CheckedLedger,
  by: SubjectKind,
): (index: number, unit: string | null) => readonly string[] {
  if (by === 'unit') return (_, unit) => (unit === null ? [] : [unit]);
  if (by === 'caseLeader') return (index) => distinct(checked.caseLeaders(index));
  const inCharge = new Map(checked.pack.organisation.units.map(({ name, sponsor }) => [name, sponsor]));
  const column = checked.table.field('sponsor');
  return (index, unit) => {
    const written = column?.type === 'names' ? (column.values[index] ?? []) : [];
    if (written.length > 0) return distinct(written);
    const sponsor = unit === null ? undefined : inCharge.get(unit);
    return sponsor === undefined ? [] : [plainName(sponsor)];
  };
}

const distinct = (names: readonly string[]): readonly string[] => [...new Set(names.map(plainName))];

/** Units that help with a case: 协办单位, and those beside the lead in 责任股室. */
function unitsHelping(checked: CheckedLedger): (index: number, lead: string | null) => readonly string[] {
  const roster = rosterOf(checked.pack);
  const written = checked.table.field('unit');
  const column = checked.table.field('coUnits');
  return (index, lead) => {
    const helping = column?.type === 'names' ? (column.values[index] ?? []) : [];
    // Most cells name one unit; what the roster calls it need not be known then.
    const isAlone = written?.type !== 'names' || (written.values[index]?.length ?? 0) < 2;
    if (helping.length === 0 && isAlone) return NOBODY;
    const units = [...helping, ...checked.units(index)].map((name) => roster.unit(name) ?? '');
    return [...new Set(units)].filter((name) => name !== '' && name !== lead);
  };
}

const NOBODY: readonly string[] = [];

const unitGroups = ({ organisation }: RulePack): readonly (readonly [string, string])[] =>
  organisation.units.map(({ name, group }) => [name, group] as const);

const patternGroup = (ledgers: readonly ScoredLedger[], name: string): string =>
  ledgers
    .flatMap(({ checked }) => checked.pack.organisation.patterns)
    .find(({ suffix }) => name.length > suffix.length && name.endsWith(suffix))?.group ?? '';
