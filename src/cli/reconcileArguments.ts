import type { CivilDay } from '../core/dates/civil';
import { fail, ok, problem, type Result } from '../core/problem';
import { readFormat, readOptions, readToday, type Asked } from './options';

/** What `appeals reconcile …` asks for. */
export interface ReconcileOptions {
  readonly ledger: string;
  /** The list that the county handed down, or an export of a hot line. */
  readonly list: string;
  /** Sheets to read; null to look for them. */
  readonly sheet: string | null;
  readonly listSheet: string | null;
  /** null: the machine's civil date. */
  readonly today: CivilDay | null;
  /** Folder of rules; null for those that come with the program. */
  readonly rules: string | null;
  readonly format: 'text' | 'json';
  readonly out: string | null;
  readonly force: boolean;
}

const VALUES = ['--sheet', '--list-sheet', '--today', '--rules', '--format', '--out'] as const;
const SWITCHES = ['--force', '--help', '--version'] as const;

/** Reads the arguments after `appeals reconcile`. */
export function readReconcile(args: readonly string[]): Result<Asked<'reconcile', ReconcileOptions>> {
  const given = readOptions(args, VALUES, SWITCHES);
  if (!given.ok) return given;
  const { files, values, switches } = given.value;
  if (switches.has('--version')) return ok({ kind: 'version' });
  const [ledger = '', list = '', extra] = files;
  if (ledger === '' || list === '') return fail(problem('reconcile-two-files'));
  if (extra !== undefined) return fail(problem('reconcile-two-files-only', { extra }));
  const today = readToday(values.get('--today')?.at(-1));
  if (!today.ok) return today;
  const format = readFormat(values.get('--format')?.at(-1));
  if (!format.ok) return format;
  const out = values.get('--out')?.at(-1) ?? null;
  if (out !== null && !/\.xlsx$/i.test(out)) return fail(problem('out-not-xlsx', { path: out }));
  return ok({
    kind: 'reconcile',
    options: {
      ledger,
      list,
      sheet: values.get('--sheet')?.at(-1) ?? null,
      listSheet: values.get('--list-sheet')?.at(-1) ?? null,
      today: today.value,
      rules: values.get('--rules')?.at(-1) ?? null,
      format: format.value,
      out,
      force: switches.has('--force'),
    },
  });
}
