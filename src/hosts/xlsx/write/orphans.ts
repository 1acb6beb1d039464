import { readRelationships, relationshipsPart } from '../relationships';
import { partKey } from '../zip';
import type { PackageEdit } from './packageEdit';

/**
 * Takes away parts that nothing but a part that goes led to: pictures, comments, tables that a person added to a
 * sheet of ours, and the charts we drew on it. `gone` itself is taken away, or written anew, by whoever calls; `kept`
 * are parts that were written anew and stay.
 */
export async function removeOrphans(
  edit: PackageEdit,
  gone: readonly string[],
  kept: ReadonlySet<string> = new Set(),
): Promise<void> {
  if (gone.length === 0) return;
  const keptKeys = new Set([...kept].map(partKey));
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
    if (dead.has(key)) continue;
    if (keptKeys.has(key)) {
      dead.add(key);
      queue.push(...(leads.get(key) ?? []));
      continue;
    }
    if (!edit.has(part)) continue;
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
