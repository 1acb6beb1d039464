import type { CivilDay } from '../../dates/civil';
import type { FrameWords, ListWords } from '../frameWords';
import type { MonthlyBalance } from './balance';

/** What the monthly report says. */
export interface MonthlyWords {
  readonly frame: FrameWords;
  readonly units: ListWords;
  readonly channels: ListWords;
  readonly noUnit: string;
  readonly noChannel: string;
  readonly total: string;
  /** In place of a number that no ledger tells. */
  readonly untold: string;
  /** The month, and how its columns add up. */
  period(from: CivilDay, to: CivilDay): string;
  /** What is in no column, or was taken for something; '' for nothing. */
  remarks(balance: MonthlyBalance): string;
  /** Where the snapshot at the end of last month held another number than the table carries over. */
  carried(on: CivilDay, then: number, now: number): string;
}
