import type { Pace } from '../core/cancel';
import type { Masker } from '../core/masking/masker';
import type { Result } from '../core/problem';

/** What is to be hidden in a copy of a workbook that leaves the office. */
export interface MaskOrder {
  /** For every text but those `cell` answers for. */
  readonly masker: Masker;
  /** What stands in a cell instead of what is seen in it; null for a cell that is a text like any other. */
  cell(sheet: string, row: number, column: number, seen: string): string | null;
}

/** Makes the copy of a workbook that is open, whatever keeps its file; only a composition root knows what does. */
export interface CopySink {
  /** What the name of a copy ends with. */
  readonly suffix: string;
  /** @returns the file, and what to say of it in words */
  copy(masks: MaskOrder, pace: Pace): Promise<Result<{ readonly bytes: Uint8Array; readonly says: readonly string[] }>>;
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
