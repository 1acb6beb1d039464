import { FactState } from '../facts/column';
import type { FieldId, LedgerTable } from '../ledger/table';
import type { FieldDefinition, RulePack } from '../rules/pack';
import { accusedNames, maskAccused } from './accused';
import { createMasker, type Known, type Masker } from './masker';
import { namesIn } from './namesIn';
import { SHAPES, type MaskShapes } from './shapes';
import { settled } from './span';
import { toldNames } from './told/toldNames';

/** A ledger as it was read, by a pack's fields; a checked ledger is one. */
export interface LedgerToMask {
  readonly pack: Pick<RulePack, 'fields' | 'organisation'>;
  readonly table: LedgerTable;
}

/** Fields that are hidden in a way of their own; every other personal text but names is a number. */
const ADDRESS: FieldId = 'address';
const ACCUSED: FieldId = 'accused';
/** Fields with people who answer for cases. */
export const OFFICIAL_FIELDS: ReadonlySet<FieldId> = new Set(['caseLeader', 'sponsor', 'handler', 'decidedBy']);
/** Fields that a case is known by. */
const CASE_NUMBERS: readonly FieldId[] = ['caseNo', 'serial', 'repeatOf'];

/** What a formula that failed shows names nobody. */
const ERROR = /^#[A-Z/0]+[!?]?$/u;
/** Names that a text tells of are looked for in other texts from this length on: shorter ones are parts of words. */
const SHORTEST_TOLD = 3;

/** What the personal cells of a ledger say, and whom it names as answering for cases. */
interface People extends Required<Known> {
  readonly names: Set<string>;
  readonly numbers: Set<string>;
  readonly addresses: Set<string>;
  readonly officials: Set<string>;
  readonly caseNumbers: Set<string>;
}

/** Hides in any text what the cells of all ledgers say of any petitioner, and whom their texts tell of. */
export const ledgersMasker = (ledgers: readonly LedgerToMask[], shapes?: MaskShapes): Masker =>
  createMasker(together(ledgers.map((ledger) => peopleOf(ledger, true))), shapes);

/** The same for what names officials rightly: those of the roster and of the ledgers' own columns stay. */
export function documentMasker(ledgers: readonly LedgerToMask[], shapes?: MaskShapes): Masker {
  const people = together(ledgers.map((ledger) => peopleOf(ledger, true)));
  const names = [...people.names].filter((name) => !people.officials.has(name));
  return createMasker({ ...people, names }, shapes);
}

/** By what the columns say alone: texts are not gone through, so that it is there at once. */
export function columnsMasker(ledger: LedgerToMask): Masker {
  const masker = byColumns.get(ledger) ?? createMasker(peopleOf(ledger, false));
  byColumns.set(ledger, masker);
  return masker;
}
const byColumns = new WeakMap<LedgerToMask, Masker>();

/** A masker that also hides what the cells of some cases say now. */
export function withCases(masker: Masker, ledger: LedgerToMask, cases: Iterable<number>): Masker {
  const people = nobody();
  gather(ledger, cases, people);
  const more = createMasker(people);
  const spans: Masker['spans'] = (text, shown) => settled([...masker.spans(text, shown), ...more.spans(text, shown)]);
  return { spans, mask: (text, shown) => masker.mask(more.mask(text, shown), shown) };
}

/** A personal cell of a case, hidden whole. */
export function maskedCell({ id, type }: FieldDefinition, seen: string, shapes = SHAPES): string {
  if (seen.trim() === '') return '';
  if (type === 'names') return shapes.maskNames([seen]);
  if (id === ACCUSED) return maskAccused(seen, shapes);
  return id === ADDRESS ? shapes.maskAddress(seen) : shapes.mask(seen);
}

const nobody = (): People => ({
  names: new Set(),
  numbers: new Set(),
  addresses: new Set(),
  officials: new Set(),
  caseNumbers: new Set(),
});

function together(all: readonly People[]): People {
  const [only] = all;
  if (all.length === 1 && only) return only;
  const people = nobody();
  for (const one of all)
    for (const key of Object.keys(people) as (keyof People)[]) for (const text of one[key]) people[key].add(text);
  return people;
}

/** A checked ledger never changes; what it says of people is gathered once. */
const known = new WeakMap<LedgerToMask, Map<boolean, People>>();

function peopleOf(ledger: LedgerToMask, goesThroughTexts: boolean): People {
  const kept = known.get(ledger) ?? new Map<boolean, People>();
  known.set(ledger, kept);
  const there = kept.get(goesThroughTexts);
  if (there) return there;
  const people = nobody();
  kept.set(goesThroughTexts, people);
  const { table, pack } = ledger;
  for (const { name } of pack.organisation.people) people.officials.add(name);
  for (const { sponsor } of pack.organisation.units) if (sponsor !== undefined) people.officials.add(sponsor);
  gather(
    ledger,
    Array.from({ length: table.count }, (_, index) => index),
    people,
  );
  if (goesThroughTexts) for (const name of toldIn(ledger)) if (!people.officials.has(name)) people.names.add(name);
  return people;
}

function gather({ pack: { fields }, table }: LedgerToMask, cases: Iterable<number>, people: People): void {
  const indices = [...cases];
  const columns = fields.filter(({ id }) => table.columns.has(id));
  for (const field of columns) {
    if (OFFICIAL_FIELDS.has(field.id)) for (const index of indices) addNames(table, field.id, index, people.officials);
    if (CASE_NUMBERS.includes(field.id))
      for (const index of indices) people.caseNumbers.add(table.seen(field.id, index).trim());
    if (field.personal === true) for (const index of indices) gatherCell(table, field, index, people);
  }
}

function gatherCell(table: LedgerTable, { id, type }: FieldDefinition, index: number, people: People): void {
  const seen = table.seen(id, index).trim();
  if (seen === '' || ERROR.test(seen)) return;
  if (type === 'names') {
    const read = addNames(table, id, index, people.names);
    // Most cells hold one name and nothing else.
    if (read[0] !== seen) for (const name of namesIn(seen)) people.names.add(name);
  } else if (id === ACCUSED) for (const name of accusedNames(seen)) people.names.add(name);
  else if (id === ADDRESS) people.addresses.add(seen);
  else for (const number of seen.split(/[、,，;；/\n]+/u)) people.numbers.add(number);
}

function addNames(table: LedgerTable, id: FieldId, index: number, names: Set<string>): readonly string[] {
  const column = table.field(id);
  const read = column?.type === 'names' && column.state[index] === FactState.known ? (column.values[index] ?? []) : [];
  for (const name of read) names.add(name);
  return read;
}

/** People whom no column has, and whom the texts of some case name beyond doubt. */
function* toldIn({ pack: { fields }, table }: LedgerToMask): Generator<string> {
  const texts = fields.filter(
    ({ id, type, personal }) =>
      type === 'text' && personal !== true && !CASE_NUMBERS.includes(id) && table.columns.has(id),
  );
  for (const { id } of texts)
    for (let index = 0; index < table.count; index++) yield* surelyTold(table.seen(id, index));
}

/** People whom a text names beyond doubt, by names that are no part of other words. */
export function* surelyTold(text: string): Generator<string> {
  for (const { name, sure } of toldNames(text)) if (sure && name.length >= SHORTEST_TOLD) yield name;
}
