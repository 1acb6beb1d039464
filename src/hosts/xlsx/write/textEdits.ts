import { childElements, prefixOf, rootElement, type XmlElement } from './xmlText';

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * One small XML part being patched: edits are gathered against the text as it was read and applied together, so
 * that whatever no edit names stays character for character.
 */
export class TextEdits {
  readonly root: XmlElement;
  readonly children: readonly XmlElement[];
  /** The prefix that the part's own elements carry, with its colon, or ''. */
  readonly prefix: string;
  private readonly edits: Edit[] = [];

  constructor(readonly text: string) {
    this.root = rootElement(text);
    this.children = this.root.empty ? [] : childElements(text, this.root.openEnd, this.root.closeStart);
    this.prefix = prefixOf(this.root.name);
  }

  /** The first child of the root with this local name. */
  child(local: string): XmlElement | undefined {
    return this.children.find((element) => element.local === local);
  }

  replace(start: number, end: number, text: string): void {
    if (this.text.slice(start, end) !== text) this.edits.push({ start, end, text });
  }

  insert(at: number, text: string): void {
    if (text !== '') this.edits.push({ start: at, end: at, text });
  }

  /** Replaces the start tag of an element. */
  retag(element: XmlElement, tag: string): void {
    this.replace(element.start, element.openEnd, tag);
  }

  /** Adds to the end of an element, opening it where it is written as `<a/>`; `tag` replaces its start tag. */
  append(element: XmlElement, inner: string, tag = this.text.slice(element.start, element.openEnd)): void {
    if (!element.empty) {
      this.retag(element, tag);
      this.insert(element.closeStart, inner);
      return;
    }
    this.replace(element.start, element.end, `${tag.replace(/\s*\/>$/, '')}>${inner}</${element.name}>`);
  }

  /**
   * Adds a child to the root where the schema wants it: after the last child that comes no later than `local` in
   * `order`, else first.
   */
  insertInOrder(local: string, order: readonly string[], xml: string): void {
    const before = new Set(order.slice(0, order.indexOf(local)));
    if (this.root.empty) return this.append(this.root, xml);
    let at = this.root.openEnd;
    for (const child of this.children) if (before.has(child.local)) at = child.end;
    this.insert(at, xml);
  }

  /** The part with its edits; the text itself where there are none. */
  result(): string {
    if (this.edits.length === 0) return this.text;
    const ordered = this.edits
      .map((edit, order) => ({ ...edit, order }))
      .sort((a, b) => a.start - b.start || a.end - b.end || a.order - b.order);
    let out = '';
    let at = 0;
    for (const edit of ordered) {
      out += this.text.slice(at, edit.start) + edit.text;
      at = edit.end;
    }
    return out + this.text.slice(at);
  }
}
