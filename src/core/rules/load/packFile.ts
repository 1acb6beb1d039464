import type { Effective } from '../pack';
import type { JsonNode } from './json';
import type { Reading } from './reading';
import { excerpt } from './report';

export interface PackFile {
  readonly name: string;
  readonly version: string;
  readonly owner: string;
  readonly effective: Effective;
  /** In the order of the list, each once. */
  readonly files: readonly { readonly path: string; readonly offset: number }[];
}

/** `pack.json`: who answers for the pack, when it is in force, and every file that belongs to it. */
export function readPackFile(root: JsonNode, reading: Reading): PackFile | null {
  const top = reading.object(root, { required: ['name', 'version', 'owner', 'effective', 'files'], optional: ['$schema'] });
  if (!top) return null;
  const name = reading.text(top, 'name');
  const version = reading.text(top, 'version');
  const owner = reading.text(top, 'owner');
  const effective = reading.effective(top);
  const files: PackFile['files'][number][] = [];
  for (const item of reading.items(top, 'files') ?? []) {
    const path = reading.textOf(item, 'files');
    if (path === null) continue;
    if (!isOwnPath(path)) reading.refuse(item.offset, 'rules-file-path', { path: excerpt(path) });
    else if (files.some((file) => file.path === path)) reading.refuse(item.offset, 'rules-file-listed-twice', { path });
    else files.push({ path, offset: item.offset });
  }
  if (name === null || version === null || owner === null) return null;
  return { name, version, owner, effective, files };
}

/** Below the pack's folder, with forward slashes, a JSON file, and neither pack.json itself nor a schema. */
const isOwnPath = (path: string): boolean =>
  /^(?:[^/\\:]+\/)*[^/\\:]+\.json$/.test(path) &&
  !path.split('/').includes('..') &&
  !path.split('/').includes('.') &&
  path !== 'pack.json' &&
  !path.startsWith('schema/');
