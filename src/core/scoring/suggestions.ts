import type { CheckedLedger } from '../check/checkedLedger';
import { eachFlagged } from '../check/flaggedCases';
import { hasBit, setBit, wordsFor } from '../rules/bits';
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

/**
 * What scores of these ledgers suggest. The circumstances are looked for in all cases at once; a subject's are counted.
 */
export function suggester(
  { bands, vetoes }: ScoringScheme,
  ledgers: readonly ScoredLedger[],
): (cases: readonly CaseRef[], total: number | null) => Suggested {
  const held = vetoes.map((veto) => ({ veto, standing: ledgers.map(({ checked }) => casesStanding(veto, checked)) }));
  /** @param total hundredths of points; null where the subject is not given a band (样本不足) */
  return (cases, total) => {
    const band = total === null ? null : (bands.find(({ from }) => total >= from * (FULL_MARKS / 100)) ?? null);
    const holding = held.flatMap(({ veto, standing }): HeldVeto[] => {
      const count = countIn(standing, cases);
      return count >= veto.least && count * 100 >= veto.percent * cases.length ? [{ veto, cases: count }] : [];
    });
    const byBand: Suggestion[] =
      band?.suggests && (band.suggests !== 'commend' || holding.length === 0)
        ? [{ measure: band.suggests, because: { band } }]
        : [];
    const byVeto = holding.flatMap((one): Suggestion[] => {
      const { suggests } = one.veto;
      return suggests === null || suggests === 'commend' ? [] : [{ measure: suggests, because: { veto: one } }];
    });
    return { band, vetoes: holding, suggestions: [...byBand, ...byVeto] };
  };
}

const NONE = new Uint32Array();

function countIn(standing: readonly Uint32Array[], cases: readonly CaseRef[]): number {
  let count = 0;
  for (const { ledger, index } of cases) if (hasBit(standing[ledger] ?? NONE, index)) count++;
  return count;
}

/** The cases of a ledger on which a finding of any of the rules stands. */
function casesStanding({ rules }: Veto, checked: CheckedLedger): Uint32Array {
  const cases = new Uint32Array(wordsFor(checked.table.count));
  checked.pack.rules.forEach(({ name }, at) => {
    if (!rules.includes(name)) return;
    eachFlagged(checked, at, (index) => {
      if (checked.setAside(at, index) === null) setBit(cases, index, true);
    });
  });
  return cases;
}
