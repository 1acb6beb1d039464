import type { Pace } from '../core/cancel';
import type { CivilDay } from '../core/dates/civil';
import { formatIso } from '../core/dates/civil';
import { fail, ok, type Problem, type Result } from '../core/problem';
import { differenceLines } from '../core/reconcile/lines';
import { reconcile, type Reconciliation } from '../core/reconcile/reconcile';
import { countsOf } from '../core/reconcile/sheets';
import type { ReconcileWords } from '../core/reconcile/words';
import type { PackFiles } from '../core/rules/loadPack';
import type { Workbook } from '../ports/workbook';
import { checkLedger } from './checkLedger';

/** One of the two workbooks, and its sheet; null to look for it. */
export interface SideToReconcile {
  readonly file: string;
  readonly sheet: string | null;
  readonly open: () => Promise<Result<Workbook>>;
}

export interface ReconcileRequest {
  readonly ledger: SideToReconcile;
  readonly list: SideToReconcile;
  readonly rules: PackFiles;
  readonly today: CivilDay;
  readonly pace?: Pace;
}

/**
 * Reads both sides as ledgers, the list by its own headings, and compares them; neither is changed.
 * @throws Cancelled when `pace.signal` says so
 */
export async function reconcileFiles(request: ReconcileRequest): Promise<Result<Reconciliation>> {
  const ledger = await read(request.ledger, request);
  if (!ledger.ok) return ledger;
  const list = await read(request.list, request);
  return list.ok ? ok(reconcile(ledger.value, list.value)) : list;
}

async function read({ file, sheet, open }: SideToReconcile, { rules, today, pace = {} }: ReconcileRequest) {
  const workbook = await open();
  if (!workbook.ok) return workbook;
  const result = await checkLedger({ workbook: workbook.value, rules, sheet, today, pace });
  return result.ok ? ok({ file, checked: result.value.checked }) : fail(...result.problems.map(inFile(file)));
}

/** Two files are read: a problem says of which one it is. */
const inFile =
  (file: string) =>
  ({ code, params, place }: Problem): Problem => ({ code, params: { file, ...params }, ...(place ? { place } : {}) });

/** The JSON of a comparison, masked. */
export function reconcileJson(found: Reconciliation, words: ReconcileWords): Readonly<Record<string, unknown>> {
  const { ledger, list, today, missing } = found;
  const side = ({ file, checked: { table } }: Reconciliation['ledger']): Readonly<Record<string, unknown>> => ({
    file,
    sheet: table.sheet,
    rows: table.count,
  });
  const row = (of: 'ledger' | 'list', index: number): number => found[of].checked.table.rowNumbers[index] ?? 0;
  return {
    ledger: { ...side(ledger), missing: missing.ledger },
    list: { ...side(list), missing: missing.list },
    today: formatIso(today),
    summary: countsOf(found),
    pairs: found.pairs.map((pair) => ({
      ledgerRow: row('ledger', pair.ledger),
      listRow: row('list', pair.list),
      by: pair.by,
      doubtful: pair.doubtful,
    })),
    unsure: found.unsure.map((one) => ({
      why: one.why,
      ledgerRows: one.ledger.map((index) => row('ledger', index)),
      listRows: one.list.map((index) => row('list', index)),
    })),
    differences: differenceLines(found, words).map((line) => ({ ...line })),
  };
}
