import type { TrendGroup } from './groups';
import type { ReportSettings } from '../settings';
import { isJoint, isSkipped } from './repeats';
import type { TrendCase } from './trendCase';

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
  settings: ReportSettings,
): readonly AdviceMatter[] {
  const all = { units: distinct(everyCase, 'unit'), townships: distinct(everyCase, 'township') };
  return matters
    .map((group) => ({ group, reasons: reasonsFor(group, all, repeated, settings) }))
    .filter(({ reasons }) => reasons.length > 0)
    .sort((a, b) => b.reasons.length - a.reasons.length || b.group.cases.length - a.group.cases.length);
}

function reasonsFor(
  { cases, comparison }: TrendGroup,
  { units: ofUnits, townships: ofTownships }: { readonly units: number; readonly townships: number },
  repeated: ReadonlySet<TrendCase>,
  { jointFrom, trend }: ReportSettings,
): readonly AdviceReason[] {
  const isOfMany = isJoint(jointFrom);
  const reasons: AdviceReason[] = [];
  const [units, townships] = [distinct(cases, 'unit'), distinct(cases, 'township')];
  const isWide = (some: number, all: number): boolean => some >= trend.generalPlaces && some * 2 > all;
  if (cases.length >= trend.generalCases && (isWide(units, ofUnits) || isWide(townships, ofTownships)))
    reasons.push({ code: 'general', units, ofUnits, townships, ofTownships });
  const { verdict, recent, average, chance } = comparison;
  if (verdict === 'rising' && average !== null && chance !== null)
    reasons.push({ code: 'rising', recent, average, chance });
  const pressing = cases.filter((one) => isOfMany(one) || isSkipped(one) || repeated.has(one)).length;
  if (pressing >= trend.pressingCases && pressing * 100 >= cases.length * trend.pressingPercent)
    reasons.push({
      code: 'pressing',
      joint: cases.filter(isOfMany).length,
      skipped: cases.filter(isSkipped).length,
      repeated: cases.filter((one) => repeated.has(one)).length,
    });
  return reasons;
}

const distinct = (cases: readonly TrendCase[], by: 'unit' | 'township'): number =>
  new Set(cases.map((one) => one[by]).filter((name) => name !== '')).size;
