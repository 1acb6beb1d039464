import { Document, type XmlComponent } from 'docx';

type Context = Parameters<XmlComponent['prepForXml']>[0];

/** What the docx package makes of an element before it is written: its name, with its attributes and content. */
type Xmlable = Readonly<Record<string, unknown>>;

/** The main part of a file as the docx package writes it. */
export const documentXml = (file: Document): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${elementXml(file.Document.View, file)}`;

/** An element of the docx package as the package writes it into a document. */
export function elementXml(element: XmlComponent, file = new Document({ sections: [] })): string {
  const context: Context = { file, viewWrapper: file.Document, stack: [] };
  const made = element.prepForXml(context);
  if (made === undefined) throw new RangeError('the element is not written at all');
  return written(made);
}

function written(made: Xmlable): string {
  const [[name, of] = ['', null]] = Object.entries(made);
  const parts: readonly unknown[] = Array.isArray(of) ? of : [of];
  let attributes = '';
  let content: string | null = null;
  for (const part of parts) {
    if (typeof part === 'string' || typeof part === 'number') content = (content ?? '') + escapeXml(String(part));
    else if (typeof part !== 'object' || part === null) continue;
    else if ('_attr' in part) attributes += attributesXml(part._attr as Readonly<Record<string, unknown>>);
    else if (Object.keys(part).length > 0) content = (content ?? '') + written(part as Xmlable);
  }
  return content === null ? `<${name}${attributes}/>` : `<${name}${attributes}>${content}</${name}>`;
}

const attributesXml = (attributes: Readonly<Record<string, unknown>>): string =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    .join('');

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '"': '&quot;',
  "'": '&apos;',
  '<': '&lt;',
  '>': '&gt;',
};

/** A text as the package writes it. */
export const escapeXml = (text: string): string =>
  TO_ESCAPE.test(text) ? text.replace(/[&"'<>]/g, (letter) => ESCAPES[letter] ?? '') : text;

const TO_ESCAPE = /[&"'<>]/;
