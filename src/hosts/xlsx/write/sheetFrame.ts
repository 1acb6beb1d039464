import { damaged } from '../fault';
import type { CellArea } from '../../../core/ledger/grid';
import { contains, formatArea, parseArea } from './areas';
import { shrinkFilter, shrinkSort } from './areaShrink';
import type { SheetIndex } from './sheetIndex';
import { TextEdits } from './textEdits';
import { attributesOf, elementsIn, openTag, withAttribute, withoutAttributes } from './xmlText';

/** The children of a worksheet, in the order the schema wants them. */
const ORDER = [
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'sheetCalcPr',
  'sheetProtection',
  'protectedRanges',
  'scenarios',
  'autoFilter',
  'sortState',
  'dataConsolidate',
  'customSheetViews',
  'mergeCells',
  'phoneticPr',
  'conditionalFormatting',
  'dataValidations',
];

interface Column {
  readonly min: number;
  readonly max: number;
  readonly tag: string;
}

/**
 * What stands around a sheet's rows: everything of the sheet but its cells. Small enough to be edited as text, and
 * only where our columns need it.
 */
export class SheetFrame {
  private readonly edits: TextEdits;
  private readonly decoder = new TextDecoder('utf-8', { ignoreBOM: true });

  constructor(index: SheetIndex) {
    const { bytes, dataStart, dataEnd, prefix } = index;
    const head = this.decoder.decode(bytes.subarray(0, dataStart));
    const tail = this.decoder.decode(bytes.subarray(dataEnd));
    this.edits = new TextEdits(`${head}<${prefix}sheetData/>${tail}`);
  }

  /** Whether the sheet is protected against changes. */
  get protected(): boolean {
    const element = this.edits.child('sheetProtection');
    if (!element) return false;
    return /^(1|true|on)$/.test(attributesOf(openTag(this.edits.text, element)).get('sheet') ?? '');
  }

  /** The merged areas, as they are now. */
  get merges(): CellArea[] {
    return this.mergeElements().flatMap(({ area }) => area ?? []);
  }

  /** The area that the sheet's own filter covers, or null without one. */
  get filter(): CellArea | null {
    const element = this.edits.child('autoFilter');
    return element ? parseArea(attributesOf(openTag(this.edits.text, element)).get('ref')) : null;
  }

  setFilter(area: CellArea): void {
    const element = this.edits.child('autoFilter');
    if (element) this.edits.retag(element, withAttribute(openTag(this.edits.text, element), 'ref', formatArea(area)));
  }

  /** Narrows the sheet's own filter to reach no further than this area. */
  shrinkFilter(area: CellArea): void {
    for (const { xml, set } of this.parts('autoFilter')) set(shrinkFilter(xml, area));
    for (const { xml, set } of this.parts('sortState')) set(shrinkSort(xml, area.right));
  }

  /** Narrows the used area that the sheet states to reach no further right than a column. */
  shrinkDimension(right: number): void {
    const element = this.edits.child('dimension');
    if (!element) return;
    const tag = openTag(this.edits.text, element);
    const stated = parseArea(attributesOf(tag).get('ref'));
    if (!stated || stated.right <= right) return;
    const narrower = { ...stated, right: Math.max(right, stated.left) };
    this.edits.retag(element, withAttribute(tag, 'ref', formatArea(narrower)));
  }

  /** Stretches the used area that the sheet states, if it states one, to take in `area`. */
  stretchDimension(area: CellArea): void {
    const element = this.edits.child('dimension');
    if (!element) return;
    const tag = openTag(this.edits.text, element);
    const stated = parseArea(attributesOf(tag).get('ref'));
    if (!stated) return;
    const union = {
      top: Math.min(stated.top, area.top),
      left: Math.min(stated.left, area.left),
      bottom: Math.max(stated.bottom, area.bottom),
      right: Math.max(stated.right, area.right),
    };
    if (!contains(stated, area)) this.edits.retag(element, withAttribute(tag, 'ref', formatArea(union)));
  }

  /**
   * Gives columns their widths, leaving every other column as it is: ranges of columns that one element describes
   * are split around ours. Ours are shown even where the user hid all columns right of the table.
   */
  setWidths(widths: ReadonlyMap<number, number>): void {
    if (widths.size === 0) return;
    const { edits } = this;
    const name = `${edits.prefix}col`;
    const own = (column: number, tag = `<${name}/>`): Column => {
      const sized = withAttribute(
        withAttribute(withoutAttributes(tag, ['hidden', 'collapsed', 'bestFit']), 'width', String(widths.get(column)!)),
        'customWidth',
        '1',
      );
      return { min: column, max: column, tag: sized };
    };
    const element = edits.child('cols');
    const columns: Column[] = [];
    const rest = new Set(widths.keys());
    for (const item of element ? elementsIn(edits.text, element) : []) {
      const tag = openTag(edits.text, item);
      const attributes = attributesOf(tag);
      const [min, max] = [Number(attributes.get('min')), Number(attributes.get('max'))];
      let from = min;
      for (const column of [...widths.keys()].sort((a, b) => a - b)) {
        if (column < min || column > max) continue;
        if (from < column) columns.push({ min: from, max: column - 1, tag });
        columns.push(own(column, tag));
        rest.delete(column);
        from = column + 1;
      }
      if (from <= max) columns.push({ min: from, max, tag });
    }
    for (const column of rest) columns.push(own(column));
    columns.sort((a, b) => a.min - b.min);
    const xml = columns.map(({ min, max, tag }) => bounded(tag, min, max)).join('');
    if (element && !element.empty) edits.replace(element.openEnd, element.closeStart, xml);
    else if (element) edits.append(element, xml);
    else edits.insertInOrder('cols', ORDER, `<${edits.prefix}cols>${xml}</${edits.prefix}cols>`);
  }

  /**
   * Gives columns the descriptions they had, as `columnTag` told them; null takes theirs away. Ranges that `setWidths`
   * had split around them are one again.
   */
  restoreColumns(tags: ReadonlyMap<number, string | null>): void {
    const { edits } = this;
    const element = edits.child('cols');
    if (!element) return;
    const same = (tag: string): string => withoutAttributes(tag, ['min', 'max']);
    const columns: Column[] = [];
    for (const item of elementsIn(edits.text, element)) {
      const tag = edits.text.slice(item.start, item.end);
      const attributes = attributesOf(tag);
      const [min, max] = [Number(attributes.get('min')), Number(attributes.get('max'))];
      const before = min === max ? tags.get(min) : undefined;
      if (before === null) continue;
      const last = columns[columns.length - 1];
      const next = before ?? tag;
      const beside = before !== undefined || (last !== undefined && tags.has(last.max));
      if (beside && last && last.max === min - 1 && same(last.tag) === same(next))
        columns[columns.length - 1] = { ...last, max };
      else columns.push({ min, max, tag: next });
    }
    const xml = columns.map(({ min, max, tag }) => bounded(tag, min, max)).join('');
    if (columns.length === 0) edits.replace(element.start, element.end, '');
    else if (!element.empty) edits.replace(element.openEnd, element.closeStart, xml);
  }

  /** The columns for which the sheet states a width or a look of their own. */
  hasColumn(column: number): boolean {
    const element = this.edits.child('cols');
    return (element ? elementsIn(this.edits.text, element) : []).some((item) => {
      const attributes = attributesOf(openTag(this.edits.text, item));
      return Number(attributes.get('min')) === column && Number(attributes.get('max')) === column;
    });
  }

  /** The element that describes a column, alone or with others, as it is written; null where none does. */
  columnTag(column: number): string | null {
    const element = this.edits.child('cols');
    const covering = (element ? elementsIn(this.edits.text, element) : []).find((item) => {
      const attributes = attributesOf(openTag(this.edits.text, item));
      return Number(attributes.get('min')) <= column && column <= Number(attributes.get('max'));
    });
    return covering ? this.edits.text.slice(covering.start, covering.end) : null;
  }

  /** The style that a column gives to cells that have none of their own; 0 where it gives none. */
  columnStyle(column: number): number {
    const tag = this.columnTag(column);
    return tag === null ? 0 : Number(attributesOf(tag).get('style') ?? 0) || 0;
  }

  /** Takes away the merges that `isStale` names and adds those that are missing; nothing where all is so already. */
  setMerges(wanted: readonly CellArea[], isStale: (area: CellArea) => boolean): void {
    const { edits } = this;
    const there = this.mergeElements();
    const refs = new Set(wanted.map(formatArea));
    const stale = there.filter(({ area }) => area !== null && !refs.has(formatArea(area)) && isStale(area));
    const known = new Set(there.map(({ area }) => area && formatArea(area)));
    const added = [...refs].filter((ref) => !known.has(ref));
    if (stale.length === 0 && added.length === 0) return;
    const element = edits.child('mergeCells');
    const xml = added.map((ref) => `<${edits.prefix}mergeCell ref="${ref}"/>`).join('');
    const count = there.length - stale.length + added.length;
    if (!element) {
      const name = `${edits.prefix}mergeCells`;
      return edits.insertInOrder('mergeCells', ORDER, `<${name} count="${count}">${xml}</${name}>`);
    }
    if (count === 0) return edits.replace(element.start, element.end, '');
    for (const { start, end } of stale) edits.replace(start, end, '');
    const tag = openTag(edits.text, element);
    edits.append(element, xml, attributesOf(tag).has('count') ? withAttribute(tag, 'count', String(count)) : tag);
  }

  /** The prefix of the sheet's elements, with its colon, or ''. */
  get prefix(): string {
    return this.edits.prefix;
  }

  /** The sheet's children of a local name, each as it is written. */
  parts(local: string): { readonly xml: string; readonly set: (xml: string) => void }[] {
    return this.edits.children
      .filter((child) => child.local === local)
      .map(({ start, end }) => ({
        xml: this.edits.text.slice(start, end),
        set: (xml) => this.edits.replace(start, end, xml),
      }));
  }

  /** Adds a child where the schema wants it. */
  add(local: 'conditionalFormatting' | 'dataValidations', xml: string): void {
    this.edits.insertInOrder(local, ORDER, xml);
  }

  /** Whether anything is to be changed. */
  get changed(): boolean {
    return this.edits.result() !== this.edits.text;
  }

  /** The text before and after the sheet's rows, edited. */
  result(): { head: string; tail: string } {
    const text = this.edits.result();
    const data = new TextEdits(text).child('sheetData');
    if (!data) throw damaged('xml');
    return { head: text.slice(0, data.start), tail: text.slice(data.end) };
  }

  private mergeElements(): { area: CellArea | null; start: number; end: number }[] {
    const element = this.edits.child('mergeCells');
    if (!element) return [];
    return elementsIn(this.edits.text, element).map((item) => ({
      area: parseArea(attributesOf(openTag(this.edits.text, item)).get('ref')),
      start: item.start,
      end: item.end,
    }));
  }
}

/** A column element for the range from `min` to `max`, the bounds in front where it had none. */
function bounded(tag: string, min: number, max: number): string {
  if (attributesOf(tag).has('min')) return withAttribute(withAttribute(tag, 'min', String(min)), 'max', String(max));
  return tag.replace(/^<[^\s/>]+/, (open) => `${open} min="${min}" max="${max}"`).replace(/\s*\/>$/, '/>');
}
