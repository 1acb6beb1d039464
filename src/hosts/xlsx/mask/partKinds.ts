import { problem, type Problem } from '../../../core/problem';
import type { MaskRemoval } from '../../../ports/masking';
import { FileFault } from '../fault';
import { partKey } from '../zip';

/** What becomes of a part in a masked copy. */
export type PartFate =
  | { readonly kind: 'text' }
  | { readonly kind: 'kept' }
  | { readonly kind: 'picture' }
  /** Goes, with whatever leads to it; said where it was worth something to a reader. */
  | { readonly kind: 'removed'; readonly as: MaskRemoval['what'] | null };

const TEXT: PartFate = { kind: 'text' };
const removed = (as: MaskRemoval['what'] | null): PartFate => ({ kind: 'removed', as });

const REMOVED: readonly (readonly [RegExp, PartFate])[] = [
  [/(?:^|\/)calcchain\.xml$/u, removed(null)],
  [/\/printersettings\//u, removed(null)],
  [/^_xmlsignatures\//u, removed('signatures')],
  [/^docprops\/thumbnail\./u, removed('thumbnail')],
  [/\/pivot(?:tables|cache)\//u, removed('pivots')],
  [/\/externallinks\//u, removed('externalLinks')],
  [/^customxml\//u, removed('customXml')],
];

/** What can hold anybody's name where no mask reaches: the file is refused, and why is told. */
const REFUSED: readonly (readonly [RegExp, (part: string) => Problem])[] = [
  [/vbaproject|\/macrosheets\//u, (part) => problem('mask-macros', { part })],
  [/\/(?:embeddings|ctrlprops|activex)\//u, (part) => problem('mask-objects', { part })],
  [/\/connections\.xml$|\/querytables\//u, (part) => problem('mask-connections', { part })],
  [/\/(?:slicers|slicercaches|timelines|timelinecaches)\//u, (part) => problem('mask-slicers', { part })],
  [/\/model\//u, (part) => problem('mask-data-model', { part })],
  [/\/revisions\//u, (part) => problem('mask-revisions', { part })],
];

/** Says what becomes of a part by its name. Throws `mask-macros` and the like for what can neither be masked nor taken out. */
export function fateOf(part: string): PartFate {
  const key = partKey(part);
  if (key.endsWith('/')) return { kind: 'kept' };
  const found = REMOVED.find(([pattern]) => pattern.test(key));
  if (found) return found[1];
  const refused = REFUSED.find(([pattern]) => pattern.test(key));
  if (refused) throw new FileFault(refused[1](part));
  if (/\.(?:xml|rels|vml)$/u.test(key)) return TEXT;
  if (/\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf|svg|webp)$/u.test(key)) return { kind: 'picture' };
  throw new FileFault(problem('mask-unknown-part', { part }));
}

/** A picture of one clear point, which stands where a picture stood. */
export const CLEAR_PNG = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='),
  (one) => one.charCodeAt(0),
);
export const CLEAR_SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>';
