import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CivilDay, parseIso } from '../../../src/core/dates/civil';
import type { CalendarData, Law } from '../../../src/core/rules/pack';

interface CalendarFile {
  readonly years: Readonly<
    Record<string, { readonly off: Record<string, string>; readonly work: Record<string, string> }>
  >;
}
interface LimitsFile {
  readonly roll: 'next-workday' | 'none';
  readonly laws: readonly {
    readonly name: string;
    readonly effective: { readonly from: string | null; readonly to: string | null };
    readonly periods: Readonly<Record<string, { readonly days: number; readonly article: string }>>;
    readonly articles: Readonly<Record<string, string>>;
  }[];
}

const rulesFile = (name: string): unknown =>
  JSON.parse(readFileSync(join(__dirname, '..', '..', '..', 'rules', name), 'utf8'));

/** The civil day of a date written in a test; a slip in the test itself throws. */
export function on(iso: string): CivilDay {
  const day = parseIso(iso);
  if (day === null) throw new Error(`not a date: ${iso}`);
  return day;
}

/** `rules/calendar.json` as the rules' loader hands it on. */
export function calendarData(): CalendarData {
  const { years } = rulesFile('calendar.json') as CalendarFile;
  const off = new Map<CivilDay, string>();
  const work = new Map<CivilDay, string>();
  for (const year of Object.values(years)) {
    for (const [day, name] of Object.entries(year.off)) off.set(on(day), name);
    for (const [day, name] of Object.entries(year.work)) work.set(on(day), name);
  }
  return { years: new Set(Object.keys(years).map(Number)), off, work };
}

export const limitsFile = (): LimitsFile => rulesFile('limits.json') as LimitsFile;

/** `rules/limits.json` as the rules' loader hands it on. */
export const laws = (): readonly Law[] =>
  limitsFile().laws.map(({ name, effective, periods, articles }) => ({
    name,
    effective: {
      from: effective.from === null ? null : on(effective.from),
      to: effective.to === null ? null : on(effective.to),
    },
    periods: new Map(Object.entries(periods)),
    articles: new Map(Object.entries(articles)),
  }));
