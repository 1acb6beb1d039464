import { keptText, textKept } from '../../../core/writeplan/keptText';
import { relationshipsPart } from '../relationships';
import type { XlsxPackage } from '../xlsxPackage';
import type { PackageEdit } from './packageEdit';

import { attributesOf, escapeAttribute, escapeText, prefixOf } from './xmlText';

/**
 * Custom XML parts of ours: a workbook carries them wherever it goes, Excel and WPS keep them and show them nowhere.
 * They are known by the namespace of their root element, never by their name.
 */
const NAMESPACE = 'urn:appeals-ledger:';

/** `settings`: what the user told the add-in; `before`: what stood where our columns stand now. */
export type CustomPartKind = 'settings' | 'before';

/** One entry of a part: a key, and text. */
export type CustomEntries = ReadonlyMap<string, string>;

const PROPERTIES_TYPE = 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml';
const ITEM_PROPERTIES = 'http://schemas.openxmlformats.org/officeDocument/2006/customXml';

/** The entries of our part of a kind; empty where the workbook has none. Rejects with a `FileFault`. */
export async function readEntries(pkg: XlsxPackage, kind: CustomPartKind): Promise<CustomEntries> {
  const part = await findPart(pkg, kind);
  const entries = new Map<string, string>();
  if (part === null) return entries;
  for (const { name, attributes, text } of (await pkg.xml(part)).children)
    if (name === 'entry' && attributes['key'] !== undefined) entries.set(textKept(attributes['key']), textKept(text));
  return entries;
}

/** Makes our part of a kind hold these entries and no others; without any the part goes. */
export async function writeEntries(edit: PackageEdit, kind: CustomPartKind, entries: CustomEntries): Promise<void> {
  const { pkg } = edit;
  const part = await findPart(pkg, kind);
  if (entries.size === 0) {
    if (part !== null) await removePart(edit, part);
    return;
  }
  const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
  const items = sorted.map(
    ([key, text]) => `<entry key="${escapeAttribute(keptText(key))}">${escapeText(keptText(text))}</entry>`,
  );
  const xml =
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    `<appeals xmlns="${NAMESPACE}${kind}">${items.join('')}</appeals>`;
  if (part !== null) return edit.setText(part, xml);
  let n = 1;
  while (edit.has(`customXml/item${n}.xml`) || edit.has(`customXml/itemProps${n}.xml`)) n++;
  await edit.setText(`customXml/item${n}.xml`, xml);
  await edit.setText(`customXml/itemProps${n}.xml`, propertiesXml(kind));
  await edit.declare(`customXml/itemProps${n}.xml`, PROPERTIES_TYPE);
  await declareXml(edit, `customXml/item${n}.xml`);
  const up = '../'.repeat(pkg.workbookPart.split('/').length - 1);
  await edit.relate(pkg.workbookPart, 'customXml', `${up}customXml/item${n}.xml`);
  await edit.setText(
    relationshipsPart(`customXml/item${n}.xml`),
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" ' +
      `Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXmlProps" Target="itemProps${n}.xml"/></Relationships>`,
  );
}

/** Excel wants an id in braces; ours is the same in every workbook, so that the same edits give the same file. */
const IDS: Readonly<Record<CustomPartKind, string>> = {
  settings: '{5A3E1C52-6F0B-4B53-9E0C-A1B2A7D0C001}',
  before: '{5A3E1C52-6F0B-4B53-9E0C-A1B2A7D0C002}',
};

const propertiesXml = (kind: CustomPartKind): string =>
  '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n' +
  `<ds:datastoreItem ds:itemID="${IDS[kind]}" xmlns:ds="${ITEM_PROPERTIES}"><ds:schemaRefs>` +
  `<ds:schemaRef ds:uri="${NAMESPACE}${kind}"/></ds:schemaRefs></ds:datastoreItem>`;

async function findPart(pkg: XlsxPackage, kind: CustomPartKind): Promise<string | null> {
  for (const { type, target } of await pkg.relationships(pkg.workbookPart)) {
    if (type !== 'customXml' || !pkg.has(target)) continue;
    if (rootNamespace(await pkg.part(target)) === NAMESPACE + kind) return target;
  }
  return null;
}

/** The namespace of a part's root element; null where it is no XML we can read: then it is not ours. */
function rootNamespace(bytes: Uint8Array): string | null {
  const text = new TextDecoder().decode(bytes.subarray(0, 2000));
  const tag = /<(?![?!])[^\s/>]+(?:\s+[^<>]*?)?\/?>/.exec(text)?.[0];
  if (tag === undefined) return null;
  const prefix = prefixOf(/^<([^\s/>]+)/.exec(tag)?.[1] ?? '').slice(0, -1);
  return attributesOf(tag).get(prefix === '' ? 'xmlns' : `xmlns:${prefix}`) ?? null;
}

/** A package need not say by default that .xml is XML. */
async function declareXml(edit: PackageEdit, part: string): Promise<void> {
  const types = edit.pkg.contentTypes.defaults.get('xml');
  if (types === undefined) await edit.declare(part, 'application/xml');
}

async function removePart(edit: PackageEdit, part: string): Promise<void> {
  for (const { type, target } of await edit.pkg.relationships(part))
    if (type === 'customXmlProps' && edit.has(target)) {
      edit.remove(target);
      await edit.undeclare(target);
    }
  if (edit.has(relationshipsPart(part))) edit.remove(relationshipsPart(part));
  await edit.withdraw(part, edit.pkg.workbookPart);
}
