import { LEVELS_ABOVE_COUNTY } from '../../facts/filedLevel';
import { plainName } from '../../facts/roster';
import { textOf } from '../notices/ledgerCase';
import type { TrendCase } from './trendCase';

/** A person with several cases, or a matter told several times; its cases in the order of their days. */
export interface Repeat {
  readonly kind: 'person' | 'matter';
  /** The name as written: masked before anyone sees it. '' for a matter. */
  readonly petitioner: string;
  /** A person known by name alone: whoever reads it has to see whether it is one. */
  readonly byNameOnly: boolean;
  readonly cases: readonly TrendCase[];
}

/** Joint petitions are those of so many people (信访条例 and 信访工作条例: 五人以上). */
export const isJoint =
  (from: number) =>
  ({ headcount }: TrendCase): boolean =>
    headcount !== null && headcount >= from;

export const isSkipped = ({ level }: TrendCase): boolean => LEVELS_ABOVE_COUNTY.has(level);

/** People who came more than once, most often first; told apart by their numbers where the ledger has any. */
export function repeatedPetitioners(cases: readonly TrendCase[]): readonly Repeat[] {
  const byKey = new Map<string, { readonly name: string; readonly byNameOnly: boolean; readonly cases: TrendCase[] }>();
  for (const one of cases) {
    // A number belongs to one person; of several nobody can say to whom.
    const identity = one.petitioners.length === 1 ? one.identity : '';
    for (const name of new Set(one.petitioners)) {
      const key = `${name}\u0000${identity}`;
      const kept = byKey.get(key) ?? { name, byNameOnly: identity === '', cases: [] };
      kept.cases.push(one);
      byKey.set(key, kept);
    }
  }
  const repeats = [...byKey.values()]
    .filter((person) => person.cases.length > 1)
    .map(({ name, byNameOnly, cases: own }): Repeat => ({
      kind: 'person',
      petitioner: name,
      byNameOnly,
      cases: inOrder(own),
    }));
  return mostFirst(repeats);
}

/** The same content from different people: matters that many raise in the same words. */
export function repeatedMatters(cases: readonly TrendCase[]): readonly Repeat[] {
  const byText = new Map<string, TrendCase[]>();
  for (const one of cases) {
    const key = plainName(textOf(one.ref, 'content')).replace(/[^\p{L}\p{N}]/gu, '');
    if (key.length >= SHORTEST) byText.set(key, [...(byText.get(key) ?? []), one]);
  }
  const repeats = [...byText.values()]
    .filter((own) => own.length > 1)
    .map((own): Repeat => ({ kind: 'matter', petitioner: '', byNameOnly: false, cases: inOrder(own) }));
  return mostFirst(repeats);
}

/** Shorter texts (同上, 咨询) are alike without meaning the same. */
const SHORTEST = 6;

const inOrder = (cases: readonly TrendCase[]): readonly TrendCase[] =>
  [...cases].sort((a, b) => (a.on ?? Infinity) - (b.on ?? Infinity) || (a.caseNo < b.caseNo ? -1 : 1));

const mostFirst = (repeats: readonly Repeat[]): readonly Repeat[] =>
  [...repeats].sort(
    (a, b) => b.cases.length - a.cases.length || ((a.cases[0]?.caseNo ?? '') < (b.cases[0]?.caseNo ?? '') ? -1 : 1),
  );
