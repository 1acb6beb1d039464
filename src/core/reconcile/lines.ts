import { ledgersMasker } from '../masking/ledgerMasker';
import { maskNames } from '../masking/shapes';
import type { FieldId, LedgerTable } from '../ledger/table';
import type { Reconciliation, ReconciledPair } from './reconcile';
import type { DifferenceKind, ReconcileWords } from './words';

/** One line of the differences, masked: it may go to the county. */
export interface DifferenceLine {
  readonly kind: DifferenceKind;
  readonly caseNo: string;
  readonly petitioner: string;
  readonly matter: string;
  /** Worksheet rows; null where the side has none. */
  readonly ledgerRow: number | null;
  readonly listRow: number | null;
  readonly field: FieldId | null;
  readonly label: string;
  readonly ledger: string;
  readonly list: string;
  readonly says: string;
}

const LONGEST_MATTER = 60;

/** Every difference: what the ledger lacks first, then what differs, what a person must look at, what the list lacks. */
export function differenceLines(found: Reconciliation, words: ReconcileWords): readonly DifferenceLine[] {
  const { ledger, list } = found;
  const tables = { ledger: ledger.checked.table, list: list.checked.table };
  const masker = ledgersMasker([ledger.checked, list.checked]);
  const labels = new Map(ledger.checked.pack.fields.map(({ id, label }) => [id, label]));
  const head = (table: LedgerTable, index: number) => ({
    caseNo: table.seen('caseNo', index),
    petitioner: namesOf(table, index),
    matter: cut(masker.mask(table.seen('title', index) || table.seen('content', index))),
  });
  const row = (side: 'ledger' | 'list', index: number): number => tables[side].rowNumbers[index] ?? 0;
  const alone = (kind: 'onlyList' | 'onlyLedger', index: number): DifferenceLine => {
    const side = kind === 'onlyList' ? 'list' : 'ledger';
    const place = { ledgerRow: null, listRow: null, [`${side}Row`]: row(side, index) };
    return { kind, ...head(tables[side], index), ...place, ...NO_FIELD, says: words.advice[kind] };
  };
  const ofPair = (pair: ReconciledPair): DifferenceLine[] =>
    pair.differences.map(({ field, kind, ...seen }) => {
      const shown = (text: string): string => (text === '' ? words.blank : cut(masker.mask(text)));
      return {
        kind: 'differs',
        ...head(tables.ledger, pair.ledger),
        ledgerRow: row('ledger', pair.ledger),
        listRow: row('list', pair.list),
        field,
        label: labels.get(field) ?? field,
        ledger: shown(seen.ledger),
        list: shown(seen.list),
        says: [words.difference[kind], words.by[pair.by], pair.doubtful ? words.doubtful : '']
          .filter((part) => part !== '')
          .join('；'),
      };
    });
  const unsure = found.unsure.flatMap(({ why, ...rows }) => {
    const said = words.unsure(
      why,
      rows.ledger.map((index) => row('ledger', index)),
      rows.list.map((index) => row('list', index)),
    );
    return (['ledger', 'list'] as const).flatMap((side) =>
      rows[side].map((index): DifferenceLine => {
        const place = { ledgerRow: null, listRow: null, [`${side}Row`]: row(side, index) };
        return { kind: 'unsure', ...head(tables[side], index), ...place, ...NO_FIELD, says: said };
      }),
    );
  });
  return [
    ...found.onlyList.map((index) => alone('onlyList', index)),
    ...found.pairs.flatMap(ofPair),
    ...unsure,
    ...found.onlyLedger.map((index) => alone('onlyLedger', index)),
  ];
}

const NO_FIELD = { field: null, label: '', ledger: '', list: '' };

const cut = (text: string): string => {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length <= LONGEST_MATTER ? line : `${line.slice(0, LONGEST_MATTER)}…`;
};

function namesOf(table: LedgerTable, index: number): string {
  const column = table.field('petitioner');
  const names = column?.type === 'names' ? (column.values[index] ?? []) : [];
  const seen = table.seen('petitioner', index).trim();
  return names.length > 0 ? maskNames(names) : seen === '' ? '' : maskNames([seen]);
}
