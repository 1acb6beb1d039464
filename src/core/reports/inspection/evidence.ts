import { FactState } from '../../facts/column';
import { isUnknown } from '../../facts/column';
import { dayOf, textOf } from '../notices/ledgerCase';
import type { CaseRef } from '../report';

/** The stages of a case in their order, each with what has to be on record. */
export type Stage =
  'registration' | 'assignment' | 'notice' | 'limit' | 'extension' | 'reviews' | 'decision' | 'closing' | 'reporting';

/** When a piece of evidence is called for at all. */
type When = (ref: CaseRef) => boolean;

const always: When = () => true;
const closed: When = ({ ledger, index }) => ledger.checked.isOpen(index) === false;
const limitOfUnit: When = ({ ledger, index }) => ledger.checked.fact('limitKind', index) === 'unit';
const extended: When = (ref) => textOf(ref, 'extendedTo') !== '';
const decidedUnlawful: When = ({ ledger, index }) => ledger.checked.fact('conductDecidedUnlawful', index) === true;
const decidedHardship: When = ({ ledger, index }) => ledger.checked.fact('hardshipDecided', index) === true;

/** What each stage has to show, by field: the list that 迎检材料 prints. */
export const EVIDENCE: readonly { readonly stage: Stage; readonly field: string; readonly when: When }[] = [
  { stage: 'registration', field: 'registeredOn', when: always },
  { stage: 'registration', field: 'content', when: always },
  { stage: 'assignment', field: 'assignedOn', when: always },
  { stage: 'assignment', field: 'unit', when: always },
  { stage: 'assignment', field: 'caseLeader', when: always },
  { stage: 'notice', field: 'receivedOn', when: always },
  { stage: 'notice', field: 'acceptanceNotifiedOn', when: always },
  { stage: 'limit', field: 'timeLimit', when: always },
  { stage: 'limit', field: 'limitSource', when: always },
  { stage: 'limit', field: 'limitConsent', when: limitOfUnit },
  { stage: 'limit', field: 'limitFiledOn', when: limitOfUnit },
  { stage: 'extension', field: 'extensionConsent', when: extended },
  { stage: 'extension', field: 'extensionConsentOn', when: extended },
  { stage: 'reviews', field: 'plan', when: always },
  { stage: 'reviews', field: 'lastReviewOn', when: always },
  { stage: 'reviews', field: 'lastBureauReviewOn', when: always },
  { stage: 'decision', field: 'merit', when: always },
  { stage: 'decision', field: 'decidedBy', when: always },
  { stage: 'decision', field: 'decidedOn', when: always },
  { stage: 'decision', field: 'conductBasis', when: decidedUnlawful },
  { stage: 'decision', field: 'aid', when: decidedHardship },
  { stage: 'closing', field: 'closedOn', when: closed },
  { stage: 'closing', field: 'result', when: closed },
  { stage: 'closing', field: 'repliedOn', when: closed },
  { stage: 'reporting', field: 'reportedOn', when: closed },
  { stage: 'reporting', field: 'signedOff', when: closed },
  { stage: 'reporting', field: 'signedOffOn', when: closed },
];

/** Whether a piece is on record: `noColumn` where the ledger has no place for it, which says nothing of the case. */
export type Standing = 'given' | 'missing' | 'unreadable' | 'noColumn';

export interface Evidence {
  readonly stage: Stage;
  /** Label of the field. */
  readonly label: string;
  readonly standing: Standing;
  /** A1 address, '' without one. */
  readonly cell: string;
}

/** What a case has to show, in the order of its stages, and whether it is there. */
export function evidenceOf(ref: CaseRef): readonly Evidence[] {
  const { checked } = ref.ledger;
  return EVIDENCE.filter(({ when }) => when(ref)).map(({ stage, field }) => ({
    stage,
    label: checked.pack.fields.find(({ id }) => id === field)?.label ?? field,
    standing: standingOf(ref, field),
    cell: checked.table.cell(field, ref.index) ?? '',
  }));
}

function standingOf(ref: CaseRef, field: string): Standing {
  const { checked } = ref.ledger;
  // 调度记录 holds reviews as well as the ledger's own column does.
  if (field === 'lastReviewOn') {
    const last = checked.fact('lastReviewDay', ref.index);
    if (last !== null && !isUnknown(last)) return 'given';
  }
  const state = checked.table.columns.has(field) ? checked.table.field(field)?.state[ref.index] : FactState.missing;
  if (state === undefined || state === FactState.missing) return 'noColumn';
  if (state === FactState.blank) return 'missing';
  return state === FactState.known || dayOf(ref, field) !== null ? 'given' : 'unreadable';
}
