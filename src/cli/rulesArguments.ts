import type { CivilDay } from '../core/dates/civil';
import { nearest } from '../core/nearest';
import { fail, ok, problem, type Result } from '../core/problem';
import { isOneOf, readFormat, readOptions, readToday, type Asked } from './options';

/** What `appeals rules …` asks for. */
export type RulesOptions =
  | { readonly command: 'check'; readonly folder: string | null; readonly format: 'text' | 'json' }
  | { readonly command: 'diff'; readonly before: string; readonly after: string; readonly format: 'text' | 'json' }
  | { readonly command: 'to-sheet'; readonly folder: string; readonly out: string; readonly force: boolean }
  | { readonly command: 'from-sheet'; readonly file: string; readonly folder: string }
  | TryOptions
  | ExplainOptions;

export interface TryOptions {
  readonly command: 'try';
  readonly folder: string;
  readonly ledger: string;
  readonly sheet: string | null;
  readonly today: CivilDay | null;
  /** In use; the default pack where none is given. */
  readonly rules: string | null;
  readonly format: 'text' | 'json';
}

export interface ExplainOptions {
  readonly command: 'explain';
  readonly ledger: string;
  /** Worksheet row. */
  readonly row: number;
  /** A rule's name or title; null for all. */
  readonly rule: string | null;
  readonly sheet: string | null;
  readonly today: CivilDay | null;
  readonly rules: readonly string[];
  readonly format: 'text' | 'json';
}

const COMMANDS = ['check', 'explain', 'diff', 'try', 'to-sheet', 'from-sheet'] as const;
const VALUES = {
  check: ['--format'],
  diff: ['--format'],
  explain: ['--sheet', '--today', '--rules', '--format'],
  try: ['--sheet', '--today', '--rules', '--format'],
  'to-sheet': [],
  'from-sheet': [],
} as const;
const SWITCHES = ['--help', '--version', '--force'] as const;
type Value = (typeof VALUES)[keyof typeof VALUES][number];

/** Reads the arguments after `appeals rules`. */
export function readRules(args: readonly string[]): Result<Asked<'rules', RulesOptions>> {
  const [command, ...rest] = args;
  if (command === undefined) return fail(problem('rules-command-missing'));
  if (!isOneOf(COMMANDS, command))
    return fail(problem('rules-command-unknown', { command, nearest: nearest(command, COMMANDS) ?? 'check' }));
  const allowed = SWITCHES.filter((one) => one !== '--force' || command === 'to-sheet');
  const given = readOptions<Value, (typeof SWITCHES)[number]>(rest, VALUES[command], allowed);
  if (!given.ok) return given;
  const { files, values, switches } = given.value;
  if (switches.has('--version')) return ok({ kind: 'version' });
  const format = readFormat(values.get('--format')?.at(-1));
  if (!format.ok) return format;
  switch (command) {
    case 'check': {
      if (files.length > 1) return fail(problem('rules-check-usage'));
      return ok({ kind: 'rules', options: { command, folder: files[0] ?? null, format: format.value } });
    }
    case 'diff': {
      const [before, after] = files;
      if (before === undefined || after === undefined || files.length > 2) return fail(problem('rules-diff-usage'));
      return ok({ kind: 'rules', options: { command, before, after, format: format.value } });
    }
    case 'to-sheet': {
      const [folder, out] = files;
      if (folder === undefined || out === undefined || files.length > 2) return fail(problem('rules-to-sheet-usage'));
      if (!/\.xlsx$/i.test(out)) return fail(problem('out-not-xlsx', { path: out }));
      return ok({ kind: 'rules', options: { command, folder, out, force: switches.has('--force') } });
    }
    case 'from-sheet': {
      const [file, folder] = files;
      if (file === undefined || folder === undefined || files.length > 2)
        return fail(problem('rules-from-sheet-usage'));
      return ok({ kind: 'rules', options: { command, file, folder } });
    }
    case 'try': {
      const [folder, ledger] = files;
      if (folder === undefined || ledger === undefined || files.length > 2) return fail(problem('rules-try-usage'));
      const today = readToday(values.get('--today')?.at(-1));
      if (!today.ok) return today;
      const [sheet, rules] = [values.get('--sheet')?.at(-1) ?? null, values.get('--rules')?.at(-1) ?? null];
      return ok({
        kind: 'rules',
        options: { command, folder, ledger, sheet, today: today.value, rules, format: format.value },
      });
    }
    case 'explain': {
      const [ledger, row, rule] = files;
      if (ledger === undefined || row === undefined || files.length > 3) return fail(problem('rules-explain-usage'));
      if (!/^[1-9]\d{0,6}$/.test(row)) return fail(problem('row-number-invalid', { value: row }));
      const today = readToday(values.get('--today')?.at(-1));
      if (!today.ok) return today;
      return ok({
        kind: 'rules',
        options: {
          command,
          ledger,
          row: Number(row),
          rule: rule ?? null,
          sheet: values.get('--sheet')?.at(-1) ?? null,
          today: today.value,
          rules: values.get('--rules') ?? [],
          format: format.value,
        },
      });
    }
  }
}
