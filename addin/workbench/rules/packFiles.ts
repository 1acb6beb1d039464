import { fail, ok, problem, type Result } from '../../../src/core/problem';
import { LARGEST_FILE, PACK_PATH } from '../../../src/core/rules/packFiles';

/** More than this is no rule pack: someone's whole disk, say. */
export const MOST_FILES = 500;

/** A file that was dropped or chosen, by its path with forward slashes. */
export interface GivenFile {
  readonly path: string;
  /** Its bytes, no more than asked for. */
  read(most: number): Promise<Uint8Array>;
}

/**
 * The rule pack among files that were dropped or chosen: what lies in the folder of the topmost `pack.json`, by paths
 * from there. `schema/` helps editors and is none of it.
 */
export async function packFiles(given: readonly GivenFile[]): Promise<Result<ReadonlyMap<string, Uint8Array>>> {
  const json = given.filter(({ path }) => /\.json$/i.test(path) && !/(?:^|\/)[._]/.test(path));
  const packs = json.filter(({ path }) => lastOf(path) === PACK_PATH).sort((a, b) => depth(a.path) - depth(b.path));
  const [pack] = packs;
  if (!pack) return fail(problem('rules-no-pack-dropped'));
  const folder = pack.path.slice(0, -PACK_PATH.length);
  const inside = json
    .filter(({ path }) => path.startsWith(folder))
    .map((file) => ({ file, path: file.path.slice(folder.length) }))
    .filter(({ path }) => !path.startsWith('schema/'));
  if (inside.length > MOST_FILES)
    return fail(problem('rules-folder-too-many-files', { folder: folder || PACK_PATH, limit: MOST_FILES }));
  const files = new Map<string, Uint8Array>();
  // One byte more than a pack's file may have is enough for it to be refused.
  for (const { file, path } of inside) files.set(path, await file.read(LARGEST_FILE + 1));
  return ok(files);
}

const lastOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const depth = (path: string): number => path.split('/').length;
