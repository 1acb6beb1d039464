import type { CancelSignal } from '../core/cancel';
import type { CivilDay } from '../core/dates/civil';
import type { DueState } from '../core/facts/dueStates';
import type { MappingCorrection } from '../core/ledger/findLedger';
import type { FieldId } from '../core/ledger/table';
import type { Result } from '../core/problem';
import type { ReportKind } from '../core/reports/report';
import type { Severity } from '../core/rules/pack';
import type { CellsChanged, ClearReport, WorkbookCapabilities } from './liveWorkbook';
import type { CaseView } from './checker/caseView';
import type { Finding, FindingList, FindingQuery, ListLine, Reminder, SetAsideOrder } from './checker/findings';
import type { MappingView } from './checker/mapping';
import type { CampaignView, MadeFile, MaskedCopy, ReportOffer, ReportPreview, SheetsWritten } from './checker/reports';
import type { ScoreCard, ScoreQuery, Scores } from './checker/scores';
import type {
  DropDownChoice,
  DropDownDone,
  OpenCaseQuery,
  OpenCases,
  ReviewOrder,
  WriteDone,
  WriteOptions,
  WritePreview,
} from './checker/writing';

/**
 * What a pane asks of the check, whichever thread the check runs in. All answers are plain data that can be posted
 * between threads, and worded: a view shows them as they are. Personal data is masked in all of them.
 */
export interface Checker {
  /** The rule pack to judge by, its files by path; a refused pack leaves the last good one in place. */
  useRules(files: ReadonlyMap<string, Uint8Array>): Promise<Result<PackInfo>>;
  /** Reads the workbook and checks its ledger; cancelled, the last check stands. */
  check(order: CheckOrder, onProgress?: (progress: Progress) => void, signal?: CancelSignal): Promise<Result<Overview>>;
  /** Checks again what a change of cells may have changed; null where it touches nothing of the ledger. */
  recheck(change: CellsChanged): Promise<Result<Overview | null>>;
  /** At most twenty things to do now, mendable first. */
  today(): Promise<readonly Finding[]>;
  findings(query: FindingQuery): Promise<FindingList>;
  /** Lines `from` (0-based) up to `from + count` of the list that `query` makes; for a virtualised list. */
  lines(query: FindingQuery, from: number, count: number): Promise<readonly ListLine[]>;
  /** The line (0-based) of each of these findings in the list that `query` makes; -1 where it is not in it. */
  places(query: FindingQuery, keys: readonly string[]): Promise<readonly number[]>;
  /** The case on a worksheet row of the ledger; null where the row is no case. */
  caseAt(row: number): Promise<CaseView | null>;
  /** One text a unit, masked, to paste into a message. */
  reminders(): Promise<readonly Reminder[]>;
  setAside(order: SetAsideOrder): Promise<Result<Overview>>;
  /** Lists a finding that was set aside as any other again. */
  takeBack(key: string): Promise<Result<Overview>>;
  previewWrite(): Promise<Result<WritePreview>>;
  write(options: WriteOptions, onProgress?: (progress: Progress) => void): Promise<Result<WriteDone>>;
  clear(): Promise<Result<ClearReport>>;
  dropDowns(): Promise<Result<readonly DropDownChoice[]>>;
  /** Offers lists in the columns of these fields; none removes all of ours. */
  offerDropDowns(fields: readonly FieldId[]): Promise<Result<DropDownDone>>;
  /** Cases that are not closed, most urgent first. */
  openCases(query: OpenCaseQuery): Promise<OpenCases>;
  /** Records one meeting's decision for several cases on the sheet 调度记录, and checks again. */
  recordReview(order: ReviewOrder): Promise<Result<Overview>>;
  /** Keeps how every case stands today in the workbook, at most once a day, and checks again: once a week is enough. */
  keepSnapshot(): Promise<Result<Overview>>;
  /** How the units come out by the pack's scoring scheme; a pack without one is a problem that says so. */
  scores(query: ScoreQuery): Promise<Result<Scores>>;
  /** One unit's score point by point; null where that name has none. */
  scoreCard(query: ScoreQuery, name: string): Promise<ScoreCard | null>;
  /** What the scores rest on and came to, as lines of label and text; worked out from the ledger anew. */
  scoreSeal(query: ScoreQuery): Promise<Result<readonly (readonly [string, string])[]>>;
  /** The sheets of the scores as a workbook of their own. */
  makeScores(query: ScoreQuery): Promise<Result<MadeFile>>;
  /** The same sheets in the open workbook. */
  writeScores(query: ScoreQuery, onProgress?: (progress: Progress) => void): Promise<Result<SheetsWritten>>;
  /** Every report that can be made, in the order they are told. */
  reports(): Promise<readonly ReportOffer[]>;
  previewReport(kind: ReportKind): Promise<Result<ReportPreview>>;
  makeReport(kind: ReportKind): Promise<Result<MadeFile>>;
  /** A report of sheets in the open workbook; `report-not-sheets` for one of documents. */
  writeReport(kind: ReportKind, onProgress?: (progress: Progress) => void): Promise<Result<SheetsWritten>>;
  /**
   * A copy of the open workbook with whatever names a person hidden; `mask-copy-not-here` where the host gives no file.
   */
  makeMaskedCopy(): Promise<Result<MaskedCopy>>;
  /** The campaign's phases as of the day looked from; null before the first check. */
  campaign(): Promise<CampaignView | null>;
  /** Names of the sheets that may hold a ledger: not ours, none that adds to the rules. */
  ledgerSheets(): Promise<Result<readonly string[]>>;
  mapping(): Promise<MappingView | null>;
  /**
   * Keeps a person's correction of the mapping in the workbook and checks again; null forgets it.
   * @param order where the sheet is another than the one checked last, or none could be checked: this one is then
   */
  correctMapping(correction: MappingCorrection | null, order?: SheetOrder): Promise<Result<Overview>>;
}

export interface CheckOrder {
  /** The sheet to check; null to look for it. */
  readonly sheet: string | null;
  readonly today: CivilDay;
}

/** A check of a sheet that a person named. */
export interface SheetOrder extends CheckOrder {
  readonly sheet: string;
}

export interface Progress {
  readonly phase: 'reading' | 'checking' | 'writing';
  readonly done: number;
  /** 0 where it is not known yet. */
  readonly total: number;
}

export interface PackInfo {
  /** As people are told it; its id is for files alone. */
  readonly title: string;
  /** The campaign that it serves. */
  readonly campaign: string;
  readonly version: string;
  readonly sha256: string;
  readonly rules: number;
}

/** How a check came out, as a whole. Cases are counted once, however many findings they have. */
export interface Overview {
  /** Counts up with every check and recheck: what was fetched for an older one is out of date. */
  readonly revision: number;
  readonly file: string;
  readonly sheet: string;
  readonly today: CivilDay;
  readonly pack: PackInfo;
  readonly capabilities: WorkbookCapabilities;
  readonly cases: number;
  readonly open: number;
  readonly flaggedCases: number;
  readonly unjudgedCases: number;
  readonly bySeverity: Readonly<Record<Severity, number>>;
  readonly byState: Readonly<Record<DueState, number>>;
  /** Cases whose words suggest unlawful conduct and wait for a person to verify. */
  readonly toVerify: number;
  readonly setAside: number;
  /** How many snapshots the workbook keeps of this ledger, and the day of the last; null without one. */
  readonly snapshots: number;
  readonly lastSnapshotOn: CivilDay | null;
  /** What concerns the ledger as a whole: missing columns and the rules that can't judge for want of them, conflicts. */
  readonly notes: readonly OverviewNote[];
  /** Rows whose outcomes the last recheck touched; empty after a full check. */
  readonly touched: readonly number[];
}

export interface OverviewNote {
  readonly code: string;
  readonly text: string;
  /** Where to look, if anywhere. */
  readonly sheet: string | null;
  readonly cell: string | null;
}

export type * from './checker/findings';
export type * from './checker/caseView';
export type * from './checker/writing';
export type * from './checker/mapping';
export type * from './checker/scores';
export type * from './checker/reports';
