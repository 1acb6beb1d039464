import type { Problem } from '../problem';
import type { ScoreBoard, SubjectScore } from './board';
import type { LostPoint } from './lostPoints';
import type { Measure, SubjectKind } from './scheme';
import type { Seal } from './seal';
import type { Suggestion } from './suggestions';
import type { Adjustment } from './adjustments';
import type { Aside } from '../setAside/entry';

/** Every word of scores, brought by `text`. Points come as hundredths. */
export interface ScoreWords {
  points(hundredths: number): string;
  /** +1.50, -2.00 */
  signed(hundredths: number): string;
  subject(by: SubjectKind): string;
  group(group: string): string;
  measure(measure: Measure): string;
  suggestion(suggestion: Suggestion): string;
  /** 已达“优秀”，因……不建议通报表扬; '' where nothing stands in the way. */
  barred(score: SubjectScore): string;
  standing(score: SubjectScore): string;
  /** An inspector's score against the full one. */
  measured(value: string, full: number): string;
  /** The rule's title, as what could not be judged is called. */
  unjudgedTitle(title: string): string;
  unjudged(reasons: readonly string[]): string;
  mend(point: LostPoint): string;
  /** What wins the point back, behind the rule's own advice. */
  how(point: LostPoint, advice: string): string;
  adjustment(adjustment: Adjustment): string;
  aside(aside: Aside): string;
  /** What is shown and never scored: 满意度, 重复件, 协办; '' where there is nothing of it. */
  beside(score: SubjectScore): string;
  readonly notApplicable: string;
  readonly sheets: {
    readonly scores: ScoresWords;
    readonly lost: ListWords;
    readonly forms: FormWords;
    readonly apart: ApartWords;
    readonly seal: SealWords;
  };
  /** The lines under a sheet's title: which ledgers, which period, as of which day, by which rules. */
  headLine(board: ScoreBoard): string;
  footer(board: ScoreBoard): string;
}

export interface ListWords {
  readonly name: string;
  readonly title: string;
  /** How points are rounded and what is meant by winning them back. */
  readonly note: string;
  readonly headings: readonly string[];
  readonly none: string;
}

export interface ScoresWords {
  readonly name: string;
  readonly title: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly notes: readonly string[];
  readonly none: string;
}

export interface FormWords {
  readonly name: string;
  readonly title: string;
  readonly note: string;
  head(score: SubjectScore, board: ScoreBoard): string;
  /** Over each further page: whose form it is. */
  again(score: SubjectScore, board: ScoreBoard): string;
  readonly headings: readonly string[];
  readonly none: string;
  readonly asides: string;
  readonly adjustments: string;
  readonly sign: readonly string[];
}

export interface ApartWords {
  readonly name: string;
  readonly title: string;
  few(least: number): string;
  readonly fewHeadings: readonly string[];
  readonly without: string;
  unassigned(by: SubjectKind): string;
  readonly unassignedHeadings: readonly string[];
  readonly recused: string;
  recusedLine(cases: number): string;
  readonly conflicts: string;
  readonly conflictHeadings: readonly string[];
  readonly problems: string;
  readonly none: string;
  place(row: number): string;
}

export interface SealWords {
  readonly name: string;
  readonly title: string;
  lines(board: ScoreBoard, seal: Seal, failed: readonly Problem[]): readonly (readonly [string, string])[];
  readonly note: string;
}
