import { fail, ok, problem, type Result } from '../core/problem';
import { readOptions, type Asked } from './options';

/** What `appeals mask …` asks for. */
export interface MaskOptions {
  readonly ledger: string;
  /** Folder of the rules that say which columns are personal; null for those that come with the program. */
  readonly rules: string | null;
  readonly out: string;
  /** Nothing is hidden, and the copy says so. */
  readonly keepNames: boolean;
  readonly force: boolean;
}

const VALUES = ['--rules', '--out'] as const;
const SWITCHES = ['--keep-names', '--force', '--help', '--version'] as const;

/** Reads the arguments after `appeals mask`. */
export function readMask(args: readonly string[]): Result<Asked<'mask', MaskOptions>> {
  const given = readOptions(args, VALUES, SWITCHES);
  if (!given.ok) return given;
  const { files, values, switches } = given.value;
  if (switches.has('--version')) return ok({ kind: 'version' });
  const [ledger, extra] = files;
  if (ledger === undefined || ledger === '') return fail(problem('mask-ledger-not-given'));
  if (extra !== undefined) return fail(problem('mask-one-ledger-only', { extra }));
  const out = values.get('--out')?.at(-1);
  if (out === undefined) return fail(problem('mask-out-not-given'));
  if (!/\.xlsx$/i.test(out)) return fail(problem('out-not-xlsx', { path: out }));
  return ok({
    kind: 'mask',
    options: {
      ledger,
      rules: values.get('--rules')?.at(-1) ?? null,
      out,
      keepNames: switches.has('--keep-names'),
      force: switches.has('--force'),
    },
  });
}
