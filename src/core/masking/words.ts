/** What the last sheet of a copy says of what was hidden in it, or that nothing was. */
export interface MaskWords {
  readonly sheet: string;
  readonly title: string;
  readonly masked: string;
  readonly unmasked: string;
  readonly whatIsHidden: readonly string[];
  counts(counts: { readonly cells: number; readonly places: number; readonly formulas: number }): readonly string[];
  removed(what: string, count: number): string;
  readonly limits: string;
  footer(isMasked: boolean): string;
}
