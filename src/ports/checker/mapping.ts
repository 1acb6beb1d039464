import type { FieldId } from '../../core/ledger/table';
import type { MappingCorrection } from '../../core/ledger/findLedger';

export interface MappingView {
  readonly sheet: string;
  readonly headerRows: readonly number[];
  readonly columns: readonly MappedColumn[];
  /** Fields that have no column, in the pack's order. */
  readonly missing: readonly { readonly field: FieldId; readonly label: string; readonly needed: boolean }[];
  /** Every field a column can be given. */
  readonly fields: readonly { readonly field: FieldId; readonly label: string }[];
  /** What a person corrected, as it applies to the sheet now; null where nothing was. */
  readonly correction: MappingCorrection | null;
  readonly companions: readonly { readonly sheet: string; readonly present: boolean; readonly problems: number }[];
}

export interface MappedColumn {
  /** Letters. */
  readonly column: string;
  readonly heading: string;
  readonly field: FieldId | null;
  readonly label: string;
  readonly conflict: boolean;
  /** A few of its cells, masked where they are personal. */
  readonly examples: readonly string[];
}
