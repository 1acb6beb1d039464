import { ymd, type CivilDay } from '../../dates/civil';
import type { CalendarData, Campaign, Law, LegalPeriod } from '../pack';
import type { JsonNode } from './json';
import type { Reading } from './reading';

/** `campaign.json`: the plan's phases, its days and how often cases are gone through. */
export function readCampaign(root: JsonNode, reading: Reading): Campaign | null {
  const keys = ['name', 'document', 'firstDay', 'lastDay', 'assignmentDay', 'legacyYears', 'phases', 'reviewCadence'];
  const top = reading.object(root, { required: keys, optional: ['$schema'] });
  if (!top) return null;
  const name = reading.text(top, 'name');
  const document = reading.text(top, 'document');
  const firstDay = requiredDay(top, 'firstDay', reading);
  const lastDay = requiredDay(top, 'lastDay', reading);
  const assignmentDay = requiredDay(top, 'assignmentDay', reading);
  const legacyYears = reading.whole(top, 'legacyYears', 1);
  if (firstDay !== null && lastDay !== null && firstDay > lastDay)
    reading.refuse(top.get('lastDay')?.value.offset ?? root.offset, 'rules-effective-reversed');
  const phases = readPhases(top, reading);
  const cadenceNode = top.get('reviewCadence')?.value;
  const cadence =
    cadenceNode &&
    reading.object(cadenceNode, { required: ['unitDays', 'bureauDays', 'minimumWorkingDays'] }, 'reviewCadence');
  const unitDays = cadence && reading.whole(cadence, 'unitDays', 1);
  const bureauDays = cadence && reading.whole(cadence, 'bureauDays', 1);
  const minimumWorkingDays = cadence && reading.whole(cadence, 'minimumWorkingDays', 0);
  if (name === null || document === null || firstDay === null || lastDay === null || assignmentDay === null) return null;
  if (legacyYears === null || unitDays == null || bureauDays == null || minimumWorkingDays == null) return null;
  const reviewCadence = { unitDays, bureauDays, minimumWorkingDays };
  return { name, document, firstDay, lastDay, assignmentDay, legacyYears, phases, reviewCadence };
}

type Members = NonNullable<ReturnType<Reading['object']>>;

function requiredDay(members: Members, key: string, reading: Reading): CivilDay | null {
  const node = members.get(key)?.value;
  return node ? reading.dayOf(node, key) : null;
}

function readPhases(top: Members, reading: Reading): Campaign['phases'] {
  const phases: Campaign['phases'][number][] = [];
  for (const node of reading.items(top, 'phases') ?? []) {
    const members = reading.object(node, { required: ['name', 'to', 'tasks'], optional: ['from'] });
    const name = members && reading.text(members, 'name');
    const tasks = members && reading.texts(members, 'tasks');
    const to = members && requiredDay(members, 'to', reading);
    if (!members || !name || !tasks || to === null) continue;
    const from = reading.day(members, 'from');
    if (from !== null && from > to) reading.refuse(node.offset, 'rules-effective-reversed');
    phases.push({ name, from, to, tasks });
  }
  return phases;
}

/** `limits.json`: the periods that the regulations set, by the days they were in force. */
export function readLimits(root: JsonNode, reading: Reading): { laws: readonly Law[]; roll: 'next-workday' | 'none' } {
  const top = reading.object(root, { required: ['roll', 'laws'], optional: ['$schema', 'rollBasis'] });
  const laws: Law[] = [];
  if (!top) return { laws, roll: 'next-workday' };
  const roll = reading.choice(top, 'roll', ['next-workday', 'none']) ?? 'next-workday';
  reading.text(top, 'rollBasis');
  for (const node of reading.items(top, 'laws') ?? []) {
    const members = reading.object(node, { required: ['name', 'effective', 'periods'], optional: ['articles'] });
    const name = members && reading.text(members, 'name');
    if (!members || !name) continue;
    const effective = reading.effective(members);
    const periods = new Map<string, LegalPeriod>();
    for (const [id, period] of reading.entries(members.get('periods')?.value, 'periods')) {
      const inner = reading.object(period.value, { required: ['days', 'article'], optional: ['unit'] }, id);
      const days = inner && reading.whole(inner, 'days', 1);
      const article = inner && reading.text(inner, 'article');
      if (inner) reading.choice(inner, 'unit', ['day']);
      if (days !== null && article) periods.set(id, { days, article });
    }
    const articles = new Map<string, string>();
    for (const [id, article] of reading.entries(members.get('articles')?.value, 'articles')) {
      const text = reading.textOf(article.value, id);
      if (text !== null) articles.set(id, text);
    }
    // Two laws in force on one day would make the period a guess.
    const other = laws.find((law) => overlap(law.effective, effective));
    if (other) reading.refuse(node.offset, 'rules-laws-overlap', { name, other: other.name });
    laws.push({ name, effective, periods, articles });
  }
  return { laws, roll };
}

const overlap = (a: Law['effective'], b: Law['effective']): boolean =>
  (a.from ?? -Infinity) <= (b.to ?? Infinity) && (b.from ?? -Infinity) <= (a.to ?? Infinity);

/** `calendar.json`: what differs from Monday to Friday, year by year. */
export function readCalendar(root: JsonNode, reading: Reading): CalendarData {
  const years = new Set<number>();
  const off = new Map<CivilDay, string>();
  const work = new Map<CivilDay, string>();
  const top = reading.object(root, { required: ['years'], optional: ['$schema', 'source'] });
  for (const [key, { offset, value }] of reading.entries(top?.get('years')?.value, 'years')) {
    if (!/^\d{4}$/.test(key)) {
      reading.refuse(offset, 'rules-year-invalid', { value: key });
      continue;
    }
    const members = reading.object(value, { required: ['off', 'work'], optional: ['document', 'source'] }, key);
    if (!members) continue;
    years.add(Number(key));
    readDays(members, 'off', Number(key), off, reading);
    readDays(members, 'work', Number(key), work, reading);
    for (const day of work.keys()) {
      if (off.has(day) && ymd(day).year === Number(key)) reading.refuse(offset, 'rules-day-off-and-work', { value: key });
    }
  }
  return { years, off, work };
}

function readDays(members: Members, key: 'off' | 'work', year: number, days: Map<CivilDay, string>, reading: Reading): void {
  for (const [date, { offset, value }] of reading.entries(members.get(key)?.value, key)) {
    const day = reading.dayOf({ kind: 'string', offset, value: date }, key);
    const name = reading.textOf(value, date);
    if (day === null || name === null) continue;
    if (ymd(day).year !== year) reading.refuse(offset, 'rules-day-outside-year', { value: date, year });
    days.set(day, name);
  }
}
