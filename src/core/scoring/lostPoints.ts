import type { CheckedLedger } from '../check/checkedLedger';
import { caseKeys } from './caseKeys';
import { WHOLE_SHARE, chargesOf, type Charge } from './caseLosses';
import { ZERO, apportion, fraction, isLess, least, minus, type Fraction } from './fraction';
import { refKey, riseOf, type CappedCase, type Points } from './points';
import type { Indicator, ScoringScheme } from './scheme';
import type { CaseRef, ScoredLedger } from './subjects';

/** What cost a subject points: one finding, one thing that could not be judged, or one inspector's score. */
export interface LostPoint {
  readonly ref: CaseRef;
  readonly indicator: Indicator;
  /** In the pack; null for an inspector's score. */
  readonly rule: number | null;
  readonly why: 'finding' | 'unjudged' | 'measure';
  /** Hundredths of points; those of an indicator come to what it lost. 0 where others of the case took all there was. */
  readonly lost: number;
  /**
   * `yes`: mending it alone wins points back; `together`: only with the case's other findings; `no`: it has become a
   * fact; `inspection`: another inspector's score would.
   */
  readonly mend: 'yes' | 'together' | 'no' | 'inspection';
  /** Hundredths by which the printed total rises when it alone is mended, all else being as it is. */
  readonly wins: number;
  /** Why mending it alone wins nothing; null where it wins something, or nothing mends it. */
  readonly bound: Bound | null;
}

/**
 * `share`: the case's other findings take its share of the indicator as it is; `cap`: the case would lose more than it may
 * (`points`), and loses that elsewhere; `rounding`: it is less than half a hundredth.
 */
export type Bound =
  { readonly why: 'share' } | { readonly why: 'cap'; readonly points: number } | { readonly why: 'rounding' };

/** What a case loses of its share in an indicator, in hundredths of a per cent. */
export type LossOf = (indicator: string, ref: CaseRef) => number;

const MEND_ORDER: readonly LostPoint['mend'][] = ['yes', 'together', 'inspection', 'no'];

/** What the lost points of all subjects of a board are told from, each worked out once. */
export interface LostFrom {
  readonly scheme: ScoringScheme;
  readonly ledgers: readonly ScoredLedger[];
  readonly lossOf: LossOf;
  readonly chargesOf: (indicator: Indicator, ref: CaseRef) => readonly Charge[];
  readonly keyOf: (ref: CaseRef) => string;
}

/** @param lossOf what a case loses of its share */
export function lostFrom(scheme: ScoringScheme, ledgers: readonly ScoredLedger[], lossOf: LossOf): LostFrom {
  const known = new Map<string, readonly ((index: number) => readonly Charge[])[]>();
  return {
    scheme,
    ledgers,
    lossOf,
    keyOf: caseKeys(ledgers),
    chargesOf: (indicator, { ledger, index }) => {
      const kept = known.get(indicator.id) ?? ledgers.map(({ checked }) => chargesOf(checked, indicator));
      known.set(indicator.id, kept);
      return kept[ledger]?.(index) ?? [];
    },
  };
}

/** Every lost point of a subject, by indicator; within one what can be mended first, then the dearest. */
export function lostPoints(points: Points, from: LostFrom): readonly LostPoint[] {
  return points.indicators.flatMap(({ indicator, worth, lost, rows }, at) => {
    const parts = (points.counted[at] ?? []).flatMap((ref): readonly Part[] => {
      const { checked } = from.ledgers[ref.ledger] as ScoredLedger;
      const capped = points.capped.get(refKey(ref));
      const share = {
        indicator,
        worth,
        rows,
        lost: from.lossOf(indicator.id, ref),
        at,
        capped,
        cap: from.scheme.caseCap,
      };
      const lostAt = (one: number): number => from.lossOf(points.indicators[one]?.indicator.id ?? '', ref);
      const rise = (after: number): number => riseOf(points, from.scheme, { ref, at, after, lostAt });
      return share.lost === 0 ? [] : partsOf(checked, ref, from.chargesOf(indicator, ref), { ...share, rise });
    });
    // Which of equal parts gets the hundredth that is left over is told by what the rows say, never by their order.
    const keyed = parts.map((part) => ({ part, key: from.keyOf(part.ref) }));
    keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
    const amounts = apportion(
      lost,
      keyed.map(({ part }) => part.exact),
    );
    return keyed
      .map(({ part: { ref, charge, mend, wins, bound } }, i): LostPoint => {
        const rule = charge?.rule ?? null;
        return { ref, indicator, rule, why: charge?.why ?? 'measure', lost: amounts[i] ?? 0, mend, wins, bound };
      })
      .sort((a, b) => MEND_ORDER.indexOf(a.mend) - MEND_ORDER.indexOf(b.mend) || b.lost - a.lost);
  });
}

/** One charge with its part of the case's loss, before it is rounded. */
interface Part extends Pick<LostPoint, 'ref' | 'mend' | 'wins' | 'bound'> {
  readonly charge: Charge | null;
  readonly exact: Fraction;
}

interface CaseShare {
  readonly indicator: Indicator;
  readonly worth: number;
  readonly rows: number;
  readonly lost: number;
  /** Of the indicator among the subject's. */
  readonly at: number;
  readonly capped: CappedCase | undefined;
  /** What a case loses at most, in points. */
  readonly cap: number;
  /** By how much the printed total rises where the case loses so much of its share instead. */
  readonly rise: (after: number) => number;
}

/** A case's loss told by its charges: each takes what it deducts as far as something of the share is left. */
function partsOf(checked: CheckedLedger, ref: CaseRef, charges: readonly Charge[], share: CaseShare): readonly Part[] {
  const points = (hundredths: number): Fraction => fraction(share.worth * hundredths, WHOLE_SHARE * share.rows);
  let room = share.capped?.allowed[share.at] ?? points(share.lost);
  const take = (wanted: Fraction): Fraction => {
    const taken = least(wanted, room);
    room = minus(room, taken);
    return taken;
  };
  if (charges.length === 0)
    return [{ ref, charge: null, exact: take(points(share.lost)), mend: 'inspection', wins: 0, bound: null }];
  const all = charges.reduce((sum, charge) => sum + deductOf(charge), 0);
  let left = WHOLE_SHARE;
  return charges.map((charge) => {
    const own = Math.min(deductOf(charge), left);
    left -= own;
    const exact = take(points(own));
    if (isFact(checked, charge)) return { ref, charge, exact, wins: 0, mend: 'no', bound: null };
    const after = Math.min(WHOLE_SHARE, all - deductOf(charge) + afterMending(share.indicator, charge, charges));
    const wins = share.rise(after);
    if (wins > 0) return { ref, charge, exact, wins, mend: 'yes', bound: null };
    return { ref, charge, exact, wins, mend: 'together', bound: boundOf(share, after, points(share.lost - after)) };
  });
}

/** What keeps mending from winning anything. */
function boundOf({ lost, capped, cap }: CaseShare, after: number, saved: Fraction): Bound {
  if (after >= lost) return { why: 'share' };
  return isLess(capped?.beyond ?? ZERO, saved) ? { why: 'rounding' } : { why: 'cap', points: cap };
}

/** In hundredths of a per cent of the case's share. */
const deductOf = ({ deduction }: Charge): number => 100 * deduction.deduct;

/** A finding that nothing mends any more: its rule says so, or the scheme. */
const isFact = (checked: CheckedLedger, { deduction, rule, why }: Charge): boolean =>
  why === 'finding' && (checked.pack.rules[rule]?.mendable === false || deduction.becomes === deduction.rule);

/**
 * What is deducted in its place once it is mended: some findings turn into another, 超期 into 逾期办结, unless that is
 * charged as it is.
 */
function afterMending({ rules }: Indicator, { deduction, why }: Charge, charges: readonly Charge[]): number {
  const { becomes } = deduction;
  if (why === 'unjudged' || becomes === null || charges.some((one) => one.deduction.rule === becomes)) return 0;
  return 100 * (rules.find(({ rule }) => rule === becomes)?.deduct ?? 0);
}
