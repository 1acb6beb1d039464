import type { EditedCell } from '../ledger/editableSheet';
import type { CellArea } from '../ledger/grid';
import type { CheckedLedger } from './checkedLedger';

/** What changed on the ledger's sheet, as the host reads it now. */
export interface LedgerEdit {
  /** Cells that changed, or may have: one that holds what it held costs nothing. The last one counts of two alike. */
  readonly cells: readonly EditedCell[];
  /** All merged areas of the sheet, where they changed; null where the host can't tell them. */
  readonly merges?: readonly CellArea[] | null;
}

/** What an edit came to. */
export interface Recheck {
  /** False where the edit was older than one taken in before, and was left out: read its cells once more. */
  readonly applied: boolean;
  /** Cases whose facts or outcomes may be others now, ascending; none are named where the whole table was read. */
  readonly rows: readonly number[];
  /** The table was found and checked from its header on: indices of cases from before mean nothing in it. */
  readonly wholeTable: boolean;
  /** The ledger as it is now. Unless `wholeTable`, what was checked before, brought up to date. */
  readonly checked: CheckedLedger;
}
