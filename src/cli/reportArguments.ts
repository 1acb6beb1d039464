import { REPORTS } from '../app/reports/registry';
import type { CivilDay } from '../core/dates/civil';
import { nearest } from '../core/nearest';
import { fail, ok, problem, type Result } from '../core/problem';
import type { NoticeChoice, ReportKind } from '../core/reports/report';
import { DOCUMENT_KINDS, NOTICE_KINDS, type NoticeKind } from '../core/reports/templates/vocabulary';
import { readOptions, readToday, type Asked } from './options';

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
  /** Which notices, of which cases. */
  readonly notices: NoticeChoice;
  /** By 编号; of all, or of a sample, where there is none. */
  readonly cases: readonly string[];
  /** What a sample is drawn by; null for one that nobody chose. */
  readonly seed: string | null;
  /** A filled-in 抽查清单 whose scores go into a copy of the ledger; null to make a report. */
  readonly readBack: string | null;
}

const VALUES = ['--kind', '--notice', '--case', '--seed', '--read-back', '--today', '--rules', '--out'] as const;
const SWITCHES = ['--force', '--help', '--version'] as const;

/** Reports of a sample. */
const SAMPLED: readonly ReportKind[] = ['sampling', 'inspection'];

/** Reads the arguments after `appeals report`. */
export function readReport(args: readonly string[]): Result<Asked<'report', ReportOptions>> {
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
  const notices = readNotices(report.kind, values.get('--notice') ?? [], values.get('--case') ?? []);
  if (!notices.ok) return notices;
  const seed = values.get('--seed')?.at(-1) ?? null;
  if (seed !== null && !SAMPLED.includes(report.kind))
    return fail(problem('report-option-of-samples', { option: '--seed' }));
  const readBack = values.get('--read-back')?.at(-1) ?? null;
  if (readBack !== null && report.kind !== 'sampling') return fail(problem('read-back-not-sampling'));
  if (readBack !== null && files.length > 1) return fail(problem('read-back-one-ledger', { extra: files[1] ?? '' }));
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
      notices: notices.value,
      cases: split(values.get('--case') ?? []),
      seed,
      readBack,
    },
  });
}

/** `--notice 督办单` (several, or several by commas), which only notices take, and `--case 编号`, which 迎检材料 take too. */
function readNotices(kind: ReportKind, named: readonly string[], cases: readonly string[]): Result<NoticeChoice> {
  const isOfCases = kind === 'notices' || kind === 'inspection';
  if (kind !== 'notices' && named.length > 0) return fail(problem('report-option-of-notices', { option: '--notice' }));
  if (!isOfCases && cases.length > 0) return fail(problem('report-option-of-cases', { option: '--case' }));
  const asked = split(named);
  const kinds: NoticeKind[] = [];
  for (const name of asked) {
    const found = NOTICE_KINDS.find((one) => DOCUMENT_KINDS[one] === name || one === name);
    const choices = NOTICE_KINDS.map((one) => DOCUMENT_KINDS[one]);
    if (found === undefined)
      return fail(problem('report-notice-unknown', { name, nearest: nearest(name, choices) ?? '', choices }));
    kinds.push(found);
  }
  const chosen = asked.length === 0 ? NOTICE_KINDS : NOTICE_KINDS.filter((one) => kinds.includes(one));
  return ok({ kinds: chosen, cases: split(cases) });
}

const split = (values: readonly string[]): readonly string[] =>
  values.flatMap((value) => value.split(/[、,，]/u).map((one) => one.trim())).filter((one) => one !== '');
