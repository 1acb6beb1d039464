import type { FieldId } from '../ledger/table';

export type Merit = 'withinPolicy' | 'partly' | 'beyondPolicy' | 'undetermined';
export type Conduct = 'unlawful' | 'lawful' | 'unknown';
export type Hardship = 'yes' | 'no' | 'unknown';
/** The plan's sorting: 政策内 / 政策外或不合理 / 违法行为 (by a person's decision with its basis only). */
export type Category = 'withinPolicy' | 'beyondPolicy' | 'unlawful' | 'undetermined';
export type Treatment = 'settle' | 'educate' | 'lawfulHandling' | 'aid';

export interface AxisValue<T> {
  readonly value: T;
  /** Decided by a person in the ledger, or suggested by rules. A decision always wins. */
  readonly source: 'decided' | 'suggested';
}

export interface Evidence {
  readonly axis: 'merit' | 'conduct' | 'hardship';
  readonly rule: string;
  readonly words: readonly string[];
  readonly field: FieldId;
  readonly basis: string;
}

export interface Classification {
  /** What counts. `partly` counts as withinPolicy; unlawful only by a person's decision with its basis. */
  readonly category: Category;
  /** The rules' own sorting, `unlawful` first where the evidence is strong. */
  readonly suggested: Category;
  readonly merit: AxisValue<Merit>;
  readonly conduct: AxisValue<Conduct>;
  readonly hardship: AxisValue<Hardship>;
  /** Side by side; none hides another. */
  readonly treatments: readonly Treatment[];
  /** On the list 待核实: words suggest unlawful conduct and no person has decided. */
  readonly toVerify: boolean;
  /** What the rules alone suggest, whatever a person decided. */
  readonly suggestion: { readonly merit: Merit; readonly conduct: Conduct; readonly hardship: Hardship };
  /** A decision that strong evidence contradicts. */
  readonly contradicted: boolean;
  readonly evidence: readonly Evidence[];
}
