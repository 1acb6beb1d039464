import path from 'node:path';
import { checkLedger } from '../app/checkLedger';
import { readBackScores } from '../app/readBackScores';
import type { Pace } from '../core/cancel';
import { ok, type Result } from '../core/problem';
import { sayReadBack } from '../text/zh-CN/reports/readBack';
import { readLedgerFile } from './ledgerFile';
import { openNodeXlsx } from './openNodeXlsx';
import { checkOutput, writeAtomically } from './outputFile';
import type { ReportOptions } from './reportArguments';
import { readRuleFolders } from './ruleFolders';
import type { Terminal } from './terminal';

/** `appeals report 台账.xlsx --kind sampling --read-back 抽查表.xlsx --out 新文件.xlsx`: what to say of it once it is done. */
export async function readBack(
  { ledgers, out, force, rules, today }: ReportOptions,
  filled: string,
  terminal: Terminal,
  pace: Pace,
): Promise<Result<string>> {
  const [file = ''] = ledgers;
  const allowed = await checkOutput(out, filled, force);
  if (!allowed.ok) return allowed;
  const packs = await readRuleFolders(rules.length > 0 ? rules : [terminal.defaultRules]);
  if (!packs.ok) return packs;
  const [first, ...moreRules] = packs.value;
  const [ledgerBytes, sampleBytes] = [await readLedgerFile(file), await readLedgerFile(filled)];
  if (!ledgerBytes.ok) return ledgerBytes;
  if (!sampleBytes.ok) return sampleBytes;
  const ledger = await openNodeXlsx(path.basename(file), ledgerBytes.value);
  if (!ledger.ok) return ledger;
  const sample = await openNodeXlsx(path.basename(filled), sampleBytes.value);
  if (!sample.ok) return sample;
  const checked = await checkLedger({
    workbook: ledger.value,
    rules: first?.files ?? new Map(),
    moreRules,
    sheet: null,
    today: today ?? terminal.today(),
    pace,
  });
  if (!checked.ok) return checked;
  const done = await readBackScores(ledger.value, checked.value, sample.value);
  if (!done.ok) return done;
  const bytes = await ledger.value.save();
  if (!bytes.ok) return bytes;
  const saved = await writeAtomically(out, bytes.value, force);
  return saved.ok ? ok(sayReadBack(out, done.value)) : saved;
}
