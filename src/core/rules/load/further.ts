import type { FileKind } from './kinds/kind';
import type { JsonNode } from './json';
import type { Known } from './known';
import type { Reading } from './reading';

const ANY_NAME = '*.json';

/** A parsed file of a pack. */
interface Parsed {
  readonly root: JsonNode;
  readonly reading: Reading;
}

/** Whether a file is of a kind: its one path, or any in its folder (`templates/*.json`). */
export const isOfKind = ({ files }: Pick<FileKind<unknown>, 'files'>, path: string): boolean =>
  files.some((glob) =>
    glob.endsWith(ANY_NAME)
      ? path.startsWith(glob.slice(0, -ANY_NAME.length)) && !path.slice(glob.length - ANY_NAME.length).includes('/')
      : glob === path,
  );

/** What the files of further kinds hold, by the kind's id: one value, or for a folder of files the values by path. */
export function readFurther(
  kinds: readonly FileKind<unknown>[],
  parsed: ReadonlyMap<string, Parsed>,
  known: Known,
): ReadonlyMap<string, unknown> {
  const further = new Map<string, unknown>();
  for (const kind of kinds) {
    const own = [...parsed].filter(([path]) => isOfKind(kind, path));
    const values = new Map<string, unknown>();
    const claimed = new Map<string, string>();
    for (const [path, { root, reading }] of own) {
      const value = kind.read(root, reading, known);
      if (value === null || value === undefined) continue;
      values.set(path, value);
      const claim = kind.claims?.(value);
      if (claim === undefined) continue;
      const file = claimed.get(claim.name);
      claimed.set(claim.name, file ?? path);
      if (file === undefined) continue;
      const at = (root.kind === 'object' && root.members.get(claim.key)?.value.offset) || root.offset;
      reading.refuse(at, claim.refused, { ...claim.params, file });
    }
    const isFolder = kind.files.some((glob) => glob.endsWith(ANY_NAME));
    further.set(kind.id, isFolder ? values : ([...values.values()][0] ?? null));
  }
  return further;
}
