import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { rulesFromSheets, rulesToSheets } from '../app/ruleSheets';
import { fail, ok, problem, type Result } from '../core/problem';
import { nodeCodec } from '../hosts/xlsx/inflateNode';
import { createReportWorkbook } from '../hosts/xlsx/newWorkbook';
import { deflateByNode } from '../hosts/xlsx/write/deflateNode';
import { RULE_SHEET_WORDS, sayRulesWritten, saySheetWritten } from '../text/zh-CN/rules/sheet';
import { readLedgerFile } from './ledgerFile';
import { openNodeXlsx } from './openNodeXlsx';
import { checkOutput, writeAtomically } from './outputFile';
import { readRuleFolders } from './ruleFolders';

/** `appeals rules to-sheet`: a rule folder as a workbook; what to say of it. */
export async function toSheet(folder: string, out: string, force: boolean): Promise<Result<readonly string[]>> {
  const allowed = await checkOutput(out, folder, force);
  if (!allowed.ok) return allowed;
  const read = await readRuleFolders([folder]);
  if (!read.ok) return read;
  const sheets = rulesToSheets(read.value[0]?.files ?? new Map(), RULE_SHEET_WORDS);
  if (!sheets.ok) return sheets;
  const host = { name: path.basename(out), codec: nodeCodec, deflate: deflateByNode };
  const bytes = await createReportWorkbook(sheets.value, host);
  if (!bytes.ok) return bytes;
  const saved = await writeAtomically(out, bytes.value, force);
  return saved.ok ? ok(saySheetWritten(out)) : saved;
}

/** `appeals rules from-sheet`: a workbook as a new rule folder, whole or not at all; what to say of it. */
export async function fromSheet(file: string, folder: string): Promise<Result<readonly string[]>> {
  const there = await readdir(folder).catch((error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? [] : null));
  if (there === null || there.length > 0) return fail(problem('rules-folder-there', { folder }));
  const bytes = await readLedgerFile(file);
  if (!bytes.ok) return bytes;
  const workbook = await openNodeXlsx(path.basename(file), bytes.value);
  if (!workbook.ok) return workbook;
  const read = await rulesFromSheets(workbook.value, RULE_SHEET_WORDS);
  if (!read.ok) return read;
  const written = await writeFolder(folder, read.value.files);
  return written.ok ? ok(sayRulesWritten(folder, read.value)) : written;
}

/** Beside its place first, then renamed into it: nobody finds half a pack. */
async function writeFolder(folder: string, files: ReadonlyMap<string, string>): Promise<Result<null>> {
  const target = path.resolve(folder);
  const beside = path.join(path.dirname(target), `.${path.basename(target)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    for (const [name, text] of files) {
      await mkdir(path.dirname(path.join(beside, name)), { recursive: true });
      await writeFile(path.join(beside, name), text, { flag: 'wx' });
    }
    await rename(beside, target);
    return ok(null);
  } catch (error) {
    await rm(beside, { recursive: true, force: true }).catch(() => undefined);
    const reason = (error as NodeJS.ErrnoException).code ?? 'IO';
    return fail(problem('rules-folder-not-writable', { folder, reason }));
  }
}
