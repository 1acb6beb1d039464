import { relationshipsPart } from '../relationships';
import { partKey } from '../zip';
import { declaredEncoding, decodeXml } from '../xmlTree';
import type { XlsxPackage } from '../xlsxPackage';
import type { Deflate } from './deflate';
import { PartStream } from './partStream';
import { TextEdits } from './textEdits';
import { writeZip, type OutputEntry, type PackedPart } from './zipWriter';
import { attributesOf, escapeAttribute, openTag } from './xmlText';

interface Staged {
  readonly name: string;
  readonly packed: PackedPart;
}

export const CONTENT_TYPES = '[Content_Types].xml';

/**
 * A package with changes laid over it; nothing of the package itself changes. `build` gives the new file, in which
 * every part that was not named here is the same compressed bytes as before.
 */
export class PackageEdit {
  private readonly staged = new Map<string, Staged>();
  private readonly texts = new Map<string, string>();
  private readonly removed = new Set<string>();

  constructor(
    readonly pkg: XlsxPackage,
    private readonly deflate: Deflate,
  ) {}

  /** Whether nothing differs from the package. */
  get isEmpty(): boolean {
    return this.staged.size === 0 && this.removed.size === 0;
  }

  has(part: string): boolean {
    const key = partKey(part);
    return !this.removed.has(key) && (this.staged.has(key) || this.texts.has(key) || this.pkg.has(part));
  }

  /** A large part's bytes; none that was changed already can be had, since it is deflated by then. */
  async bytes(part: string): Promise<Uint8Array> {
    if (this.staged.has(partKey(part))) throw new Error(`${part} was written already`);
    return this.pkg.part(part);
  }

  /** A small part as text, with what was changed so far. */
  async text(part: string): Promise<string> {
    return this.texts.get(partKey(part)) ?? asUtf8Text(await this.pkg.part(part), part);
  }

  /** Gives a small part new text; the part stays untouched where the text is what it was. */
  async setText(part: string, text: string): Promise<void> {
    const key = partKey(part);
    this.removed.delete(key);
    this.texts.set(key, text);
    if (this.pkg.has(part) && asUtf8Text(await this.pkg.part(part), part) === text) {
      this.staged.delete(key);
      return;
    }
    const out = this.open();
    out.text(text);
    this.staged.set(key, { name: part, packed: await out.finish() });
  }

  /** A stream for a large part; give its result to `setPacked`. */
  open(): PartStream {
    return new PartStream(this.deflate, this.pkg.codec.crc32);
  }

  setPacked(part: string, packed: PackedPart): void {
    this.removed.delete(partKey(part));
    this.staged.set(partKey(part), { name: part, packed });
  }

  remove(part: string): void {
    this.removed.add(partKey(part));
  }

  /** Declares what a new part is. */
  async declare(part: string, contentType: string): Promise<void> {
    const edits = new TextEdits(await this.text(CONTENT_TYPES));
    const name = `${edits.prefix}Override`;
    edits.append(
      edits.root,
      `<${name} PartName="/${escapeAttribute(part)}" ContentType="${escapeAttribute(contentType)}"/>`,
    );
    await this.setText(CONTENT_TYPES, edits.result());
  }

  /** Takes back what the package says a part is. */
  async undeclare(part: string): Promise<void> {
    const key = partKey(part);
    const types = new TextEdits(await this.text(CONTENT_TYPES));
    for (const child of types.children) {
      const name = attributesOf(openTag(types.text, child)).get('PartName');
      if (name !== undefined && partKey(name) === key) types.replace(child.start, child.end, '');
    }
    await this.setText(CONTENT_TYPES, types.result());
  }

  /** Takes a part away, with its declaration and the relationship from `source` that leads to it. */
  async withdraw(part: string, source: string): Promise<void> {
    this.remove(part);
    await this.undeclare(part);
    const key = partKey(part);
    const ids = new Set(
      (await this.pkg.relationships(source)).filter((r) => partKey(r.target) === key).map((r) => r.id),
    );
    const rels = new TextEdits(await this.text(relationshipsPart(source)));
    for (const child of rels.children)
      if (ids.has(attributesOf(openTag(rels.text, child)).get('Id') ?? '')) rels.replace(child.start, child.end, '');
    await this.setText(relationshipsPart(source), rels.result());
  }

  /** Relates `source` to a new part and answers the id; the type is spelled as the workbook's own types are. */
  async relate(source: string, type: string, target: string): Promise<string> {
    const part = relationshipsPart(source);
    const edits = new TextEdits(await this.text(part));
    const ids = new Set<string>();
    let base = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';
    for (const child of edits.children) {
      const attributes = attributesOf(openTag(edits.text, child));
      ids.add(attributes.get('Id') ?? '');
      const match = /^(.*\/relationships\/)(?:worksheet|styles|theme)$/.exec(attributes.get('Type') ?? '');
      if (match) base = match[1]!;
    }
    let n = ids.size + 1;
    while (ids.has(`rId${n}`)) n++;
    const name = `${edits.prefix}Relationship`;
    edits.append(edits.root, `<${name} Id="rId${n}" Type="${base}${type}" Target="${escapeAttribute(target)}"/>`);
    await this.setText(part, edits.result());
    return `rId${n}`;
  }

  /** The new file. */
  build(): Uint8Array {
    const entries: OutputEntry[] = [];
    const rest = new Map(this.staged);
    for (const entry of this.pkg.archive.entries) {
      const key = partKey(entry.name);
      if (this.removed.has(key)) continue;
      const staged = rest.get(key);
      rest.delete(key);
      entries.push(staged ? { from: entry, packed: staged.packed } : { from: entry });
    }
    for (const [key, { name, packed }] of rest) if (!this.removed.has(key)) entries.push({ name, packed });
    return writeZip(entries);
  }
}

/** A part's text for patching: a byte order mark stays where it is UTF-8; other encodings become UTF-8. */
export function asUtf8Text(bytes: Uint8Array, part: string): string {
  if (declaredEncoding(bytes).toLowerCase() === 'utf-8')
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  return decodeXml(bytes, part).replace(/^(<\?xml[^>]*?\sencoding\s*=\s*)(["'])[^"']*\2/, '$1$2UTF-8$2');
}

/** A large part's bytes for patching, in UTF-8. */
export const asUtf8Bytes = (bytes: Uint8Array, part: string): Uint8Array =>
  declaredEncoding(bytes).toLowerCase() === 'utf-8' ? bytes : new TextEncoder().encode(asUtf8Text(bytes, part));
