import type { CivilDay } from '../core/dates/civil';
import { nearest } from '../core/nearest';
import { fail, ok, problem, type Result } from '../core/problem';
import { readPeriod, type Period } from '../core/scoring/period';
import type { SubjectKind } from '../core/scoring/scheme';
import { isOneOf, readFormat, readOptions, readToday, type Asked } from './options';

/** What `appeals score …` asks for. */
export interface ScoreOptions {
  readonly ledgers: readonly string[];
  readonly sheet: string | null;
  readonly by: SubjectKind;
  readonly period: Period;
  /** null: the machine's civil date. */
  readonly today: CivilDay | null;
  /** Folders of rules; none for the pack that comes with the program. */
  readonly rules: readonly string[];
  readonly format: 'text' | 'json';
  readonly out: string | null;
  readonly force: boolean;
}

const WITH_VALUE = ['--by', '--period', '--today', '--rules', '--sheet', '--format', '--out'] as const;
const SWITCHES = ['--force', '--help', '--version'] as const;
const SUBJECTS = ['unit', 'sponsor', 'caseLeader'] as const;

/** Reads the arguments after `appeals score`. */
export function readScore(args: readonly string[]): Result<Asked<'score', ScoreOptions>> {
  const given = readOptions(args, WITH_VALUE, SWITCHES);
  if (!given.ok) return given;
  const { files, values, switches } = given.value;
  if (switches.has('--version')) return ok({ kind: 'version' });
  if (files.length === 0 || files.includes('')) return fail(problem('score-no-ledger'));
  const by = readBy(values.get('--by')?.at(-1));
  if (!by.ok) return by;
  const period = readPeriod(values.get('--period')?.at(-1) ?? 'all');
  if (!period.ok) return period;
  const today = readToday(values.get('--today')?.at(-1));
  if (!today.ok) return today;
  const format = readFormat(values.get('--format')?.at(-1));
  if (!format.ok) return format;
  const out = values.get('--out')?.at(-1) ?? null;
  if (out !== null && !/\.xlsx$/i.test(out)) return fail(problem('out-not-xlsx', { path: out }));
  return ok({
    kind: 'score',
    options: {
      ledgers: files,
      sheet: values.get('--sheet')?.at(-1) ?? null,
      by: by.value,
      period: period.value,
      today: today.value,
      rules: values.get('--rules') ?? [],
      format: format.value,
      out,
      force: switches.has('--force'),
    },
  });
}

function readBy(value = 'unit'): Result<SubjectKind> {
  if (isOneOf(SUBJECTS, value)) return ok(value);
  return fail(problem('by-unknown', { value, nearest: nearest(value, SUBJECTS) ?? 'unit' }));
}
