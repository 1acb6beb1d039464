import type { CivilDay } from '../../core/dates/civil';
import type { DueState } from '../../core/facts/dueStates';
import type { FieldId } from '../../core/ledger/table';
import type { Problem } from '../../core/problem';

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
