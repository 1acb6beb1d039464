import { formatIso } from '../../dates/civil';
import { plainName, rosterOf } from '../../facts/roster';
import type { Inspector } from '../../ledger/readInspectors';
import { textsKey } from '../../words/textKey';
import { isAccusation } from '../accusation';
import { compareUnitsOrNone, unitsOf } from '../cases';
import { namesOf, textOf } from '../notices/ledgerCase';
import { allCases, type CaseRef, type ReportSources } from '../report';
import { settingsOf, type SamplingSettings } from '../settings';
import { assignEvenly } from './assign';
import { defaultSeed, drawSample, shuffled, type Drawable } from './draw';

export type CaseState = 'open' | 'closed' | 'unknown';

/** A case that may be drawn. */
export interface FrameCase extends Drawable {
  readonly ref: CaseRef;
  /** '' where none is clear. */
  readonly unit: string;
  readonly state: CaseState;
}

/** Who inspects which cases of a sample. */
export interface Assignment {
  readonly inspector: Inspector;
  readonly cases: readonly FrameCase[];
}

/** A sample in full: drawn from what, by which seed, given to whom. */
export interface Sample {
  readonly settings: SamplingSettings;
  readonly seed: string;
  /** Whether a person gave the seed. */
  readonly chosen: boolean;
  readonly frame: readonly FrameCase[];
  /** Accusations: kept from all who could be concerned, so they are in no sample. */
  readonly kept: number;
  readonly cases: readonly FrameCase[];
  /** null without a register. */
  readonly assignments: readonly Assignment[] | null;
  /** Cases that nobody on the register may take. */
  readonly untaken: readonly FrameCase[];
}

/** Draws a sample of the sources' cases and gives it to the registered inspectors. */
export function sampleOf(sources: ReportSources): Sample {
  const all = frameOf(sources);
  const frame = all.filter(({ ref }) => !isAccusation(ref));
  const chosen = sources.seed !== undefined && sources.seed !== '';
  const seed = chosen
    ? (sources.seed ?? '')
    : defaultSeed(
        formatIso(sources.today),
        frame.map(({ key }) => key),
      );
  const { sampling: settings } = settingsOf(sources.ledgers[0]?.checked.pack);
  const checked = frame[0]?.ref.ledger.checked;
  const drawn = drawSample(frame, seed, settings);
  const cases = [...drawn].sort((a, b) => compareUnitsOrNone(checked, a.unit, b.unit));
  const register = registerOf(sources);
  const rest = { settings, seed, chosen, frame, kept: all.length - frame.length, cases };
  if (register === null) return { ...rest, assignments: null, untaken: [] };
  // Whoever stands first on the register would get the odd cases; so it is shuffled by the seed like everything else.
  const inspectors = shuffled(
    register.map((inspector) => ({ key: inspector.name, inspector })),
    seed,
  ).map(({ inspector }) => inspector);
  const order = shuffled(cases, seed);
  const given = assignEvenly(
    inspectors.length,
    order.map((one) => inspectors.flatMap((inspector, at) => (conflictOf(inspector, one.ref) === null ? [at] : []))),
  );
  const taken = (at: number | null): readonly FrameCase[] => cases.filter((one) => given[order.indexOf(one)] === at);
  return {
    ...rest,
    assignments: register.map((inspector) => ({ inspector, cases: taken(inspectors.indexOf(inspector)) })),
    untaken: taken(null),
  };
}

/** Everyone on any ledger's register, each once; null where no ledger has one. */
function registerOf({ ledgers }: ReportSources): readonly Inspector[] | null {
  const lists = ledgers.flatMap(({ inspectors }) => (inspectors === undefined ? [] : [inspectors]));
  if (lists.length === 0) return null;
  const byName = new Map<string, Inspector>();
  for (const inspector of lists.flat()) {
    const kept = byName.get(inspector.name);
    byName.set(
      inspector.name,
      kept === undefined
        ? inspector
        : {
            ...kept,
            unit: kept.unit || inspector.unit,
            villages: [...kept.villages, ...inspector.villages],
            kin: [...kept.kin, ...inspector.kin],
          },
    );
  }
  return [...byName.values()];
}

function frameOf(sources: ReportSources): readonly FrameCase[] {
  const refs = [...allCases(sources)];
  const numbers = new Map<string, number>();
  for (const ref of refs) {
    const number = plainName(textOf(ref, 'caseNo'));
    numbers.set(number, (numbers.get(number) ?? 0) + 1);
  }
  return refs.map((ref) => {
    const { checked } = ref.ledger;
    const number = plainName(textOf(ref, 'caseNo'));
    const open = checked.isOpen(ref.index);
    const state: CaseState = open === null ? 'unknown' : open ? 'open' : 'closed';
    return {
      ref,
      // A number that two cases share names neither.
      key: number !== '' && numbers.get(number) === 1 ? number : contentKey(ref),
      unit: unitsOf(ref)[0] ?? '',
      state,
      stratum: `${checked.classification(ref.index).category}/${state}`,
    };
  });
}

function contentKey({ ledger: { checked }, index }: CaseRef): string {
  const { table } = checked;
  const fields = [...table.columns.keys()].filter((field) => field !== 'serial').sort();
  return textsKey(fields.map((field) => table.seen(field, index)));
}

/** Fields with the people of a case. */
const PEOPLE = ['petitioner', 'caseLeader', 'sponsor', 'handler', 'decidedBy'] as const;
/** A place of one letter stands in too many addresses. */
const SHORTEST_PLACE = 2;

/** A unit's name shorter than this stands in too many others. */
const SHORTEST_UNIT = 3;

/** Whether two names may be of one unit: outsiders write 某县公证处 where the roster has 公证处. */
const isSameUnit = (one: string, other: string): boolean =>
  one !== '' &&
  (one === other ||
    (Math.min(one.length, other.length) >= SHORTEST_UNIT && (one.includes(other) || other.includes(one))));

/** Why an inspector may not take a case, by what is registered: own unit, own village, kin or oneself; null where nothing is. */
export function conflictOf(inspector: Inspector, ref: CaseRef): 'unit' | 'village' | 'kin' | null {
  const { checked } = ref.ledger;
  const roster = rosterOf(checked.pack);
  const nameOf = (unit: string): string => roster.unit(unit) ?? plainName(unit);
  const units = [...checked.units(ref.index), ...namesOf(ref, 'coUnits')].map(nameOf);
  if (units.some((unit) => isSameUnit(unit, nameOf(inspector.unit)))) return 'unit';
  const places = plainName(`${textOf(ref, 'address')} ${textOf(ref, 'title')} ${textOf(ref, 'content')}`);
  const isNear = (village: string): boolean => village.length >= SHORTEST_PLACE && places.includes(plainName(village));
  if (inspector.villages.some(isNear)) return 'village';
  const people = new Set(PEOPLE.flatMap((field) => namesOf(ref, field).map(plainName)));
  return [inspector.name, ...inspector.kin].some((name) => people.has(plainName(name))) ? 'kin' : null;
}
