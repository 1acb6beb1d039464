import type { CivilDay } from './civil';

/**
 * Working days by the State Council's arrangements. A year that the data does not cover answers null, never a guess.
 */
export interface WorkCalendar {
  covers(year: number): boolean;
  /** null: the year is not covered. */
  isWorkday(day: CivilDay): boolean | null;
  /** Why a day is off or made up (国庆节, 周末, 调休上班), for proofs; '' for an ordinary working day. */
  reason(day: CivilDay): string;
  /** The day itself if it is a working day, else the next one; null where that needs a year not covered. */
  onOrAfter(day: CivilDay): CivilDay | null;
  /** The `count`th working day after `day` (which is not counted); null where that needs a year not covered. */
  addWorkdays(day: CivilDay, count: number): CivilDay | null;
  /** How many working days lie in [first, last]; null where that needs a year not covered. */
  workdaysIn(first: CivilDay, last: CivilDay): number | null;
}
