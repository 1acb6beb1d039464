import path from 'node:path';
import { checkLedger } from '../app/checkLedger';
import type { CheckResult } from '../app/checkResult';
import type { NamedFiles } from '../app/rulePacks';
import type { Pace } from '../core/cancel';
import type { CivilDay } from '../core/dates/civil';
import { fail, type Problem, type Result } from '../core/problem';
import { readLedgerFile } from './ledgerFile';
import { openNodeXlsx } from './openNodeXlsx';

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
 * Checks ledgers one after another, for what takes several of them: one that is bad does not stop the rest. Mistakes in
 * the rules are no ledger's fault and stop all.
 */
export async function openLedgers({ files, packs, today, pace }: LedgersOrder): Promise<Result<OpenedLedgers>> {
  const results: CheckResult[] = [];
  const failed: OpenedLedgers['failed'][number][] = [];
  const [first, ...moreRules] = packs;
  for (const file of files) {
    const bytes = await readLedgerFile(file);
    const workbook = bytes.ok ? await openNodeXlsx(path.basename(file), bytes.value) : bytes;
    const result = workbook.ok
      ? await checkLedger({
          workbook: workbook.value,
          rules: first?.files ?? new Map(),
          moreRules,
          sheet: null,
          today,
          pace,
        })
      : workbook;
    if (result.ok) results.push(result.value);
    else if (result.problems.some(isOfRules)) return fail(...result.problems);
    else failed.push({ file, problems: result.problems });
  }
  return { ok: true, value: { results, failed } };
}

/** Rules name the line of a mistake, or say so in their code. */
const isOfRules = ({ code, place }: Problem): boolean => place?.line !== undefined || code.startsWith('rules-');
