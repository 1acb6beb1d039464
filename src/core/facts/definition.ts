import type { CivilDay } from '../dates/civil';
import type { WorkCalendar } from '../dates/workCalendar';
import type { FieldId, LedgerTable, LimitValue } from '../ledger/table';
import type { RulePack } from '../rules/pack';
import type { LedgerHistory } from '../snapshots/history';
import type { Fact, FactType, FactValue } from './column';

/** Everything a fact may rest on. Nothing here changes while a check runs. */
export interface FactContext {
  readonly table: LedgerTable;
  readonly pack: RulePack;
  readonly today: CivilDay;
  readonly calendar: WorkCalendar;
  /** 调度记录: 编号 -> days on which a meeting covered the case, ascending. Empty without the sheet. */
  readonly reviews: ReadonlyMap<string, readonly CivilDay[]>;
  /** 督查快照 of this ledger; none unless given. */
  readonly history?: LedgerHistory;
}

/** Reads fields and other facts of one case. A field without a column reads as Unknown in state `missing`. */
export interface CaseReader {
  readonly index: number;
  readonly context: FactContext;
  /** Whether the ledger has a column for the field. */
  has(field: FieldId): boolean;
  text(fact: string): Fact<string>;
  names(fact: string): Fact<readonly string[]>;
  day(fact: string): Fact<CivilDay>;
  number(fact: string): Fact<number>;
  flag(fact: string): Fact<boolean>;
  limit(field: FieldId): Fact<LimitValue>;
}

/** What must be looked at again when something changes: the case's row, the column's neighbours, or everything. */
export type FactScope = 'cell' | 'row' | 'column' | 'ledger';

interface FactHead {
  readonly id: string;
  /** Chinese, as a clerk would say it; messages of unknowns and `docs/facts.md` use it. */
  readonly label: string;
  readonly type: FactType;
  /** Fields and facts it reads. The clerk's cell behind an unknown is found through these. */
  readonly inputs: readonly string[];
  /** One sentence for `docs/facts.md`, Chinese. */
  readonly meaning: string;
  /** For type enum: every value it can take, so that a rule that misspells one is refused. */
  readonly values?: readonly string[];
  /** For facts about cells of several fields: the first field that is meant, to point a finding at its cell. */
  readonly pointsAt?: (read: CaseReader) => FieldId | null;
  /** For facts whose values are cells of other cases: the field whose cells they are, to follow them where they move. */
  readonly cellsOf?: FieldId;
}

/** Computed case by case. */
export interface CaseFact extends FactHead {
  readonly scope: 'cell' | 'row';
  compute(read: CaseReader): Fact<FactValue>;
}

/** Computed over all cases at once (duplicates, copied progress) or once for the ledger (today). */
export interface TableFact extends FactHead {
  readonly scope: 'column' | 'ledger';
  /** @param read the reader of a case; one reader serves all of them, so it is valid until the next call */
  computeAll(read: (index: number) => CaseReader, count: number, context: FactContext): readonly Fact<FactValue>[];
  /**
   * For a fact that need not be computed over all cases when a few changed: the facts of all cases for which they may
   * be others, the changed ones among them. null where `computeAll` was not asked before.
   * @param changed cases of which an input is another one
   */
  recompute?(
    read: (index: number) => CaseReader,
    context: FactContext,
    changed: readonly number[],
  ): ReadonlyMap<number, Fact<FactValue>> | null;
}

export type FactDefinition = CaseFact | TableFact;
