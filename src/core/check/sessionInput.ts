import type { CivilDay } from '../dates/civil';
import type { MappingCorrection } from '../ledger/findLedger';
import type { SheetGrid } from '../ledger/grid';
import type { LedgerHistory } from '../snapshots/history';

/** One ledger as a host read it, and the day to look from. */
export interface SessionInput {
  readonly grid: SheetGrid;
  readonly today: CivilDay;
  /** 调度记录: 编号 -> days on which a meeting covered the case. */
  readonly reviews?: ReadonlyMap<string, readonly CivilDay[]>;
  /** 督查快照 of this ledger. */
  readonly history?: LedgerHistory;
  /** What a person corrected in the mapping of columns. */
  readonly correction?: MappingCorrection;
}
