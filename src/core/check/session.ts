import { Cancelled, type Pace } from '../cancel';
import type { CivilDay } from '../dates/civil';
import { createWorkCalendar } from '../dates/createWorkCalendar';
import type { FactDefinition } from '../facts/definition';
import { createFactTable } from '../facts/factTable';
import type { SheetGrid } from '../ledger/grid';
import { findLedger, type MappingCorrection } from '../ledger/findLedger';
import type { LedgerTable } from '../ledger/table';
import { ok, type Result } from '../problem';
import type { EvaluatorFactory } from '../rules/outcome';
import type { RulePack } from '../rules/pack';
import type { CheckedLedger } from './checkedLedger';
import { createCheckedLedger } from './createCheckedLedger';

/** What a session is made of; the pack already holds what the workbook's own sheets add to it. */
export interface SessionParts {
  readonly pack: RulePack;
  readonly evaluator: EvaluatorFactory;
  readonly definitions: readonly FactDefinition[];
}

/** One ledger as a host read it, and the day to look from. */
export interface SessionInput {
  readonly grid: SheetGrid;
  readonly today: CivilDay;
  /** 调度记录: 编号 -> days on which a meeting covered the case. */
  readonly reviews?: ReadonlyMap<string, readonly CivilDay[]>;
  /** What a person corrected in the mapping of columns. */
  readonly correction?: MappingCorrection;
}

/** A check from cells to outcomes, the same object for a command line, a pane and a worker. */
export interface CheckSession {
  readonly pack: RulePack;
  /** Finds the ledger on the sheet and reads it; problems where there is none. */
  load(input: SessionInput): Result<LedgerTable>;
  /**
   * Runs every rule on every case of the ledger loaded last.
   * @throws Cancelled when `pace.signal` says so; nothing is kept then
   */
  check(pace?: Pace): Promise<CheckedLedger>;
}

/** A session over one pack; ledgers may be loaded into it one after another. */
export function createSession(parts: SessionParts): CheckSession {
  const { pack, definitions } = parts;
  const evaluator = parts.evaluator(pack);
  const calendar = createWorkCalendar(pack.calendar);
  let loaded: { readonly table: LedgerTable; readonly input: SessionInput } | null = null;
  return {
    pack,
    load(input) {
      loaded = null;
      const found = findLedger(input.grid, pack, input.correction);
      if (!found.ok) return found;
      loaded = { table: found.value, input };
      return ok(found.value);
    },
    async check(pace = {}) {
      if (loaded === null) throw new Error('check() before a ledger was loaded');
      const { table, input } = loaded;
      if (pace.signal?.aborted) throw new Cancelled();
      const context = { table, pack, calendar, today: input.today, reviews: input.reviews ?? new Map() };
      const facts = createFactTable(context, definitions);
      const outcomes = await evaluator.evaluate(facts, input.today, { pace });
      return createCheckedLedger(facts, outcomes);
    },
  };
}
