import { rosterOf, plainName } from '../facts/roster';
import type { AdjustmentRow } from '../ledger/readAdjustments';
import { nearest } from '../nearest';
import { problem, type Problem } from '../problem';
import type { RulePack } from '../rules/pack';
import type { Indicator, ScoringScheme, SubjectKind } from './scheme';

/** What a person added to a score or took from it: shown apart, never mixed into what was computed. */
export interface Adjustment extends AdjustmentRow {
  /** null for the total. */
  readonly of: Indicator | null;
}

/** Adjustments by the subject they are of; those that name no subject or indicator there is are told. */
export function adjustmentsOf(
  rows: readonly AdjustmentRow[],
  to: {
    readonly scheme: ScoringScheme;
    readonly pack: RulePack;
    readonly by: SubjectKind;
    readonly names: readonly string[];
  },
): { readonly of: ReadonlyMap<string, readonly Adjustment[]>; readonly problems: readonly Problem[] } {
  const of = new Map<string, Adjustment[]>();
  const problems: Problem[] = [];
  for (const row of rows) {
    const { place, indicator } = row;
    const name = to.by === 'unit' ? (rosterOf(to.pack).unit(row.subject) ?? row.subject) : plainName(row.subject);
    const found = to.scheme.indicators.find(({ id, title }) => indicator === title || indicator === id) ?? null;
    if (found === null && indicator !== '') {
      const titles = to.scheme.indicators.map(({ title }) => title);
      const params = { seen: indicator, nearest: nearest(indicator, titles) ?? '', choices: titles };
      problems.push(problem('adjustment-indicator-unknown', params, place));
    } else if (!to.names.includes(name)) {
      const params = { seen: row.subject, nearest: nearest(row.subject, to.names) ?? '' };
      problems.push(problem('adjustment-subject-unknown', params, place));
    } else of.set(name, [...(of.get(name) ?? []), { ...row, of: found }]);
  }
  return { of, problems };
}
