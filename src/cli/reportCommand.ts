import { reportOf } from '../app/reports/registry';
import { failedProblem } from '../app/scoreUnits';
import { Cancelled } from '../core/cancel';
import { hasErrors } from '../core/check/standing';
import { fail, ok, problem, type Problem, type Result } from '../core/problem';
import type { ReportSources } from '../core/reports/report';
import { sayProblem } from '../text/zh-CN/problems';
import { sayConflicts } from '../text/zh-CN/reports/conflicts';
import { sayReportMade } from '../text/zh-CN/reports/made';
import { SPEECH } from '../text/zh-CN/speech';
import { eachOnce, openLedgers, type OpenedLedgers } from './openLedgers';
import { checkOutput, writeAtomically } from './outputFile';
import { paceOf, reasonOf } from './pace';
import { readBack } from './readBackCommand';
import type { ReportOptions } from './reportArguments';
import { reportBytes } from './reportFile';
import { readRuleFolders } from './ruleFolders';
import { ExitStatus, PipeClosed, refuse, type Terminal } from './terminal';

/** `appeals report`: checks one or several ledgers and writes what was asked for as a new file; nothing else is touched. */
export async function reportCommand(options: ReportOptions, terminal: Terminal): Promise<ExitStatus> {
  try {
    if (options.readBack !== null) {
      const [ledger = ''] = options.ledgers;
      const allowed = await checkOutput(options.out, ledger, options.force);
      const done = allowed.ok ? await readBack(options, options.readBack, terminal, paceOf(terminal)) : allowed;
      if (!done.ok) return refuse(terminal, done.problems);
      terminal.clearProgress();
      await terminal.print(`${done.value}\n`).catch((error: unknown) => {
        if (!(error instanceof PipeClosed)) throw error;
      });
      return ExitStatus.fine;
    }
    const made = await carryOut(options, terminal);
    if (!made.ok) return refuse(terminal, made.problems);
    const { results, failed, twice } = made.value;
    terminal.clearProgress();
    for (const one of [...twice, ...failed.map((ledger) => failedProblem(ledger, SPEECH))])
      terminal.complain(sayProblem(one));
    const lines = [
      sayReportMade(options.kind, options.out, { ledgers: results.length, failed: failed.length }),
      ...sayConflicts(results),
    ];
    await terminal.print(lines.map((line) => `${line}\n`).join('')).catch((error: unknown) => {
      if (!(error instanceof PipeClosed)) throw error;
    });
    if (failed.length > 0) return ExitStatus.failed;
    return results.some(({ checked }) => hasErrors(checked)) ? ExitStatus.errorsFound : ExitStatus.fine;
  } catch (error) {
    if (error instanceof Cancelled) return refuse(terminal, [problem('cancelled')]);
    return refuse(terminal, [problem('unexpected-failure', { reason: reasonOf(error) })]);
  }
}

/** The ledgers of a report, and which were given twice. */
interface Made extends OpenedLedgers {
  readonly twice: readonly Problem[];
}

async function carryOut(options: ReportOptions, terminal: Terminal): Promise<Result<Made>> {
  const { kind, ledgers, out, force } = options;
  for (const ledger of ledgers) {
    const allowed = await checkOutput(out, ledger, force);
    if (!allowed.ok) return allowed;
  }
  const definition = reportOf(kind);
  if (!definition) throw new RangeError(`no report ${kind}`);
  const packs = await readRuleFolders(options.rules.length > 0 ? options.rules : [terminal.defaultRules]);
  if (!packs.ok) return packs;
  const today = options.today ?? terminal.today();
  const pace = paceOf(terminal);
  const { files, twice } = await eachOnce(ledgers);
  const opened = await openLedgers({ files, packs: packs.value, today, pace });
  if (!opened.ok) return opened;
  const { results, failed } = opened.value;
  // With nothing to report on, why is all there is to say.
  if (results.length === 0) return fail(...failed.flatMap(({ problems }) => problems));
  const content = definition.build({ ledgers: results, today, ...chosenOf(options) }, SPEECH.reports);
  if (!content.ok) return content;
  const bytes = await reportBytes(content.value, pace);
  if (!bytes.ok) return bytes;
  if (terminal.signal.aborted) throw new Cancelled();
  const saved = await writeAtomically(out, bytes.value, force);
  return saved.ok ? ok({ ...opened.value, twice }) : saved;
}

/** What of the ledgers is asked for. */
const chosenOf = ({ notices, cases, seed }: ReportOptions): Partial<ReportSources> => ({
  notices,
  cases,
  ...(seed === null ? {} : { seed }),
});
