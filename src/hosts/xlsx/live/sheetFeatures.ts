import type { CellArea } from '../../../core/ledger/grid';
import { parseArea } from '../write/areas';
import { childElements, openTag, attributesOf } from '../write/xmlText';

/** The areas of a list of references, as conditional formats and validations name theirs. */
export const areasOf = (sqref: string | undefined): CellArea[] =>
  (sqref ?? '').split(/\s+/).flatMap((reference) => (reference === '' ? [] : (parseArea(reference) ?? [])));

/** Every element of a local name inside a piece of XML, at whatever depth. */
export function elementsNamed(text: string, local: string): string[] {
  const found: string[] = [];
  const walk = (from: number, to: number): void => {
    for (const element of childElements(text, from, to)) {
      if (element.local === local) found.push(text.slice(element.start, element.end));
      else if (!element.empty) walk(element.openEnd, element.closeStart);
    }
  };
  walk(0, text.length);
  return found;
}

/** The attributes of an element that stands at the front of a piece of XML. */
export function attributesAt(xml: string): Map<string, string> {
  const [element] = childElements(xml, 0, xml.length);
  return element ? attributesOf(openTag(xml, element)) : new Map<string, string>();
}
