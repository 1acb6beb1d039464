import type { RulePack } from '../rules/pack';

/** Whom a score is of. */
export type SubjectKind = 'unit' | 'sponsor' | 'caseLeader';

/** What a score may suggest, for a leader to decide: 通报表扬, 约谈, 问责. */
export type Measure = 'commend' | 'interview' | 'account';

/** How a bureau scores its units (考核办法): all of it data, from `scoring.json`. */
export interface ScoringScheme {
  readonly title: string;
  readonly basis: string;
  /** What one case costs a subject at most over all indicators, in points. */
  readonly caseCap: number;
  /** With fewer cases a subject is not ranked (样本不足). */
  readonly leastCases: number;
  readonly indicators: readonly Indicator[];
  /** From the best down; the last begins at 0. */
  readonly bands: readonly Band[];
  readonly vetoes: readonly Veto[];
  /** Units are ranked within each, in this order. */
  readonly groups: readonly string[];
  /** Fields whose values are counted and shown beside the score, never scored. */
  readonly shown: readonly string[];
}

export interface Indicator {
  readonly id: string;
  readonly title: string;
  readonly basis: string;
  /** In points; of all indicators together 100. */
  readonly weight: number;
  readonly for: readonly SubjectKind[];
  /** Which cases count at all; of these only cases that one of the rules has something to say of. */
  readonly rows: 'all' | 'open' | 'closed';
  readonly rules: readonly Deduction[];
  /** A number in the ledger in place of rules: what it lacks of `full` is lost. */
  readonly measure: { readonly field: string; readonly full: number } | null;
  /** The one unit that answers for it, whoever handles the case: it counts all cases of the ledger. */
  readonly chargedTo: string | null;
  /** The indicator that this one takes the place of, for the unit that it is charged to. */
  readonly insteadOf: string | null;
}

export interface Deduction {
  readonly rule: string;
  /** Per cent of the case's share of the indicator that a finding of the rule costs. */
  readonly deduct: number;
  /** The rule of the same indicator that this finding becomes once it is mended (超期 turns to 逾期办结). */
  readonly becomes: string | null;
}

export interface Band {
  readonly title: string;
  /** From so many points on. */
  readonly from: number;
  readonly suggests: Measure | null;
}

export interface Veto {
  readonly title: string;
  readonly basis: string;
  readonly rules: readonly string[];
  /** Holds from so many cases on, and only where they are at least so many per cent of the subject's cases. */
  readonly least: number;
  readonly percent: number;
  readonly suggests: Measure | null;
}

/** The kind of file that holds it, by which `RulePack.further` knows it. */
export const SCORING_KIND = 'scoring';

/** The scheme of a pack; null for one that does without. */
export const schemeOf = (pack: RulePack): ScoringScheme | null =>
  (pack.further?.get(SCORING_KIND) as ScoringScheme | null | undefined) ?? null;
