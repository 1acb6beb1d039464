import path from 'node:path';
import { checkLedger } from '../app/checkLedger';
import { checkRules } from '../app/checkRules';
import { diffRules } from '../app/diffRules';
import { explainCase } from '../app/explainCase';
import { explainJson } from '../app/explainJson';
import { columnsMasker } from '../core/masking/ledgerMasker';
import { tryRules } from '../app/tryRules';
import { Cancelled } from '../core/cancel';
import { formatIso, type CivilDay } from '../core/dates/civil';
import { ok, problem, type Problem, type Result } from '../core/problem';
import { mask } from '../text/zh-CN/mask';
import { sayProblem } from '../text/zh-CN/problems';
import { sayChange, sayChanges } from '../text/zh-CN/rules/changes';
import { sayRulesCheck } from '../text/zh-CN/rules/check';
import { sayExplanation } from '../text/zh-CN/rules/explain';
import { sayTrial } from '../text/zh-CN/rules/trial';
import { SPEECH } from '../text/zh-CN/speech';
import { readLedgerFile } from './ledgerFile';
import { openNodeXlsx } from './openNodeXlsx';
import { reasonOf } from './pace';
import { readRuleFolders } from './ruleFolders';
import { fromSheet, toSheet } from './rulesSheets';
import type { ExplainOptions, RulesOptions, TryOptions } from './rulesArguments';
import { ExitStatus, PipeClosed, refuse, type Terminal } from './terminal';

/** What a command has to print, and how it ends. */
interface Answer {
  readonly lines: Iterable<string>;
  readonly status: ExitStatus;
}

/** `appeals rules …`: for whoever keeps the rules. Only `to-sheet` and `from-sheet` write, and only what is new. */
export async function rulesCommand(options: RulesOptions, terminal: Terminal): Promise<ExitStatus> {
  try {
    const answer = await carryOut(options, terminal);
    if (!answer.ok) return refuse(terminal, answer.problems);
    const { lines, status } = answer.value;
    await terminal.print([...lines].map((line) => `${line}\n`).join('')).catch((error: unknown) => {
      if (!(error instanceof PipeClosed)) throw error;
    });
    return status;
  } catch (error) {
    if (error instanceof Cancelled) return refuse(terminal, [problem('cancelled')]);
    return refuse(terminal, [problem('unexpected-failure', { reason: reasonOf(error) })]);
  }
}

async function carryOut(options: RulesOptions, terminal: Terminal): Promise<Result<Answer>> {
  switch (options.command) {
    case 'check':
      return check(options.folder ?? terminal.defaultRules, options.format);
    case 'diff':
      return diff(options.before, options.after, options.format);
    case 'explain':
      return explain(options, terminal);
    case 'try':
      return tryOut(options, terminal);
    case 'to-sheet':
      return said(await toSheet(options.folder, options.out, options.force));
    case 'from-sheet':
      return said(await fromSheet(options.file, options.folder));
  }
}

async function check(folder: string, format: 'text' | 'json'): Promise<Result<Answer>> {
  const read = await readRuleFolders([folder]);
  if (!read.ok) return read;
  const checked = checkRules(read.value[0]?.files ?? new Map());
  if (!checked.ok) return checked;
  const { pack, examples, failures, warnings } = checked.value;
  const told = ({ code, place, ...one }: Problem) => ({
    code,
    file: place?.file ?? null,
    line: place?.line ?? null,
    column: place?.column ?? null,
    message: sayProblem({ code, ...one }),
  });
  const json = {
    rules: { pack: pack.name, version: pack.version, sha256: pack.sha256, count: pack.rules.length },
    examples,
    failures: failures.map(told),
    warnings: warnings.map(told),
  };
  return ok({
    lines: format === 'json' ? [JSON.stringify(json, null, 1)] : sayRulesCheck(checked.value),
    // An example that fails is a rule that does not do what it says; a warning may be just what is meant.
    status: failures.length > 0 ? ExitStatus.errorsFound : ExitStatus.fine,
  });
}

async function diff(before: string, after: string, format: 'text' | 'json'): Promise<Result<Answer>> {
  const read = await readRuleFolders([before, after]);
  if (!read.ok) return read;
  const [old, fresh] = read.value;
  if (!old || !fresh) throw new RangeError('two folders were read');
  const compared = diffRules(old, fresh);
  if (!compared.ok) return compared;
  const { before: was, after: is, changes } = compared.value;
  const head = ({ name, version, sha256 }: typeof was) => ({ pack: name, version, sha256 });
  const json = {
    before: head(was),
    after: head(is),
    same: changes.length === 0,
    changes: changes.map((change) => ({
      area: change.area,
      code: change.code,
      id: change.id,
      subject: change.subject,
      ...change.params,
      says: sayChange(change, was, is),
    })),
  };
  const lines = format === 'json' ? [JSON.stringify(json, null, 1)] : sayChanges(was, is, changes);
  return ok({ lines, status: ExitStatus.fine });
}

const said = (lines: Result<readonly string[]>): Result<Answer> =>
  lines.ok ? ok({ lines: lines.value, status: ExitStatus.fine }) : lines;

/** What other rules would change on a ledger: compared, never written. */
async function tryOut(options: TryOptions, terminal: Terminal): Promise<Result<Answer>> {
  const read = await readRuleFolders([options.rules ?? terminal.defaultRules, options.folder]);
  if (!read.ok) return read;
  const [before, after] = read.value;
  if (!before || !after) throw new RangeError('two folders were read');
  const bytes = await readLedgerFile(options.ledger);
  if (!bytes.ok) return bytes;
  const tried = await tryRules({
    open: () => openNodeXlsx(path.basename(options.ledger), bytes.value),
    before,
    after,
    sheet: options.sheet,
    today: options.today ?? terminal.today(),
    pace: { signal: terminal.signal, breathe: () => new Promise((resolve) => setImmediate(resolve)) },
  });
  if (!tried.ok) return tried;
  const { file, before: was, after: is, rules, due, scores } = tried.value;
  const head = ({ pack: { name, title, version, sha256 } }: typeof was) => ({ pack: name, title, version, sha256 });
  const points = (total: number | null): number | null => (total === null ? null : total / 100);
  const day = (on: CivilDay | null): string | null => (on === null ? null : formatIso(on));
  const json = {
    ledger: { file, sheet: is.table.sheet, rows: is.table.count },
    today: formatIso(is.today),
    before: head(was),
    after: head(is),
    rules: rules.map((rule) => ({ ...rule })),
    due: due.map((one) => ({ row: one.row, before: day(one.before), after: day(one.after) })),
    scores: scores.map((one) => ({ name: one.name, before: points(one.before), after: points(one.after) })),
  };
  const lines = options.format === 'json' ? [JSON.stringify(json, null, 1)] : sayTrial(tried.value);
  return ok({ lines, status: ExitStatus.fine });
}

async function explain(options: ExplainOptions, terminal: Terminal): Promise<Result<Answer>> {
  const folders = options.rules.length > 0 ? options.rules : [terminal.defaultRules];
  const rules = await readRuleFolders(folders);
  if (!rules.ok) return rules;
  const [first, ...moreRules] = rules.value;
  const bytes = await readLedgerFile(options.ledger);
  if (!bytes.ok) return bytes;
  const workbook = await openNodeXlsx(path.basename(options.ledger), bytes.value);
  if (!workbook.ok) return workbook;
  const result = await checkLedger({
    workbook: workbook.value,
    rules: first?.files ?? new Map(),
    moreRules,
    sheet: options.sheet,
    today: options.today ?? terminal.today(),
    pace: { signal: terminal.signal, breathe: () => new Promise((resolve) => setImmediate(resolve)) },
  });
  if (!result.ok) return result;
  const explained = explainCase(result.value, options.row, options.rule);
  if (!explained.ok) return explained;
  // Conditions quote whatever stands in the cells that they rest on.
  const masker = columnsMasker(explained.value.checked);
  const safe = (key: string, said: unknown): unknown =>
    typeof said === 'string' && key !== 'sha256' ? masker.mask(said) : said;
  const lines =
    options.format === 'json'
      ? [JSON.stringify(explainJson(explained.value, SPEECH, mask), safe, 1)]
      : [...sayExplanation(explained.value)].map((line) => masker.mask(line));
  return ok({ lines, status: ExitStatus.fine });
}
