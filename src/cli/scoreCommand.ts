import path from 'node:path';
import { failedProblem, scoreUnits, type LedgerToScore, type ScoreResult } from '../app/scoreUnits';
import { scoreJson } from '../app/scoreJson';
import { Cancelled } from '../core/cancel';
import { hasErrors } from '../core/check/standing';
import { ok, problem, type Problem, type Result } from '../core/problem';
import { planScoreSheets } from '../core/scoring/scoreSheets';
import { nodeCodec } from '../hosts/xlsx/inflateNode';
import { createReportWorkbook } from '../hosts/xlsx/newWorkbook';
import { deflateByNode } from '../hosts/xlsx/write/deflateNode';
import { sayProblem } from '../text/zh-CN/problems';
import { sayScores, sayScoresWritten } from '../text/zh-CN/scoreReport';
import { SPEECH } from '../text/zh-CN/speech';
import { readLedgerFile } from './ledgerFile';
import { createLedgerPool, type LedgerPool } from './ledgerPool';
import { eachOnce, nameAmong } from './openLedgers';
import { openNodeXlsx } from './openNodeXlsx';
import { checkOutput, writeAtomically } from './outputFile';
import { paceOf, reasonOf } from './pace';
import { readRuleFolders } from './ruleFolders';
import type { ScoreOptions } from './scoreArguments';
import { sha256ByNode } from './sha256';
import { ExitStatus, PipeClosed, refuse, type Terminal } from './terminal';

/** `appeals score`: checks every ledger, scores them together, writes the workbook where asked for, and only then reports. */
export async function scoreCommand(options: ScoreOptions, terminal: Terminal): Promise<ExitStatus> {
  try {
    const done = await carryOut(options, terminal);
    if (!done.ok) return refuse(terminal, done.problems);
    terminal.clearProgress();
    const { result, asides } = done.value;
    for (const one of asides) terminal.complain(sayProblem(one));
    await report(options, result, terminal).catch((error: unknown) => {
      if (!(error instanceof PipeClosed)) throw error;
    });
    // A score that leaves a ledger out is not what was asked for.
    if (result.failed.length > 0) return ExitStatus.failed;
    return result.results.some(({ checked }) => hasErrors(checked)) ? ExitStatus.errorsFound : ExitStatus.fine;
  } catch (error) {
    if (error instanceof Cancelled) return refuse(terminal, [problem('cancelled')]);
    return refuse(terminal, [problem('unexpected-failure', { reason: reasonOf(error) })]);
  }
}

interface Done {
  readonly result: ScoreResult;
  /** What was left out on the way. */
  readonly asides: readonly Problem[];
}

async function carryOut(options: ScoreOptions, terminal: Terminal): Promise<Result<Done>> {
  const { out, force } = options;
  for (const ledger of out === null ? [] : options.ledgers) {
    const allowed = await checkOutput(out ?? '', ledger, force);
    if (!allowed.ok) return allowed;
  }
  const folders = options.rules.length > 0 ? options.rules : [terminal.defaultRules];
  const rules = await readRuleFolders(folders);
  if (!rules.ok) return rules;
  const [first, ...moreRules] = rules.value;
  const { files, twice } = await eachOnce(options.ledgers);
  const pace = paceOf(terminal);
  const today = options.today ?? terminal.today();
  const pool = createLedgerPool(files, { packs: rules.value, sheet: options.sheet, today }, pace);
  const scored = await scoreUnits({
    ledgers: files.map((file) => ledgerOf(file, files, pool)),
    rules: first?.files ?? new Map(),
    moreRules,
    sheet: options.sheet,
    today,
    by: options.by,
    period: options.period,
    pace,
    onPhase: pace.begin,
  }).finally(() => pool.close());
  if (!scored.ok) return scored;
  const result = scored.value;
  const asides = [...twice, ...result.failed.map((one) => failedProblem(one, SPEECH))];
  if (out === null) return ok({ result, asides });

  pace.begin('writing');
  const problems = [...result.failed.map((one) => failedProblem(one, SPEECH)), ...result.adjustmentProblems];
  const sheets = planScoreSheets({ board: result.board, speech: SPEECH, problems, sha256: sha256ByNode });
  const host = { name: path.basename(out), codec: nodeCodec, deflate: deflateByNode };
  const bytes = await createReportWorkbook(sheets, host, pace);
  if (!bytes.ok) return bytes;
  if (terminal.signal.aborted) throw new Cancelled();
  const saved = await writeAtomically(out, bytes.value, force);
  return saved.ok ? ok({ result, asides }) : saved;
}

/** A file as the command opens it. */
function ledgerOf(file: string, all: readonly string[], pool: LedgerPool): LedgerToScore {
  return {
    file: nameAmong(all, file),
    open: async () => {
      const bytes = await readLedgerFile(file);
      return bytes.ok ? openNodeXlsx(path.basename(file), bytes.value) : bytes;
    },
    check: () => pool.check(file),
  };
}

async function report(options: ScoreOptions, result: ScoreResult, terminal: Terminal): Promise<void> {
  if (options.format === 'json') {
    const written = options.out === null ? {} : { written: { file: options.out } };
    await terminal.print(`${JSON.stringify({ ...scoreJson(result, SPEECH), ...written }, null, 1)}\n`);
    return;
  }
  const lines = [...sayScores(result.board, result.adjustmentProblems), ...sayScoresWritten(options.out)];
  await terminal.print(lines.map((line) => `${line}\n`).join(''));
}
