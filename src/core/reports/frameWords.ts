import type { CivilDay } from '../dates/civil';

/** What stands over and under every list. */
export interface FrameWords {
  /** 填报单位, 截止日期 and which ledgers: the line under the title. */
  note(head: FrameHead): string;
  footer(head: FrameHead): string;
  /** The heading of the column that says which ledger a row is of, where there are several. */
  readonly source: string;
}

export interface FrameHead {
  /** Who reports: whoever keeps the rules. */
  readonly owner: string;
  readonly files: readonly string[];
  readonly today: CivilDay;
  readonly cases: number;
}

/** One list: what it is called, its headings, what it says when it is empty. */
export interface ListWords {
  readonly sheet: string;
  readonly title: string;
  readonly headings: readonly string[];
  readonly none: string;
}
