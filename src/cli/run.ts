import { readArguments } from './arguments';
import { loadHelp } from './lazily';
import {
  loadCheckCommand,
  loadMaskCommand,
  loadReconcileCommand,
  loadReportCommand,
  loadRulesCommand,
  loadScoreCommand,
} from './loadCommands';
import { refuse, ExitStatus, type Terminal } from './terminal';

/**
 * Runs one command line and answers the exit status: 0 nothing at error level, 1 findings at error level, 2 could
 * not do it. What a command needs is loaded only when it runs, so that help comes at once.
 */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  const request = readArguments(args);
  if (!request.ok) return refuse(terminal, request.problems);
  switch (request.value.kind) {
    case 'help': {
      const { HELP } = loadHelp();
      await terminal.print(HELP);
      return ExitStatus.fine;
    }
    case 'version':
      await terminal.print(`${terminal.version()}\n`);
      return ExitStatus.fine;
    case 'check': {
      const { checkCommand } = loadCheckCommand();
      return checkCommand(request.value.options, terminal);
    }
    case 'score': {
      const { scoreCommand } = loadScoreCommand();
      return scoreCommand(request.value.options, terminal);
    }
    case 'report': {
      const { reportCommand } = loadReportCommand();
      return reportCommand(request.value.options, terminal);
    }
    case 'mask': {
      const { maskCommand } = loadMaskCommand();
      return maskCommand(request.value.options, terminal);
    }
    case 'reconcile': {
      const { reconcileCommand } = loadReconcileCommand();
      return reconcileCommand(request.value.options, terminal);
    }
    case 'rules': {
      const { rulesCommand } = loadRulesCommand();
      return rulesCommand(request.value.options, terminal);
    }
  }
}
