import { complains, recusalOf } from '../../facts/recusal';
import { plainName, rosterOf } from '../../facts/roster';
import type { RulePack } from '../../rules/pack';
import type { CivilDay } from '../../dates/civil';
import { namesOf, type LedgerCase } from './ledgerCase';

/** Whom the documents about a case go to. */
export interface Recipient {
  /** The one that answers for it: the only unit, or the one marked 牵头; else all of them. */
  readonly units: readonly string[];
  /** Marked as leading among several; '' where there is one, or none is marked. */
  readonly lead: string;
  readonly others: readonly string[];
  /** The case is kept from a unit of its own: nobody of it may be named or addressed. */
  readonly isRecused: boolean;
}

export function recipientOf(one: LedgerCase): Recipient {
  const { checked } = one.ledger;
  const all = namedUnits(one);
  // Who gets an accusation that no unit has yet is a person's to say, too.
  const isKept =
    all.length === 0
      ? complains(checked.table, one.index)
      : all.some((unit) => recusalOf(checked, one.index, unit) !== null);
  if (isKept) return { units: [], lead: '', others: [], isRecused: true };
  const lead = all.length > 1 ? leadOf(one) : '';
  return {
    units: lead === '' ? all : [lead],
    lead,
    others: lead === '' ? [] : all.filter((unit) => unit !== lead),
    isRecused: false,
  };
}

/** The units of a case; 相关股室 and the like are nobody to write to. */
export function namedUnits({ ledger: { checked }, index }: LedgerCase): readonly string[] {
  const roster = rosterOf(checked.pack);
  return [...new Set(checked.units(index))].filter((unit) => !roster.isVague(unit));
}

export function leadOf({ ledger: { checked }, index }: LedgerCase): string {
  const lead = checked.fact('leadUnit', index);
  return typeof lead === 'string' && !rosterOf(checked.pack).isVague(lead) ? lead : '';
}

/** Posts of whoever heads a unit; a deputy's begins with 副. */
const HEAD_POST = /(?:股长|所长|主任|大队长|队长|负责人)$/u;
const DEPUTY_POST = /副[^、]{0,3}$/u;

/** The head of a unit by the roster: the one person in office there whose post says so; '' where it can't be told. */
export function headOf(pack: RulePack, unit: string, today: CivilDay): string {
  const roster = rosterOf(pack);
  const heads = pack.organisation.people.filter(
    (person) =>
      person.unit !== undefined &&
      (roster.unit(person.unit) ?? person.unit) === unit &&
      (person.from === null || person.from <= today) &&
      (person.to === null || person.to >= today) &&
      person.posts.some((post) => HEAD_POST.test(post) && !DEPUTY_POST.test(post.replace(HEAD_POST, ''))),
  );
  return heads.length === 1 ? (heads[0]?.name ?? '') : '';
}

/** Who is in charge of a unit: by the case's own 分管领导, else by the roster. */
export function sponsorsOf(one: LedgerCase, unit: string): readonly string[] {
  const named = namesOf(one, 'sponsor');
  return named.length > 0 ? named : sponsorOnRoster(one.ledger.checked.pack, unit);
}

export function sponsorOnRoster({ organisation }: RulePack, unit: string): readonly string[] {
  const sponsor = organisation.units.find(({ name }) => plainName(name) === plainName(unit))?.sponsor;
  return sponsor === undefined ? [] : [sponsor];
}
