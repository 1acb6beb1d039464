import { REPORTS } from '../app/reports/registry';
import type { CivilDay } from '../core/dates/civil';
import { nearest } from '../core/nearest';
import { fail, ok, problem, type Result } from '../core/problem';
import type { ReportKind } from '../core/reports/report';
import type { Request } from './arguments';
import { readOptions, readToday } from './options';

/** What `appeals report …` asks for. */
export interface ReportOptions {
  readonly kind: ReportKind;
  /** In the order given; at least one. */
  readonly ledgers: readonly string[];
  /** null: the machine's civil date. */
  readonly today: CivilDay | null;
  /** Folders of rule packs; none: the one that comes with the program. */
  readonly rules: readonly string[];
  readonly out: string;
  readonly force: boolean;
}

const VALUES = ['--kind', '--today', '--rules', '--out'] as const;
const SWITCHES = ['--force', '--help', '--version'] as const;

/** Reads the arguments after `appeals report`. */
export function readReport(args: readonly string[]): Result<Request> {
  const given = readOptions(args, VALUES, SWITCHES);
  if (!given.ok) return given;
  const { files, values, switches } = given.value;
  if (switches.has('--version')) return ok({ kind: 'version' });
  const wanted = values.get('--kind')?.at(-1);
  const kinds = REPORTS.map(({ kind }) => kind);
  if (wanted === undefined) return fail(problem('report-kind-not-given', { kinds }));
  const report = REPORTS.find(({ kind }) => kind === wanted);
  if (!report)
    return fail(problem('report-kind-unknown', { kind: wanted, nearest: nearest(wanted, kinds) ?? 'weekly', kinds }));
  if (files.length === 0 || files.includes('')) return fail(problem('report-ledger-not-given'));
  const today = readToday(values.get('--today')?.at(-1));
  if (!today.ok) return today;
  const out = values.get('--out')?.at(-1);
  if (out === undefined) return fail(problem('report-out-not-given', { ending: report.ending }));
  if (!out.toLowerCase().endsWith(`.${report.ending}`))
    return fail(problem('report-out-ending', { path: out, ending: report.ending }));
  return ok({
    kind: 'report',
    options: {
      kind: report.kind,
      ledgers: files,
      today: today.value,
      rules: values.get('--rules') ?? [],
      out,
      force: switches.has('--force'),
    },
  });
}
