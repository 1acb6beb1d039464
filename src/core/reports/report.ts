import type { CheckedLedger } from '../check/checkedLedger';
import type { CivilDay } from '../dates/civil';
import type { Masker } from '../masking/masker';
import type { ReviewDecision } from '../ledger/readCompanions';
import type { Inspector } from '../ledger/readInspectors';
import type { OwnedSheet } from '../writeplan/plan';
import { caseOrder } from './caseOrder';
import type { ReportDocument } from './document';
import type { NoticeKind } from './templates/vocabulary';

/** What `--kind` may say; a kind can be made once `app/reports/registry` has it. */
export const REPORT_KINDS = [
  'weekly',
  'monthly',
  'county',
  'filing',
  'notices',
  'sampling',
  'inspection',
  'trend',
  'summary',
  'appraisal',
] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** One ledger that a report is made of; a checked ledger of the app is one. */
export interface ReportLedger {
  /** What a person calls the file: said of each row where a report takes several ledgers. */
  readonly file: string;
  readonly checked: CheckedLedger;
  /** What the meetings on the sheet 调度记录 decided, by 编号. */
  readonly decisions?: ReadonlyMap<string, readonly ReviewDecision[]>;
  /** Those registered on 社会督查员; absent without the sheet. */
  readonly inspectors?: readonly Inspector[];
  /** Hides whom any ledger of the report names; without it, whom this one does. */
  readonly masker?: Masker;
}

/** What a report is made of: one ledger, or several in the order they were given. */
export interface ReportSources {
  readonly ledgers: readonly ReportLedger[];
  /** The day looked from; the ledgers were checked as of it. */
  readonly today: CivilDay;
  /** Which notices; all there is need of unless given. */
  readonly notices?: NoticeChoice;
  /** What a sample is drawn by; unless given, of the day and the cases. */
  readonly seed?: string;
  /** By 编号: these cases and no sample. */
  readonly cases?: readonly string[];
}

export interface NoticeChoice {
  readonly kinds: readonly NoticeKind[];
  /** Of these cases alone, by 编号; of all where there is none. */
  readonly cases: readonly string[];
}

/** A report in full, before anything is rendered: sheets of a workbook, or official documents of one file. */
export type ReportContent = SheetsContent | DocumentsContent;

export interface SheetsContent {
  readonly kind: 'sheets';
  readonly sheets: readonly OwnedSheet[];
}

export interface DocumentsContent {
  readonly kind: 'documents';
  /** What the file says of itself: its title, and who drew it up. */
  readonly title: string;
  readonly creator: string;
  readonly documents: readonly ReportDocument[];
}

/** A case of one of the ledgers. */
export interface CaseRef {
  readonly ledger: ReportLedger;
  readonly index: number;
}

/** Every case of every ledger, file by file, each in an order that does not rest on where its rows stand. */
export function* allCases({ ledgers }: ReportSources): Generator<CaseRef> {
  for (const ledger of ledgers) for (const index of caseOrder(ledger.checked)) yield { ledger, index };
}
