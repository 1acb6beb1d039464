import { damaged } from '../fault';
import { ByteTags, columnOf, digits } from './byteTags';

const R = 0x72;

/** Where the rows of a sheet stand in its bytes, and how far its cells reach: what patching it needs to know. */
export interface SheetIndex {
  readonly bytes: Uint8Array;
  /** Prefix of the sheet's elements with its colon, or ''. */
  readonly prefix: string;
  /** Offsets of `<sheetData`, the end of that tag, the start of `</sheetData>` and its end. */
  readonly dataStart: number;
  readonly dataOpenEnd: number;
  readonly dataCloseStart: number;
  readonly dataEnd: number;
  /** Whether it is written `<sheetData/>`. */
  readonly dataEmpty: boolean;
  readonly rows: readonly RowPlace[];
  /** The last column that has a cell with content, over all rows; 0 for none. */
  readonly lastContentColumn: number;
}

export interface RowPlace {
  /** 1-based worksheet row. */
  readonly row: number;
  readonly start: number;
  readonly openEnd: number;
  /** Where `</row>` starts; the same as `end` and `openEnd` for `<row/>`. */
  readonly closeStart: number;
  readonly end: number;
  /** The last column that has a cell, blank or not; 0 for none. */
  readonly lastColumn: number;
}

/** Finds the rows of a sheet by one pass over its bytes. */
export function indexSheet(bytes: Uint8Array): SheetIndex {
  const tags = new ByteTags(bytes);
  for (;;) {
    if (!tags.next()) throw damaged('xml');
    if (!tags.closing && tags.is('sheetData')) break;
  }
  const prefix = tags.prefix();
  const head = { bytes, prefix, dataStart: tags.start, dataOpenEnd: tags.end };
  if (tags.selfClosing) {
    const closed = { dataCloseStart: tags.end, dataEnd: tags.end, dataEmpty: true };
    return { ...head, ...closed, rows: [], lastContentColumn: 0 };
  }
  const rows: RowPlace[] = [];
  let lastContentColumn = 0;
  let row = 0;
  for (;;) {
    if (!tags.next()) throw damaged('xml');
    if (tags.closing) {
      if (tags.is('sheetData')) break;
      continue;
    }
    if (!tags.is('row')) continue;
    const at = tags.attribute(R);
    row = (at && digits(bytes, at.from, at.to)) || row + 1;
    const { start, end: openEnd } = tags;
    if (tags.selfClosing) {
      rows.push({ row, start, openEnd, closeStart: openEnd, end: openEnd, lastColumn: 0 });
      continue;
    }
    const cells = scanCells(tags);
    lastContentColumn = Math.max(lastContentColumn, cells.lastContent);
    rows.push({ row, start, openEnd, closeStart: tags.start, end: tags.end, lastColumn: cells.last });
  }
  return { ...head, dataCloseStart: tags.start, dataEnd: tags.end, dataEmpty: false, rows, lastContentColumn };
}

/** Walks the cells of a row up to `</row>`, on which it leaves `tags`. */
function scanCells(tags: ByteTags): { last: number; lastContent: number } {
  let column = 0;
  let last = 0;
  let lastContent = 0;
  for (;;) {
    if (!tags.next()) throw damaged('xml');
    if (tags.closing) {
      if (tags.is('row')) return { last, lastContent };
      continue;
    }
    if (tags.is('c')) {
      const at = tags.attribute(R);
      column = (at && columnOf(tags.bytes, at.from, at.to)) || column + 1;
      if (column > last) last = column;
    } else if (column > lastContent && holdsContent(tags)) lastContent = column;
  }
}

/** Whether the tag, inside a cell, is of a value or a formula. */
const holdsContent = (tags: ByteTags): boolean =>
  tags.is('f') || ((tags.is('v') || tags.is('is')) && !tags.selfClosing);

/** One cell of a row as it stands in the bytes. */
export interface CellPlace {
  readonly column: number;
  /** Whether the cell says where it is; where not, it stands after the one before it. */
  readonly addressed: boolean;
  readonly start: number;
  readonly end: number;
  /** Whether it holds a value or a formula, and not only a look. */
  readonly filled: boolean;
  /** The start tag of its formula, or '' for none. */
  readonly formula: string;
}

/** The cells of a row, in the order they are written. */
export function cellsOf(bytes: Uint8Array, place: RowPlace): CellPlace[] {
  const cells: CellPlace[] = [];
  const tags = new ByteTags(bytes, place.openEnd, place.closeStart);
  let column = 0;
  while (tags.next()) {
    if (tags.closing || !tags.is('c')) continue;
    const at = tags.attribute(R);
    const named = at ? columnOf(bytes, at.from, at.to) : 0;
    column = named || column + 1;
    const { start } = tags;
    let formula = '';
    let filled = false;
    while (!tags.selfClosing || !tags.is('c')) {
      if (!tags.next()) throw damaged('xml');
      if (tags.closing && tags.is('c')) break;
      if (tags.closing) continue;
      if (tags.is('c')) throw damaged('xml');
      if (tags.is('f')) formula = tags.text();
      filled ||= holdsContent(tags);
    }
    cells.push({ column, addressed: named > 0, start, end: tags.end, filled, formula });
  }
  return cells;
}
