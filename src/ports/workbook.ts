import type { Pace } from '../core/cancel';
import type { SheetGrid } from '../core/ledger/grid';
import type { Result } from '../core/problem';
import type { OwnedSheetId, WritePlan, WriteReport } from '../core/writeplan/plan';

/** A workbook as the app sees it, whichever host it lives in: a file, Excel, memory. */
export interface Workbook {
  /** What a person calls it: the file's name. */
  readonly name: string;
  sheets(): Promise<Result<readonly SheetInfo[]>>;
  readSheet(name: string, pace?: Pace): Promise<Result<SheetGrid>>;
  /** Changes whenever what `readSheet` would say may have changed. */
  revision(): Promise<string>;
  /** Carries out a plan whole, or leaves the user's cells as they were and says what is incomplete. */
  write(plan: WritePlan, pace?: Pace): Promise<Result<WriteReport>>;
}

export interface SheetInfo {
  readonly name: string;
  readonly visible: boolean;
  readonly active: boolean;
  readonly protected: boolean;
  /** Which of our own sheets it is, by our marker; null for the user's. */
  readonly owned: OwnedSheetId | null;
}
