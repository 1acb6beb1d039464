import type { XmlElement } from './xmlTree';
import { childrenOf } from './xmlTree';

export interface Relationship {
  readonly id: string;
  /** The last word of the type (`worksheet`, `sharedStrings`): the same in transitional and strict files. */
  readonly type: string;
  /** Part name without a leading slash. */
  readonly target: string;
}

/** Internal relationships of a part, from its parsed .rels; targets are resolved against the part they belong to. */
export function readRelationships(root: XmlElement, source: string): Relationship[] {
  const found: Relationship[] = [];
  for (const element of childrenOf(root, 'Relationship')) {
    const { Id, Type, Target, TargetMode } = element.attributes;
    if (Id === undefined || Type === undefined || Target === undefined || TargetMode === 'External') continue;
    found.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), target: resolveTarget(Target, source) });
  }
  return found;
}

/** Where a part keeps its relationships: `xl/workbook.xml` -> `xl/_rels/workbook.xml.rels`, the package itself `_rels/.rels`. */
export function relationshipsPart(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

function resolveTarget(target: string, source: string): string {
  const path = decode(target.replaceAll('\\', '/').replace(/[#?].*$/, ''));
  const base = path.startsWith('/') ? [] : source.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '..') base.pop();
    else if (step !== '' && step !== '.') base.push(step);
  }
  return base.join('/');
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
