import { parseIso, type CivilDay } from '../core/dates/civil';
import { nearest } from '../core/nearest';
import { fail, ok, problem, type Problem, type Result } from '../core/problem';

/** Files, options and switches of one command, as they were given. */
export interface Given<V extends string, S extends string> {
  readonly files: readonly string[];
  /** Every value that an option was given, in order. */
  readonly values: ReadonlyMap<V, readonly string[]>;
  readonly switches: ReadonlySet<S>;
}

/** What one command was asked for, by the arguments after its name. */
export type Asked<Command extends string, Options> =
  { readonly kind: 'version' } | { readonly kind: Command; readonly options: Options };

export const isOneOf = <T extends string>(names: readonly T[], name: string): name is T =>
  (names as readonly string[]).includes(name);

/** Sorts arguments into files, options with a value and switches; the first mistake is returned with the nearest choice. */
export function readOptions<V extends string, S extends string>(
  args: readonly string[],
  withValue: readonly V[],
  known: readonly S[],
): Result<Given<V, S>> {
  const values = new Map<V, string[]>();
  const switches = new Set<S>();
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
    if (isOneOf(withValue, name)) {
      const value = equals === -1 ? args[++at] : arg.slice(equals + 1);
      // A value that looks like an option is a forgotten value; `--sheet=--x` says it is meant.
      if (value === undefined || value === '' || (equals === -1 && value.startsWith('--'))) {
        return fail(problem('option-needs-value', { option: name }));
      }
      values.set(name, [...(values.get(name) ?? []), value]);
    } else if (isOneOf(known, name)) {
      if (equals !== -1) return fail(problem('option-takes-no-value', { option: name }));
      switches.add(name);
    } else {
      return fail(unknownOption(name, [...withValue, ...known]));
    }
  }
  return ok({ files, values, switches });
}

export const unknownOption = (option: string, choices: readonly string[]): Problem =>
  problem('option-unknown', { option, nearest: nearest(option, choices) ?? '--help' });

/** The day to look from; null where it was left to the machine. */
export function readToday(value: string | undefined): Result<CivilDay | null> {
  if (value === undefined) return ok(null);
  const day = parseIso(value);
  return day === null ? fail(problem('today-invalid', { value })) : ok(day);
}

export function readFormat(value = 'text'): Result<'text' | 'json'> {
  if (value === 'text' || value === 'json') return ok(value);
  const near = nearest(value.toLowerCase(), ['text', 'json']) ?? 'text';
  return fail(problem('format-unknown', { value, nearest: near }));
}
