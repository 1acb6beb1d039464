import { hasBit } from '../rules/bits';
import { WHOLE_SHARE, type IndicatorLosses } from './caseLosses';
import { ZERO, apportion, fraction, isLess, least, minus, plus, rounded, type Fraction } from './fraction';
import type { Indicator, ScoringScheme, SubjectKind } from './scheme';
import type { CaseRef } from './subjects';

/** Points are whole hundredths throughout. */
export const FULL_MARKS = 10_000;
const HUNDREDTHS = 100;

/** One indicator of one subject. */
export interface IndicatorScore {
  readonly indicator: Indicator;
  /** Cases that count; none: 不适用. */
  readonly rows: number;
  /** What the indicator is worth here, once the weights of those without rows are shared out; 0 where it is one. */
  readonly worth: number;
  readonly lost: number;
  readonly score: number;
}

/** The points of one subject, and what its lost points are told from. */
export interface Points {
  readonly indicators: readonly IndicatorScore[];
  /** The sum of the indicators' scores; null where none has rows. */
  readonly total: number | null;
  /** Cases that lose no more for having reached the cap, by `refKey`. */
  readonly capped: ReadonlyMap<string, CappedCase>;
  /** The cases of each indicator that count. */
  readonly counted: readonly (readonly CaseRef[])[];
  /** What each indicator lost before it was rounded. */
  readonly exact: readonly Fraction[];
}

/** A case that would lose more than the cap, or just as much. */
export interface CappedCase {
  /** What it loses in each indicator, the first ones first; null where it does not count. */
  readonly allowed: readonly (Fraction | null)[];
  /** What it would lose beyond the cap. */
  readonly beyond: Fraction;
}

/** What the points of a subject are worked out from. */
export interface PointsInput {
  readonly scheme: ScoringScheme;
  readonly indicators: readonly Indicator[];
  /** By indicator, of each ledger. */
  readonly losses: ReadonlyMap<string, readonly IndicatorLosses[]>;
  readonly cases: readonly CaseRef[];
  /** For an indicator that the subject answers for, whoever handles the case. */
  readonly charged: readonly CaseRef[];
}

/** The indicators that a subject is scored by. */
export function indicatorsFor(scheme: ScoringScheme, by: SubjectKind, name: string): readonly Indicator[] {
  const own = scheme.indicators.filter(
    (one) => one.for.includes(by) && (one.chargedTo === null || (by === 'unit' && one.chargedTo === name)),
  );
  const replaced = new Set(own.map(({ insteadOf }) => insteadOf));
  return own.filter(({ id }) => !replaced.has(id));
}

export const refKey = ({ ledger, index }: CaseRef): string => `${ledger}:${index}`;

/** Works out the points of a subject, exactly, rounding once for each indicator. */
export function pointsOf({ scheme, indicators, losses, cases, charged }: PointsInput): Points {
  const lostOf = (at: number, { ledger, index }: CaseRef): number =>
    losses.get(indicators[at]?.id ?? '')?.[ledger]?.lost[index] ?? 0;
  const counted = indicators.map(({ id, chargedTo }) =>
    countedOf(chargedTo === null ? cases : charged, losses.get(id) ?? []),
  );
  const worths = shareOut(indicators.map(({ weight }, at) => (counted[at]?.length === 0 ? 0 : weight)));
  const units = counted.map((rows) => WHOLE_SHARE * rows.length);
  const sums = counted.map((rows, at) => sumOf(rows, losses.get(indicators[at]?.id ?? '') ?? []));

  const cap = fraction(scheme.caseCap * HUNDREDTHS, 1);
  const capped = new Map<string, CappedCase>();
  const cuts = indicators.map((): Fraction => ZERO);
  for (const key of dearCases(scheme.caseCap * HUNDREDTHS, { counted, worths, units, lostOf })) {
    const amounts = counted.map((rows, at): Fraction | null => {
      const ref = rows.find((one) => refKey(one) === key);
      return ref ? fraction((worths[at] ?? 0) * lostOf(at, ref), units[at] ?? 1) : null;
    });
    const one = capAt(cap, amounts);
    amounts.forEach((amount, at) => {
      cuts[at] = plus(cuts[at] ?? ZERO, minus(amount ?? ZERO, one.allowed[at] ?? ZERO));
    });
    if (one.isReached) capped.set(key, one);
  }
  const exact = units.map((unit, at) =>
    unit === 0 ? ZERO : minus(fraction((worths[at] ?? 0) * (sums[at] ?? 0), unit), cuts[at] ?? ZERO),
  );
  const scores = indicators.map((indicator, at): IndicatorScore => {
    const worth = worths[at] ?? 0;
    const lost = rounded(exact[at] ?? ZERO);
    return { indicator, rows: counted[at]?.length ?? 0, worth, lost, score: worth - lost };
  });
  const isEmpty = scores.every(({ rows }) => rows === 0);
  const total = isEmpty ? null : scores.reduce((sum, { score }) => sum + score, 0);
  return { indicators: scores, total, capped, counted, exact };
}

/** What a case loses in each indicator once the cap has stopped it, the first ones first. */
function capAt(cap: Fraction, amounts: readonly (Fraction | null)[]): CappedCase & { readonly isReached: boolean } {
  let spent = ZERO;
  let beyond = ZERO;
  const allowed = amounts.map((amount): Fraction | null => {
    if (amount === null) return null;
    const may = least(amount, minus(cap, spent));
    beyond = plus(beyond, minus(amount, may));
    spent = plus(spent, may);
    return may;
  });
  return { allowed, beyond, isReached: !isLess(spent, cap) };
}

/** One case's loss in one indicator (`at`, among the subject's) as it would be, in hundredths of a per cent of its share. */
export interface ChangedLoss {
  readonly ref: CaseRef;
  readonly at: number;
  readonly after: number;
  /** What the case loses of its share in each indicator as things are. */
  readonly lostAt: (at: number) => number;
}

/**
 * By how many hundredths the printed total rises where one case loses less in one indicator and all else is as it is: each
 * indicator rounded anew. Below nothing by one where the cap moves a loss to another indicator and both round up.
 */
export function riseOf({ indicators, capped, exact }: Points, scheme: ScoringScheme, changed: ChangedLoss): number {
  const amountOf = (at: number, lost: number): Fraction => {
    const { worth = 0, rows = 1 } = indicators[at] ?? {};
    return fraction(worth * lost, WHOLE_SHARE * rows);
  };
  const before = capped.get(refKey(changed.ref));
  const lostAfter = (at: number, was: Fraction, is: Fraction): number =>
    rounded(plus(minus(exact[at] ?? ZERO, was), is));
  if (!before) {
    const { at } = changed;
    const was = amountOf(at, changed.lostAt(at));
    return (indicators[at]?.lost ?? 0) - lostAfter(at, was, amountOf(at, changed.after));
  }
  const amounts = before.allowed.map((allowed, at) =>
    allowed === null ? null : amountOf(at, at === changed.at ? changed.after : changed.lostAt(at)),
  );
  const { allowed } = capAt(fraction(scheme.caseCap * HUNDREDTHS, 1), amounts);
  return indicators.reduce((rise, { lost }, at) => {
    const [was, is] = [before.allowed[at], allowed[at]];
    return was && is ? rise + lost - lostAfter(at, was, is) : rise;
  }, 0);
}

/** The cases that an indicator counts. */
function countedOf(cases: readonly CaseRef[], ofLedgers: readonly IndicatorLosses[]): readonly CaseRef[] {
  const found: CaseRef[] = [];
  for (const ref of cases) {
    const bits = ofLedgers[ref.ledger]?.counted;
    if (bits !== undefined && hasBit(bits, ref.index)) found.push(ref);
  }
  return found;
}

/** What they lose of their shares, together. */
function sumOf(cases: readonly CaseRef[], ofLedgers: readonly IndicatorLosses[]): number {
  let sum = 0;
  for (const { ledger, index } of cases) sum += ofLedgers[ledger]?.lost[index] ?? 0;
  return sum;
}

/** Weights (0 for what does not apply) as hundredths of points that come to full marks. */
function shareOut(weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (sum === 0) return weights;
  return apportion(
    FULL_MARKS,
    weights.map((weight) => fraction(weight * FULL_MARKS, sum)),
  );
}

interface Shares {
  readonly counted: readonly (readonly CaseRef[])[];
  readonly worths: readonly number[];
  readonly units: readonly number[];
  readonly lostOf: (at: number, ref: CaseRef) => number;
}

/** Cases that may lose more than the cap, told by bounds that are quickly worked out; each once. */
function dearCases(cap: number, { counted, worths, units, lostOf }: Shares): readonly string[] {
  // Where even a case that loses everything stays below the cap, no case needs to be looked at.
  const most = counted.reduce((sum, rows, at) => sum + (rows.length === 0 ? 0 : (worths[at] ?? 0) / rows.length), 0);
  if (most < cap - 1) return [];
  const bounds = new Map<string, number>();
  counted.forEach((rows, at) => {
    for (const ref of rows) {
      const bound = Math.ceil(((worths[at] ?? 0) * lostOf(at, ref)) / (units[at] ?? 1));
      if (bound > 0) bounds.set(refKey(ref), (bounds.get(refKey(ref)) ?? 0) + bound);
    }
  });
  return [...bounds].filter(([, bound]) => bound >= cap).map(([key]) => key);
}
