import type { Classification, Evidence } from '../classify/classification';
import type { CivilDay } from '../dates/civil';
import type { DueKind } from '../facts/due';
import type { MappingConflict } from '../ledger/table';
import type { RulePack } from '../rules/pack';
import type { ReturnedEntry } from '../setAside/applySetAside';
import type { ExplainedOutcome } from './caseExplanation';

/** The steps of a case from its registration to its sign-off, in the order things should happen. */
export const CASE_STEPS = [
  'registered',
  'assigned',
  'received',
  'notified',
  'plan',
  'review',
  'closed',
  'replied',
  'reported',
  'signedOff',
] as const;
export type CaseStepId = (typeof CASE_STEPS)[number];

/** Every word that the views of a pane need beside the rules' own; all of it may leave the workbook, so it is masked. */
export interface ViewWords {
  /** 编号, else 序号, else the row. */
  caseLabel(caseNo: string, serial: string, row: number): string;
  readonly noUnit: string;
  /** Petitioners by their surnames: 测**、试**. */
  maskNames(names: readonly string[]): string;
  /** A number or address of a petitioner. */
  mask(text: string): string;
  /** The heading over a case's findings. */
  caseHeading(label: string, petitioner: string, unit: string): string;
  /** A case due within the week for which no rule speaks yet. */
  readonly dueThisWeek: {
    readonly title: string;
    what(daysLeft: number, on: CivilDay): string;
    readonly next: string;
  };
  /** Several clarities that a case lacks, in one line. */
  clarities(titles: readonly string[]): string;
  reasons(reasons: readonly string[]): string;
  /** What makes a rule judgeable again. */
  unjudgedNext(title: string): string;
  /** Why a rule says what it says of a case, in one sentence. */
  outcome(told: ExplainedOutcome, pack: RulePack): string;
  dueKind(kind: DueKind | null): string;
  step(step: CaseStepId): string;
  /** A day of a step: 2021年10月8日 周五. */
  day(day: CivilDay): string;
  /** What a step that is done without a day says: 已销号. */
  readonly signedOff: string;
  readonly notSignedOff: string;
  category(classification: Classification): string;
  axis(axis: Evidence['axis']): string;
  readonly reminder: ReminderWords;
  readonly notes: {
    conflict(conflict: MappingConflict, labels: readonly string[]): string;
    returned(returned: ReturnedEntry): string;
    readonly mergesUnknown: string;
  };
  readonly write: {
    changed(rows: number): string;
    added(rows: number): string;
    vanished(rows: number): string;
    readonly marksOff: string;
    readonly marksMoved: string;
    readonly sheetProtected: string;
  };
}

/** What is pasted into a message to a unit. */
export interface ReminderWords {
  /** @param lines of the most urgent cases; further ones are said by their number */
  text(
    head: { readonly unit: string; readonly today: CivilDay; readonly cases: number },
    lines: readonly string[],
  ): string;
  /** 1. 编号 … （测**）：what; what next. Of several findings each has its own. */
  line(
    position: number,
    label: string,
    petitioner: string,
    findings: readonly { readonly what: string; readonly next: string }[],
  ): string;
  /** Whose list those cases are on that a unit may not see, and what it says. */
  readonly keptBackUnit: string;
  keptBack(head: { readonly today: CivilDay; readonly cases: number }, lines: readonly string[]): string;
  keptBackLine(position: number, label: string, unit: string, why: 'accused' | 'accusedUnknown'): string;
}
