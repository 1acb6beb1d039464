import path from 'node:path';
import { reconcileFiles, reconcileJson, type SideToReconcile } from '../app/reconcile';
import { Cancelled } from '../core/cancel';
import { fail, ok, problem, type Result } from '../core/problem';
import { hasDifferences, type Reconciliation } from '../core/reconcile/reconcile';
import { reconcileSheets } from '../core/reconcile/sheets';
import { nodeCodec } from '../hosts/xlsx/inflateNode';
import { createReportWorkbook } from '../hosts/xlsx/newWorkbook';
import { deflateByNode } from '../hosts/xlsx/write/deflateNode';
import { RECONCILE_WORDS, sayReconcileWritten, sayReconciliation } from '../text/zh-CN/reconcile';
import { readLedgerFile } from './ledgerFile';
import { openNodeXlsx } from './openNodeXlsx';
import { checkOutput, writeAtomically } from './outputFile';
import { paceOf, reasonOf } from './pace';
import type { ReconcileOptions } from './reconcileArguments';
import { readRuleFolders } from './ruleFolders';
import { ExitStatus, PipeClosed, refuse, type Terminal } from './terminal';

/** `appeals reconcile`: compares a list with the ledger, writes the differences where asked for, and only then reports. */
export async function reconcileCommand(options: ReconcileOptions, terminal: Terminal): Promise<ExitStatus> {
  try {
    const done = await carryOut(options, terminal);
    if (!done.ok) return refuse(terminal, done.problems);
    terminal.clearProgress();
    await report(options, done.value, terminal).catch((error: unknown) => {
      if (!(error instanceof PipeClosed)) throw error;
    });
    return hasDifferences(done.value) ? ExitStatus.errorsFound : ExitStatus.fine;
  } catch (error) {
    if (error instanceof Cancelled) return refuse(terminal, [problem('cancelled')]);
    return refuse(terminal, [problem('unexpected-failure', { reason: reasonOf(error) })]);
  }
}

async function carryOut(options: ReconcileOptions, terminal: Terminal): Promise<Result<Reconciliation>> {
  const { ledger, list, out, force } = options;
  if (path.resolve(ledger) === path.resolve(list) && options.sheet === options.listSheet)
    return fail(problem('reconcile-same-file', { file: ledger }));
  for (const input of out === null ? [] : [ledger, list]) {
    const allowed = await checkOutput(out ?? '', input, force);
    if (!allowed.ok) return allowed;
  }
  const rules = await readRuleFolders([options.rules ?? terminal.defaultRules]);
  if (!rules.ok) return rules;
  const pace = paceOf(terminal);
  pace.begin('checking');
  const found = await reconcileFiles({
    ledger: sideOf(ledger, options.sheet),
    list: sideOf(list, options.listSheet),
    rules: rules.value[0]?.files ?? new Map(),
    today: options.today ?? terminal.today(),
    pace,
  });
  if (!found.ok || out === null) return found;
  pace.begin('writing');
  const sheets = reconcileSheets(found.value, RECONCILE_WORDS);
  const host = { name: path.basename(out), codec: nodeCodec, deflate: deflateByNode };
  const bytes = await createReportWorkbook(sheets, host, pace);
  if (!bytes.ok) return bytes;
  if (terminal.signal.aborted) throw new Cancelled();
  const saved = await writeAtomically(out, bytes.value, force);
  return saved.ok ? ok(found.value) : saved;
}

const sideOf = (file: string, sheet: string | null): SideToReconcile => ({
  file: path.basename(file),
  sheet,
  open: async () => {
    const bytes = await readLedgerFile(file);
    return bytes.ok ? openNodeXlsx(path.basename(file), bytes.value) : bytes;
  },
});

async function report(options: ReconcileOptions, found: Reconciliation, terminal: Terminal): Promise<void> {
  const { out } = options;
  if (options.format === 'json') {
    const written = out === null ? {} : { written: { file: out } };
    await terminal.print(`${JSON.stringify({ ...reconcileJson(found, RECONCILE_WORDS), ...written }, null, 1)}\n`);
    return;
  }
  const lines = [...sayReconciliation(found), ...(out === null ? [] : ['', sayReconcileWritten(out)])];
  await terminal.print(lines.map((line) => `${line}\n`).join(''));
}
