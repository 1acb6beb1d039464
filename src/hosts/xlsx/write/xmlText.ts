import { damaged } from '../fault';

/**
 * Just enough XML to patch a part in place: where its elements stand, so that an edit changes a few characters and
 * every other one stays as it was. Not a validating parser.
 */
export interface XmlElement {
  /** With its prefix, if it has one. */
  readonly name: string;
  /** Without the prefix. */
  readonly local: string;
  /** Offsets into the text: `<`, the end of the start tag, the `<` of the end tag, the end of the whole element. */
  readonly start: number;
  readonly openEnd: number;
  readonly closeStart: number;
  readonly end: number;
  /** Written as `<a/>`: then `closeStart` and `openEnd` are its end. */
  readonly empty: boolean;
}

interface Tag {
  readonly kind: 'open' | 'close' | 'empty';
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** The prefix of a qualified name with its colon, or ''. */
export const prefixOf = (name: string): string => name.slice(0, name.indexOf(':') + 1);

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  if (at < 0) throw damaged('xml');
  return at + mark.length;
}

/** The next tag at or after `from`, skipping comments, CDATA, processing instructions and the document type. */
function nextTag(text: string, from: number, to: number): Tag | null {
  for (let at = text.indexOf('<', from); at >= 0 && at < to; at = text.indexOf('<', from)) {
    const next = text[at + 1];
    if (next === '?') from = after(text, '?>', at);
    else if (text.startsWith('<!--', at)) from = after(text, '-->', at);
    else if (text.startsWith('<![CDATA[', at)) from = after(text, ']]>', at);
    else if (next === '!') from = after(text, '>', at);
    else return readTag(text, at);
  }
  return null;
}

function readTag(text: string, start: number): Tag {
  let i = start + 1;
  for (let quote = ''; ; i++) {
    const c = text[i];
    if (c === undefined) throw damaged('xml');
    if (quote !== '') quote = c === quote ? '' : quote;
    else if (c === '"' || c === "'") quote = c;
    else if (c === '>') break;
  }
  const close = text[start + 1] === '/';
  const name = /^[^\s/>]+/.exec(text.slice(start + (close ? 2 : 1), i + 1))?.[0] ?? '';
  return { kind: close ? 'close' : text[i - 1] === '/' ? 'empty' : 'open', name, start, end: i + 1 };
}

/** The elements that stand directly in `[from, to)`, in order. */
export function childElements(text: string, from: number, to: number): XmlElement[] {
  const found: XmlElement[] = [];
  for (let tag = nextTag(text, from, to); tag;) {
    if (tag.kind === 'close') throw damaged('xml');
    const element = elementOf(text, tag, to);
    found.push(element);
    tag = nextTag(text, element.end, to);
  }
  return found;
}

function elementOf(text: string, open: Tag, to: number): XmlElement {
  const base = { name: open.name, local: localName(open.name), start: open.start, openEnd: open.end };
  if (open.kind === 'empty') return { ...base, closeStart: open.end, end: open.end, empty: true };
  let depth = 1;
  for (let from = open.end; ;) {
    const tag = nextTag(text, from, to);
    if (!tag) throw damaged('xml');
    if (tag.kind === 'open') depth++;
    else if (tag.kind === 'close' && --depth === 0)
      return { ...base, closeStart: tag.start, end: tag.end, empty: false };
    from = tag.end;
  }
}

/** The document's root element. */
export function rootElement(text: string): XmlElement {
  const tag = nextTag(text, 0, text.length);
  if (!tag || tag.kind === 'close') throw damaged('xml');
  return elementOf(text, tag, text.length);
}

/** The child elements of an element; none for one written as `<a/>`. */
export const elementsIn = (text: string, element: XmlElement): XmlElement[] =>
  element.empty ? [] : childElements(text, element.openEnd, element.closeStart);

/** The start tag of an element as it is written. */
export const openTag = (text: string, element: XmlElement): string => text.slice(element.start, element.openEnd);

const ATTRIBUTE = /\s([^\s=/>"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** The attributes of a start tag by their written names, entities resolved. */
export function attributesOf(tag: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const match of tag.matchAll(ATTRIBUTE)) found.set(match[1]!, unescapeXml(match[2] ?? match[3] ?? ''));
  return found;
}

/** The start tag with one attribute set, in its place where it is there, else as the last. */
export function withAttribute(tag: string, name: string, value: string): string {
  const written = `${name}="${escapeAttribute(value)}"`;
  for (const match of tag.matchAll(ATTRIBUTE)) {
    if (match[1] !== name) continue;
    const from = match.index + 1;
    return tag.slice(0, from) + written + tag.slice(match.index + match[0].length);
  }
  const close = /\s*\/?>$/.exec(tag)!;
  return `${tag.slice(0, close.index)} ${written}${close[0].trimStart()}`;
}

/** The start tag without the named attributes. */
export function withoutAttributes(tag: string, names: readonly string[]): string {
  return tag.replace(ATTRIBUTE, (whole, name: string) => (names.includes(name) ? '' : whole));
}

export const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export const escapeAttribute = (text: string): string =>
  escapeText(text)
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\r', '&#13;')
    .replaceAll('\t', '&#9;');

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text with its predefined and numeric entities resolved. */
export function unescapeXml(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g,
    (whole, hex?: string, decimal?: string, name?: string) => {
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      if (name !== undefined) return NAMED[name] ?? whole;
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

/** The text content of an element without markup in it (CDATA taken, comments dropped). */
export function textContent(text: string, element: XmlElement): string {
  if (element.empty) return '';
  const raw = text.slice(element.openEnd, element.closeStart);
  return raw
    .split(/(<!\[CDATA\[[\s\S]*?\]\]>)/)
    .map((part) => (part.startsWith('<![CDATA[') ? part.slice(9, -3) : unescapeXml(part.replace(/<[^>]*>/g, ''))))
    .join('');
}
