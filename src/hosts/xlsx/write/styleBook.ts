import { DAY_FORMAT } from '../../../core/writeplan/numberFormats';
import type { PlanStyle } from '../../../core/writeplan/plan';
import type { CellLook } from './cellXml';
import { alignmentXml, borderXml, fillXml, LINK_COLOR, LOOKS, type Look } from './looks';
import { TextEdits } from './textEdits';
import { FALLBACK_FONT } from './wording';
import { attributesOf, elementsIn, escapeAttribute, openTag, withAttribute, type XmlElement } from './xmlText';

const ORDER = [
  'numFmts',
  'fonts',
  'fills',
  'borders',
  'cellStyleXfs',
  'cellXfs',
  'cellStyles',
  'dxfs',
  'tableStyles',
  'colors',
  'extLst',
];

/** Numbers below are Excel's own formats. */
const FIRST_CUSTOM_FORMAT = 164;
/** Excel's own format 0.00. */
const TWO_DECIMALS = 2;

/** What a part without styles of its own starts from: one font, the two fills that must be there, one format. */
export const EMPTY_STYLES = (namespace: string): string =>
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  `<styleSheet xmlns="${namespace}">` +
  `<fonts count="1"><font><sz val="11"/><name val="${FALLBACK_FONT}"/></font></fonts>` +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
  '</styleSheet>';

/** One list of the styles part (fonts, fills, …): what is there, by content, and what is to be appended. */
class StyleList {
  private readonly known = new Map<string, number>();
  private readonly added: string[] = [];
  private readonly element: XmlElement | undefined;
  private readonly count: number;

  constructor(
    private readonly edits: TextEdits,
    private readonly local: string,
    /** What the list must begin with where the part has none, since index 0 means the default. */
    private readonly defaults: readonly string[],
  ) {
    this.element = edits.child(local);
    const items = this.element ? elementsIn(edits.text, this.element) : [];
    items.forEach((item, i) => {
      const key = canonical(edits.text.slice(item.start, item.end));
      if (!this.known.has(key)) this.known.set(key, i);
    });
    this.count = items.length;
    if (items.length === 0) for (const item of defaults) this.indexOf(item);
  }

  indexOf(xml: string): number {
    const key = canonical(xml);
    const found = this.known.get(key);
    if (found !== undefined) return found;
    const index = this.count + this.added.length;
    this.known.set(key, index);
    this.added.push(xml);
    return index;
  }

  apply(): void {
    if (this.count === 0 && this.added.length === this.defaults.length) return;
    if (this.added.length === 0) return;
    const { edits, element } = this;
    const count = this.count + this.added.length;
    if (element) edits.append(element, this.added.join(''), withCount(openTag(edits.text, element), count));
    else {
      const name = edits.prefix + this.local;
      edits.insertInOrder(this.local, ORDER, `<${name} count="${count}">${this.added.join('')}</${name}>`);
    }
  }
}

const withCount = (tag: string, count: number): string => tag.replace(/(\scount\s*=\s*)(["'])\d+\2/, `$1$2${count}$2`);

/** An element's text with the attributes of each tag in order and no space between tags: equal looks compare equal. */
function canonical(xml: string): string {
  return xml.replace(/>\s+</g, '><').replace(/<[^/!?][^>]*>/g, (tag) => {
    const attributes = [...attributesOf(tag)].sort(([a], [b]) => (a < b ? -1 : 1));
    const name = /^<([^\s/>]+)/.exec(tag)![1]!;
    const written = attributes.map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`).join('');
    return `<${name}${written}${tag.endsWith('/>') ? '/' : ''}>`;
  });
}

/**
 * The workbook's styles with ours appended: no format that is there is changed or renumbered, and one that looks
 * like ours already (from an earlier writing) is used again.
 */
export class StyleBook {
  private readonly edits: TextEdits;
  private readonly fonts: StyleList;
  private readonly fills: StyleList;
  private readonly borders: StyleList;
  private readonly formats: StyleList;
  private readonly numberFormats: StyleList;
  private readonly differentials: StyleList;
  private readonly font: readonly XmlElement[];
  private readonly defaultColor: string;
  private readonly indices: Readonly<Record<CellLook, Map<PlanStyle, number>>> = {
    text: new Map(),
    quoted: new Map(),
    link: new Map(),
    number: new Map(),
    points: new Map(),
    day: new Map(),
  };
  private dayFormat: number | undefined;

  /** @param text the styles part as it is */
  constructor(text: string) {
    this.edits = new TextEdits(text);
    const p = this.edits.prefix;
    const edge = (side: string): string => `<${p}${side}/>`;
    const sides = ['left', 'right', 'top', 'bottom', 'diagonal'].map(edge).join('');
    const pattern = (type: string): string => `<${p}fill><${p}patternFill patternType="${type}"/></${p}fill>`;
    this.numberFormats = new StyleList(this.edits, 'numFmts', []);
    this.fonts = new StyleList(this.edits, 'fonts', [
      `<${p}font><${p}sz val="11"/><${p}name val="${FALLBACK_FONT}"/></${p}font>`,
    ]);
    this.fills = new StyleList(this.edits, 'fills', [pattern('none'), pattern('gray125')]);
    this.borders = new StyleList(this.edits, 'borders', [`<${p}border>${sides}</${p}border>`]);
    this.formats = new StyleList(this.edits, 'cellXfs', [`<${p}xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>`]);
    this.differentials = new StyleList(this.edits, 'dxfs', []);
    const fonts = this.edits.child('fonts');
    const first = fonts ? elementsIn(text, fonts)[0] : undefined;
    this.font = first ? elementsIn(text, first) : [];
    const color = this.font.find((element) => element.local === 'color');
    this.defaultColor = color ? text.slice(color.start, color.end) : '';
  }

  /** The index of the cell format for one of our styles; appended at first use. */
  readonly index = (style: PlanStyle, kind: CellLook): number => {
    let index = this.indices[kind].get(style);
    if (index === undefined) {
      index = this.append(LOOKS[style], kind);
      this.indices[kind].set(style, index);
    }
    return index;
  };

  /** The index of what a conditional format lays over a cell: colours alone, the cell's own look stays. */
  differential(color: string, fill: string): number {
    const p = this.edits.prefix;
    const font = `<${p}font><${p}color rgb="${color}"/></${p}font>`;
    const pattern = `<${p}fill><${p}patternFill><${p}bgColor rgb="${fill}"/></${p}patternFill></${p}fill>`;
    return this.differentials.indexOf(`<${p}dxf>${font}${pattern}</${p}dxf>`);
  }

  /** The index of a cell format like another one but with our format for days. */
  asDay(index: number): number {
    const list = this.edits.child('cellXfs');
    const item = list && elementsIn(this.edits.text, list)[index];
    if (!item) return this.index('body', 'day');
    const tag = openTag(this.edits.text, item);
    const dated = withAttribute(withAttribute(tag, 'numFmtId', String(this.dayFormatId())), 'applyNumberFormat', '1');
    return this.formats.indexOf(dated + this.edits.text.slice(item.openEnd, item.end));
  }

  /** The styles part as it is to be; the very text it was made from where nothing had to be added. */
  text(): string {
    for (const list of [this.numberFormats, this.fonts, this.fills, this.borders, this.formats, this.differentials])
      list.apply();
    return this.edits.result();
  }

  private append(look: Look, kind: CellLook): number {
    const p = this.edits.prefix;
    const fill = fillXml(look, p);
    const border = borderXml(look, p);
    const attributes = [
      `numFmtId="${kind === 'day' ? this.dayFormatId() : kind === 'points' ? TWO_DECIMALS : 0}"`,
      `fontId="${this.fonts.indexOf(this.fontXml(look, kind === 'link'))}"`,
      `fillId="${fill === null ? 0 : this.fills.indexOf(fill)}"`,
      `borderId="${border === null ? 0 : this.borders.indexOf(border)}"`,
      ...(this.edits.child('cellStyleXfs') ? ['xfId="0"'] : []),
      ...(kind === 'quoted' ? ['quotePrefix="1"'] : []),
      ...(kind === 'day' || kind === 'points' ? ['applyNumberFormat="1"'] : []),
      'applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"',
    ];
    const alignment = alignmentXml(look, kind, p);
    return this.formats.indexOf(`<${p}xf ${attributes.join(' ')}>${alignment}</${p}xf>`);
  }

  private dayFormatId(): number {
    this.dayFormat ??= this.findDayFormat();
    return this.dayFormat;
  }

  private findDayFormat(): number {
    const element = this.edits.child('numFmts');
    let next = FIRST_CUSTOM_FORMAT;
    for (const item of element ? elementsIn(this.edits.text, element) : []) {
      const attributes = attributesOf(openTag(this.edits.text, item));
      const id = Number(attributes.get('numFmtId'));
      if (attributes.get('formatCode')?.toLowerCase() === DAY_FORMAT) return id;
      if (id >= next) next = id + 1;
    }
    this.numberFormats.indexOf(`<${this.edits.prefix}numFmt numFmtId="${next}" formatCode="${DAY_FORMAT}"/>`);
    return next;
  }

  /** The workbook's default font with our weight, size and colour: our cells fit in with theirs. */
  private fontXml(look: Look, linked: boolean): string {
    const p = this.edits.prefix;
    const own = new Map(this.font.map((e) => [e.local, attributesOf(openTag(this.edits.text, e)).get('val')]));
    const size = Number(own.get('sz') ?? 11) + (look.larger ?? 0);
    const part = (local: string): string => {
      const value = own.get(local);
      return value === undefined ? '' : `<${p}${local} val="${escapeAttribute(value)}"/>`;
    };
    const weight = (look.bold ? `<${p}b/>` : '') + (linked ? `<${p}u/>` : '');
    const rgb = look.color ?? (linked ? LINK_COLOR : undefined);
    const color = rgb === undefined ? this.defaultColor : `<${p}color rgb="${rgb}"/>`;
    const name = `<${p}name val="${escapeAttribute(own.get('name') ?? FALLBACK_FONT)}"/>`;
    const tail = part('family') + part('charset') + part('scheme');
    return `<${p}font>${weight}<${p}sz val="${size}"/>${color}${name}${tail}</${p}font>`;
  }
}
