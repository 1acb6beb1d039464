import type { CivilDay } from '../../dates/civil';
import { FactState } from '../../facts/column';
import { plainName } from '../../facts/roster';
import { isAccusation } from '../accusation';
import { unitsOf } from '../cases';
import { dayOf, namesOf, textOf } from '../notices/ledgerCase';
import { hidePersonal } from '../privacy';
import { allCases, type CaseRef, type ReportSources } from '../report';
import { stemOf, townshipIn, townshipOfOffice } from './township';

/** What a trend is made of, of one case. */
export interface TrendCase {
  readonly ref: CaseRef;
  readonly caseNo: string;
  /** The day it came in: registered, else accepted, else assigned. */
  readonly on: CivilDay | null;
  readonly closedOn: CivilDay | null;
  /** '' where the cell is blank or there is no such column; likewise below. */
  readonly matter: string;
  readonly unit: string;
  readonly township: string;
  readonly channel: string;
  readonly level: string;
  readonly headcount: number | null;
  readonly petitioners: readonly string[];
  /** Numbers that tell people of one name apart. */
  readonly identity: string;
  /** An accusation is counted, and told of nowhere by itself. */
  readonly isAccusation: boolean;
}

/** Every case of the sources; places are spelled in one way throughout. */
export function trendCases(sources: ReportSources): readonly TrendCase[] {
  const cases = [...allCases(sources)].map(caseOf);
  const names = placeNames(cases.map(({ township }) => township));
  return cases.map((one) => ({ ...one, township: names.get(stemOf(one.township)) ?? '' }));
}

function caseOf(ref: CaseRef): TrendCase {
  const { ledger, index } = ref;
  const { checked } = ledger;
  const units = checked.units(index);
  const named = unitsOf(ref);
  const unit = named.length === 1 ? (named[0] ?? '') : '';
  const headcount = checked.table.field('headcount');
  const people =
    headcount?.type === 'number' && headcount.state[index] === FactState.known ? headcount.values[index] : undefined;
  return {
    ref,
    caseNo: textOf(ref, 'caseNo'),
    on: dayOf(ref, 'registeredOn') ?? dayOf(ref, 'receivedOn') ?? dayOf(ref, 'assignedOn'),
    closedOn: checked.isOpen(index) === false ? dayOf(ref, 'closedOn') : null,
    matter: hidePersonal(ref, textOf(ref, 'matter')),
    unit,
    township: townshipIn(textOf(ref, 'address')) ?? units.map(townshipOfOffice).find((place) => place !== null) ?? '',
    channel: hidePersonal(ref, choiceOf(ref, 'channel')),
    level: hidePersonal(ref, choiceOf(ref, 'filedLevel')),
    headcount: people ?? null,
    petitioners: namesOf(ref, 'petitioner').map(plainName),
    identity: (textOf(ref, 'idNumber') || textOf(ref, 'phone')).replace(/[^0-9A-Za-z]/gu, ''),
    isAccusation: isAccusation(ref),
  };
}

/** The vocabulary's own word for what a cell says, or the cell where it is not one of them. */
function choiceOf(ref: CaseRef, field: string): string {
  const column = ref.ledger.checked.table.field(field);
  const isKnown = column?.type === 'enum' && column.state[ref.index] === FactState.known;
  return isKnown ? (column.values[ref.index] ?? '') : textOf(ref, field);
}

/** The longest spelling of each place: 城关镇 where some say only 城关. */
function placeNames(places: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const place of places) {
    const kept = names.get(stemOf(place));
    if (
      place !== '' &&
      (kept === undefined || place.length > kept.length || (place.length === kept.length && place < kept))
    )
      names.set(stemOf(place), place);
  }
  return names;
}
