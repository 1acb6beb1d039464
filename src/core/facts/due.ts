import type { CivilDay } from '../dates/civil';
import { type PeriodEnd, type ProofStep, periodEnd, statutoryDue } from '../dates/due';
import type { FieldId, LimitValue } from '../ledger/table';
import type { Fact, Unknown } from './column';
import { FactState, isUnknown } from './column';
import { dateBlank, orNone } from './dayChain';
import type { CaseReader, FactContext } from './definition';
import { extensionConsented } from './extension';

/** What a due date rests on. */
export const DUE_KINDS = ['extended', 'superior', 'unit', 'stated', 'statutory'] as const;
export type DueKind = (typeof DUE_KINDS)[number];

/** What 办理时限 says, by who set it. */
export const LIMIT_KINDS = ['superior', 'unit', 'stated', 'vague', 'none', 'unreadable'] as const;
export type LimitKind = (typeof LIMIT_KINDS)[number];

export interface KnownDue {
  readonly on: CivilDay;
  readonly kind: DueKind;
  /** How it was reached; worked out when somebody asks, which of a hundred thousand cases few do. */
  prove(): readonly ProofStep[];
}

/** When a case is due with how that was reached, or why it can't be told. A blank limit has the statutory one. */
export type DueReading = KnownDue | Unknown;

/** The limit that holds: the extension that was agreed to, else 办理时限, else the law's (design section 4). */
export function dueOf(read: CaseReader): DueReading {
  const extended = orNone(read.limit('extendedTo'));
  if (extended === null || (!isUnknown(extended) && extended.kind === 'vague')) return originalDue(read);
  const consented = orNone(extensionConsented(read));
  if (isUnknown(consented)) return consented;
  if (consented !== true) return originalDue(read);
  if (isUnknown(extended)) return extended;
  if (extended.kind === 'date') return statedDue(read, 'extendedTo', extended.on, 'extended');
  const original = originalDue(read);
  return isUnknown(original) ? original : periodDue(read, 'extendedTo', original.on, extended, 'extended');
}

/** The limit before any extension: 办理时限, or the law's where that is blank or vague. */
export function originalDue(read: CaseReader): DueReading {
  const limit = read.limit('timeLimit');
  if (isUnknown(limit)) return limit;
  if (limit === null || limit.kind === 'vague') return lawfulDue(read);
  return ownDue(read, limit);
}

/** The day 办理时限 itself gives; null where it is blank or vague. */
export function limitDay(read: CaseReader): Fact<CivilDay> {
  const limit = read.limit('timeLimit');
  if (limit === null || isUnknown(limit)) return limit;
  if (limit.kind === 'vague') return null;
  const due = ownDue(read, limit);
  return isUnknown(due) ? due : due.on;
}

/** The statutory last day of handling, counted from the start of the case's periods. */
export function lawfulDue(read: CaseReader): DueReading {
  const start = read.day('periodStart');
  if (typeof start !== 'number') return start ?? dateBlank('receivedOn');
  const { context } = read;
  // A ledger's cases start on few days, and each day's count walks through the calendar.
  const byStart = lawfulByStart.get(context) ?? new Map<CivilDay, DueReading>();
  const known = byStart.get(start);
  if (known) return known;
  const { pack, calendar } = context;
  const end = statutoryDue(start, pack.laws, pack.roll, calendar);
  const due: DueReading = end.ok ? { on: end.on, kind: 'statutory', prove: () => end.proof } : periodUnknown(end);
  lawfulByStart.set(context, byStart.set(start, due));
  return due;
}

/** The statutory due day by the day that the period starts on. */
const lawfulByStart = new WeakMap<FactContext, Map<CivilDay, DueReading>>();

function ownDue(read: CaseReader, limit: Exclude<LimitValue, { kind: 'vague' }>): DueReading {
  const source = limitSourceOf(read);
  const kind = isUnknown(source) ? 'stated' : source;
  if (limit.kind === 'date') return statedDue(read, 'timeLimit', limit.on, kind);
  const start = read.day('periodStart');
  if (typeof start !== 'number') return start ?? dateBlank('receivedOn');
  return periodDue(read, 'timeLimit', start, limit, kind);
}

/** A date that someone wrote holds as written: it never rolls. */
function statedDue(read: CaseReader, field: FieldId, on: CivilDay, kind: DueKind): DueReading {
  const at = caseOf(read);
  return { on, kind, prove: () => [stated(at, field), { step: 'result', on }] };
}

function periodDue(
  read: CaseReader,
  field: FieldId,
  start: CivilDay,
  period: Extract<LimitValue, { kind: 'duration' }>,
  kind: DueKind,
): DueReading {
  const { pack, calendar } = read.context;
  const end = periodEnd(start, period, pack.roll, calendar);
  if (!end.ok) return periodUnknown(end);
  const at = caseOf(read);
  return { on: end.on, kind, prove: () => [stated(at, field), ...end.proof] };
}

/** A case to come back to: the reader itself goes on to the next one. */
const caseOf = ({ index, context }: CaseReader): Pick<CaseReader, 'index' | 'context'> => ({ index, context });

function stated({ index, context: { table } }: Pick<CaseReader, 'index' | 'context'>, field: FieldId): ProofStep {
  return { step: 'stated', seen: table.seen(field, index), cell: table.cell(field, index) };
}

export const periodUnknown = (end: Extract<PeriodEnd, { ok: false }>): Unknown => ({
  unknown: end.unknown,
  state: FactState.unknown,
  params: end.params,
});

/**
 * Who set a limit, by 时限来源: the superior, the unit, or nobody named. Without a source the limit of a case that
 * the bureau found itself (自行梳理) is the unit's.
 */
export function limitSourceOf(read: CaseReader): 'superior' | 'unit' | 'stated' | Unknown {
  const source = orNone(read.text('limitSource'));
  if (isUnknown(source)) return source;
  if (source === SOURCE_SUPERIOR) return 'superior';
  if (source === SOURCE_UNIT) return 'unit';
  if (source !== null) return 'stated';
  const channel = orNone(read.text('channel'));
  if (isUnknown(channel)) return channel;
  return channel === CHANNEL_OWN ? 'unit' : 'stated';
}

/** Values of the vocabularies `limit-source` and `channel` that the law of limits turns on. */
export const SOURCE_SUPERIOR = '上级明确';
export const SOURCE_UNIT = '股室提出';
export const CHANNEL_OWN = '自行梳理';

/** What 办理时限 says. An error cell, or one whose source can't be read, is unknown; a blank is `none`. */
export function limitKindOf(read: CaseReader): LimitKind | Unknown {
  const limit = read.limit('timeLimit');
  if (limit === null) return 'none';
  if (isUnknown(limit)) return limit.state === FactState.unreadable ? 'unreadable' : limit;
  return limit.kind === 'vague' ? 'vague' : limitSourceOf(read);
}
