import type { ScoringScheme } from './scheme';

/** What a subject is ranked by, and the ranks that it is given. */
export interface Rankable {
  readonly name: string;
  readonly group: string;
  readonly standing: string;
  readonly points: { readonly total: number | null };
  readonly adjustments: readonly unknown[];
  readonly adjusted: number | null;
  readonly rank: number | null;
  readonly adjustedRank: number | null;
}

/**
 * Subjects by group in the scheme's order (groups it does not name after them), within each by rank, equals by name;
 * equal totals share a rank and the next one is left out. Beside it stands the rank that adjusted totals would give. What
 * is not ranked follows in the order of totals.
 */
export function rankWithin<Score extends Rankable>(
  { groups }: ScoringScheme,
  scores: readonly Score[],
): readonly Score[] {
  const placeOf = ({ group }: Rankable): number => {
    const at = groups.indexOf(group);
    return at < 0 ? groups.length : at;
  };
  const isBehind = ({ standing }: Rankable): number => (standing === 'ranked' ? 0 : 1);
  const sorted = [...scores].sort(
    (a, b) =>
      placeOf(a) - placeOf(b) ||
      compare(a.group, b.group) ||
      isBehind(a) - isBehind(b) ||
      (b.points.total ?? -1) - (a.points.total ?? -1) ||
      compare(a.name, b.name),
  );
  return sorted.map((score) => {
    if (score.standing !== 'ranked') return score;
    const rivals = sorted.filter(({ group, standing }) => group === score.group && standing === 'ranked');
    const better = rivals.filter(({ points }) => (points.total ?? 0) > (score.points.total ?? 0));
    const isAdjusted = rivals.some(({ adjustments }) => adjustments.length > 0);
    const adjustedBetter = rivals.filter(({ adjusted }) => (adjusted ?? 0) > (score.adjusted ?? 0));
    return { ...score, rank: better.length + 1, adjustedRank: isAdjusted ? adjustedBetter.length + 1 : null };
  });
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
