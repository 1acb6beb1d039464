import type { CellArea, SheetGrid } from '../core/ledger/grid';
import type { PackedSheet } from '../core/ledger/packedTexts';
import type { Result } from '../core/problem';
import type { CellEdit, WorkbookCapabilities } from './liveWorkbook';
import type { RuleSource } from './ruleSource';
import type { SheetInfo } from './workbook';

/** The one workbook that is open in the workbench, as its grid shows and edits it; it lives beside the check. */
export interface OpenFile {
  /** Opens a file in place of the one that was open; where it is refused, that one stays. */
  open(name: string, bytes: Uint8Array): Promise<Result<OpenedFile>>;
  sheets(): Promise<Result<readonly SheetInfo[]>>;
  /** A sheet whole, for whoever asked alone. */
  readSheet(sheet: string): Promise<Result<PackedSheet>>;
  /** The cells of an area as they stand now, as `LiveWorkbook.readArea` gives them. */
  readArea(sheet: string, area: CellArea): Promise<Result<SheetGrid>>;
  editCells(sheet: string, edits: readonly CellEdit[]): Promise<Result<void>>;
  /** The file as it stands now, to be saved. */
  bytes(): Promise<Result<Uint8Array>>;
}

export interface OpenedFile {
  readonly name: string;
  readonly capabilities: WorkbookCapabilities;
  readonly sheets: readonly SheetInfo[];
}

/** What differs between the workbench on a site and the one in a single file. */
export interface Surroundings {
  /** The rule pack that stands beside the page or in it. */
  readonly rules: RuleSource;
  /** The ledger to begin with, and the day to look at it from. */
  sample(): Promise<Result<Sample>>;
}

export interface Sample {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** As `2021-10-20`. */
  readonly today: string;
}
