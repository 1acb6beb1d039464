import type { CheckedLedger } from '../check/checkedLedger';
import type { CivilDay } from '../dates/civil';
import type { FieldId } from '../ledger/table';
import { keysOf, type CaseKey } from './caseKey';
import { differencesOf, missingColumns, type Difference } from './differences';
import { matchCases, type MatchedPair, type Unsure } from './match';
import { samePerson } from './people';

/** One of the two sides. */
export interface ReconcileSide {
  readonly file: string;
  readonly checked: CheckedLedger;
}

export interface ReconciledPair extends MatchedPair {
  readonly differences: readonly Difference[];
  /** Same number, but another person or another matter: perhaps two cases. */
  readonly doubtful: boolean;
}

/** A list against a ledger: every row of either is in exactly one of the four. */
export interface Reconciliation {
  readonly ledger: ReconcileSide;
  readonly list: ReconcileSide;
  readonly today: CivilDay;
  readonly pairs: readonly ReconciledPair[];
  readonly unsure: readonly Unsure[];
  readonly onlyLedger: readonly number[];
  readonly onlyList: readonly number[];
  /** Fields that could not be compared for want of a column. */
  readonly missing: { readonly ledger: readonly FieldId[]; readonly list: readonly FieldId[] };
}

/** Compares a list that was handed down with the ledger. Where the list has numbers of its own, they are no difference. */
export function reconcile(ledger: ReconcileSide, list: ReconcileSide): Reconciliation {
  const keys = { ledger: keysOf(ledger.checked.table), list: keysOf(list.checked.table) };
  const matches = matchCases(keys.ledger, keys.list);
  const numbered = matches.pairs.filter(({ by }) => by === 'number').length;
  const sharesNumbers = numbered * 2 >= matches.pairs.length;
  return {
    ledger,
    list,
    today: ledger.checked.today,
    unsure: matches.unsure,
    onlyLedger: matches.onlyLedger,
    onlyList: matches.onlyList,
    missing: { ledger: missingColumns(ledger.checked.table), list: missingColumns(list.checked.table) },
    pairs: matches.pairs.map((pair) => ({
      ...pair,
      differences: differencesOf(
        { checked: ledger.checked, index: pair.ledger },
        { checked: list.checked, index: pair.list },
      ).filter(
        (one) =>
          (sharesNumbers || one.field !== 'caseNo') &&
          counts(one, pair, keys.ledger[pair.ledger], keys.list[pair.list]),
      ),
      doubtful: pair.by === 'number' && isDoubtful(keys.ledger[pair.ledger], keys.list[pair.list]),
    })),
  };
}

/** Whether anything is not as it should be. */
export const hasDifferences = ({ pairs, unsure, onlyLedger, onlyList }: Reconciliation): boolean =>
  onlyLedger.length + onlyList.length + unsure.length > 0 || pairs.some(({ differences }) => differences.length > 0);

/** A name that a list hides is no other name; contents that were matched by being alike are not told to differ. */
function counts({ field, kind }: Difference, { by }: MatchedPair, a?: CaseKey, b?: CaseKey): boolean {
  if (kind !== 'differs' || !a || !b) return true;
  if (field === 'petitioner') return samePerson(a, b) === 'no';
  return field !== 'content' || (by === 'number' && samePerson(a, b) === 'no');
}

const isDoubtful = (a?: CaseKey, b?: CaseKey): boolean =>
  a !== undefined &&
  b !== undefined &&
  samePerson(a, b) === 'no' &&
  a.content !== '' &&
  b.content !== '' &&
  a.content !== b.content;
