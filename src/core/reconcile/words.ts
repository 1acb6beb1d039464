import type { CivilDay } from '../dates/civil';
import type { Difference } from './differences';
import type { MatchedBy, Unsure } from './match';

/** What a row of the differences is about. */
export type DifferenceKind = 'onlyList' | 'differs' | 'unsure' | 'onlyLedger';

/** What is said of a list that was compared with a ledger. */
export interface ReconcileWords {
  readonly totals: { readonly sheet: string; readonly title: string; readonly headings: readonly string[] };
  readonly details: { readonly sheet: string; readonly title: string; readonly headings: readonly string[] };
  headLine(head: { readonly ledger: string; readonly list: string; readonly today: CivilDay }): string;
  readonly kinds: Readonly<Record<DifferenceKind, string>>;
  /** What is to be done about it. */
  readonly advice: Readonly<Record<DifferenceKind, string>>;
  readonly agreed: string;
  readonly by: Readonly<Record<MatchedBy, string>>;
  readonly difference: Readonly<Record<Difference['kind'], string>>;
  readonly doubtful: string;
  unsure(why: Unsure['why'], ledgerRows: readonly number[], listRows: readonly number[]): string;
  /** A blank cell. */
  readonly blank: string;
  missing(side: 'ledger' | 'list', labels: readonly string[]): string;
  footer(today: CivilDay): string;
}
