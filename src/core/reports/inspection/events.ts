import type { CivilDay } from '../../dates/civil';
import { plainName } from '../../facts/roster';
import { dayOf, textOf } from '../notices/ledgerCase';
import type { CaseRef } from '../report';

/** What happens to a case. */
export type EventKind =
  | 'registered'
  | 'received'
  | 'notified'
  | 'assigned'
  | 'limitFiled'
  | 'extended'
  | 'reviewed'
  | 'weeklyReview'
  | 'bureauReview'
  | 'decided'
  | 'due'
  | 'closed'
  | 'replied'
  | 'reported'
  | 'signedOff'
  | 'consent'
  | 'extensionConsent'
  | 'plan';

export interface CaseEvent {
  /** null for what has no day of its own: told after all that has. */
  readonly on: CivilDay | null;
  readonly kind: EventKind;
  /** What the ledger says of it, part by part, as written; personal data still in it. */
  readonly said: readonly string[];
  /** A1 address; '' for what stands elsewhere. */
  readonly cell: string;
}

/** A dated column of the ledger, and the columns that say what happened on that day. */
const DATED: readonly { readonly kind: EventKind; readonly field: string; readonly says: readonly string[] }[] = [
  { kind: 'registered', field: 'registeredOn', says: ['channel', 'form', 'filedLevel'] },
  { kind: 'received', field: 'receivedOn', says: [] },
  { kind: 'notified', field: 'acceptanceNotifiedOn', says: [] },
  { kind: 'assigned', field: 'assignedOn', says: ['unit', 'caseLeader', 'handler'] },
  { kind: 'limitFiled', field: 'limitFiledOn', says: ['timeLimit', 'limitSource'] },
  { kind: 'extended', field: 'extensionConsentOn', says: ['extendedTo', 'extensionConsent'] },
  { kind: 'weeklyReview', field: 'lastReviewOn', says: [] },
  { kind: 'bureauReview', field: 'lastBureauReviewOn', says: [] },
  { kind: 'decided', field: 'decidedOn', says: ['merit', 'decidedBy'] },
  { kind: 'closed', field: 'closedOn', says: ['status', 'result', 'resolution'] },
  { kind: 'replied', field: 'repliedOn', says: ['satisfaction'] },
  { kind: 'reported', field: 'reportedOn', says: [] },
  { kind: 'signedOff', field: 'signedOffOn', says: ['signedOff'] },
];

/** What the ledger keeps without a day. */
const UNDATED: readonly { readonly kind: EventKind; readonly field: string; readonly unless: string | null }[] = [
  { kind: 'consent', field: 'limitConsent', unless: null },
  { kind: 'extensionConsent', field: 'extensionConsent', unless: 'extensionConsentOn' },
  { kind: 'plan', field: 'plan', unless: null },
];

/** Everything that happened to a case by its day, meetings of 调度记录 among it; then what has no day. */
export function eventsOf(ref: CaseRef): readonly CaseEvent[] {
  const { checked } = ref.ledger;
  const cellOf = (field: string): string => checked.table.cell(field, ref.index) ?? '';
  const events: CaseEvent[] = [];
  for (const { kind, field, says } of DATED) {
    const on = dayOf(ref, field);
    const seen = textOf(ref, field);
    const said = says.map((one) => textOf(ref, one)).filter((part) => part !== '');
    if (on !== null) events.push({ on, kind, said, cell: cellOf(field) });
    else if (seen !== '') events.push({ on, kind, said: [seen, ...said], cell: cellOf(field) });
  }
  const number = plainName(textOf(ref, 'caseNo'));
  for (const { on, text } of ref.ledger.decisions?.get(number) ?? [])
    events.push({ on, kind: 'reviewed', said: [text], cell: '' });
  events.push({ on: checked.dueOn(ref.index), kind: 'due', said: [], cell: cellOf('timeLimit') });
  for (const { kind, field, unless } of UNDATED) {
    const seen = textOf(ref, field);
    if (seen !== '' && (unless === null || dayOf(ref, unless) === null))
      events.push({ on: null, kind, said: [seen], cell: cellOf(field) });
  }
  const place = (event: CaseEvent): number => event.on ?? Infinity;
  return events
    .filter(({ on, said }) => on !== null || said.length > 0)
    .map((event, at) => ({ event, at }))
    .sort((a, b) => (place(a.event) === place(b.event) ? a.at - b.at : place(a.event) - place(b.event)))
    .map(({ event }) => event);
}
