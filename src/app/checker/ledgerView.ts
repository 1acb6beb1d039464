import type { CheckedLedger } from '../../core/check/checkedLedger';
import { casesWantingColumns, ledgerFindings, type LedgerFinding } from '../../core/check/ledgerFindings';
import type { Speech } from '../../core/check/speech';
import { FactState } from '../../core/facts/column';
import type { DueState } from '../../core/facts/dueStates';
import { address } from '../../core/ledger/grid';
import type { FieldId, LedgerTable } from '../../core/ledger/table';
import { Outcome } from '../../core/rules/outcome';
import type { Rule } from '../../core/rules/pack';
import { caseIdentities, type CaseIdentities } from '../../core/setAside/caseIdentity';
import { findingOrder, type FindingOrder } from '../../core/writeplan/planSource';
import type { Finding, FindingQuery } from '../../ports/checker';
import type { CheckResult } from '../checkResult';
import { CaseStates } from './caseStates';
import { hidePersonal } from './personal';
import { columnsMasker, withCases } from '../../core/masking/ledgerMasker';
import type { Masker } from '../../core/masking/masker';

/** Findings for want of columns, and how many cases of each rule wanted them. */
interface MissingColumns {
  readonly wanting: string;
  readonly findings: readonly LedgerFinding[];
}

/** Cases edited one by one before everything is gathered anew. */
const MOST_ADDED = 200;

/** One check as the views look at it: what they ask for again and again is worked out once. */
export class LedgerView {
  private readonly orders = new Map<FindingQuery['show'], FindingOrder>();
  private readonly unitNames: string[] = [];
  private known: CaseIdentities | null = null;
  readonly states: CaseStates;
  private columnsMissing: MissingColumns | null;
  private hiding: Masker | null = null;
  /** The masker of the view before, and the cases that were edited since it was made. */
  private readonly edited: { readonly masker: Masker; readonly cases: ReadonlySet<number> } | null;

  /** @param before the view that this one brings up to date, with the indices of the cases that may be others now */
  constructor(
    readonly result: CheckResult,
    readonly revision: number,
    readonly speech: Speech,
    before: { readonly view: LedgerView; readonly touched: readonly number[] } | null = null,
  ) {
    this.states = new CaseStates(result.checked, before?.view.states ?? null, before?.touched ?? []);
    this.columnsMissing = before?.view.columnsMissing ?? null;
    const soFar = before?.view.maskerSoFar ?? null;
    this.edited = soFar && { masker: soFar.masker, cases: new Set([...soFar.cases, ...(before?.touched ?? [])]) };
  }

  /** Hides everybody whom the ledger names; after an edit what its rows say now is added to what is known. */
  get masker(): Masker {
    return (this.hiding ??= this.edited
      ? withCases(this.edited.masker, this.checked, this.edited.cases)
      : columnsMasker(this.checked));
  }

  /** What the next view may go on from; null before anybody asked, and once too much was added. */
  private get maskerSoFar(): { readonly masker: Masker; readonly cases: ReadonlySet<number> } | null {
    if (this.hiding === null && this.edited === null) return null;
    const base = this.edited ?? { masker: this.masker, cases: new Set<number>() };
    return base.cases.size > MOST_ADDED ? null : base;
  }

  get checked(): CheckedLedger {
    return this.result.checked;
  }

  get table(): LedgerTable {
    return this.checked.table;
  }

  get identities(): CaseIdentities {
    return (this.known ??= caseIdentities(this.table));
  }

  /** Findings by what can be mended now, then consequence, then due day. */
  order(show: FindingQuery['show']): FindingOrder {
    const kept = this.orders.get(show);
    if (kept) return kept;
    const which = show === 'open' ? 'standing' : show === 'aside' ? 'setAside' : 'unjudged';
    const made = findingOrder(this.checked, undefined, which);
    this.orders.set(show, made);
    return made;
  }

  state(index: number): DueState {
    return this.states.state(index);
  }

  /** What can't be judged for want of columns; looked into anew only where another number of cases wants them. */
  missingColumns(): readonly LedgerFinding[] {
    const wanting = casesWantingColumns(this.checked).join();
    if (this.columnsMissing?.wanting !== wanting)
      this.columnsMissing = { wanting, findings: ledgerFindings(this.checked) };
    return this.columnsMissing.findings;
  }

  rule(at: number): Rule {
    const rule = this.checked.pack.rules[at];
    if (!rule) throw new RangeError(`no rule ${at}`);
    return rule;
  }

  row(index: number): number {
    return this.table.rowNumbers[index] ?? 0;
  }

  label(field: FieldId): string {
    return this.checked.pack.fields.find(({ id }) => id === field)?.label ?? field;
  }

  caseLabel(index: number): string {
    const { table } = this;
    const text = (field: FieldId): string => oneLine(table.seen(field, index));
    return this.speech.views.caseLabel(
      hidePersonal(this, text('caseNo')),
      hidePersonal(this, text('serial')),
      this.row(index),
    );
  }

  unit(index: number): string {
    return hidePersonal(this, oneLine(this.table.seen('unit', index))) || this.speech.views.noUnit;
  }

  /** The units of a case by the roster's names, several together: under each of them it would count more than once. */
  units(index: number): string {
    return (this.unitNames[index] ??= [...new Set(this.checked.units(index))].join('、'));
  }

  /** Masked. */
  petitioner(index: number): string {
    const column = this.table.field('petitioner');
    if (column?.type !== 'names') return '';
    if (column.state[index] === FactState.known) return this.speech.views.maskNames(column.values[index] ?? []);
    const seen = this.table.seen('petitioner', index);
    return seen === '' ? '' : this.speech.views.maskNames([seen]);
  }

  /** 标题, else what the case is about; masked. */
  title(index: number): string {
    return hidePersonal(this, oneLine(this.table.seen('title', index) || this.table.seen('content', index)));
  }

  /** Where to go for a case of which no cell is to blame. */
  caseCell(index: number): string {
    return address(this.row(index), this.table.extent.left);
  }

  key(rule: number, index: number): string {
    return `${this.rule(rule).name}:${this.identities.of(index)}`;
  }

  /** Rule and case of a finding's key; null where the ledger has no such case or the pack no such rule. */
  find(key: string): { readonly rule: number; readonly index: number } | null {
    const [name = '', identity = ''] = key.split(':');
    const rule = this.checked.pack.rules.findIndex((one) => one.name === name);
    const index = this.identities.find(identity);
    return rule === -1 || index === null ? null : { rule, index };
  }

  /** A finding, or a rule that could not judge, in words. */
  finding(at: number, index: number): Finding {
    const { checked, speech } = this;
    const rule = this.rule(at);
    const explanation = checked.explain(index, at);
    const isFlagged = explanation.outcome === Outcome.flagged;
    const blamed = isFlagged ? null : explanation.reasons.find(({ cell }) => cell !== null)?.cell;
    const what = isFlagged
      ? speech.message(explanation)
      : speech.views.reasons(explanation.reasons.map((reason) => speech.reason(reason)));
    const aside = checked.setAside(at, index);
    return {
      ...this.caseOf(index),
      key: this.key(at, index),
      cell: blamed ?? explanation.cell ?? this.caseCell(index),
      rule: rule.name,
      ruleTitle: rule.title,
      severity: rule.severity,
      outcome: isFlagged ? 'flagged' : 'cannotJudge',
      mendable: rule.mendable,
      what: hidePersonal(this, what),
      why: rule.basis,
      next: isFlagged ? hidePersonal(this, speech.advice(explanation)) : speech.views.unjudgedNext(rule.title),
      // Field by field: what is kept on the sheet beside it is no business of a view's.
      aside: aside && {
        kind: aside.kind,
        reason: hidePersonal(this, aside.reason),
        by: aside.by,
        on: aside.on,
        until: aside.until,
      },
    };
  }

  /** What every finding of a case says of the case. */
  caseOf(index: number): Pick<Finding, 'row' | 'caseLabel' | 'unit' | 'petitioner' | 'state' | 'daysLeft'> {
    return {
      row: this.row(index),
      caseLabel: this.caseLabel(index),
      unit: this.unit(index),
      petitioner: this.petitioner(index),
      state: this.state(index),
      daysLeft: this.checked.daysLeft(index),
    };
  }
}

/** A cell's text on one line. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
