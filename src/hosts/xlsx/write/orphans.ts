import { readRelationships, relationshipsPart } from '../relationships';
import { partKey } from '../zip';
import type { PackageEdit } from './packageEdit';

/**
 * Takes away parts that nothing but a part that goes led to: pictures, comments, tables that a person added to a
 * sheet of ours. `gone` itself is taken away by whoever calls.
 */
export async function removeOrphans(edit: PackageEdit, gone: readonly string[]): Promise<void> {
  const { pkg } = edit;
  const leads = new Map<string, string[]>();
  for (const { name } of pkg.archive.entries) {
    const match = /^\/?(.*?)_rels\/([^/]+)\.rels$/i.exec(name.replaceAll('\\', '/'));
    if (!match) continue;
    const source = match[1]! + match[2]!;
    const targets = readRelationships(await pkg.xml(name), source).map(({ target }) => target);
    leads.set(partKey(source), targets);
  }
  const dead = new Set(gone.map(partKey));
  const queue = gone.flatMap((part) => leads.get(partKey(part)) ?? []);
  for (const part of queue) {
    const key = partKey(part);
    if (dead.has(key) || !edit.has(part)) continue;
    const isNeeded = [...leads].some(
      ([source, targets]) => !dead.has(source) && targets.some((t) => partKey(t) === key),
    );
    if (isNeeded) continue;
    dead.add(key);
    edit.remove(part);
    await edit.undeclare(part);
    if (edit.has(relationshipsPart(part))) edit.remove(relationshipsPart(part));
    queue.push(...(leads.get(key) ?? []));
  }
}
