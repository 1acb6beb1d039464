import { Cancelled, type Pace } from '../../../core/cancel';
import { hide, settled, type Span } from '../../../core/masking/span';
import type { MaskOrder, MaskRemoval, MaskReport } from '../../../ports/masking';
import { readRelationships } from '../relationships';
import { sharedStringsOf } from '../sharedStrings';
import type { Deflate } from '../write/deflate';
import { CONTENT_TYPES, PackageEdit } from '../write/packageEdit';
import { COMMENT_WRITER } from '../write/wording';
import { attributesOf, escapeAttribute, withAttribute } from '../write/xmlText';
import type { XlsxPackage } from '../xlsxPackage';
import { partKey } from '../zip';
import { maskSheet, withoutPrinter, type SheetMaskState } from './maskSheet';
import { CLEAR_PNG, CLEAR_SVG, fateOf, type PartFate } from './partKinds';
import { formulaTexts, maskXml, safeStars, type XmlMasks } from './xmlMasks';

/** Who wrote a comment or a file is nobody's business outside. */
const EMPTIED: ReadonlySet<string> = new Set(['creator', 'lastModifiedBy', 'Manager', 'Company', 'HyperlinkBase']);
const USER_ATTRIBUTES: ReadonlySet<string> = new Set(['userName', 'userId', 'providerId']);

/**
 * Makes the file with whatever names a person hidden in every part of it. What can't be masked is taken out and told,
 * or, where it can't be taken out either, the file is refused (`mask-macros`, …). Rejects with a `FileFault`.
 */
export async function maskWorkbook(
  pkg: XlsxPackage,
  order: MaskOrder,
  deflate: Deflate,
  pace: Pace,
): Promise<{ readonly bytes: Uint8Array; readonly report: MaskReport }> {
  return new WorkbookMasking(pkg, order, deflate, pace).run();
}

class WorkbookMasking {
  private readonly edit: PackageEdit;
  private readonly removed = new Map<MaskRemoval['what'], number>();
  private readonly gone = new Set<string>();
  private readonly masks: XmlMasks;
  private readonly authors = new Map<string, string>();
  private places = 0;

  constructor(
    private readonly pkg: XlsxPackage,
    private readonly order: MaskOrder,
    deflate: Deflate,
    private readonly pace: Pace,
  ) {
    this.edit = new PackageEdit(pkg, deflate);
    this.masks = {
      spans: (text) => {
        const spans = order.masker.spans(text);
        this.places += spans.length;
        return spans;
      },
      attribute: (element, name, value) => this.attribute(element, name, value),
    };
  }

  async run(): Promise<{ bytes: Uint8Array; report: MaskReport }> {
    const { pkg, edit } = this;
    const parts = new Map<string, PartFate>();
    for (const { name } of pkg.archive.entries) {
      const fate = fateOf(name);
      parts.set(name, fate);
      if (fate.kind === 'removed') this.takeOut(name, fate.as);
    }
    const state: SheetMaskState = {
      order: this.order,
      masks: this.masks,
      strings: (await sharedStringsOf(pkg, this.pace)).texts,
      personal: new Map(),
      shared: new Set(),
      cells: 0,
      formulas: 0,
    };
    const sheets = new Map(pkg.sheets.map((sheet) => [partKey(sheet.part), sheet]));
    for (const [name, { kind }] of parts) {
      const sheet = sheets.get(partKey(name));
      if (kind !== 'text' || sheet?.kind !== 'worksheet') continue;
      await this.write(name, maskSheet(await edit.text(name), sheet.name, state));
    }
    for (const [name, { kind }] of inOrder(parts)) {
      await this.breathe();
      if (kind === 'picture') await this.clearPicture(name);
      else if (kind === 'text' && sheets.get(partKey(name))?.kind !== 'worksheet') await this.maskPart(name, state);
    }
    const removed = [...this.removed].map(([what, count]) => ({ what, count }));
    return {
      bytes: edit.build(),
      report: { cells: state.cells, places: this.places, formulas: state.formulas, removed },
    };
  }

  private takeOut(part: string, as: MaskRemoval['what'] | null): void {
    this.gone.add(partKey(part));
    this.edit.remove(part);
    if (as !== null && !/\.rels$/iu.test(part)) this.count(as);
  }

  private count(what: MaskRemoval['what']): void {
    this.removed.set(what, (this.removed.get(what) ?? 0) + 1);
  }

  private async maskPart(name: string, state: SheetMaskState): Promise<void> {
    const { pkg } = this;
    const key = partKey(name);
    const xml = await this.edit.text(name);
    const { masks } = this;
    if (key === partKey(CONTENT_TYPES)) return this.write(name, this.contentTypes(xml));
    if (key.endsWith('.rels')) return this.write(name, await this.relationships(name, xml));
    if (key === partKey(pkg.workbookPart)) return this.write(name, this.workbook(xml));
    if (pkg.sharedStringsPart !== null && key === partKey(pkg.sharedStringsPart)) {
      const whole = (at: number): string | undefined => (state.shared.has(at) ? undefined : state.personal.get(at));
      return this.write(name, maskXml(xml, { ...masks, whole }));
    }
    if (key.startsWith('docprops/')) {
      const emptied = new Map([...EMPTIED].map((element) => [element, () => '']));
      return this.write(name, maskXml(xml, { ...masks, elements: emptied }));
    }
    if (/\/tables\//u.test(key)) return this.write(name, maskXml(withoutElements(xml, TABLE_FORMULAS), masks));
    const byAuthor = new Map([['author', (text: string) => this.author(text)] as const, ...formulaTexts(masks)]);
    return this.write(
      name,
      maskXml(withoutPrinter(xml), { ...masks, elements: byAuthor, spans: this.withAuthors(masks) }),
    );
  }

  /** A comment names who wrote it, and whom it is meant for. */
  private withAuthors({ spans }: XmlMasks): XmlMasks['spans'] {
    return (text) => {
      const own: Span[] = [];
      for (const [author, shown] of this.authors)
        for (let at = text.indexOf(author); at >= 0; at = text.indexOf(author, at + author.length))
          own.push({ start: at, end: at + author.length, shown });
      return own.length === 0 ? spans(text) : settled([...own, ...spans(text)]);
    };
  }

  private author(name: string): string {
    // What Excel calls the writer of a comment that has answers is a link to it.
    if (name.trim() === '' || name.startsWith('tc=')) return name;
    const shown = this.authors.get(name) ?? `${COMMENT_WRITER}${this.authors.size + 1}`;
    this.authors.set(name, shown);
    return shown;
  }

  private attribute(element: string, name: string, value: string): string | null {
    if (USER_ATTRIBUTES.has(name)) return '';
    if (element === 'person' && name === 'displayName') return this.author(value);
    return null;
  }

  private workbook(xml: string): string {
    if (/<(?:\w+:)?workbookProtection\b/u.test(xml)) this.count('protection');
    const kept = withoutElements(xml.replace(SAVED_AT, ''), [
      'pivotCaches',
      'externalReferences',
      'workbookProtection',
      'fileSharing',
    ]);
    // Names that read other workbooks lead nowhere once those are out.
    const named = kept.replace(/<((?:\w+:)?definedName)\b[^>]*>([^<]*)<\/\1>/gu, (whole, _tag, text: string) =>
      /\[\d+\]/u.test(text) ? '' : whole,
    );
    const { spans } = this.masks;
    const names = new Map([['definedName', (text: string) => safeStars(hide(text, spans(text)))]]);
    return maskXml(named, { ...this.masks, elements: names });
  }

  private async relationships(part: string, xml: string): Promise<string> {
    const source = part.replace(/(^|\/)_rels\/([^/]+)\.rels$/iu, '$1$2');
    const targets = new Map(
      readRelationships(await this.pkg.xml(part), source).map(({ id, target }) => [id, partKey(target)]),
    );
    return xml.replace(/<(?:\w+:)?Relationship\b[^>]*?(?:\/>|>\s*<\/(?:\w+:)?Relationship>)/gu, (element) => {
      const tag = /^<[^>]*>/u.exec(element)?.[0] ?? element;
      const attributes = attributesOf(tag);
      const target = targets.get(attributes.get('Id') ?? '');
      if (target !== undefined) return this.gone.has(target) ? '' : element;
      const outside = attributes.get('Target') ?? '';
      const shown = this.outside(outside);
      return shown === outside ? element : element.replace(tag, withAttribute(tag, 'Target', shown));
    });
  }

  /** Where a link outside leads; a name may be spelled in it, and where a file lies is told to nobody. */
  private outside(target: string): string {
    if (/^(?:file:|[a-z]:|\\\\)/iu.test(target)) return 'about:blank';
    let read = target;
    try {
      read = decodeURIComponent(target);
    } catch {
      // What is no address is read as it stands.
    }
    const shown = hide(read, this.masks.spans(read));
    return shown === read ? target : encodeURI(shown);
  }

  private contentTypes(xml: string): string {
    return xml
      .replace(/<(?:\w+:)?Override\b[^>]*?(?:\/>|>\s*<\/(?:\w+:)?Override>)/gu, (element) =>
        this.gone.has(partKey(attributesOf(element).get('PartName') ?? '')) ? '' : element,
      )
      .replace(/<(?:\w+:)?Default\b[^>]*>/gu, (tag) => {
        const type = attributesOf(tag).get('ContentType') ?? '';
        const isPicture = type.startsWith('image/') && type !== 'image/svg+xml';
        return isPicture
          ? tag.replace(/ContentType\s*=\s*(["'])[^"']*\1/u, `ContentType="${escapeAttribute('image/png')}"`)
          : tag;
      });
  }

  /** Nobody can tell what a picture shows (a letter, an identity card): it goes, its frame stays. */
  private async clearPicture(part: string): Promise<void> {
    const out = this.edit.open();
    if (/\.svg$/iu.test(part)) out.text(CLEAR_SVG);
    else out.copy(CLEAR_PNG, 0, CLEAR_PNG.length);
    this.edit.setPacked(part, await out.finish());
    this.count('pictures');
  }

  private async write(part: string, text: string): Promise<void> {
    await this.edit.setText(part, text);
    await this.breathe();
  }

  private async breathe(): Promise<void> {
    if (this.pace.signal?.aborted) throw new Cancelled();
    await this.pace.breathe?.();
  }
}

/** Where the file lay when it was saved: the path names whose computer that was. */
const SAVED_AT =
  /<mc:AlternateContent\b[^>]*>(?:(?!<\/mc:AlternateContent>)[\s\S])*?absPath[\s\S]*?<\/mc:AlternateContent>/gu;

/** People first: comments name them. */
const inOrder = (parts: ReadonlyMap<string, PartFate>): readonly [string, PartFate][] => [
  ...[...parts].filter(([name]) => /\/persons\//iu.test(name)),
  ...[...parts].filter(([name]) => !/\/persons\//iu.test(name)),
];

const TABLE_FORMULAS = ['calculatedColumnFormula', 'totalsRowFormula'];

/** The part without some elements and all that they hold; none of them holds one of its own name. */
function withoutElements(xml: string, names: readonly string[]): string {
  let left = xml;
  for (const name of names) {
    const pattern = new RegExp(`<((?:\\w+:)?${name})\\b[^>]*?(?:/>|>[\\s\\S]*?</\\1>)`, 'gu');
    left = left.replace(pattern, '');
  }
  return left;
}
