import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { CheckResult } from '../app/checkResult';
import type { NamedFiles } from '../app/rulePacks';
import type { Pace } from '../core/cancel';
import type { CivilDay } from '../core/dates/civil';
import { fail, problem, type Problem, type Result } from '../core/problem';
import { createLedgerPool } from './ledgerPool';

/** How ledgers are checked, the same for each of them. */
export interface LedgersOrder {
  readonly files: readonly string[];
  /** The packs of the run; the first one judges unless others say they are in force. */
  readonly packs: readonly NamedFiles[];
  readonly today: CivilDay;
  readonly pace: Pace;
}

/** The ledgers that could be checked, and what kept the others from it. */
export interface OpenedLedgers {
  readonly results: readonly CheckResult[];
  readonly failed: readonly { readonly file: string; readonly problems: readonly Problem[] }[];
}

/**
 * Checks ledgers, many of them at once, for what takes several of them: one that is bad does not stop the rest. Mistakes
 * in the rules are no ledger's fault and stop all.
 */
export async function openLedgers({ files, packs, today, pace }: LedgersOrder): Promise<Result<OpenedLedgers>> {
  const results: CheckResult[] = [];
  const failed: OpenedLedgers['failed'][number][] = [];
  const pool = createLedgerPool(files, { packs, sheet: null, today }, pace);
  try {
    for (const [at, file] of files.entries()) {
      const result = await pool.check(file);
      if (result.ok) results.push({ ...result.value, file: nameAmong(files, file) });
      else if (result.problems.some(isOfRules)) return fail(...result.problems);
      else failed.push({ file: nameAmong(files, file), problems: result.problems });
      pace.onProgress?.(at + 1, files.length);
    }
  } finally {
    await pool.close();
  }
  return { ok: true, value: { results, failed } };
}

/** The files, each once, under whatever name or link it was given; what is told of those given twice. */
export async function eachOnce(
  ledgers: readonly string[],
): Promise<{ readonly files: readonly string[]; readonly twice: readonly Problem[] }> {
  const seen = new Set<string>();
  const files: string[] = [];
  const twice: Problem[] = [];
  for (const file of ledgers) {
    const found = await stat(file).catch(() => null);
    const key = found === null ? path.resolve(file) : `${found.dev}:${found.ino}`;
    if (seen.has(key)) twice.push(problem('ledger-given-twice', { file }));
    else files.push(file);
    seen.add(key);
  }
  return { files, twice };
}

/** What a file is called in what is printed: by its name alone where no other has the same. */
export function nameAmong(files: readonly string[], file: string): string {
  const name = path.basename(file);
  return files.filter((other) => path.basename(other) === name).length === 1 ? name : file;
}

/** Rules name the line of a mistake, or say so in their code. */
const isOfRules = ({ code, place }: Problem): boolean => place?.line !== undefined || code.startsWith('rules-');
