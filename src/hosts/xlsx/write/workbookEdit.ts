import { TextEdits } from './textEdits';
import {
  attributesOf,
  elementsIn,
  escapeAttribute,
  escapeText,
  openTag,
  textContent,
  withAttribute,
  type XmlElement,
} from './xmlText';

const ORDER = [
  'fileVersion',
  'fileSharing',
  'workbookPr',
  'workbookProtection',
  'bookViews',
  'sheets',
  'functionGroups',
  'externalReferences',
  'definedNames',
];

export interface NameEntry {
  readonly name: string;
  /** 0-based position of the sheet it belongs to; null for the whole workbook. */
  readonly sheet: number | null;
  readonly text: string;
}

type WantedName = NameEntry & { readonly hidden: boolean };

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The workbook part being patched: sheets appended, defined names set and removed, everything else as it was. */
export class WorkbookEdit {
  private readonly edits: TextEdits;
  private readonly names: (NameEntry & { readonly element: XmlElement })[];
  private readonly set = new Map<string, WantedName>();
  private readonly dropped = new Set<XmlElement>();
  private readonly newSheets: string[] = [];
  private readonly removedSheets = new Set<number>();
  private readonly sheetIds: number[];
  private readonly sheetsElement: XmlElement | undefined;

  constructor(text: string) {
    this.edits = new TextEdits(text);
    const list = this.edits.child('definedNames');
    this.names = (list ? elementsIn(text, list) : []).map((element) => {
      const attributes = attributesOf(openTag(text, element));
      const sheet = attributes.get('localSheetId');
      return {
        name: attributes.get('name') ?? '',
        sheet: sheet === undefined ? null : Number(sheet),
        text: textContent(text, element),
        element,
      };
    });
    this.sheetsElement = this.edits.child('sheets');
    this.sheetIds = this.sheetElements().map((element) => Number(attributesOf(openTag(text, element)).get('sheetId')));
  }

  /** The namespace of the workbook's own elements: transitional or strict. */
  get namespace(): string {
    const attributes = attributesOf(openTag(this.edits.text, this.edits.root));
    const prefix = this.edits.prefix.slice(0, -1);
    const found = attributes.get(prefix === '' ? 'xmlns' : `xmlns:${prefix}`);
    return found ?? 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  }

  /** Appends a sheet after all others and answers its 0-based position; a hidden one is not for people to show. */
  addSheet(name: string, relationshipId: string, hidden = false): number {
    const sheetId = Math.max(0, ...this.sheetIds.filter(Number.isFinite)) + 1;
    const position = this.sheetIds.push(sheetId) - 1;
    const id = this.relationshipAttribute();
    const label = `name="${escapeAttribute(name)}" sheetId="${sheetId}"`;
    const state = hidden ? ' state="veryHidden"' : '';
    this.newSheets.push(`<${this.edits.prefix}sheet ${label}${state} ${id}="${escapeAttribute(relationshipId)}"/>`);
    return position;
  }

  /** Hides a sheet that is there; one that the workbook opens on, or the only one to be seen, stays as it is. */
  hideSheet(position: number): void {
    const { edits } = this;
    const elements = this.sheetElements();
    const element = elements[position];
    const list = edits.child('bookViews');
    const tabs = list ? elementsIn(edits.text, list).map((view) => this.attribute(view, 'activeTab') ?? '0') : ['0'];
    const isSeen = (one: XmlElement): boolean => (this.attribute(one, 'state') ?? 'visible') === 'visible';
    if (!element || tabs.includes(String(position))) return;
    if (!isSeen(element) || elements.filter(isSeen).length === 1) return;
    edits.retag(element, withAttribute(openTag(edits.text, element), 'state', 'veryHidden'));
  }

  private attribute(element: XmlElement, name: string): string | undefined {
    return attributesOf(openTag(this.edits.text, element)).get(name);
  }

  /** Takes a sheet away by its 0-based position, with the names that belong to it; views move to what is left. */
  removeSheet(position: number): void {
    const element = this.sheetElements()[position];
    if (!element || this.removedSheets.has(position)) return;
    this.removedSheets.add(position);
    this.edits.replace(element.start, element.end, '');
    for (const { name, sheet } of this.names) if (sheet === position) this.removeName(name, position);
  }

  /** The defined names as they were when the part was read. */
  get definedNames(): readonly NameEntry[] {
    return this.names;
  }

  /** Sets a defined name, in its place where it is there. */
  setName(name: string, sheet: number | null, text: string, hidden: boolean): void {
    this.set.set(nameKey(name, sheet), { name, sheet, text, hidden });
  }

  /** Has a defined name that is there refer to something else. */
  changeName(name: string, sheet: number | null, text: string): void {
    this.setName(name, sheet, text, false);
  }

  removeName(name: string, sheet: number | null): void {
    const key = nameKey(name, sheet);
    this.set.delete(key);
    for (const entry of this.names) if (nameKey(entry.name, entry.sheet) === key) this.dropped.add(entry.element);
  }

  /** Has whoever opens the file next calculate it anew, since values that were kept in it no longer hold. */
  calculateOnLoad(): void {
    const { edits } = this;
    const element = edits.child('calcPr');
    if (element) edits.retag(element, withAttribute(openTag(edits.text, element), 'fullCalcOnLoad', '1'));
    else edits.insertInOrder('calcPr', [...ORDER, 'calcPr'], `<${edits.prefix}calcPr fullCalcOnLoad="1"/>`);
  }

  /** The workbook part as it is to be. */
  result(): string {
    const { edits } = this;
    if (this.removedSheets.size > 0) this.moveViews();
    if (this.sheetsElement) edits.append(this.sheetsElement, this.newSheets.join(''));
    const rest = new Map(this.set);
    const dropped: XmlElement[] = [];
    for (const { name, sheet, text, element } of this.names) {
      const key = nameKey(name, sheet);
      const wanted = rest.get(key) ?? this.movedName(name, sheet, text, element);
      rest.delete(key);
      if (wanted) this.updateName(element, text, wanted);
      else if (this.dropped.has(element)) dropped.push(element);
    }
    const added = [...rest.values()].map((entry) => this.nameXml(entry)).join('');
    const list = edits.child('definedNames');
    if (list && dropped.length === this.names.length && added === '') {
      edits.replace(list.start, list.end, '');
      return edits.result();
    }
    for (const { start, end } of dropped) edits.replace(start, end, '');
    if (list && added !== '') edits.append(list, added);
    else if (added !== '') {
      const name = `${edits.prefix}definedNames`;
      edits.insertInOrder('definedNames', ORDER, `<${name}>${added}</${name}>`);
    }
    return edits.result();
  }

  private updateName(element: XmlElement, text: string, wanted: WantedName): void {
    const { edits } = this;
    const tag = openTag(edits.text, element);
    const hidden = /^(1|true|on)$/.test(attributesOf(tag).get('hidden') ?? '');
    // Other programs drop the mark that hides a name; our markers are nothing for the user's list of names.
    const shown = wanted.hidden && !hidden ? withAttribute(tag, 'hidden', '1') : tag;
    const place = wanted.sheet === null ? null : this.moved(wanted.sheet);
    const kept = place === wanted.sheet ? shown : withAttribute(shown, 'localSheetId', String(place));
    if (element.empty) return edits.append(element, escapeText(wanted.text), kept);
    edits.retag(element, kept);
    if (wanted.text !== text) edits.replace(element.openEnd, element.closeStart, escapeText(wanted.text));
  }

  private nameXml({ name, sheet, text, hidden }: WantedName): string {
    const tag = `${this.edits.prefix}definedName`;
    const scope = sheet === null ? '' : ` localSheetId="${this.moved(sheet)}"`;
    return `<${tag} name="${escapeAttribute(name)}"${scope}${hidden ? ' hidden="1"' : ''}>${escapeText(text)}</${tag}>`;
  }

  /** A name that stays and belongs to a sheet behind one that goes, or null for any other. */
  private movedName(name: string, sheet: number | null, text: string, element: XmlElement): WantedName | null {
    if (sheet === null || this.dropped.has(element) || this.moved(sheet) === sheet) return null;
    const hidden = /^(1|true|on)$/.test(attributesOf(openTag(this.edits.text, element)).get('hidden') ?? '');
    return { name, sheet, text, hidden };
  }

  /** Where a sheet stands once those that go have gone. */
  private moved(position: number): number {
    return position - [...this.removedSheets].filter((removed) => removed < position).length;
  }

  private moveViews(): void {
    const { edits } = this;
    const elements = this.sheetElements();
    const isShown = (i: number): boolean =>
      !this.removedSheets.has(i) && !attributesOf(openTag(edits.text, elements[i]!)).has('state');
    const firstShown = elements.findIndex((_, i) => isShown(i));
    const list = edits.child('bookViews');
    for (const view of list ? elementsIn(edits.text, list) : []) {
      let tag = openTag(edits.text, view);
      for (const name of ['firstSheet', 'activeTab']) {
        const at = attributesOf(tag).get(name);
        if (at === undefined) continue;
        const place = this.removedSheets.has(Number(at)) ? Math.max(firstShown, 0) : Number(at);
        if (this.moved(place) !== Number(at)) tag = withAttribute(tag, name, String(this.moved(place)));
      }
      edits.retag(view, tag);
    }
  }

  private sheetElements(): readonly XmlElement[] {
    return this.sheetsElement ? elementsIn(this.edits.text, this.sheetsElement) : [];
  }

  /** How a sheet names its relationship here, declaring the prefix where the root doesn't. */
  private relationshipAttribute(): string {
    const root = attributesOf(openTag(this.edits.text, this.edits.root));
    for (const [name, value] of root)
      if (name.startsWith('xmlns:') && /\/officeDocument\/(?:\d+\/)?relationships$/.test(value))
        return `${name.slice(6)}:id`;
    const strict = this.namespace.startsWith('http://purl.oclc.org/');
    return `xmlns:r="${strict ? 'http://purl.oclc.org/ooxml/officeDocument/relationships' : RELATIONSHIPS}" r:id`;
  }
}

const nameKey = (name: string, sheet: number | null): string => `${sheet ?? ''}!${name.toLowerCase()}`;
