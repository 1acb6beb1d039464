import { PACK_PATH, isOwnPath } from '../packFiles';
import type { PackFile } from './kinds/pack';
import type { Reading } from './reading';
import { excerpt, suggestion } from './report';

/**
 * Every listed file is there, every JSON file that is there is listed, and those the core needs are among them. A
 * misspelt path is one slip, not two: the file it was meant for is not told as unlisted too.
 * @returns whether all of it holds, so that a name that can't be found is not told for a file that can't be either
 */
export function checkListing(
  pack: PackFile,
  reading: Reading,
  files: readonly string[],
  required: readonly string[],
): boolean {
  const listed = new Set(pack.files.map(({ path }) => path));
  const unlisted = new Set(files.filter((path) => isPackData(path) && !listed.has(path)));
  const there = new Set(files);
  const before = reading.report.problems.length;
  for (const { path, offset } of pack.files) {
    if (reading.report.isFull(PACK_PATH)) break;
    const own = isOwnPath(path);
    if (own && there.has(path)) continue;
    const nearest = suggestion(path, unlisted);
    unlisted.delete(nearest);
    reading.refuse(offset, own ? 'rules-file-missing' : 'rules-file-path', { path: excerpt(path), nearest });
  }
  for (const path of unlisted)
    reading.report.add('rules-file-not-listed', { path }, { file: path, line: 1, column: 1 });
  // Absent from the folder too: nothing above has told of it.
  for (const path of required) {
    if (!listed.has(path) && !there.has(path)) reading.refuse(pack.filesAt, 'rules-file-required', { path });
  }
  return reading.report.problems.length === before;
}

const isPackData = (path: string): boolean =>
  path.endsWith('.json') && path !== PACK_PATH && !path.startsWith('schema/');
