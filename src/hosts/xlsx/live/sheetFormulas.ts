import type { CellArea } from '../../../core/ledger/grid';
import { damaged } from '../fault';
import { parseArea } from '../write/areas';
import { ByteTags, columnOf } from '../write/byteTags';
import type { SheetIndex } from '../write/sheetIndex';
import { attributesOf, unescapeXml } from '../write/xmlText';

/** A cell that holds a formula, as the file writes it. */
export interface FormulaCell {
  readonly row: number;
  readonly column: number;
  readonly kind: 'plain' | 'shared' | 'array' | 'dataTable';
  /** '' for the members of a shared formula, which its first cell alone writes out. */
  readonly text: string;
  /** What a shared, array or table formula covers, where this cell states it. */
  readonly area: CellArea | null;
  /** The number by which a shared formula's cells know each other. */
  readonly shared: string | null;
}

const R = 0x72;
const F = 0x66;
const LT = 0x3c;
const COLON = 0x3a;
const decoder = new TextDecoder();

/** Every formula of a sheet, by one pass over its rows. */
export function formulasOf({ bytes, rows }: Pick<SheetIndex, 'bytes' | 'rows'>): FormulaCell[] {
  const found: FormulaCell[] = [];
  let next = -1;
  for (const place of rows) {
    // Most sheets hold few formulas: a native search passes over the rows without any.
    if (next < place.openEnd) next = nextFormula(bytes, place.openEnd);
    if (next >= place.closeStart) continue;
    const tags = new ByteTags(bytes, place.openEnd, place.closeStart);
    let column = 0;
    while (tags.next()) {
      if (tags.closing) continue;
      if (tags.is('c')) {
        const at = tags.attribute(R);
        column = (at && columnOf(bytes, at.from, at.to)) || column + 1;
      } else if (tags.is('f')) found.push(formulaAt(tags, place.row, column));
    }
  }
  return found;
}

/** Where the next tag that may be a formula's has its `f`; behind all bytes where there is none. */
function nextFormula(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(F, from); at >= 0; at = bytes.indexOf(F, at + 1))
    if (bytes[at - 1] === LT || bytes[at - 1] === COLON) return at;
  return bytes.length;
}

function formulaAt(tags: ByteTags, row: number, column: number): FormulaCell {
  const attributes = attributesOf(tags.text());
  const { end: from, selfClosing } = tags;
  let text = '';
  if (!selfClosing) {
    do {
      if (!tags.next()) throw damaged('xml');
    } while (!(tags.closing && tags.is('f')));
    text = formulaText(decoder.decode(tags.bytes.subarray(from, tags.start)));
  }
  const type = attributes.get('t');
  const kind = type === 'shared' || type === 'array' || type === 'dataTable' ? type : 'plain';
  const area = parseArea(attributes.get('ref'));
  return { row, column, kind, text, area, shared: kind === 'shared' ? (attributes.get('si') ?? '') : null };
}

const formulaText = (raw: string): string =>
  raw
    .split(/(<!\[CDATA\[[\s\S]*?\]\]>)/)
    .map((piece) => (piece.startsWith('<![CDATA[') ? piece.slice(9, -3) : unescapeXml(piece)))
    .join('');
