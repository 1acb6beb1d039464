import { fail, ok, problem, type Result } from '../core/problem';
import { nearest } from '../core/nearest';
import { parseIso, type CivilDay } from '../core/dates/civil';

/** What a command line asks for, checked as far as that goes without looking at a file. */
export type Request =
  { readonly kind: 'help' } | { readonly kind: 'version' } | { readonly kind: 'check'; readonly options: CheckOptions };

export interface CheckOptions {
  readonly ledger: string;
  readonly sheet: string | null;
  /** null: the machine's civil date. */
  readonly today: CivilDay | null;
  /** null: the pack that comes with the program. */
  readonly rules: string | null;
  readonly format: 'text' | 'json';
  readonly allOutcomes: boolean;
  readonly out: string | null;
  readonly force: boolean;
}

const COMMANDS = ['check', 'score', 'report', 'reconcile', 'rules'] as const;
const WITH_VALUE = ['--sheet', '--today', '--rules', '--format', '--out'] as const;
const SWITCHES = ['--all-outcomes', '--force', '--help', '--version'] as const;
type ValueOption = (typeof WITH_VALUE)[number];
type Switch = (typeof SWITCHES)[number];

const isOneOf = <T extends string>(names: readonly T[], name: string): name is T =>
  (names as readonly string[]).includes(name);

/** Reads the arguments after `appeals`; the first mistake is returned with the nearest valid choice. */
export function readArguments(args: readonly string[]): Result<Request> {
  const [command, ...rest] = args;
  if (command === undefined) return fail(problem('command-missing'));
  if (command === '--help' || command === '-h' || command === 'help') return ok({ kind: 'help' });
  if (command === '--version') return ok({ kind: 'version' });
  if (command.startsWith('-')) return fail(unknownOption(command));
  if (!isOneOf(COMMANDS, command)) {
    return fail(problem('command-unknown', { command, nearest: nearest(command, COMMANDS) ?? 'check' }));
  }
  if (rest.includes('--help') || rest.includes('-h')) return ok({ kind: 'help' });
  if (command !== 'check') return fail(problem('command-not-in-this-version', { command }));
  return readCheck(rest);
}

function readCheck(args: readonly string[]): Result<Request> {
  const values = new Map<ValueOption, string>();
  const switches = new Set<Switch>();
  const files: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    if (arg === '--') {
      files.push(...args.slice(at + 1));
      break;
    }
    if (!arg.startsWith('-') || arg === '-') {
      files.push(arg);
      continue;
    }
    const equals = arg.indexOf('=');
    const name = equals === -1 ? arg : arg.slice(0, equals);
    if (isOneOf(WITH_VALUE, name)) {
      const value = equals === -1 ? args[++at] : arg.slice(equals + 1);
      // A value that looks like an option is a forgotten value; `--sheet=--x` says it is meant.
      if (value === undefined || value === '' || (equals === -1 && value.startsWith('--'))) {
        return fail(problem('option-needs-value', { option: name }));
      }
      values.set(name, value);
    } else if (isOneOf(SWITCHES, name)) {
      if (equals !== -1) return fail(problem('option-takes-no-value', { option: name }));
      switches.add(name);
    } else {
      return fail(unknownOption(name));
    }
  }
  return checkRequest(files, values, switches);
}

function checkRequest(
  files: readonly string[],
  values: ReadonlyMap<ValueOption, string>,
  switches: ReadonlySet<Switch>,
): Result<Request> {
  if (switches.has('--version')) return ok({ kind: 'version' });
  const [ledger, second] = files;
  if (ledger === undefined || ledger === '') return fail(problem('ledger-not-given'));
  if (second !== undefined) return fail(problem('one-ledger-only', { extra: second }));

  const day = values.get('--today');
  const today = day === undefined ? null : parseIso(day);
  if (day !== undefined && today === null) return fail(problem('today-invalid', { value: day }));

  const format = values.get('--format') ?? 'text';
  if (format !== 'text' && format !== 'json') {
    return fail(
      problem('format-unknown', { value: format, nearest: nearest(format.toLowerCase(), ['text', 'json']) ?? 'text' }),
    );
  }
  const out = values.get('--out') ?? null;
  if (out !== null && !/\.xls[xm]$/i.test(out)) return fail(problem('out-not-xlsx', { path: out }));
  return ok({
    kind: 'check',
    options: {
      ledger,
      sheet: values.get('--sheet') ?? null,
      today,
      rules: values.get('--rules') ?? null,
      format,
      allOutcomes: switches.has('--all-outcomes'),
      out,
      force: switches.has('--force'),
    },
  });
}

const unknownOption = (option: string): ReturnType<typeof problem> =>
  problem('option-unknown', { option, nearest: nearest(option, [...WITH_VALUE, ...SWITCHES]) ?? '--help' });
