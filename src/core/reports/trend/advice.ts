import type { TrendGroup } from './groups';
import { isJoint, isSkipped } from './repeats';
import type { TrendCase } from './trendCase';

/** A matter is general that comes up in so many cases, and in so many and more than half of the units or places. */
export const GENERAL_CASES = 5;
export const GENERAL_PLACES = 3;
/** So many joint, skipped-level or repeated cases of one matter, and so large a part of it, are a reason of their own. */
export const PRESSING_CASES = 3;
export const PRESSING_SHARE = 0.1;

/** Why advice on policy is due. */
export type AdviceReason =
  | {
      readonly code: 'general';
      readonly units: number;
      readonly ofUnits: number;
      readonly townships: number;
      readonly ofTownships: number;
    }
  | { readonly code: 'rising'; readonly recent: number; readonly average: number; readonly chance: number }
  | { readonly code: 'pressing'; readonly joint: number; readonly skipped: number; readonly repeated: number };

/** A matter on which advice to those above is due, and why: what to advise is for people to write. */
export interface AdviceMatter {
  readonly group: TrendGroup;
  readonly reasons: readonly AdviceReason[];
}

/** The matters with a reason, those with more reasons and more cases first. */
export function adviceMatters(
  matters: readonly TrendGroup[],
  everyCase: readonly TrendCase[],
  repeated: ReadonlySet<TrendCase>,
): readonly AdviceMatter[] {
  const all = { units: distinct(everyCase, 'unit'), townships: distinct(everyCase, 'township') };
  return matters
    .map((group) => ({ group, reasons: reasonsFor(group, all, repeated) }))
    .filter(({ reasons }) => reasons.length > 0)
    .sort((a, b) => b.reasons.length - a.reasons.length || b.group.cases.length - a.group.cases.length);
}

function reasonsFor(
  { cases, comparison }: TrendGroup,
  { units: ofUnits, townships: ofTownships }: { readonly units: number; readonly townships: number },
  repeated: ReadonlySet<TrendCase>,
): readonly AdviceReason[] {
  const reasons: AdviceReason[] = [];
  const [units, townships] = [distinct(cases, 'unit'), distinct(cases, 'township')];
  const isWide = (some: number, all: number): boolean => some >= GENERAL_PLACES && some * 2 > all;
  if (cases.length >= GENERAL_CASES && (isWide(units, ofUnits) || isWide(townships, ofTownships)))
    reasons.push({ code: 'general', units, ofUnits, townships, ofTownships });
  const { verdict, recent, average, chance } = comparison;
  if (verdict === 'rising' && average !== null && chance !== null)
    reasons.push({ code: 'rising', recent, average, chance });
  const pressing = cases.filter((one) => isJoint(one) || isSkipped(one) || repeated.has(one)).length;
  if (pressing >= PRESSING_CASES && pressing >= cases.length * PRESSING_SHARE)
    reasons.push({
      code: 'pressing',
      joint: cases.filter(isJoint).length,
      skipped: cases.filter(isSkipped).length,
      repeated: cases.filter((one) => repeated.has(one)).length,
    });
  return reasons;
}

const distinct = (cases: readonly TrendCase[], by: 'unit' | 'township'): number =>
  new Set(cases.map((one) => one[by]).filter((name) => name !== '')).size;
