import type { CheckedLedger } from '../check/checkedLedger';
import { civilDay, daysInMonth, type CivilDay } from '../dates/civil';
import { FactState } from '../facts/column';
import type { FieldId } from '../ledger/table';
import { fail, ok, problem, type Result } from '../problem';
import type { Campaign } from '../rules/pack';

/** Which cases a score is over: those on the books at some time of the period. */
export type Period =
  | { readonly kind: 'all' }
  | { readonly kind: 'campaign' }
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'month'; readonly year: number; readonly month: number };

/** `campaign`, `2021`, `2021-09`; anything else is a problem. */
export function readPeriod(text: string): Result<Period> {
  if (text === 'all' || text === 'campaign') return ok({ kind: text });
  const match = /^(\d{4})(?:-(\d{2}))?$/.exec(text);
  const [year, month] = [Number(match?.[1]), Number(match?.[2])];
  if (match && match[2] === undefined) return ok({ kind: 'year', year });
  if (match && month >= 1 && month <= 12) return ok({ kind: 'month', year, month });
  return fail(problem('period-invalid', { value: text }));
}

/** First and last day, both inclusive; null where the period has no bounds. */
export function boundsOf(
  period: Period,
  campaign: Campaign,
): { readonly from: CivilDay; readonly to: CivilDay } | null {
  switch (period.kind) {
    case 'all':
      return null;
    case 'campaign':
      return { from: campaign.firstDay, to: campaign.lastDay };
    case 'year':
      return { from: civilDay(period.year, 1, 1), to: civilDay(period.year, 12, 31) };
    case 'month': {
      const { year, month } = period;
      return { from: civilDay(year, month, 1), to: civilDay(year, month, daysInMonth(year, month)) };
    }
  }
}

/** The day that a case came on the books, by what its row says of it first. */
const ARRIVAL: readonly FieldId[] = ['registeredOn', 'receivedOn', 'assignedOn'];

/**
 * Whether a case was on the books in a period: it came by its last day and was not closed before its first. A day that
 * is not there or can't be read takes no case out: that would be a way to be rid of it.
 */
export function casesOfPeriod(checked: CheckedLedger, period: Period): (index: number) => boolean {
  const bounds = boundsOf(period, checked.pack.campaign);
  if (bounds === null) return () => true;
  const dayOf = (field: FieldId, index: number): CivilDay | null => {
    const column = checked.table.field(field);
    if (column?.type !== 'date' || column.state[index] !== FactState.known) return null;
    return column.values[index] ?? null;
  };
  return (index) => {
    let came: CivilDay | null = null;
    for (const field of ARRIVAL) came ??= dayOf(field, index);
    const closed = checked.isOpen(index) === false ? dayOf('closedOn', index) : null;
    return (came === null || came <= bounds.to) && (closed === null || closed >= bounds.from);
  };
}
