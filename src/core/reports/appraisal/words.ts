import type { CivilDay } from '../../dates/civil';
import type { Measure, SubjectKind } from '../../scoring/scheme';

/** What 考核办法 says beside its template. */
export interface AppraisalWords {
  day(day: CivilDay): string;
  readonly subject: (kind: SubjectKind) => string;
  /** Charged to one unit, whoever handles the case. */
  chargedTo(unit: string): string;
  /** In place of another indicator, for the unit it is charged to. */
  insteadOf(indicator: string): string;
  measure(measure: Measure | null): string;
  /** The value of a field stands in place of rules. */
  measured(field: string, full: number): string;
  readonly measuredLoss: string;
  percent(percent: number): string;
  /** What becomes of a point once the case is mended. */
  readonly mendable: string;
  readonly lost: string;
  becomes(rule: string): string;
  band(from: number, below: number | null): string;
  veto(rules: readonly string[], least: number, percent: number): string;
  list(items: readonly string[]): string;
}
