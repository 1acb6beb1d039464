import type { Explanation } from '../../check/explanation';
import type { CivilDay } from '../../dates/civil';
import type { DueState } from '../../facts/dueStates';
import type { EventKind } from './events';
import type { Evidence, Stage } from './evidence';

export interface InspectionHead {
  readonly files: readonly string[];
  readonly owner: string;
  readonly today: CivilDay;
  readonly cases: number;
  /** What the cases were drawn by; null where they were named. */
  readonly seed: string | null;
}

/** What 迎检材料 say. */
export interface InspectionWords {
  readonly sheets: { readonly contents: string; readonly cases: string };
  footer(head: InspectionHead): string;
  readonly title: string;
  lines(head: InspectionHead): readonly string[];
  readonly contentsHeadings: readonly string[];
  caseTitle(name: string): string;
  caseName(caseNo: string, file: string | null, row: number): string;
  caseLine(told: {
    readonly unit: string;
    readonly leaders: string;
    readonly petitioner: string;
    readonly matter: string;
    readonly state: DueState;
  }): string;
  readonly sections: Readonly<Record<'events' | 'findings' | 'evidence', string>>;
  readonly eventHeadings: readonly string[];
  event(kind: EventKind): string;
  readonly undated: string;
  readonly fromReviews: string;
  readonly findingHeadings: readonly string[];
  readonly noFindings: string;
  message(finding: Explanation): string;
  advice(finding: Explanation): string;
  readonly evidenceHeadings: readonly string[];
  stage(stage: Stage): string;
  /** How a stage stands: complete, or how many pieces are wanting. */
  complete(wanting: number, noColumn: number): string;
  /** What is on record, and what is wanting, with its cell. */
  pieces(given: readonly Evidence[], wanting: readonly Evidence[]): string;
  labels(labels: readonly string[]): string;
  /** A box to tick once the paper itself was seen. */
  readonly original: string;
  /** A box to tick once a finding is mended. */
  readonly mended: string;
  none(text: string): string;
}
