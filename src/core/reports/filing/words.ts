import type { Lack } from '../county/words';
import type { FrameWords, ListWords } from '../frameWords';

/** What the filing of limits and extensions says. */
export interface FilingWords {
  readonly frame: FrameWords;
  readonly masked: string;
  readonly limits: ListWords;
  readonly extensions: ListWords;
  /** What only a person can write. */
  readonly toFill: string;
  kept(cases: number): string;
  days(days: number): string;
  lacks(lacks: readonly Lack[]): string;
}
