import type { CheckedLedger } from '../check/checkedLedger';
import { Outcome } from '../rules/outcome';
import { FULL_MARKS } from './points';
import type { Band, Measure, ScoringScheme, Veto } from './scheme';
import type { CaseRef, ScoredLedger } from './subjects';

/** What a score suggests and why, for a leader to decide. */
export interface Suggestion {
  readonly measure: Measure;
  readonly because: { readonly band: Band } | { readonly veto: HeldVeto };
}

/** A circumstance that holds whatever the score, and on how many cases. */
export interface HeldVeto {
  readonly veto: Veto;
  readonly cases: number;
}

export interface Suggested {
  readonly band: Band | null;
  readonly vetoes: readonly HeldVeto[];
  readonly suggestions: readonly Suggestion[];
}

/** @param total hundredths of points; null where the subject is not given a band (样本不足) */
export function suggestFor(
  scheme: ScoringScheme,
  ledgers: readonly ScoredLedger[],
  cases: readonly CaseRef[],
  total: number | null,
): Suggested {
  const band = total === null ? null : (scheme.bands.find(({ from }) => total >= from * (FULL_MARKS / 100)) ?? null);
  const vetoes = scheme.vetoes.flatMap((veto): HeldVeto[] => {
    const held = countOf(veto, ledgers, cases);
    return held >= veto.least && held * 100 >= veto.percent * cases.length ? [{ veto, cases: held }] : [];
  });
  const byBand: Suggestion[] =
    band?.suggests && (band.suggests !== 'commend' || vetoes.length === 0)
      ? [{ measure: band.suggests, because: { band } }]
      : [];
  const byVeto = vetoes.flatMap((held): Suggestion[] => {
    const { suggests } = held.veto;
    return suggests === null || suggests === 'commend' ? [] : [{ measure: suggests, because: { veto: held } }];
  });
  return { band, vetoes, suggestions: [...byBand, ...byVeto] };
}

function countOf({ rules }: Veto, ledgers: readonly ScoredLedger[], cases: readonly CaseRef[]): number {
  const places = ledgers.map(({ checked }) => placesOf(rules, checked));
  return cases.filter(({ ledger, index }) =>
    places[ledger]?.some((rule) => standsIn(ledgers[ledger]?.checked, rule, index)),
  ).length;
}

const placesOf = (rules: readonly string[], { pack }: CheckedLedger): readonly number[] =>
  rules.map((name) => pack.rules.findIndex((rule) => rule.name === name)).filter((at) => at >= 0);

const standsIn = (checked: CheckedLedger | undefined, rule: number, index: number): boolean =>
  checked?.outcome(rule, index) === Outcome.flagged && checked.setAside(rule, index) === null;
