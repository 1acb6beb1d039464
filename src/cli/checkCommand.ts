import path from 'node:path';
import { checkJsonText } from '../app/checkJson';
import { checkLedger } from '../app/checkLedger';
import type { CheckResult } from '../app/checkResult';
import { keepSnapshot } from '../app/keptSnapshots';
import { writeResults, type WrittenResults } from '../app/writeResults';
import { Cancelled } from '../core/cancel';
import { hasErrors } from '../core/check/standing';
import { ok, problem, type Result } from '../core/problem';
import { openNodeXlsx } from './openNodeXlsx';
import { sayReport, sayWritten } from '../text/zh-CN/report';
import { SPEECH } from '../text/zh-CN/speech';
import type { CheckOptions } from './arguments';
import { readLedgerFile } from './ledgerFile';
import { checkOutput, writeAtomically } from './outputFile';
import { paceOf, reasonOf } from './pace';
import { readRuleFolders } from './ruleFolders';
import { ExitStatus, PipeClosed, refuse, type Terminal } from './terminal';

/** A check that is done, and what was written of it where that was asked for. */
interface Done {
  readonly result: CheckResult;
  readonly written: WrittenResults | null;
}

/** `appeals check`: reads, checks, writes the annotated copy where asked for, and only then reports. */
export async function checkCommand(options: CheckOptions, terminal: Terminal): Promise<ExitStatus> {
  try {
    const done = await carryOut(options, terminal);
    if (!done.ok) return refuse(terminal, done.problems);
    terminal.clearProgress();
    const status = hasErrors(done.value.result.checked) ? ExitStatus.errorsFound : ExitStatus.fine;
    await report(options, done.value, terminal).catch((error: unknown) => {
      if (!(error instanceof PipeClosed)) throw error;
    });
    return status;
  } catch (error) {
    if (error instanceof Cancelled) return refuse(terminal, [problem('cancelled')]);
    return refuse(terminal, [problem('unexpected-failure', { reason: reasonOf(error) })]);
  }
}

async function carryOut(options: CheckOptions, terminal: Terminal): Promise<Result<Done>> {
  const { ledger, out, force } = options;
  if (out !== null) {
    const allowed = await checkOutput(out, ledger, force);
    if (!allowed.ok) return allowed;
  }
  const rules = await readRuleFolders([options.rules ?? terminal.defaultRules, ...options.moreRules]);
  if (!rules.ok) return rules;
  const [first, ...moreRules] = rules.value;
  const bytes = await readLedgerFile(ledger);
  if (!bytes.ok) return bytes;

  const pace = paceOf(terminal);
  pace.begin('reading');
  const workbook = await openNodeXlsx(path.basename(ledger), bytes.value);
  if (!workbook.ok) return workbook;
  const result = await checkLedger({
    workbook: workbook.value,
    rules: first?.files ?? new Map(),
    moreRules,
    sheet: options.sheet,
    today: options.today ?? terminal.today(),
    pace,
    onPhase: pace.begin,
  });
  if (!result.ok) return result;
  if (out === null) return ok({ result: result.value, written: null });

  pace.begin('writing');
  const written = await writeResults(workbook.value, result.value, SPEECH, pace);
  if (!written.ok) return written;
  if (options.snapshot) {
    const kept = await keepSnapshot(workbook.value, result.value, SPEECH.plan, pace);
    if (!kept.ok) return kept;
  }
  if (terminal.signal.aborted) throw new Cancelled();
  const saved = await writeAtomically(out, workbook.value.bytes(), force);
  return saved.ok ? ok({ result: result.value, written: written.value }) : saved;
}

async function report(options: CheckOptions, { result, written }: Done, terminal: Terminal): Promise<void> {
  if (options.format === 'json') {
    const further = written && options.out !== null ? { written: writtenJson(options.out, written) } : {};
    await printAll(checkJsonText(result, SPEECH, { allOutcomes: options.allOutcomes, further }), '', terminal);
    return;
  }
  await printAll(sayReport(result), '\n', terminal);
  if (written && options.out !== null) await printAll(sayWritten(options.out, written), '\n', terminal);
}

/** Prints pieces in batches: a write for each line of a large report would take longer than the check. */
async function printAll(pieces: Iterable<string>, ending: string, terminal: Terminal): Promise<void> {
  let batch = '';
  for (const piece of pieces) {
    batch += piece + ending;
    if (batch.length < 1 << 16) continue;
    await terminal.print(batch);
    batch = '';
  }
  if (batch !== '') await terminal.print(batch);
}

const writtenJson = (file: string, { report, rekeyed }: WrittenResults) => ({
  file,
  columnsWritten: report.columnsWritten,
  rowsWritten: report.rowsWritten,
  rowsChanged: rekeyed.changed.length,
  sheets: report.sheets.map((sheet) => ({ ...sheet })),
  notes: report.notes.map((note) => ({ code: note.code, message: SPEECH.notes([note]).join('') })),
});
