import { readFile, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { nearest } from '../core/nearest';
import { fail, ok, problem, type Result } from '../core/problem';

/** Larger files are refused before they are read into memory, in bytes. */
const LARGEST = 1024 ** 3;

/** A ledger's bytes, or why they can't be had, with the nearest file name where there is none of that name. */
export async function readLedgerFile(file: string): Promise<Result<Uint8Array>> {
  try {
    const found = await stat(file);
    if (found.isDirectory()) return fail(problem('file-is-directory', { path: file }));
    if (!found.isFile()) return fail(problem('file-not-readable', { path: file, reason: 'not a file' }));
    if (found.size > LARGEST)
      return fail(problem('file-exceeds-limits', { file: path.basename(file), limit: 'file-size', part: '' }));
    return ok(await readFile(file));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return fail(await notFound(file));
    return fail(problem('file-not-readable', { path: file, reason: code ?? 'IO' }));
  }
}

async function notFound(file: string): Promise<ReturnType<typeof problem>> {
  const names = await readdir(path.dirname(file)).catch(() => []);
  const near = nearest(
    path.basename(file),
    names.filter((name) => /\.xls[xm]?$/i.test(name)),
  );
  return near === null
    ? problem('file-not-found', { path: file })
    : problem('file-not-found-nearest', { path: file, nearest: near });
}
