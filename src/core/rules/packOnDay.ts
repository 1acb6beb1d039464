import { formatIso, type CivilDay } from '../dates/civil';
import { fail, ok, problem, type Result } from '../problem';
import type { CalendarData, Effective, Law, RulePack } from './pack';

/** Several packs seen from one day. */
export interface PackOnDay {
  /** Which of the packs is in force. */
  readonly at: number;
  /** Adds to that pack (as loaded, or as a workbook changed it) what holds by other days than today. */
  readonly complete: (pack: RulePack) => RulePack;
}

/**
 * Chooses the pack that is in force on a day: of those whose time covers it the one that began last, for it replaced
 * the others. Its rules are the only ones that judge. Laws go by the start of a period and holidays by their own
 * year, so those of the other packs stand beside its own wherever it has none. A single pack is taken as it is.
 */
export function packOnDay(packs: readonly RulePack[], today: CivilDay): Result<PackOnDay> {
  if (packs.length === 1) return ok({ at: 0, complete: (pack) => pack });
  const covering = packs
    .map(({ effective }, at) => ({ effective, at }))
    .filter(({ effective: { from, to } }) => (from ?? -Infinity) <= today && today <= (to ?? Infinity))
    .sort((a, b) => (b.effective.from ?? -Infinity) - (a.effective.from ?? -Infinity));
  const [first, second] = covering;
  const told = packs.map(({ title, version, effective }) => `${title} ${version} ${sayTerm(effective)}`);
  if (!first) return fail(problem('rules-none-in-force', { on: today, packs: told }));
  if (second && second.effective.from === first.effective.from) {
    const since = first.effective.from === null ? '' : formatIso(first.effective.from);
    return fail(problem('rules-in-force-twice', { on: today, since, packs: told }));
  }
  const others = packs.filter((_, at) => at !== first.at);
  return ok({
    at: first.at,
    complete: (pack) => ({
      ...pack,
      laws: [
        ...pack.laws,
        ...others.reduce<readonly Law[]>(
          (laws, { laws: more }) => [...laws, ...beside([...pack.laws, ...laws], more)],
          [],
        ),
      ],
      calendar: others.reduce((calendar, other) => withYears(calendar, other.calendar), pack.calendar),
    }),
  });
}

const sayTerm = ({ from, to }: Effective): string =>
  `${from === null ? '' : formatIso(from)}~${to === null ? '' : formatIso(to)}`;

/** Laws for the days on which none of the first ones is in force. */
function beside(first: readonly Law[], more: readonly Law[]): readonly Law[] {
  return more.flatMap((law) => {
    let open: readonly Effective[] = [law.effective];
    for (const { effective } of first) open = open.flatMap((span) => without(span, effective));
    return open.map((effective) => ({ ...law, effective }));
  });
}

/** What is left of a span of days once another is taken out. */
function without(span: Effective, taken: Effective): readonly Effective[] {
  const [from, to] = [span.from ?? -Infinity, span.to ?? Infinity];
  const [start, end] = [taken.from ?? -Infinity, taken.to ?? Infinity];
  if (end < from || to < start) return [span];
  const left: Effective[] = [];
  if (from < start) left.push({ from: span.from, to: start - 1 });
  if (end < to) left.push({ from: end + 1, to: span.to });
  return left;
}

/** A calendar with the years that it does not cover itself. */
function withYears(own: CalendarData, other: CalendarData): CalendarData {
  const missing = [...other.years].filter((year) => !own.years.has(year)).map(String);
  if (missing.length === 0) return own;
  const added = (days: CalendarData['off']): [CivilDay, string][] =>
    [...days].filter(([day]) => missing.includes(formatIso(day).slice(0, 4)));
  return {
    years: new Set([...own.years, ...other.years]),
    off: new Map([...own.off, ...added(other.off)]),
    work: new Map([...own.work, ...added(other.work)]),
  };
}
