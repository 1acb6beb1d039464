import type { CivilDay } from '../../core/dates/civil';
import type { DueState } from '../../core/facts/dueStates';
import type { FieldId } from '../../core/ledger/table';
import type { Finding } from './findings';

/** A case whole, for 本案. */
export interface CaseView {
  readonly revision: number;
  readonly row: number;
  /** The rows of the cases before and after it on the sheet; null at either end. */
  readonly previousRow: number | null;
  readonly nextRow: number | null;
  readonly caseLabel: string;
  readonly title: string;
  readonly petitioner: string;
  readonly isOpen: boolean | null;
  /** 责任股室, 包案负责人, 办理时限: what stands there and whether it is clear. */
  readonly clarities: readonly Clarity[];
  readonly due: CaseDue;
  /** Process and sign-off, in the order things should happen. */
  readonly steps: readonly CaseStep[];
  readonly classification: CaseClassification;
  readonly findings: readonly Finding[];
  /** Every rule on this case, the unremarkable ones too. */
  readonly outcomes: readonly CaseOutcome[];
  /** What to do next, most urgent first. */
  readonly next: readonly { readonly text: string; readonly cell: string }[];
}

export interface Clarity {
  readonly field: FieldId;
  readonly label: string;
  readonly text: string;
  readonly cell: string | null;
  readonly state: 'clear' | 'wanting' | 'cannotJudge';
}

export interface CaseDue {
  readonly on: CivilDay | null;
  readonly kind: string;
  readonly state: DueState;
  readonly daysLeft: number | null;
  /** Lines a clerk can check by hand. */
  readonly proof: readonly string[];
  /** The days from start to due, run by run; empty where the day was not counted. */
  readonly timeline: readonly TimelineRun[];
  /** Why there is no day, where there is none. */
  readonly unknown: string | null;
}

export interface TimelineRun {
  readonly from: CivilDay;
  readonly to: CivilDay;
  readonly kind: 'start' | 'counted' | 'skipped' | 'madeUp' | 'rolled' | 'due';
  /** The holiday's name where there is one. */
  readonly name: string;
}

export interface CaseStep {
  readonly label: string;
  readonly text: string;
  readonly cell: string | null;
  readonly state: 'done' | 'now' | 'later' | 'wanting' | 'cannotJudge';
}

export interface CaseClassification {
  /** What counts today, in words, and whether a person decided it. */
  readonly category: string;
  readonly decided: boolean;
  /** What the rules suggest, in words that judge no one. */
  readonly suggestion: string;
  readonly toVerify: boolean;
  readonly treatments: readonly string[];
  readonly evidence: readonly {
    readonly axis: string;
    readonly words: readonly string[];
    readonly basis: string;
    readonly cell: string | null;
  }[];
  /** Where a person writes the decision; null without the column. */
  readonly decideAt: string | null;
}

export interface CaseOutcome {
  readonly rule: string;
  readonly title: string;
  readonly outcome: 'flagged' | 'clean' | 'notApplicable' | 'cannotJudge';
  /** Why, in one sentence a clerk understands. */
  readonly sentence: string;
}
