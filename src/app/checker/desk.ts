import type { Speech } from '../../core/check/speech';
import { Cancelled } from '../../core/cancel';
import { fail, problem, type Result } from '../../core/problem';
import type { PackFiles } from '../../core/rules/loadPack';
import type { CheckOrder, Overview, PackInfo } from '../../ports/checker';
import type { LiveWorkbook } from '../../ports/liveWorkbook';
import type { CopySink } from '../../ports/masking';
import type { ReportSink } from '../../ports/reportSink';
import type { CheckResult } from '../checkResult';
import type { OpenLedger } from '../checkLedger';
import type { ReportDefinition } from '../reports/definition';
import { LedgerView } from './ledgerView';
import { overviewOf } from './overview';

/** What a checker is made of. */
export interface CheckerParts {
  readonly workbook: LiveWorkbook;
  readonly speech: Speech;
  /** Makes the files that reports are handed over as. */
  readonly sink: ReportSink;
  /** The reports that can be made, loaded when somebody first asks for them. */
  readonly reports: () => Promise<readonly ReportDefinition[]>;
  /** Makes a copy of the workbook's file with what an order says hidden; absent where the host gives no file. */
  readonly copies?: CopySink;
  /** Lets others have their turn between blocks of rows; a worker resolves it after its messages were read. */
  readonly breathe?: () => Promise<void>;
}

/** The last check that was completed, and what is shown of it. */
export interface Current {
  readonly open: OpenLedger;
  readonly order: CheckOrder;
  readonly pack: PackInfo;
  readonly view: LedgerView;
  readonly overview: Overview;
}

/** What the parts of a checker work on together: one workbook, one pack, one ledger at a time. */
export class Desk {
  rules: { readonly files: PackFiles; readonly info: PackInfo } | null = null;
  current: Current | null = null;
  private revision = 0;
  private readings = 0;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(readonly parts: CheckerParts) {}

  get workbook(): LiveWorkbook {
    return this.parts.workbook;
  }

  get speech(): Speech {
    return this.parts.speech;
  }

  /** Readings of cells in their order, so that a session never takes an older one for newer. */
  nextReading(): number {
    return ++this.readings;
  }

  /** Takes a completed check for the one that is shown from now on. */
  show(open: OpenLedger, order: CheckOrder, pack: PackInfo): Overview {
    return this.keep({ open, order, pack }, new LedgerView(open.result, ++this.revision, this.speech), []);
  }

  /** The same table with other results, after a recheck or when something was set aside. */
  showAgain({ open, order, pack, view }: Current, result: CheckResult, touched: readonly number[]): Overview {
    const next = new LedgerView(result, ++this.revision, this.speech, { view, touched });
    return this.keep(
      { open: { ...open, result }, order, pack },
      next,
      touched.map((index) => next.row(index)),
    );
  }

  private keep(of: Omit<Current, 'view' | 'overview'>, view: LedgerView, touched: readonly number[]): Overview {
    const overview = overviewOf(view, { pack: of.pack, touched, capabilities: this.workbook.capabilities });
    this.current = { ...of, view, overview };
    return overview;
  }

  /** What changes the check or the workbook waits for its turn; a cancelled one leaves everything as it was. */
  inTurn<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
    const done = this.turn.then(work).catch((error: unknown) => {
      if (error instanceof Cancelled) return fail(problem('cancelled'));
      throw error;
    });
    this.turn = done.catch(() => undefined);
    return done;
  }

  /** The last check, for what can't be done without one. */
  needCurrent(): Result<Current> {
    return this.current === null ? fail(problem('not-checked')) : { ok: true, value: this.current };
  }
}
