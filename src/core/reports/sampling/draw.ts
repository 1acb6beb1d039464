import { sha256Of } from '../../rules/load/checksum';
import type { Confidence, SamplingSettings } from '../settings';

/** Of a normal distribution: so many standard deviations to either side hold this part of it. */
const DEVIATIONS: Readonly<Record<Confidence, number>> = { '90%': 1.645, '95%': 1.96, '99%': 2.576 };

/**
 * Cochran's size for a finite population, by which a share is told to within the margin, whatever the share: by 95 % and
 * ten points 96 of very many, 83 of 600.
 */
export function sampleSize(population: number, { confidence, marginPercent }: SamplingSettings): number {
  if (population <= 0) return 0;
  const unbounded = (DEVIATIONS[confidence] ** 2 * 0.25) / (marginPercent / 100) ** 2;
  return Math.min(population, Math.ceil(unbounded / (1 + (unbounded - 1) / population)));
}

/**
 * Shares out `total` over groups of these sizes: in proportion, by the largest remainder, each with at least `least` of
 * its own or all it has. More than `total` where the least alone come to more; never more than a group holds.
 */
export function shareOut(sizes: readonly number[], total: number, least: number): readonly number[] {
  const all = sizes.reduce((sum, size) => sum + size, 0);
  const floors = sizes.map((size) => Math.min(size, least));
  const quotas = sizes.map((size) => (all === 0 ? 0 : (total * size) / all));
  const shares = sizes.map((size, at) => Math.max(floors[at] ?? 0, Math.min(size, Math.floor(quotas[at] ?? 0))));
  let sum = shares.reduce((one, share) => one + share, 0);
  const want = Math.min(all, total);
  while (sum < want) {
    const at = largest(sizes, (i) => (shares[i]! < sizes[i]! ? quotas[i]! - shares[i]! : -Infinity));
    shares[at]!++;
    sum++;
  }
  while (sum > want) {
    const at = largest(sizes, (i) => (shares[i]! > floors[i]! ? shares[i]! - quotas[i]! : -Infinity));
    if (shares[at]! <= floors[at]!) break;
    shares[at]!--;
    sum--;
  }
  return shares;
}

function largest(sizes: readonly number[], of: (at: number) => number): number {
  let best = 0;
  for (let at = 1; at < sizes.length; at++) if (of(at) > of(best)) best = at;
  return best;
}

/** What a case is drawn by: the key that names it wherever it stands, and its strata. */
export interface Drawable {
  readonly key: string;
  readonly unit: string;
  /** Category and state: cases of one unit are drawn in proportion to these. */
  readonly stratum: string;
}

/**
 * Draws a sample: shared out over the units, within each over its strata, and within a stratum those whose checksum of
 * seed and key comes first. The same seed and cases give the same sample, in whatever order the cases stand.
 */
export function drawSample<T extends Drawable>(
  cases: readonly T[],
  seed: string,
  settings: SamplingSettings,
): readonly T[] {
  const units = grouped(cases, ({ unit }) => unit);
  const shares = shareOut(
    units.map((own) => own.length),
    sampleSize(cases.length, settings),
    settings.leastPerUnit,
  );
  return units.flatMap((own, at) => {
    const strata = grouped(own, ({ stratum }) => stratum);
    const parts = shareOut(
      strata.map((part) => part.length),
      shares[at] ?? 0,
      0,
    );
    return strata.flatMap((part, i) => shuffled(part, seed).slice(0, parts[i] ?? 0));
  });
}

/** In an order that rests on the seed and the cases' keys alone. */
export function shuffled<T extends { readonly key: string }>(cases: readonly T[], seed: string): readonly T[] {
  return cases
    .map((one) => ({ one, rank: sha256Of([seed, '\u0000', one.key]) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0))
    .map(({ one }) => one);
}

/** Groups by a name, in the order of the names. */
function grouped<T>(cases: readonly T[], nameOf: (one: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const one of cases) {
    const group = groups.get(nameOf(one));
    if (group) group.push(one);
    else groups.set(nameOf(one), [one]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

/** The seed where nobody gave one: of the day and of which cases there are, so that nobody chose it. */
export const defaultSeed = (day: string, keys: readonly string[]): string =>
  `${day}-${sha256Of([...keys].sort().map((key) => `${key}\n`)).slice(0, 8)}`;
