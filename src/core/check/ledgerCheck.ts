import { Cancelled, type Pace } from '../cancel';
import type { WorkCalendar } from '../dates/workCalendar';
import type { FactDefinition } from '../facts/definition';
import { createFactTable, type FactTable } from '../facts/factTable';
import { EditableSheet } from '../ledger/editableSheet';
import { findLedgerParts, type LedgerParts } from '../ledger/findLedger';
import type { LedgerTable } from '../ledger/table';
import { takeEdits, type ChangedCases } from '../ledger/takeEdits';
import { ok, type Result } from '../problem';
import type { Evaluator, Outcomes } from '../rules/outcome';
import type { RulePack } from '../rules/pack';
import type { CheckedLedger } from './checkedLedger';
import { createCheckedLedger } from './createCheckedLedger';
import type { LedgerEdit, Recheck } from './recheck';
import type { SessionInput } from './sessionInput';

/** What a ledger is checked by. */
export interface CheckParts {
  readonly pack: RulePack;
  readonly evaluator: Evaluator;
  readonly definitions: readonly FactDefinition[];
  readonly calendar: WorkCalendar;
}

interface LastCheck {
  readonly facts: FactTable;
  readonly outcomes: Outcomes;
  readonly checked: CheckedLedger;
}

/** One ledger on its sheet, from finding it over checking it to following the edits of its cells. */
export class LedgerCheck {
  private readonly sheet: EditableSheet;
  private parts: LedgerParts | null = null;
  private last: LastCheck | null = null;
  private revision = -Infinity;
  /** Cases whose facts are up to date and whose outcomes are not: a recheck of them was cancelled. */
  private readonly unjudged = new Set<number>();

  constructor(
    private readonly by: CheckParts,
    private readonly input: SessionInput,
  ) {
    this.sheet = new EditableSheet(input.grid);
  }

  find(): Result<LedgerTable> {
    this.parts = null;
    this.last = null;
    this.unjudged.clear();
    const found = findLedgerParts(this.sheet.grid, this.by.pack, this.input.correction);
    if (!found.ok) return found;
    this.parts = found.value;
    return ok(found.value.table);
  }

  async check(pace: Pace): Promise<CheckedLedger> {
    if (this.parts === null) throw new Error('check() before a ledger was loaded');
    if (pace.signal?.aborted) throw new Cancelled();
    const { pack, calendar, definitions, evaluator } = this.by;
    const { today, reviews = new Map(), history } = this.input;
    const kept = history === undefined ? {} : { history };
    const facts = createFactTable({ table: this.parts.table, pack, calendar, today, reviews, ...kept }, definitions);
    const outcomes = await evaluator.evaluate(facts, today, { pace });
    this.unjudged.clear();
    return this.keep(facts, outcomes);
  }

  async apply(revision: number, edit: LedgerEdit, pace: Pace): Promise<Result<Recheck>> {
    const applied = revision >= this.revision;
    const changed = applied ? this.take(edit) : new Map();
    if (applied) this.revision = revision;
    if (changed !== null && this.last) return ok({ ...(await this.recheck(this.last, changed, pace)), applied });
    this.sheet.tidy();
    const found = this.find();
    if (!found.ok) return found;
    return ok({ applied, rows: [], wholeTable: true, checked: await this.check(pace) });
  }

  /** Puts an edit on the sheet and into the typed columns; null where the ledger has to be found again. */
  private take({ cells, merges }: LedgerEdit): ChangedCases | null {
    if (merges === undefined) return takeEdits(this.sheet, this.parts, cells);
    this.sheet.merge(merges);
    return takeEdits(this.sheet, null, cells);
  }

  private async recheck(last: LastCheck, changed: ChangedCases, pace: Pace): Promise<Omit<Recheck, 'applied'>> {
    const { facts, outcomes } = last;
    for (const index of facts.recheck(changed)) this.unjudged.add(index);
    if (pace.signal?.aborted) throw new Cancelled();
    const rows = Int32Array.from(this.unjudged).sort();
    let { checked } = last;
    if (rows.length > 0) {
      const options = { rows, previous: outcomes, inPlace: true, pace };
      const judged = await this.by.evaluator.evaluate(facts, this.input.today, options);
      if (judged !== outcomes) checked = this.keep(facts, judged);
      this.unjudged.clear();
    }
    return { rows: [...rows], wholeTable: false, checked };
  }

  private keep(facts: FactTable, outcomes: Outcomes): CheckedLedger {
    const checked = createCheckedLedger(facts, outcomes);
    this.last = { facts, outcomes, checked };
    return checked;
  }
}
