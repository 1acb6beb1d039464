import type { CivilDay } from '../../core/dates/civil';
import type { DueState } from '../../core/facts/dueStates';
import type { Severity } from '../../core/rules/pack';
import type { Aside, AsideKind } from '../../core/setAside/entry';

/** A finding or an unjudged rule of one case, in words. */
export interface Finding {
  /** The same for the same finding of the same case after a recheck, whatever row it stands on now. */
  readonly key: string;
  readonly row: number;
  /** A1 address to go to. */
  readonly cell: string;
  readonly caseLabel: string;
  readonly unit: string;
  /** Masked. */
  readonly petitioner: string;
  readonly rule: string;
  readonly ruleTitle: string;
  readonly severity: Severity;
  readonly outcome: 'flagged' | 'cannotJudge';
  readonly mendable: boolean;
  readonly state: DueState;
  readonly daysLeft: number | null;
  /** What: the message, or why it could not be judged. */
  readonly what: string;
  /** Why: the basis. */
  readonly why: string;
  /** What next: the advice. */
  readonly next: string;
  readonly aside: Aside | null;
}

export type { Aside, AsideKind };

export interface SetAsideOrder {
  readonly key: string;
  readonly kind: AsideKind;
  readonly reason: string;
  /** Who says so, by name. */
  readonly by: string;
  /** Needed for 暂缓. */
  readonly until: CivilDay | null;
}

export interface FindingQuery {
  readonly group: 'case' | 'rule' | 'unit';
  readonly severities: readonly Severity[];
  readonly states: readonly DueState[];
  /** `open`: what stands; `unjudged`: what could not be judged; `aside`: what a person set aside. */
  readonly show: 'open' | 'unjudged' | 'aside';
  /** Words to be found in unit, number, title or finding; '' for all. */
  readonly search: string;
}

export interface FindingList {
  readonly revision: number;
  readonly findings: number;
  readonly cases: number;
  /** Lines of the list, headings of groups among them. */
  readonly lines: number;
}

export type ListLine =
  | {
      readonly kind: 'group';
      readonly key: string;
      readonly title: string;
      readonly count: number;
      /** How the case stands, where the group is one. */
      readonly due: Pick<Finding, 'state' | 'daysLeft'> | null;
    }
  | { readonly kind: 'finding'; readonly finding: Finding };

export interface Reminder {
  readonly unit: string;
  readonly cases: number;
  readonly text: string;
}
