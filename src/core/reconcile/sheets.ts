import { ledgerName } from '../reports/cases';
import { banner, count, headings, text } from '../writeplan/cells';
import type { PlanRow, PlanStyle, ReportSheet } from '../writeplan/plan';
import { withPrintedHeights } from '../writeplan/rowHeight';
import { differenceLines, type DifferenceLine } from './lines';
import type { Reconciliation } from './reconcile';
import type { DifferenceKind, ReconcileWords } from './words';

const TOTALS = [26, 10, 80];
const DETAILS = [14, 18, 12, 36, 7, 7, 12, 18, 18, 30];
const LOOKS: Readonly<Record<DifferenceKind, PlanStyle>> = {
  onlyList: 'overdue',
  differs: 'dueSoon',
  unsure: 'cannotJudge',
  onlyLedger: 'body',
};

/** How many cases are in each of the four; the same in every way this is told. */
export function countsOf({ pairs, unsure, onlyLedger, onlyList }: Reconciliation): {
  readonly agreed: number;
  readonly differs: number;
  readonly onlyList: number;
  readonly onlyLedger: number;
  readonly unsure: { readonly ledger: number; readonly list: number };
} {
  const differs = pairs.filter(({ differences }) => differences.length > 0).length;
  return {
    agreed: pairs.length - differs,
    differs,
    onlyList: onlyList.length,
    onlyLedger: onlyLedger.length,
    unsure: {
      ledger: unsure.reduce((sum, one) => sum + one.ledger.length, 0),
      list: unsure.reduce((sum, one) => sum + one.list.length, 0),
    },
  };
}

/** The workbook of differences: how many of each kind, then every one. */
export function reconcileSheets(found: Reconciliation, words: ReconcileWords): readonly ReportSheet[] {
  const { ledger, list, today } = found;
  const counts = countsOf(found);
  const lines = differenceLines(found, words);
  const head = words.headLine({ ledger: ledgerName(ledger.file), list: ledgerName(list.file), today });
  const total = (name: string, cases: number, advice: string): PlanRow => ({
    cells: [text(name), count(cases), text(advice)],
  });
  const totals: PlanRow[] = [
    banner(words.totals.title, 'title', TOTALS.length),
    banner(head, 'note', TOTALS.length),
    headings(words.totals.headings),
    total(words.agreed, counts.agreed, ''),
    total(words.kinds.differs, counts.differs, words.advice.differs),
    total(words.kinds.onlyList, counts.onlyList, words.advice.onlyList),
    total(words.kinds.onlyLedger, counts.onlyLedger, words.advice.onlyLedger),
    total(words.kinds.unsure, counts.unsure.list, words.advice.unsure),
    ...missingLines(found, words).map((line) => banner(line, 'note', TOTALS.length)),
  ];
  const details: PlanRow[] = [
    banner(words.details.title, 'title', DETAILS.length),
    banner(head, 'note', DETAILS.length),
    headings(words.details.headings),
    ...lines.map((line) => lineRow(line, words)),
  ];
  const sheet = (name: string, widths: readonly number[], rows: readonly PlanRow[], filter: boolean): ReportSheet => ({
    name,
    widths,
    rowCount: rows.length,
    rows: [...withPrintedHeights(rows, widths)],
    titleRows: { first: 1, last: 3 },
    filterRow: filter ? 3 : null,
    landscape: true,
    footer: words.footer(today),
  });
  return [sheet(words.totals.sheet, TOTALS, totals, false), sheet(words.details.sheet, DETAILS, details, true)];
}

/** What could not be compared, one line a side. */
export function missingLines({ ledger, missing }: Reconciliation, words: ReconcileWords): readonly string[] {
  const labels = new Map(ledger.checked.pack.fields.map(({ id, label }) => [id, label]));
  return (['ledger', 'list'] as const).flatMap((side) =>
    missing[side].length === 0
      ? []
      : [
          words.missing(
            side,
            missing[side].map((field) => labels.get(field) ?? field),
          ),
        ],
  );
}

const lineRow = (line: DifferenceLine, words: ReconcileWords): PlanRow => ({
  cells: [
    text(words.kinds[line.kind], LOOKS[line.kind]),
    text(line.caseNo),
    text(line.petitioner),
    text(line.matter),
    line.ledgerRow === null ? text('') : count(line.ledgerRow),
    line.listRow === null ? text('') : count(line.listRow),
    text(line.label),
    text(line.ledger),
    text(line.list),
    text(line.says),
  ],
});
