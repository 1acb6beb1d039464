/**
 * The scores once more, written from the design and `scoring.json` alone, over the JSON that a check prints: slow, in
 * fractions, and without a line of `src/core/scoring`. Whoever changes the arithmetic has to change it twice.
 */

export interface RawScheme {
  readonly caseCap: number;
  readonly leastCases: number;
  readonly indicators: readonly RawIndicator[];
  readonly bands: readonly { readonly title: string; readonly from: number }[];
}
interface RawIndicator {
  readonly id: string;
  readonly weight: number;
  readonly for: readonly string[];
  readonly rows?: 'all' | 'open' | 'closed';
  readonly rules?: readonly { readonly rule: string; readonly deduct: number }[];
  readonly measure?: { readonly field: string; readonly full: number };
  readonly chargedTo?: string;
  readonly insteadOf?: string;
}

/** One case as `check --format json --all-outcomes` prints it, with the cells that the JSON does not repeat. */
export interface RawCase {
  readonly leadUnit: string | null;
  readonly caseLeaders: readonly string[];
  readonly isOpen: boolean | null;
  readonly outcomes: readonly {
    readonly rule: string;
    readonly outcome: string;
    readonly wantsColumn?: boolean;
    readonly setAside?: unknown;
  }[];
  readonly sponsors: readonly string[];
  readonly inspection: string;
  readonly isAccusation: boolean;
  readonly accused: string;
  /** Named on the case itself: 包案负责人, 包保领导. */
  readonly staff: readonly string[];
}

/** The bureau's units and people. */
export interface Bureau {
  /** The group of a unit; null where it is none of the bureau's. */
  readonly groupOf: (unit: string) => string | null;
  readonly peopleOf: (unit: string) => readonly string[];
}

export interface Recomputed {
  readonly name: string;
  readonly cases: number;
  /** Hundredths of points. */
  readonly total: number | null;
  readonly indicators: Readonly<
    Record<string, { readonly rows: number; readonly worth: number; readonly lost: number }>
  >;
  readonly rank: number | null;
  readonly band: string | null;
}

type Ratio = readonly [bigint, bigint];
const ratio = (over: number, under = 1): Ratio => [BigInt(over), BigInt(under)];
const add = ([a, b]: Ratio, [c, d]: Ratio): Ratio => [a * d + c * b, b * d];
const less = ([a, b]: Ratio, [c, d]: Ratio): boolean => a * d < c * b;
const halfUp = ([a, b]: Ratio): number => Number((2n * a + b) / (2n * b));

export function recompute(
  scheme: RawScheme,
  by: 'unit' | 'sponsor' | 'caseLeader',
  cases: readonly RawCase[],
  { groupOf, peopleOf }: Bureau,
): readonly Recomputed[] {
  const kept = (one: RawCase, unit: string): boolean =>
    (one.accused === '' && one.isAccusation) ||
    (one.accused !== '' &&
      ((unit !== '' && one.accused.includes(unit)) ||
        [...one.staff, ...peopleOf(unit)].some((name) => one.accused.includes(name))));
  const leadOf = (one: RawCase): string =>
    one.leadUnit !== null && groupOf(one.leadUnit) !== null ? one.leadUnit : '';
  const counting = cases.filter((one) => !kept(one, leadOf(one)));
  const named = (one: RawCase): readonly string[] => {
    if (by === 'unit') return leadOf(one) === '' ? [] : [leadOf(one)];
    return [...new Set(by === 'sponsor' ? one.sponsors : one.caseLeaders)];
  };
  const names = new Set(counting.flatMap(named));
  if (by === 'unit' && counting.length > 0)
    for (const { chargedTo } of scheme.indicators) if (chargedTo !== undefined) names.add(chargedTo);

  const scores = [...names].map((name) => {
    const own = counting.filter((one) => named(one).includes(name));
    const all = counting.filter((one) => !kept(one, name));
    return { ...scoreOf(scheme, by, name, own, all), name, cases: own.length };
  });
  return scores.map((score) => {
    const isRanked = by !== 'caseLeader' && score.total !== null && score.cases >= scheme.leastCases;
    const rivals = scores.filter(
      (other) =>
        other.total !== null &&
        other.cases >= scheme.leastCases &&
        (by !== 'unit' || groupOf(other.name) === groupOf(score.name)),
    );
    const rank = isRanked ? 1 + rivals.filter(({ total }) => (total ?? 0) > (score.total ?? 0)).length : null;
    const band = isRanked ? (scheme.bands.find(({ from }) => (score.total ?? 0) >= from * 100)?.title ?? null) : null;
    return { ...score, rank, band };
  });
}

function scoreOf(
  scheme: RawScheme,
  by: string,
  name: string,
  own: readonly RawCase[],
  all: readonly RawCase[],
): Pick<Recomputed, 'total' | 'indicators'> {
  const mine = scheme.indicators.filter(
    (one) => one.for.includes(by) && (one.chargedTo === undefined || (by === 'unit' && one.chargedTo === name)),
  );
  const indicators = mine.filter((one) => !mine.some(({ insteadOf }) => insteadOf === one.id));
  const counted = indicators.map((one) => (one.chargedTo === undefined ? own : all).filter((c) => counts(one, c)));
  const worths = shareOut(indicators.map(({ weight }, at) => (counted[at]?.length === 0 ? 0 : weight)));

  // What each case loses in each indicator, the indicators in their order, until the cap is reached.
  const exact: Ratio[] = indicators.map(() => ratio(0));
  for (const one of new Set(counted.flat())) {
    let left = ratio(scheme.caseCap * 100);
    indicators.forEach((indicator, at) => {
      if (!counted[at]?.includes(one)) return;
      const wanted: Ratio = ratio((worths[at] ?? 0) * share(indicator, one), 10_000 * (counted[at]?.length ?? 1));
      const taken = less(left, wanted) ? left : wanted;
      left = add(left, [-taken[0], taken[1]]);
      exact[at] = add(exact[at] ?? ratio(0), taken);
    });
  }
  const rows = indicators.map(({ id }, at) => {
    const lost = halfUp(exact[at] ?? ratio(0));
    return [id, { rows: counted[at]?.length ?? 0, worth: worths[at] ?? 0, lost }] as const;
  });
  const isEmpty = rows.every(([, row]) => row.rows === 0);
  const total = isEmpty ? null : rows.reduce((sum, [, { worth, lost }]) => sum + worth - lost, 0);
  return { total, indicators: Object.fromEntries(rows) };
}

/** Hundredths that come to 10,000: the whole part of each, what is left to those with the largest rest, first come. */
function shareOut(weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (sum === 0) return weights;
  const shares = weights.map((weight) => Math.floor((weight * 10_000) / sum));
  const rests = weights.map((weight, at) => ({ at, rest: (weight * 10_000) % sum }));
  rests.sort((a, b) => b.rest - a.rest || a.at - b.at);
  const left = 10_000 - shares.reduce((total, one) => total + one, 0);
  for (const { at } of rests.slice(0, left)) shares[at] = (shares[at] ?? 0) + 1;
  return shares;
}

function counts(indicator: RawIndicator, one: RawCase): boolean {
  if (indicator.rows === 'open' && one.isOpen === false) return false;
  if (indicator.rows === 'closed' && one.isOpen === true) return false;
  if (indicator.measure) return inspected(indicator.measure.full, one) !== null;
  return (indicator.rules ?? []).some(({ rule }) => {
    const found = one.outcomes.find((outcome) => outcome.rule === rule);
    return (
      found?.outcome === 'clean' ||
      found?.outcome === 'flagged' ||
      (found?.outcome === 'cannotJudge' && found.wantsColumn !== true)
    );
  });
}

/** In hundredths of a per cent of the case's share, the whole of it at most. */
function share(indicator: RawIndicator, one: RawCase): number {
  if (indicator.measure) {
    const score = inspected(indicator.measure.full, one) ?? 0;
    return halfUp(ratio((indicator.measure.full * 100 - score) * 10_000, indicator.measure.full * 100));
  }
  let sum = 0;
  for (const { rule, deduct } of indicator.rules ?? []) {
    const found = one.outcomes.find((outcome) => outcome.rule === rule);
    const stands = found?.outcome === 'flagged' && found.setAside === undefined;
    if (stands || (found?.outcome === 'cannotJudge' && found.wantsColumn !== true)) sum += deduct * 100;
  }
  return Math.min(10_000, sum);
}

/** Hundredths of an inspector's points; null where there is no score that can be one. */
function inspected(full: number, { inspection }: RawCase): number | null {
  if (!/^\d+(\.\d{1,2})?$/.test(inspection)) return null;
  const [whole = '', part = ''] = inspection.split('.');
  const score = Number(whole) * 100 + Number(part.padEnd(2, '0'));
  return score <= full * 100 ? score : null;
}
