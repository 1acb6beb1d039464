import type { CivilDay } from '../dates/civil';
import type { FieldId } from '../ledger/table';
import type { Fact, Unknown } from './column';
import { FactState, isUnknown } from './column';
import type { CaseReader } from './definition';

/**
 * The first of several date fields that is filled. A blank one hands on to the next, one that can't be read does
 * not: what stands there may be the answer. With a column but no date the day is unknown for the case; without any
 * of the columns it is missing for the ledger.
 */
export function firstDay(read: CaseReader, fields: readonly FieldId[]): CivilDay | Unknown {
  let blank: FieldId | null = null;
  let missing: Unknown | null = null;
  for (const field of fields) {
    const day = read.day(field);
    if (typeof day === 'number') return day;
    if (day === null) blank ??= field;
    else if (isMissing(day)) missing ??= day;
    else return day;
  }
  return blank === null && missing !== null ? missing : dateBlank(blank ?? fields[0] ?? '');
}

/** A date that a fact needs is blank: the fact is unknown, and this is the field to fill. */
export const dateBlank = (field: FieldId): Unknown => ({ unknown: 'date-blank', state: FactState.unknown, field });

/**
 * Whether something is unknown for want of a column alone. A field that two columns claim is not: what they hold
 * can't be taken for nothing.
 */
export const isMissing = (fact: Fact<unknown>): boolean => isUnknown(fact) && fact.unknown === 'column-missing';

/** In derived facts a column that is not there means none, as a blank does (design section 2). */
export const orNone = <T>(fact: Fact<T>): Fact<T> => (isMissing(fact) ? null : fact);

/** The difference of two days where both are known; else why not, the first reason first. */
export function daysBetween(from: Fact<CivilDay>, to: Fact<CivilDay>): Fact<number> {
  if (isUnknown(from)) return from;
  if (isUnknown(to)) return to;
  return from === null || to === null ? null : to - from;
}
