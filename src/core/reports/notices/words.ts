import type { CivilDay } from '../../dates/civil';
import type { DueKind } from '../../facts/due';
import type { DocumentKind } from '../templates/vocabulary';

/** What documents say beside their templates. */
export interface NoticeWords {
  /** What the file is called. */
  readonly title: string;
  /** 2021年8月31日 */
  day(day: CivilDay): string;
  /** 2021-08-31, as tables write a day. */
  tableDay(day: CivilDay): string;
  /** 60日 */
  days(days: number): string;
  /** 编号, else 序号, else the row. */
  caseLabel(caseNo: string, serial: string, row: number): string;
  names(names: readonly string[]): string;
  /** Petitioners of whom not all are named: 测试甲等5人. */
  andOthers(names: string, headcount: number): string;
  /** What a limit rests on. */
  limitBasis(kind: DueKind): string;
  overdue(days: number): string;
  left(days: number): string;
  /** What is said to whoever gets a case that its own unit may not see. */
  readonly recusal: string;
  /** What documents are called: 督办单（办公室）. */
  documentName(kind: DocumentKind, of: string): string;
  readonly recusedUnit: string;
  readonly noUnit: string;
}
