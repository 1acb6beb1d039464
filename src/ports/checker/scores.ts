import type { Period } from '../../core/scoring/period';
import type { SubjectKind } from '../../core/scoring/scheme';

/** Whom scores are of, and which cases count. */
export interface ScoreQuery {
  readonly by: SubjectKind;
  readonly period: Period;
}

/** Scores by group, worded; points always with two decimals. */
export interface Scores {
  readonly title: string;
  /** Which ledger, which period, as of which day, by which rules. */
  readonly head: string;
  /** How many cases count. */
  readonly cases: number;
  readonly groups: readonly { readonly title: string; readonly scores: readonly ScoreLine[] }[];
  /** Units without a case (不参评). */
  readonly without: readonly string[];
  /** Cases that are charged to nobody, since whose they are can't be told. */
  readonly unassigned: readonly { readonly caseLabel: string; readonly cell: string }[];
  /** How many cases are kept from the unit they complain of, and count for nobody. */
  readonly recused: number;
  /** Rows of 人工调整 that don't count, and why. */
  readonly problems: readonly string[];
}

export interface ScoreLine {
  readonly name: string;
  readonly cases: number;
  /** Within the group; null for one that is not ranked, and `standing` says why. */
  readonly rank: number | null;
  readonly standing: string;
  /** 0 to 100; null where no indicator applies. */
  readonly total: number | null;
  readonly points: string;
  /** 等次; '' without one. */
  readonly band: string;
  /** How many indicators don't apply. */
  readonly missing: number;
  /** With what people added (人工调整); '' where there is nothing of it. */
  readonly adjusted: string;
  /** What the rank would be with it; null where nobody in the group is adjusted. */
  readonly adjustedRank: number | null;
}

/** A unit's score, every point of it open to appeal. */
export interface ScoreCard extends ScoreLine {
  readonly group: string;
  readonly indicators: readonly ScoredIndicator[];
  readonly lost: readonly LostScore[];
  /** For a leader to decide, each with its reason. */
  readonly suggestions: readonly string[];
  /** What people added (人工调整), shown apart. */
  readonly adjustments: readonly string[];
  /** What is shown and never scored. */
  readonly beside: readonly string[];
  /** Findings that cost nothing, since a person set them aside. */
  readonly aside: readonly { readonly caseLabel: string; readonly cell: string; readonly says: string }[];
}

export interface ScoredIndicator {
  readonly id: string;
  readonly title: string;
  readonly basis: string;
  readonly applies: boolean;
  /** Cases that count. */
  readonly rows: number;
  readonly score: string;
  /** The weight with its part of what does not apply. */
  readonly worth: string;
  /** The weight as the scheme has it. */
  readonly weight: string;
  readonly lost: string;
}

/** What cost points: where it stands, by what it was judged, and what wins it back. Masked. */
export interface LostScore {
  readonly row: number;
  readonly caseLabel: string;
  /** A1 address to go to. */
  readonly cell: string;
  readonly indicator: string;
  readonly title: string;
  readonly says: string;
  readonly basis: string;
  /** 列名 and what stands in the cell, cut short; '' where no cell is to blame. */
  readonly label: string;
  readonly value: string;
  readonly points: string;
  readonly mend: 'yes' | 'together' | 'no' | 'inspection';
  readonly mendable: string;
  readonly how: string;
}
