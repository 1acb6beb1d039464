import type { CellArea } from '../../../core/ledger/grid';
import { formatArea, parseArea } from './areas';
import { TextEdits } from './textEdits';
import { attributesOf, elementsIn, escapeAttribute, openTag, withAttribute, type XmlElement } from './xmlText';

/** A table of the ledger's sheet, as its part says it. */
export interface TablePart {
  readonly part: string;
  readonly text: string;
  readonly area: CellArea;
  /** A table that is fed by a query or mapped to XML has its columns from there: it never grows. */
  readonly growable: boolean;
  readonly columnNames: readonly string[];
  /** 1-based worksheet row of its totals, or null without them. */
  readonly totalsRow: number | null;
}

/** Reads a table part; null where it states no area. */
export function readTable(part: string, text: string): TablePart | null {
  const edits = new TextEdits(text);
  const attributes = attributesOf(openTag(text, edits.root));
  const area = parseArea(attributes.get('ref'));
  if (!area) return null;
  const growable =
    attributes.get('headerRowCount') !== '0' && (attributes.get('tableType') ?? 'worksheet') === 'worksheet';
  const columnNames = columnsOf(edits).map((tag) => readName(attributesOf(tag).get('name') ?? ''));
  const totalsRow = Number(attributes.get('totalsRowCount') ?? 0) > 0 ? area.bottom : null;
  return { part, text, area, growable, columnNames, totalsRow };
}

function columnsOf(edits: TextEdits): string[] {
  const list = edits.child('tableColumns');
  return list ? elementsIn(edits.text, list).map((element) => openTag(edits.text, element)) : [];
}

/** Column names carry line breaks and the like as `_x000a_`. */
const readName = (name: string): string =>
  name.replace(/_x([0-9a-fA-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** The table's part with columns of these names added at its right, its own filter stretched over them. */
export function growTable(table: TablePart, names: readonly string[]): string {
  const edits = new TextEdits(table.text);
  const area = { ...table.area, right: table.area.right + names.length };
  edits.retag(edits.root, withAttribute(openTag(edits.text, edits.root), 'ref', formatArea(area)));
  const filter = edits.child('autoFilter');
  if (filter) stretchFilter(edits, filter, area.right);
  const list = edits.child('tableColumns');
  if (!list) return table.text;
  const tags = columnsOf(edits);
  let id = Math.max(0, ...tags.map((tag) => Number(attributesOf(tag).get('id')) || 0));
  const tag = `${edits.prefix}tableColumn`;
  const xml = names.map((name) => `<${tag} id="${++id}" name="${escapeAttribute(name)}"/>`).join('');
  edits.append(list, xml, withAttribute(openTag(edits.text, list), 'count', String(tags.length + names.length)));
  return edits.result();
}

function stretchFilter(edits: TextEdits, filter: XmlElement, right: number): void {
  const tag = openTag(edits.text, filter);
  const covered = parseArea(attributesOf(tag).get('ref'));
  if (covered) edits.retag(filter, withAttribute(tag, 'ref', formatArea({ ...covered, right })));
}
