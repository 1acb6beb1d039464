import { SaxesParser } from 'saxes';
import { damaged } from './fault';

/** An element of a small part. Names are local: prefixes (`x:sheet`) say nothing once the parent is known. */
export interface XmlElement {
  readonly name: string;
  /** By local name; where a prefixed and a plain attribute share one, the prefixed has its prefix in front. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** The element's own text, without that of its children. */
  readonly text: string;
}

interface OpenElement {
  name: string;
  attributes: Record<string, string>;
  children: OpenElement[];
  text: string;
}

/** Parses a small part (workbook, relationships, styles, content types); `file-is-damaged` where it is not XML. */
export function parseXml(bytes: Uint8Array, part: string): XmlElement {
  const parser = new SaxesParser();
  const root: OpenElement = { name: '', attributes: {}, children: [], text: '' };
  const open: OpenElement[] = [root];
  parser.on('error', () => {
    throw damaged('xml', part);
  });
  parser.on('doctype', () => {
    // No part of a workbook has one; entity tricks come in through it.
    throw damaged('xml', part);
  });
  parser.on('opentag', (tag) => {
    const element: OpenElement = { name: local(tag.name), attributes: plain(tag.attributes), children: [], text: '' };
    open[open.length - 1]!.children.push(element);
    open.push(element);
    if (open.length > 200) throw damaged('xml', part);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  const text = (piece: string): void => {
    open[open.length - 1]!.text += piece;
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.write(decodeXml(bytes, part)).close();
  const first = root.children[0];
  if (!first) throw damaged('xml', part);
  return first;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

function plain(attributes: Readonly<Record<string, string>>): Record<string, string> {
  const result: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const [name, value] of Object.entries(attributes)) {
    const bare = local(name);
    if (!name.includes(':')) {
      if (bare in result) result[`:${bare}`] = result[bare]!;
      result[bare] = value;
    } else if (bare in result) result[`:${bare}`] = value;
    else result[bare] = value;
  }
  return result;
}

/** The children of an element that have a local name. */
export const childrenOf = (element: XmlElement | undefined, name: string): XmlElement[] =>
  element === undefined ? [] : element.children.filter((child) => child.name === name);

/** The first child of an element with a local name. */
export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((child) => child.name === name);

/** An attribute as XML Schema's boolean: `1`, `true`, or else false (`on` is what old writers put). */
export const flag = (value: string | undefined): boolean => value === '1' || value === 'true' || value === 'on';

/** The text of a part by its byte order mark or its declaration, UTF-8 where it has neither. */
export function decodeXml(bytes: Uint8Array, part: string): string {
  try {
    return new TextDecoder(declaredEncoding(bytes)).decode(bytes);
  } catch {
    throw damaged('encoding', part);
  }
}

/** The encoding a part's first bytes declare, as TextDecoder names it. */
export function declaredEncoding(head: Uint8Array): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  if (head[0] === 0x3c && head[1] === 0) return 'utf-16le';
  if (head[0] === 0 && head[1] === 0x3c) return 'utf-16be';
  const start = String.fromCharCode(...head.subarray(0, 200));
  const declared = /^(?:\xef\xbb\xbf)?<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(start)?.[1];
  // A UTF-8 part that claims UTF-16 in its declaration is read as what it is.
  return declared === undefined || /^utf-?16/i.test(declared) ? 'utf-8' : declared;
}
