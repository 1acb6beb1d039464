import type { Masker } from '../core/masking/masker';

/** What is to be hidden in a copy of a workbook that leaves the office. */
export interface MaskOrder {
  /** For every text but those `cell` answers for. */
  readonly masker: Masker;
  /** What stands in a cell instead of what is seen in it; null for a cell that is a text like any other. */
  cell(sheet: string, row: number, column: number, seen: string): string | null;
}

/** What was done to make the copy fit to be handed out; said on its last sheet. */
export interface MaskReport {
  /** Cells of personal columns that were hidden whole. */
  readonly cells: number;
  /** Stretches hidden in all other texts. */
  readonly places: number;
  /** Formulas that became their values. */
  readonly formulas: number;
  /** What could not be masked and was taken out. */
  readonly removed: readonly MaskRemoval[];
}

export interface MaskRemoval {
  readonly what: 'pictures' | 'pivots' | 'externalLinks' | 'customXml' | 'signatures' | 'thumbnail' | 'protection';
  readonly count: number;
}
