import { open, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { LARGEST_FILE } from '../../core/rules/packFiles';
import { fail, ok, problem, type Problem, type Result } from '../../core/problem';
import type { RuleSource } from '../../ports/ruleSource';

/** A folder that holds more than this is no rule pack (someone's home, say): it is not read through. */
const MOST_FILES = 500;
const DEEPEST_FOLDER = 4;

/** A rule pack in a folder of this machine. Only `*.json` is read; what is too large for a pack is read no further. */
export function createRuleFolder(folder: string): RuleSource {
  return { read: () => readFolder(folder) };
}

async function readFolder(folder: string): Promise<Result<ReadonlyMap<string, Uint8Array>>> {
  const at = { file: folder };
  try {
    if (!(await stat(folder)).isDirectory()) return fail(problem('rules-folder-is-file', { folder }, at));
  } catch (error) {
    const code = codeOf(error);
    const absent = code === 'ENOENT' || code === 'ENOTDIR';
    return fail(problem(absent ? 'rules-folder-absent' : 'rules-folder-unreadable', { folder, detail: code }, at));
  }
  const paths: string[] = [];
  try {
    await collect(folder, '', 1, paths);
  } catch (error) {
    return fail(problem('rules-folder-unreadable', { folder, detail: codeOf(error) }, at));
  }
  if (paths.length > MOST_FILES) return fail(problem('rules-folder-too-many-files', { folder, limit: MOST_FILES }, at));
  if (paths.length === 0) return fail(problem('rules-folder-empty', { folder }, at));

  const files = new Map<string, Uint8Array>();
  const problems: Problem[] = [];
  for (const inside of paths.sort()) {
    try {
      files.set(inside, await readUpTo(path.join(folder, inside), LARGEST_FILE + 1));
    } catch (error) {
      problems.push(
        problem('rules-file-unreadable', { path: inside, detail: codeOf(error) }, { file: inside, line: 1, column: 1 }),
      );
    }
  }
  return problems.length > 0 ? fail(...problems) : ok(files);
}

async function collect(folder: string, below: string, depth: number, paths: string[]): Promise<void> {
  for (const entry of await readdir(path.join(folder, below), { withFileTypes: true })) {
    const inside = below === '' ? entry.name : `${below}/${entry.name}`;
    if (paths.length > MOST_FILES) return;
    if (entry.name.startsWith('.') || entry.name === 'node_modules' || inside === 'schema') continue;
    if (entry.isDirectory()) {
      if (depth < DEEPEST_FOLDER) await collect(folder, inside, depth + 1, paths);
    } else if (entry.name.endsWith('.json')) paths.push(inside);
  }
}

/** The first bytes of a file: one byte more than a pack's file may have is enough for it to be refused. */
async function readUpTo(file: string, most: number): Promise<Uint8Array> {
  const handle = await open(file, 'r');
  try {
    if (!(await handle.stat()).isFile()) throw Object.assign(new Error('not a file'), { code: 'EISDIR' });
    const buffer = new Uint8Array(most);
    let length = 0;
    for (;;) {
      const { bytesRead } = await handle.read(buffer, length, most - length, null);
      length += bytesRead;
      if (bytesRead === 0 || length === most) return buffer.slice(0, length);
    }
  } finally {
    await handle.close();
  }
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : 'unknown');
