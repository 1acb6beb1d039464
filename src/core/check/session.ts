import type { Pace } from '../cancel';
import { createWorkCalendar } from '../dates/createWorkCalendar';
import type { FactDefinition } from '../facts/definition';
import type { LedgerTable } from '../ledger/table';
import type { Result } from '../problem';
import type { EvaluatorFactory } from '../rules/outcome';
import type { RulePack } from '../rules/pack';
import type { CheckedLedger } from './checkedLedger';
import { LedgerCheck, type CheckParts } from './ledgerCheck';
import type { LedgerEdit, Recheck } from './recheck';
import type { SessionInput } from './sessionInput';

/** What a session is made of; the pack already holds what the workbook's own sheets add to it. */
export interface SessionParts {
  readonly pack: RulePack;
  readonly evaluator: EvaluatorFactory;
  readonly definitions: readonly FactDefinition[];
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
  /**
   * Takes in edits of the sheet loaded last and checks again what rests on them: as loading and checking the edited
   * sheet would say, at the cost of the rows that the edit touches. What may change the table itself (its header, what
   * stands above it, which rows are cases, merges) has the whole sheet read and checked again, and so has the first
   * edit where no check was done; problems where no ledger is found then. Calls take their turn, after a check that is
   * underway. Rows or columns inserted, deleted or sorted are no edits of cells: load the sheet again.
   * @param revision rises with every reading of cells by the host; an edit older than the last one taken in is left
   * out, and says so
   * @throws Cancelled when `pace.signal` says so: the cells are taken in, and the next edit, of no cells at all too,
   * finishes the check
   */
  applyEdits(revision: number, edit: LedgerEdit, pace?: Pace): Promise<Result<Recheck>>;
}

/** A session over one pack; ledgers may be loaded into it one after another. */
export function createSession({ pack, definitions, evaluator }: SessionParts): CheckSession {
  const by: CheckParts = { pack, definitions, evaluator: evaluator(pack), calendar: createWorkCalendar(pack.calendar) };
  let loaded: LedgerCheck | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: (ledger: LedgerCheck) => Promise<T>): Promise<T> => {
    const ledger = loaded;
    const done = turn.then(() => {
      if (ledger === null) throw new Error('nothing was loaded');
      return work(ledger);
    });
    // Whoever asked hears of a failure; those who wait only wait.
    turn = done.catch(() => undefined);
    return done;
  };
  return {
    pack,
    load(input) {
      loaded = new LedgerCheck(by, input);
      return loaded.find();
    },
    check: (pace = {}) => inTurn((ledger) => ledger.check(pace)),
    applyEdits: (revision, edit, pace = {}) => inTurn((ledger) => ledger.apply(revision, edit, pace)),
  };
}
