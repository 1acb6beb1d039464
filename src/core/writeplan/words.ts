import type { DueState } from '../facts/dueStates';
import type { Explanation, Reason } from '../check/explanation';
import type { Category, Classification } from '../classify/classification';
import type { CivilDay } from '../dates/civil';
import type { RulePack, Severity } from '../rules/pack';
import type { Aside } from '../setAside/entry';
import type { CheckSheetId } from './plan';

/** Every word of a plan, brought by `text`: the plan itself knows only what goes where. */
export interface PlanWords {
  readonly columns: readonly [string, string, string, string, string, string];
  readonly sheetNames: Readonly<Record<CheckSheetId, string>>;
  /** 已变更，未写入 */
  readonly rowChanged: string;
  /** For a row that came after the check. */
  readonly rowAdded: string;
  readonly yes: string;
  readonly no: string;
  readonly findings: { readonly title: string; readonly headings: readonly string[]; readonly none: string };
  readonly ruleRuns: { readonly title: string; readonly headings: readonly string[] };
  readonly setAside: { readonly title: string; readonly note: string };
  readonly snapshots: { readonly title: string; readonly note: string };
  readonly summary: SummaryWords;
  state(state: DueState): string;
  severity(severity: Severity): string;
  category(category: Category): string;
  suggestion(classification: Classification): string;
  problem(finding: Explanation): string;
  advice(finding: Explanation): string;
  /** Why one case could not be judged: names the cell and quotes it. */
  reason(reason: Reason): string;
  /** The same without a cell, to count alike reasons of many cases. */
  reasonInGeneral(reason: Reason): string;
  /** The cell 督查·问题: findings in order, then what could not be judged, then what was set aside. */
  problems(findings: readonly string[], unjudged: readonly string[], aside: readonly string[]): string;
  /** A finding that was set aside, with who said so and why. */
  aside(finding: string, aside: Aside): string;
  /** 状态 of a finding: standing, or what a person said of it. */
  standing(aside: Aside | null): string;
  advices(advices: readonly string[]): string;
  row(row: number): string;
  reasons(reasons: readonly string[], more: boolean): string;
  missingColumns(labels: readonly string[]): string;
  /** The line under a sheet's title: which ledger, how many cases, as of which day, by which rules. */
  headLine(head: PlanHead): string;
  footer(head: PlanHead): string;
}

export interface PlanHead {
  readonly file: string;
  readonly sheet: string;
  readonly cases: number;
  readonly today: CivilDay;
  readonly pack: RulePack;
  /** Rules that ran. */
  readonly rules: number;
}

export interface SummaryWords {
  readonly title: string;
  readonly totals: {
    readonly heading: string;
    readonly columns: readonly string[];
    readonly rows: readonly [string, string, string, string, string, string, string, string, string];
    /** Findings that people set aside; told where there are any. */
    readonly setAside: string;
  };
  /** Cases that the last snapshot holds and the ledger does not; told where there are any. */
  readonly vanished: {
    readonly heading: (since: CivilDay) => string;
    readonly columns: readonly string[];
    readonly note: string;
  };
  readonly states: { readonly heading: string; readonly columns: readonly string[] };
  readonly rules: { readonly heading: string; readonly columns: readonly string[]; readonly none: string };
  readonly units: {
    readonly heading: string;
    readonly columns: readonly string[];
    readonly unnamed: string;
    readonly shared: string;
  };
  readonly categories: { readonly heading: string; readonly columns: readonly string[]; readonly toVerify: string };
  readonly unjudged: {
    readonly heading: string;
    readonly none: string;
    readonly line: (rule: string, cases: number, why: string) => string;
  };
  readonly missing: {
    readonly heading: string;
    readonly none: string;
    /** Columns without which rules can't judge. */
    readonly line: (labels: readonly string[], rules: readonly string[]) => string;
    /** Columns that are not there and keep no rule from judging. */
    readonly others: (labels: readonly string[]) => string;
  };
  readonly pack: { readonly heading: string; lines(pack: RulePack): readonly string[] };
  readonly notWritten: { readonly changed: string; readonly added: string; readonly vanished: string };
}
