import { fail, ok, problem, type Result } from '../core/problem';
import { nearest } from '../core/nearest';
import type { CivilDay } from '../core/dates/civil';
import { loadReportArguments } from './lazily';
import { readMask, type MaskOptions } from './maskArguments';
import { readReconcile, type ReconcileOptions } from './reconcileArguments';
import type { ReportOptions } from './reportArguments';
import { readRules, type RulesOptions } from './rulesArguments';
import { readScore, type ScoreOptions } from './scoreArguments';
import { isOneOf, readFormat, readOptions, readToday, unknownOption, type Asked, type Given } from './options';

/** What a command line asks for, checked as far as that goes without looking at a file. */
export type Request =
  | { readonly kind: 'help' }
  | Asked<'check', CheckOptions>
  | Asked<'score', ScoreOptions>
  | Asked<'report', ReportOptions>
  | Asked<'mask', MaskOptions>
  | Asked<'reconcile', ReconcileOptions>
  | Asked<'rules', RulesOptions>;

export interface CheckOptions {
  readonly ledger: string;
  readonly sheet: string | null;
  /** null: the machine's civil date. */
  readonly today: CivilDay | null;
  /** null: the pack that comes with the program. */
  readonly rules: string | null;
  /** Further packs, of other dates. */
  readonly moreRules: readonly string[];
  readonly format: 'text' | 'json';
  readonly allOutcomes: boolean;
  readonly out: string | null;
  readonly force: boolean;
  /** Keep how every case stands in the annotated copy. */
  readonly snapshot: boolean;
}

const COMMANDS = ['check', 'score', 'report', 'reconcile', 'mask', 'rules'] as const;
const WITH_VALUE = ['--sheet', '--today', '--rules', '--format', '--out'] as const;
const SWITCHES = ['--all-outcomes', '--force', '--snapshot', '--help', '--version'] as const;
type ValueOption = (typeof WITH_VALUE)[number];
type Switch = (typeof SWITCHES)[number];

/** Reads the arguments after `appeals`; the first mistake is returned with the nearest valid choice. */
export function readArguments(args: readonly string[]): Result<Request> {
  const [command, ...rest] = args;
  if (command === undefined) return fail(problem('command-missing'));
  if (command === '--help' || command === '-h' || command === 'help') return ok({ kind: 'help' });
  if (command === '--version') return ok({ kind: 'version' });
  if (command.startsWith('-')) return fail(unknownOption(command, [...WITH_VALUE, ...SWITCHES]));
  if (!isOneOf(COMMANDS, command)) {
    return fail(problem('command-unknown', { command, nearest: nearest(command, COMMANDS) ?? 'check' }));
  }
  if (rest.includes('--help') || rest.includes('-h')) return ok({ kind: 'help' });
  if (command === 'check') return readCheck(rest);
  if (command === 'score') return readScore(rest);
  if (command === 'report') return loadReportArguments().readReport(rest);
  if (command === 'reconcile') return readReconcile(rest);
  if (command === 'mask') return readMask(rest);
  return readRules(rest);
}

function readCheck(args: readonly string[]): Result<Request> {
  const given = readOptions(args, WITH_VALUE, SWITCHES);
  return given.ok ? checkRequest(given.value) : given;
}

function checkRequest({ files, values, switches }: Given<ValueOption, Switch>): Result<Request> {
  if (switches.has('--version')) return ok({ kind: 'version' });
  const [ledger, second] = files;
  if (ledger === undefined || ledger === '') return fail(problem('ledger-not-given'));
  if (second !== undefined) return fail(problem('one-ledger-only', { extra: second }));

  const today = readToday(values.get('--today')?.at(-1));
  if (!today.ok) return today;
  const format = readFormat(values.get('--format')?.at(-1));
  if (!format.ok) return format;
  const out = values.get('--out')?.at(-1) ?? null;
  if (switches.has('--snapshot') && out === null) return fail(problem('snapshot-needs-out'));
  if (out !== null && !/\.xls[xm]$/i.test(out)) return fail(problem('out-not-xlsx', { path: out }));
  return ok({
    kind: 'check',
    options: {
      ledger,
      sheet: values.get('--sheet')?.at(-1) ?? null,
      today: today.value,
      rules: values.get('--rules')?.[0] ?? null,
      moreRules: values.get('--rules')?.slice(1) ?? [],
      format: format.value,
      allOutcomes: switches.has('--all-outcomes'),
      out,
      force: switches.has('--force'),
      snapshot: switches.has('--snapshot'),
    },
  });
}
