import type { FrameWords, ListWords } from '../frameWords';

/** What a case still lacks before it can be signed off or filed. */
export type Lack =
  | 'closedOn'
  | 'result'
  | 'repliedOn'
  | 'reportedOn'
  | 'resolution'
  | 'limitConsent'
  | 'filing'
  | 'reason'
  | 'extensionConsent'
  | 'consentLate';

/** What the county's sheets say. */
export interface CountyWords {
  readonly frame: FrameWords;
  /** That personal data is masked. */
  readonly masked: string;
  readonly acceptance: ListWords;
  readonly closing: ListWords;
  readonly signOff: ListWords;
  /** Cases kept from their units are not on a form that passes through them. */
  kept(cases: number): string;
  lacks(lacks: readonly Lack[]): string;
}
