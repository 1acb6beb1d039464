import { randomBytes } from 'node:crypto';
import { open, rename, rm, stat } from 'node:fs/promises';
import type { Stats } from 'node:fs';
import path from 'node:path';
import { fail, ok, problem, type Result } from '../core/problem';

const statOf = (file: string): Promise<Stats | null> => stat(file).catch(() => null);

const isSameFile = (a: Stats, b: Stats): boolean => a.dev === b.dev && a.ino === b.ino;

/**
 * Whether results may go to a file, asked before any work is done: its folder is there, it is not the ledger itself
 * (under whatever name or link), and it exists only where it may be replaced.
 */
export async function checkOutput(out: string, ledger: string, force: boolean): Promise<Result<null>> {
  const [target, source] = await Promise.all([statOf(out), statOf(ledger)]);
  if (target && source && isSameFile(target, source)) return fail(problem('out-is-input', { path: out }));
  if (target?.isDirectory()) {
    return fail(problem('out-is-directory', { path: out, example: path.join(out, path.basename(ledger)) }));
  }
  if (target && !force) return fail(problem('out-exists', { path: out }));
  const folder = path.dirname(out);
  const parent = await statOf(folder);
  if (!parent?.isDirectory()) return fail(problem('out-folder-missing', { folder }));
  return ok(null);
}

/** Writes a file whole or not at all: beside its place first, then renamed into it; an old one is replaced only then. */
export async function writeAtomically(out: string, bytes: Uint8Array, mayReplace: boolean): Promise<Result<null>> {
  const beside = path.join(path.dirname(out), `.${path.basename(out)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    const file = await open(beside, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    if (!mayReplace && (await statOf(out)) !== null) {
      await rm(beside, { force: true });
      return fail(problem('out-exists', { path: out }));
    }
    await rename(beside, out);
    return ok(null);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    return fail(problem('out-not-writable', { path: out, reason: (error as NodeJS.ErrnoException).code ?? 'IO' }));
  }
}
