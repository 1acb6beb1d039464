import { columnNumber } from '../../../core/ledger/grid';
import { hide } from '../../../core/masking/span';
import type { MaskOrder } from '../../../ports/masking';
import { attributesOf, escapeAttribute, escapeText, prefixOf, rootElement, unescapeXml } from '../write/xmlText';
import { formulaTexts, maskXml, type XmlMasks } from './xmlMasks';

/** What masking one sheet after another has found out. */
export interface SheetMaskState {
  readonly order: MaskOrder;
  readonly masks: XmlMasks;
  /** Texts of the workbook's shared strings. */
  readonly strings: readonly string[];
  /** Shared strings that a personal cell held, with what is shown there now; and those that some other cell holds. */
  readonly personal: Map<number, string>;
  readonly shared: Set<number>;
  cells: number;
  formulas: number;
}

/** A sheet's part with its cells, headers, footers, lists and links hidden; formulas become their values. */
export function maskSheet(xml: string, sheet: string, state: SheetMaskState): string {
  const prefix = prefixOf(rootElement(xml).name);
  const start = xml.indexOf(`<${prefix}sheetData`);
  const end = xml.indexOf(`</${prefix}sheetData>`);
  const masks = { ...state.masks, elements: pageTexts(state.masks) };
  if (start < 0 || end < 0) return maskXml(withoutPrinter(xml), masks);
  const body = new CellMasker(sheet, prefix, state).mask(xml.slice(start, end));
  return maskXml(xml.slice(0, start), masks) + body + maskXml(withoutPrinter(xml.slice(end)), masks);
}

/** The printer's own settings are taken out of the package, and so is what leads to them. */
export const withoutPrinter = (xml: string): string =>
  xml.replace(/(<(?:\w+:)?pageSetup\b[^>]*?)\s\w+:id\s*=\s*"[^"]*"/gu, '$1');

const PAGE_CODE = /&(?:"[^"]*"|\d{1,3}(?!\d)|K[\dA-F+-]{5,6}|[A-Z])/gu;

/** Headers and footers have codes between their texts, whose digits belong to no number. */
const pageTexts = (masks: XmlMasks): ReadonlyMap<string, (text: string) => string> => {
  const { spans } = masks;
  const masked = (text: string): string =>
    hide(text, spans(text.replace(PAGE_CODE, (code) => '\n'.repeat(code.length))));
  const names = ['oddHeader', 'oddFooter', 'evenHeader', 'evenFooter', 'firstHeader', 'firstFooter'];
  return new Map([...names.map((name) => [name, masked] as const), ...formulaTexts(masks)]);
};

class CellMasker {
  private row = 0;
  private column = 0;
  private readonly token: RegExp;
  private readonly value: RegExp;
  private readonly formula: RegExp;

  constructor(
    private readonly sheet: string,
    private readonly prefix: string,
    private readonly state: SheetMaskState,
  ) {
    const p = prefix;
    this.token = new RegExp(`<${p}row\\b[^>]*>|<${p}c\\b[^>]*/>|<${p}c\\b[^>]*>[\\s\\S]*?</${p}c>`, 'gu');
    this.value = new RegExp(`<${p}v\\b[^>]*>([\\s\\S]*?)</${p}v>`, 'u');
    this.formula = new RegExp(`<${p}f\\b[^>]*/>|<${p}f\\b[^>]*>[\\s\\S]*?</${p}f>`, 'u');
  }

  mask(body: string): string {
    return body.replace(this.token, (token) => {
      const tag = /^<[^>]*>/u.exec(token)?.[0] ?? '';
      if (tag.startsWith(`<${this.prefix}row`)) {
        this.row = Number(/\sr="(\d+)"/u.exec(tag)?.[1] ?? this.row + 1);
        this.column = 0;
        return token;
      }
      const place = /\sr="([A-Z]+)\d+"/iu.exec(tag)?.[1];
      this.column = place === undefined ? this.column + 1 : columnNumber(place);
      return token.endsWith('/>') && token === tag ? token : this.cell(token, tag);
    });
  }

  private cell(xml: string, tag: string): string {
    const plain = xml.replace(this.formula, '');
    if (plain !== xml) this.state.formulas++;
    const attributes = attributesOf(tag);
    const value = unescapeXml(this.value.exec(plain)?.[1] ?? '');
    switch (attributes.get('t') ?? 'n') {
      case 's':
        return this.sharedString(plain, attributes, Number(value));
      case 'inlineStr': {
        const said = this.said(textsOf(plain, this.prefix));
        return said === null ? maskXml(plain, this.state.masks) : this.written(attributes, said);
      }
      case 'str': {
        const said = this.said(value) ?? this.state.order.masker.mask(value);
        return said === value && plain === xml ? plain : this.written(attributes, said);
      }
      case 'n':
        return this.number(plain, attributes, value);
      default:
        return plain;
    }
  }

  private sharedString(xml: string, attributes: ReadonlyMap<string, string>, index: number): string {
    const said = this.said(this.state.strings[index] ?? '');
    if (said === null) {
      this.state.shared.add(index);
      return xml;
    }
    this.state.personal.set(index, said);
    return this.written(attributes, said);
  }

  private number(xml: string, attributes: ReadonlyMap<string, string>, value: string): string {
    if (value === '') return xml;
    const seen = digitsOf(value);
    const said = this.said(seen);
    if (said !== null) return said === seen ? xml : this.written(attributes, said);
    if (!/^\d{11,18}$/u.test(seen)) return xml;
    const masked = this.state.order.masker.mask(seen);
    return masked === seen ? xml : this.written(attributes, masked);
  }

  private said(seen: string): string | null {
    const said = seen === '' ? null : this.state.order.cell(this.sheet, this.row, this.column, seen);
    if (said !== null && said !== seen) this.state.cells++;
    return said;
  }

  private written(attributes: ReadonlyMap<string, string>, text: string): string {
    const p = this.prefix;
    const kept = ['r', 's'].flatMap((name) => {
      const value = attributes.get(name);
      return value === undefined ? [] : [` ${name}="${escapeAttribute(value)}"`];
    });
    return `<${p}c${kept.join('')} t="inlineStr"><${p}is><${p}t xml:space="preserve">${escapeText(text)}</${p}t></${p}is></${p}c>`;
  }
}

/** A number as its digits: 3.41523E+17 is a number of 18 of them. */
function digitsOf(value: string): string {
  const number = Number(value);
  return Number.isSafeInteger(number) || (number > 0 && Number.isInteger(number) && number < 1e18)
    ? BigInt(number).toString()
    : value;
}

const textsOf = (xml: string, p: string): string =>
  [...xml.matchAll(new RegExp(`<${p}t\\b[^>]*>([\\s\\S]*?)</${p}t>`, 'gu'))]
    .map((match) => unescapeXml(match[1] ?? ''))
    .join('');
