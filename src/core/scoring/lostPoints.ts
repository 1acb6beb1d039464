import type { CheckedLedger } from '../check/checkedLedger';
import { caseKeys } from './caseKeys';
import { WHOLE_SHARE, chargesOf, type Charge } from './caseLosses';
import { ZERO, apportion, fraction, isLess, least, minus, rounded, type Fraction } from './fraction';
import { refKey, type CappedCase, type Points } from './points';
import type { Indicator } from './scheme';
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
  /** Hundredths of points that mending it alone wins back, the other cases being as they are. */
  readonly wins: number;
}

/** What a case loses of its share in an indicator, in hundredths of a per cent. */
export type LossOf = (indicator: string, ref: CaseRef) => number;

const MEND_ORDER: readonly LostPoint['mend'][] = ['yes', 'together', 'inspection', 'no'];

/** What the lost points of all subjects of a board are told from, each worked out once. */
export interface LostFrom {
  readonly ledgers: readonly ScoredLedger[];
  readonly lossOf: LossOf;
  readonly chargesOf: (indicator: Indicator, ref: CaseRef) => readonly Charge[];
  readonly keyOf: (ref: CaseRef) => string;
}

/** @param lossOf what a case loses of its share */
export function lostFrom(ledgers: readonly ScoredLedger[], lossOf: LossOf): LostFrom {
  const known = new Map<string, readonly ((index: number) => readonly Charge[])[]>();
  return {
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
      const share = { indicator, worth, rows, lost: from.lossOf(indicator.id, ref), at, capped };
      return share.lost === 0 ? [] : partsOf(checked, ref, from.chargesOf(indicator, ref), share);
    });
    // Which of equal parts gets the hundredth that is left over is told by what the rows say, never by their order.
    const keyed = parts.map((part) => ({ part, key: from.keyOf(part.ref) }));
    keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
    const amounts = apportion(
      lost,
      keyed.map(({ part }) => part.exact),
    );
    return keyed
      .map(({ part: { ref, charge, mend, wins } }, i): LostPoint => {
        const rule = charge?.rule ?? null;
        return { ref, indicator, rule, why: charge?.why ?? 'measure', lost: amounts[i] ?? 0, mend, wins };
      })
      .sort((a, b) => MEND_ORDER.indexOf(a.mend) - MEND_ORDER.indexOf(b.mend) || b.lost - a.lost);
  });
}

/** One charge with its part of the case's loss, before it is rounded. */
interface Part extends Pick<LostPoint, 'ref' | 'mend' | 'wins'> {
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
    return [{ ref, charge: null, exact: take(points(share.lost)), mend: 'inspection', wins: 0 }];
  const all = charges.reduce((sum, charge) => sum + deductOf(charge), 0);
  let left = WHOLE_SHARE;
  return charges.map((charge) => {
    const own = Math.min(deductOf(charge), left);
    left -= own;
    const after = Math.min(WHOLE_SHARE, all - deductOf(charge) + afterMending(checked, share.indicator, charge));
    // What the cap has spared a case it would lose first.
    const saved = minus(points(share.lost - after), share.capped?.beyond ?? ZERO);
    const wins = isLess(saved, ZERO) ? 0 : rounded(saved);
    return { ref, charge, exact: take(points(own)), wins, mend: mendOf(checked, charge, wins) };
  });
}

/** In hundredths of a per cent of the case's share. */
const deductOf = ({ deduction }: Charge): number => 100 * deduction.deduct;

/** A finding that nothing mends any more: its rule says so, or the scheme. */
const isFact = (checked: CheckedLedger, { deduction, rule, why }: Charge): boolean =>
  why === 'finding' && (checked.pack.rules[rule]?.mendable === false || deduction.becomes === deduction.rule);

/** What is deducted for a finding once it is mended: some turn into another, 超期 into 逾期办结. */
function afterMending(checked: CheckedLedger, indicator: Indicator, charge: Charge): number {
  if (isFact(checked, charge)) return deductOf(charge);
  const { becomes } = charge.deduction;
  if (charge.why === 'unjudged' || becomes === null) return 0;
  return 100 * (indicator.rules.find(({ rule }) => rule === becomes)?.deduct ?? 0);
}

function mendOf(checked: CheckedLedger, charge: Charge, wins: number): LostPoint['mend'] {
  if (isFact(checked, charge)) return 'no';
  return wins > 0 ? 'yes' : 'together';
}
