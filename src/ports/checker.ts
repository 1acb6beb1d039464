import type { CancelSignal } from '../core/cancel';
import type { CivilDay } from '../core/dates/civil';
import type { DueState } from '../core/facts/dueState';
import type { MappingCorrection } from '../core/ledger/findLedger';
import type { FieldId } from '../core/ledger/table';
import type { Problem, Result } from '../core/problem';
import type { ReportKind } from '../core/reports/report';
import type { Severity } from '../core/rules/pack';
import type { Period } from '../core/scoring/period';
import type { SubjectKind } from '../core/scoring/scheme';
import type { Aside, AsideKind } from '../core/setAside/entry';
import type { CellsChanged, ClearReport, WorkbookCapabilities } from './liveWorkbook';

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
  readonly name: string;
  readonly title: string;
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

export interface WriteOptions {
  /** Colour the cells that findings point at, by a conditional format of ours. */
  readonly marks: boolean;
}

/** What a write would do, as before and after; nothing was touched. */
export interface WritePreview {
  readonly sheet: string;
  /** Where our columns go, in words such as `Q:V`; null where none are written. */
  readonly columns: string | null;
  readonly headings: readonly string[];
  /** Why no columns are written, where none are. */
  readonly why: string | null;
  readonly cells: number;
  /** The first rows that a write would change. */
  readonly rows: readonly WriteRow[];
  /** How many rows more would be changed than `rows` shows. */
  readonly more: number;
  /** Rows that stand already as they would be written. */
  readonly unchanged: number;
  readonly sheets: readonly { readonly name: string; readonly rows: number; readonly isNew: boolean }[];
  readonly moved: number;
  readonly changed: number;
  readonly vanished: number;
  readonly added: number;
}

export interface WriteRow {
  readonly row: number;
  readonly caseLabel: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

export interface WriteDone {
  readonly rows: number;
  readonly sheets: readonly string[];
  readonly notes: readonly string[];
  /** What could be written but not marked, and other half successes. */
  readonly problems: readonly Problem[];
}

export interface DropDownChoice {
  readonly field: FieldId;
  readonly label: string;
  readonly column: string;
  readonly choices: readonly string[];
  readonly offered: boolean;
}

export interface DropDownDone {
  readonly columns: number;
  /** Labels of the columns left alone, since they have a list of the user's own. */
  readonly leftAlone: readonly string[];
}

/** Cases that are not closed, for a meeting to be recorded. */
export interface OpenCaseQuery {
  /** Words to be found in number, unit, title or content; '' for all. */
  readonly search: string;
  readonly from: number;
  readonly count: number;
}

export interface OpenCases {
  /** How many are found, most urgent first; `cases` are those asked for. */
  readonly total: number;
  readonly cases: readonly OpenCase[];
}

export interface OpenCase {
  /** The same for the same case after a recheck, whatever row it stands on now. */
  readonly key: string;
  readonly row: number;
  readonly caseLabel: string;
  readonly unit: string;
  /** Masked. */
  readonly petitioner: string;
  readonly title: string;
  readonly state: DueState;
  readonly daysLeft: number | null;
  /** Whether a record can be matched to it: it has a 编号. */
  readonly recordable: boolean;
}

export interface ReviewOrder {
  /** Keys of the cases. */
  readonly cases: readonly string[];
  readonly on: CivilDay;
  readonly decision: string;
}

export interface MappingView {
  readonly sheet: string;
  readonly headerRows: readonly number[];
  readonly columns: readonly MappedColumn[];
  /** Fields that have no column, in the pack's order. */
  readonly missing: readonly { readonly field: FieldId; readonly label: string; readonly needed: boolean }[];
  /** Every field a column can be given. */
  readonly fields: readonly { readonly field: FieldId; readonly label: string }[];
  /** What a person corrected, as it applies to the sheet now; null where nothing was. */
  readonly correction: MappingCorrection | null;
  readonly companions: readonly { readonly sheet: string; readonly present: boolean; readonly problems: number }[];
}

export interface MappedColumn {
  /** Letters. */
  readonly column: string;
  readonly heading: string;
  readonly field: FieldId | null;
  readonly label: string;
  readonly conflict: boolean;
  /** A few of its cells, masked where they are personal. */
  readonly examples: readonly string[];
}

/** Whom scores are of, and which cases count. */
export interface ScoreQuery {
  readonly by: SubjectKind;
  readonly period: Period;
}

/** Scores by group, worded; points always with two decimals. */
export interface Scores {
  readonly title: string;
  /** Which ledger, which period, as of which day, by which rules. */
  readonly head: string;
  /** How many cases count. */
  readonly cases: number;
  readonly groups: readonly { readonly title: string; readonly scores: readonly ScoreLine[] }[];
  /** Units without a case (不参评). */
  readonly without: readonly string[];
  /** Cases that are charged to nobody, since whose they are can't be told. */
  readonly unassigned: readonly { readonly caseLabel: string; readonly cell: string }[];
  /** How many cases are kept from the unit they complain of, and count for nobody. */
  readonly recused: number;
  /** Rows of 人工调整 that don't count, and why. */
  readonly problems: readonly string[];
}

export interface ScoreLine {
  readonly name: string;
  readonly cases: number;
  /** Within the group; null for one that is not ranked, and `standing` says why. */
  readonly rank: number | null;
  readonly standing: string;
  /** 0 to 100; null where no indicator applies. */
  readonly total: number | null;
  readonly points: string;
  /** 等次; '' without one. */
  readonly band: string;
  /** How many indicators don't apply. */
  readonly missing: number;
}

/** A unit's score, every point of it open to appeal. */
export interface ScoreCard extends ScoreLine {
  readonly group: string;
  readonly indicators: readonly ScoredIndicator[];
  readonly lost: readonly LostScore[];
  /** For a leader to decide, each with its reason. */
  readonly suggestions: readonly string[];
  /** What people added (人工调整), shown apart; `adjusted` is '' where there is nothing of it. */
  readonly adjustments: readonly string[];
  readonly adjusted: string;
  /** What is shown and never scored. */
  readonly beside: readonly string[];
  /** Findings that cost nothing, since a person set them aside. */
  readonly aside: readonly { readonly caseLabel: string; readonly cell: string; readonly says: string }[];
}

export interface ScoredIndicator {
  readonly id: string;
  readonly title: string;
  readonly basis: string;
  readonly applies: boolean;
  /** Cases that count. */
  readonly rows: number;
  readonly score: string;
  /** The weight with its part of what does not apply. */
  readonly worth: string;
  /** The weight as the scheme has it. */
  readonly weight: string;
  readonly lost: string;
}

/** What cost points: where it stands, by what it was judged, and what wins it back. Masked. */
export interface LostScore {
  readonly row: number;
  readonly caseLabel: string;
  /** A1 address to go to. */
  readonly cell: string;
  readonly indicator: string;
  readonly title: string;
  readonly says: string;
  readonly basis: string;
  /** 列名 and what stands in the cell, cut short; '' where no cell is to blame. */
  readonly label: string;
  readonly value: string;
  readonly points: string;
  readonly mend: 'yes' | 'together' | 'no' | 'inspection';
  readonly mendable: string;
  readonly how: string;
}

/** A file to hand over. */
export interface MadeFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface SheetsWritten {
  readonly sheets: readonly string[];
  /** What was left out, and why. */
  readonly notes: readonly string[];
}

export interface ReportOffer {
  readonly kind: ReportKind;
  readonly title: string;
  /** What it holds and whom it is for, in a line or two. */
  readonly holds: string;
  readonly ending: 'xlsx' | 'docx';
}

/** The beginning of a report, masked even where the report itself need not be. */
export type ReportPreview =
  | { readonly kind: 'sheets'; readonly parts: readonly SheetPreview[] }
  | { readonly kind: 'documents'; readonly parts: readonly DocumentPreview[]; readonly more: number };

export interface SheetPreview {
  readonly name: string;
  /** Rows of cells' texts; a title over all columns is a row of one. */
  readonly rows: readonly (readonly string[])[];
  readonly more: number;
  readonly charts: number;
}

export interface DocumentPreview {
  readonly name: string;
  readonly lines: readonly string[];
  readonly more: number;
}

export interface CampaignView {
  readonly name: string;
  readonly document: string;
  readonly phases: readonly CampaignPhase[];
}

export interface CampaignPhase {
  readonly name: string;
  readonly from: CivilDay | null;
  readonly to: CivilDay;
  readonly tasks: readonly string[];
  readonly state: 'past' | 'now' | 'later';
}
