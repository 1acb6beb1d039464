import type { CheckResult } from '../app/checkResult';
import type { NamedFiles } from '../app/rulePacks';
import type { Pace } from '../core/cancel';
import type { CivilDay } from '../core/dates/civil';
import { fail, type Problem, type Result } from '../core/problem';
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
      if (result.ok) results.push(result.value);
      else if (result.problems.some(isOfRules)) return fail(...result.problems);
      else failed.push({ file, problems: result.problems });
      pace.onProgress?.(at + 1, files.length);
    }
  } finally {
    await pool.close();
  }
  return { ok: true, value: { results, failed } };
}

/** Rules name the line of a mistake, or say so in their code. */
const isOfRules = ({ code, place }: Problem): boolean => place?.line !== undefined || code.startsWith('rules-');
