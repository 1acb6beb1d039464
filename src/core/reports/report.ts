import type { CheckedLedger } from '../check/checkedLedger';
import type { CivilDay } from '../dates/civil';
import type { OwnedSheet } from '../writeplan/plan';

/** What `--kind` may say; a kind can be made once `app/reports/registry` has it. */
export const REPORT_KINDS = [
  'weekly',
  'monthly',
  'county',
  'filing',
  'notices',
  'sampling',
  'trend',
  'summary',
] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** One ledger that a report is made of; a checked ledger of the app is one. */
export interface ReportLedger {
  /** What a person calls the file: said of each row where a report takes several ledgers. */
  readonly file: string;
  readonly checked: CheckedLedger;
}

/** What a report is made of: one ledger, or several in the order they were given. */
export interface ReportSources {
  readonly ledgers: readonly ReportLedger[];
  /** The day looked from; the ledgers were checked as of it. */
  readonly today: CivilDay;
}

/** A report in full, before anything is rendered: sheets of a workbook. */
export interface ReportContent {
  readonly kind: 'sheets';
  readonly sheets: readonly OwnedSheet[];
}

/** A case of one of the ledgers. */
export interface CaseRef {
  readonly ledger: ReportLedger;
  readonly index: number;
}

/** Every case of every ledger, in the order of files and rows. */
export function* allCases({ ledgers }: ReportSources): Generator<CaseRef> {
  for (const ledger of ledgers)
    for (let index = 0; index < ledger.checked.table.count; index++) yield { ledger, index };
}
