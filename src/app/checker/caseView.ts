import type { ExplainedOutcome } from '../../core/check/caseExplanation';
import type { DueView } from '../../core/facts/dueView';
import { FACTS } from '../../core/facts/registry';
import { CLARITY_FIELDS } from '../../core/ledger/fieldIds';
import type { FieldId } from '../../core/ledger/table';
import { Outcome } from '../../core/rules/outcome';
import { SEVERITY_ORDER } from '../../core/writeplan/planSource';
import type { CaseDue, CaseOutcome, CaseView, Clarity, Finding } from '../../ports/checker';
import { OUTCOME_NAMES } from '../checkJson';
import { caseClassification } from './caseClassification';
import { caseSteps } from './caseSteps';
import { timelineOf } from './dueTimeline';
import { oneLine, type LedgerView } from './ledgerView';
import { hidePersonal } from './personal';

/** A case whole, by its worksheet row; null where no case stands there. */
export function caseAt(view: LedgerView, row: number): CaseView | null {
  const index = view.table.rowNumbers.indexOf(row);
  if (index === -1) return null;
  const { checked } = view;
  const findings = findingsOf(view, index);
  return {
    revision: view.revision,
    row,
    previousRow: view.table.rowNumbers[index - 1] ?? null,
    nextRow: view.table.rowNumbers[index + 1] ?? null,
    caseLabel: view.caseLabel(index),
    title: view.title(index),
    petitioner: view.petitioner(index),
    isOpen: checked.isOpen(index),
    clarities: CLARITY_FIELDS.map((field) => clarity(view, index, field)),
    due: caseDue(view, index),
    steps: caseSteps(view, index),
    classification: caseClassification(view, index),
    findings,
    outcomes: checked.pack.rules.map((_, rule) => caseOutcome(view, index, rule)),
    next: nextSteps(findings),
  };
}

/** What stands, then what could not be judged, then what was set aside; the most urgent first. */
function findingsOf(view: LedgerView, index: number): readonly Finding[] {
  const { checked } = view;
  const rank = (rule: number): number => {
    const { severity, mendable } = view.rule(rule);
    const kind = checked.outcome(rule, index) === Outcome.cannotJudge ? 1 : checked.setAside(rule, index) ? 2 : 0;
    return (kind * 2 + Number(!mendable)) * SEVERITY_ORDER.length + SEVERITY_ORDER.indexOf(severity);
  };
  return checked.pack.rules
    .map((_, rule) => rule)
    .filter((rule) => {
      const outcome = checked.outcome(rule, index);
      return outcome === Outcome.flagged || (outcome === Outcome.cannotJudge && !checked.wantsColumn(rule, index));
    })
    .sort((a, b) => rank(a) - rank(b) || a - b)
    .map((rule) => view.finding(rule, index));
}

/** Each thing to do once, though two findings ask for it; what can't be judged for a cell that is asked for waits. */
function nextSteps(findings: readonly Finding[]): CaseView['next'] {
  const steps = new Map<string, string>();
  const asked = new Set<string>();
  for (const { outcome, aside, mendable, next, cell, what } of findings) {
    if (aside !== null || !mendable || (outcome === 'cannotJudge' && asked.has(cell))) continue;
    const text = outcome === 'flagged' ? next : what;
    if (!steps.has(text)) steps.set(text, cell);
    asked.add(cell);
  }
  return [...steps].map(([text, cell]) => ({ text, cell }));
}

/** A clarity is wanting where a finding of worth that stands points at it, not where a mere hint does. */
function clarity(view: LedgerView, index: number, field: FieldId): Clarity {
  const { checked, table } = view;
  let state: Clarity['state'] = table.seen(field, index).trim() === '' ? 'wanting' : 'clear';
  checked.pack.rules.forEach(({ field: pointed, file, severity }, rule) => {
    if (pointed !== field || file !== CLARITY_FILE || severity === 'notice') return;
    const outcome = checked.outcome(rule, index);
    if (outcome === Outcome.flagged && checked.setAside(rule, index) === null) state = 'wanting';
    else if (outcome === Outcome.cannotJudge && state === 'clear') state = 'cannotJudge';
  });
  const text = hidePersonal(view, oneLine(table.seen(field, index)));
  return { field, label: view.label(field), text, cell: table.cell(field, index), state };
}

/** The file of a pack that holds the rules of the three clarities (design, section 5). */
const CLARITY_FILE = 'clarity.json';

function caseDue(view: LedgerView, index: number): CaseDue {
  const { checked, speech } = view;
  const due = checked.due(index);
  return {
    on: due.on,
    kind: speech.views.dueKind(due.kind),
    state: due.state,
    daysLeft: due.daysLeft,
    proof: due.proof.map((step) => hidePersonal(view, speech.proof(step))),
    timeline: timelineOf(due.proof),
    unknown: due.unknown === null ? null : whyUnknown(view, index, due.unknown),
  };
}

function whyUnknown(view: LedgerView, index: number, why: NonNullable<DueView['unknown']>): string {
  const { table, checked, speech } = view;
  const field = why.field ?? null;
  return speech.reason({
    fact: DUE_FACT,
    label: FACTS.find(({ id }) => id === DUE_FACT)?.label ?? DUE_FACT,
    why,
    field,
    fieldLabel: field === null ? null : view.label(field),
    cell: field === null ? null : table.cell(field, index),
    seen: field === null ? '' : table.seen(field, index),
    personal: checked.pack.fields.some(({ id, personal }) => id === field && personal === true),
  });
}

const DUE_FACT = 'dueOn';

function caseOutcome(view: LedgerView, index: number, at: number): CaseOutcome {
  const { checked, speech } = view;
  const rule = view.rule(at);
  const outcome = checked.outcome(at, index);
  const told: ExplainedOutcome = {
    rule,
    outcome,
    wantsColumn: outcome === Outcome.cannotJudge && checked.wantsColumn(at, index),
    tree: checked.explainTree(index, at),
    explanation: checked.explain(index, at),
  };
  return {
    rule: rule.name,
    title: rule.title,
    outcome: OUTCOME_NAMES[outcome],
    sentence: hidePersonal(view, speech.views.outcome(told, checked.pack)),
  };
}
