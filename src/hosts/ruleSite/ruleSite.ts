import { fail, ok, problem, type Problem, type Result } from '../../core/problem';
import { LARGEST_FILE, PACK_PATH, isOwnPath } from '../../core/rules/packFiles';
import type { RuleSource } from '../../ports/ruleSource';

/** What we use of a browser's `fetch` and its answer. */
export interface FetchedFile {
  readonly ok: boolean;
  readonly status: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}
export type FetchFile = (address: string) => Promise<FetchedFile>;

/** Files asked for at once; a small intranet server has other pages to give too. */
const AT_ONCE = 6;

/**
 * A rule pack in a folder of a web site, which can't be listed: `pack.json` says which files there are. A file that it
 * lists and the site does not have is left out, so that the pack's loader says where the list is wrong.
 * @param folder address of the folder, ending in a slash
 */
export function createRuleSite(fetchFile: FetchFile, folder: string): RuleSource {
  return {
    async read() {
      const list = await readFile(fetchFile, folder, PACK_PATH);
      if (!list.ok) return list;
      if (list.value === null) return fail(problem('rules-site-without-pack', { folder }));
      const files = new Map([[PACK_PATH, list.value]]);
      const problems: Problem[] = [];
      const waiting = listedIn(list.value);
      const fetchOn = async (): Promise<void> => {
        for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
          const file = await readFile(fetchFile, folder, path);
          if (!file.ok) problems.push(...file.problems);
          else if (file.value) files.set(path, file.value);
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, fetchOn));
      return problems.length > 0 ? fail(...problems) : ok(files);
    },
  };
}

/** The bytes of a file; null where the site says that there is none. */
async function readFile(fetchFile: FetchFile, folder: string, path: string): Promise<Result<Uint8Array | null>> {
  const address = folder + path.split('/').map(encodeURIComponent).join('/');
  try {
    const file = await fetchFile(address);
    if (file.status === 404 || file.status === 410) return ok(null);
    if (!file.ok) return fail(problem('rules-site-unreachable', { path, detail: String(file.status) }));
    // One byte more than a pack's file may have is enough for it to be refused.
    return ok(new Uint8Array(await file.arrayBuffer()).slice(0, LARGEST_FILE + 1));
  } catch (error) {
    return fail(problem('rules-site-unreachable', { path, detail: error instanceof Error ? error.message : '' }));
  }
}

/** The paths that a pack lists, as far as they are paths: what is wrong with the list is for the loader to say. */
function listedIn(pack: Uint8Array): string[] {
  try {
    const read = JSON.parse(new TextDecoder().decode(pack)) as unknown;
    const files = typeof read === 'object' && read !== null && 'files' in read ? read.files : null;
    if (!Array.isArray(files)) return [];
    return [...new Set(files.filter((path): path is string => typeof path === 'string' && isOwnPath(path)))];
  } catch {
    // Not JSON: the loader says at which line and column.
    return [];
  }
}
