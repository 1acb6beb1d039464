import { CASE_STEPS, type CaseStepId } from '../../core/check/viewWords';
import { FactState } from '../../core/facts/column';
import type { FieldId } from '../../core/ledger/table';
import { Outcome } from '../../core/rules/outcome';
import type { CaseStep } from '../../ports/checker';
import { oneLine, type LedgerView } from './ledgerView';
import { hidePersonal } from './personal';

/** The fields a step is read from: the first that is filled tells it, the last that has a column is where to write. */
const FIELDS: Readonly<Record<CaseStepId, readonly FieldId[]>> = {
  registered: ['registeredOn'],
  assigned: ['assignedOn'],
  received: ['receivedOn'],
  notified: ['acceptanceNotifiedOn'],
  plan: ['plan'],
  review: ['lastReviewOn', 'lastBureauReviewOn'],
  closed: ['closedOn'],
  replied: ['repliedOn'],
  reported: ['reportedOn'],
  signedOff: ['signedOffOn', 'signedOff'],
};

/** What a case may do without once it is closed. */
const WHILE_OPEN: ReadonlySet<CaseStepId> = new Set(['plan', 'review']);

/** A step before it is placed among the others. */
interface Read {
  readonly step: CaseStepId;
  readonly text: string;
  readonly cell: string | null;
  readonly state: 'done' | 'blank' | 'cannotJudge';
  readonly flagged: boolean;
}

/** Process and sign-off chain of a case, as far as the ledger has columns for it, in the order things should happen. */
export function caseSteps(view: LedgerView, index: number): readonly CaseStep[] {
  const isClosed = view.checked.isOpen(index) === false;
  const steps = CASE_STEPS.filter((step) => FIELDS[step].some((field) => view.table.columns.has(field)))
    .map((step) => read(view, index, step))
    .filter(({ step, state, flagged }) => !(isClosed && WHILE_OPEN.has(step) && state === 'blank' && !flagged));
  const lastDone = steps.reduce(
    (last, { state, step }, at) => (state === 'done' && !WHILE_OPEN.has(step) ? at : last),
    -1,
  );
  let isNow = true;
  return steps.map((step, at) => {
    const { text, cell } = step;
    const base = { label: view.speech.views.step(step.step), text, cell };
    if (step.state !== 'blank') return { ...base, state: step.state };
    if (step.flagged || (at < lastDone && !WHILE_OPEN.has(step.step))) return { ...base, state: 'wanting' };
    if (at < lastDone || !isNow) return { ...base, state: 'later' };
    isNow = false;
    return { ...base, state: 'now' };
  });
}

function read(view: LedgerView, index: number, step: CaseStepId): Read {
  const { table } = view;
  const fields = FIELDS[step].filter((field) => table.columns.has(field));
  const told = fields.find((field) => isFilled(view, index, field)) ?? fields[fields.length - 1] ?? '';
  const flagged = fields.some((field) => isFlagged(view, index, field));
  return { step, cell: table.cell(told, index), flagged, ...say(view, index, told) };
}

const isFilled = ({ table }: LedgerView, index: number, field: FieldId): boolean =>
  (table.field(field)?.state[index] ?? FactState.blank) !== FactState.blank;

function say(view: LedgerView, index: number, field: FieldId): Pick<Read, 'text' | 'state'> {
  const { table, speech } = view;
  const column = table.field(field);
  const seen = hidePersonal(view, oneLine(table.seen(field, index)));
  const state = column?.state[index] ?? FactState.blank;
  if (!column || state === FactState.blank) return { text: '', state: 'blank' };
  if (state !== FactState.known) return { text: seen, state: 'cannotJudge' };
  if (column.type === 'date') return { text: speech.views.day(column.values[index] ?? 0), state: 'done' };
  if (column.type === 'boolean') {
    const isDone = column.values[index] === 1;
    return { text: isDone ? speech.views.signedOff : speech.views.notSignedOff, state: isDone ? 'done' : 'blank' };
  }
  return { text: seen, state: 'done' };
}

/** Whether a finding that stands points at a field. */
function isFlagged({ checked }: LedgerView, index: number, field: FieldId): boolean {
  return checked.pack.rules.some(
    (rule, at) =>
      rule.field === field &&
      rule.mendable &&
      checked.outcome(at, index) === Outcome.flagged &&
      checked.setAside(at, index) === null,
  );
}
