import { problem, type Result } from '../../core/problem';
import { attempt, damaged, FileFault, tooMuch } from './fault';
import { platformCodec, type Codec } from './inflate';
import { DEFAULT_LIMITS, type ReadLimits } from './limits';
import { readRelationships, relationshipsPart, type Relationship } from './relationships';
import { sniffProblem } from './sniff';
import { childOf, childrenOf, flag, parseXml, type XmlElement } from './xmlTree';
import { inflateEntry, inflateWhole, partKey, readDirectory, type ZipArchive, type ZipEntry } from './zip';

export interface OpenOptions {
  /** A native codec where the platform has one (`nodeCodec`); else what every platform has. */
  readonly codec?: Codec;
  readonly limits?: Partial<ReadLimits>;
}

export interface PackageSheet {
  readonly name: string;
  readonly sheetId: string;
  readonly rId: string;
  /** Part name without a leading slash, as relationships spell it. */
  readonly part: string;
  readonly state: 'visible' | 'hidden' | 'veryHidden';
  /** Chart sheets, dialogs and macro sheets stand among the sheets but hold no cells. */
  readonly kind: 'worksheet' | 'other';
}

export interface DefinedName {
  readonly name: string;
  /** 0-based position of the sheet it belongs to; null for names of the whole workbook. */
  readonly localSheetId: number | null;
  readonly hidden: boolean;
  readonly text: string;
}

/** An opened .xlsx (or .xlsm, template, strict …): its small parts read, its sheets not yet. */
export interface XlsxPackage {
  /** What a person calls the file. */
  readonly name: string;
  readonly archive: ZipArchive;
  readonly codec: Codec;
  readonly limits: ReadLimits;
  readonly contentTypes: ContentTypes;
  readonly workbookPart: string;
  readonly sheets: readonly PackageSheet[];
  /** 0-based position among `sheets`. */
  readonly activeTab: number;
  readonly definedNames: readonly DefinedName[];
  readonly date1904: boolean;
  /** Whether the workbook forbids adding, removing and renaming sheets. */
  readonly structureLocked: boolean;
  readonly stylesPart: string | null;
  readonly sharedStringsPart: string | null;
  readonly calcChainPart: string | null;
  has(part: string): boolean;
  /** A part's inflated bytes. Rejects with a `FileFault` (see `attempt`) where it is missing or broken. */
  part(name: string): Promise<Uint8Array>;
  /** A part's inflated bytes as they come, for the large ones. */
  stream(name: string): AsyncIterable<Uint8Array>;
  /** A small part parsed; `file-exceeds-limits` where it isn't small. */
  xml(name: string): Promise<XmlElement>;
  /** A part's internal relationships; none where it has no .rels. */
  relationships(part: string): Promise<readonly Relationship[]>;
}

export interface ContentTypes {
  /** By lower-case extension, without a dot. */
  readonly defaults: ReadonlyMap<string, string>;
  /** By part name: without a leading slash, lower case. */
  readonly overrides: ReadonlyMap<string, string>;
  of(part: string): string;
}

/**
 * Opens a workbook from its bytes, judging it by what is in it and not by its name. Problems: `file-is-empty`,
 * `file-is-old-xls`, `file-is-encrypted`, `file-is-xlsb`, `file-is-not-xlsx`, `file-is-damaged`, `file-exceeds-limits`,
 * each with parameter `file`.
 */
export function openPackage(name: string, bytes: Uint8Array, options: OpenOptions = {}): Promise<Result<XlsxPackage>> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const codec = options.codec ?? platformCodec();
  return attempt(name, async () => {
    const refusal = sniffProblem(bytes);
    if (refusal) throw new FileFault(refusal);
    const parts = partReader(readDirectory(bytes, limits), codec, limits);
    const contentTypes = await readContentTypes(parts);
    const workbookPart = await findWorkbook(parts, contentTypes);
    const workbook = await parts.xml(workbookPart);
    if (workbook.name !== 'workbook') throw damaged('workbook', workbookPart);
    const relationships = await parts.relationships(workbookPart);
    const sheets = readSheets(workbook, relationships);
    const target = (type: string): string | null => {
      const found = relationships.find((r) => r.type === type)?.target;
      return found !== undefined && parts.has(found) ? found : null;
    };
    return {
      name,
      ...parts,
      contentTypes,
      workbookPart,
      sheets,
      activeTab: readActiveTab(workbook, sheets.length),
      definedNames: readDefinedNames(workbook),
      date1904: flag(childOf(workbook, 'workbookPr')?.attributes['date1904']),
      structureLocked: flag(childOf(workbook, 'workbookProtection')?.attributes['lockStructure']),
      stylesPart: target('styles'),
      sharedStringsPart: target('sharedStrings'),
      calcChainPart: target('calcChain'),
    };
  });
}

/** The table parts of a sheet, by its relationships. */
export async function tableParts(pkg: XlsxPackage, sheet: PackageSheet): Promise<string[]> {
  return (await pkg.relationships(sheet.part)).filter((r) => r.type === 'table').map((r) => r.target);
}

type PartReader = Pick<
  XlsxPackage,
  'archive' | 'codec' | 'limits' | 'has' | 'part' | 'stream' | 'xml' | 'relationships'
>;

function partReader(archive: ZipArchive, codec: Codec, limits: ReadLimits): PartReader {
  const entry = (name: string): ZipEntry => {
    const found = archive.find(name);
    if (!found) throw damaged('entry-missing', name);
    return found;
  };
  const xml = async (name: string): Promise<XmlElement> => {
    if (entry(name).size > limits.smallPart) throw tooMuch('entry-size', name);
    return parseXml(await inflateWhole(entry(name), codec), name);
  };
  return {
    archive,
    codec,
    limits,
    has: (name) => archive.find(name) !== undefined,
    part: async (name) => inflateWhole(entry(name), codec),
    stream: (name) => inflateEntry(entry(name), codec),
    xml,
    relationships: async (part) => {
      const rels = relationshipsPart(part);
      return archive.find(rels) ? readRelationships(await xml(rels), part) : [];
    },
  };
}

async function readContentTypes(parts: PartReader): Promise<ContentTypes> {
  const name = '[Content_Types].xml';
  if (!parts.has(name)) throw notXlsx(parts.has('mimetype') ? 'ods' : 'zip');
  const root = await parts.xml(name);
  const defaults = new Map<string, string>();
  const overrides = new Map<string, string>();
  for (const { attributes } of childrenOf(root, 'Default'))
    defaults.set((attributes['Extension'] ?? '').toLowerCase(), attributes['ContentType'] ?? '');
  for (const { attributes } of childrenOf(root, 'Override'))
    overrides.set(partKey(attributes['PartName'] ?? ''), attributes['ContentType'] ?? '');
  const of = (part: string): string => {
    const key = partKey(part);
    return overrides.get(key) ?? defaults.get(key.slice(key.lastIndexOf('.') + 1)) ?? '';
  };
  return { defaults, overrides, of };
}

/** The workbook is what the package's own relationships call its office document, whatever it is named. */
async function findWorkbook(parts: PartReader, types: ContentTypes): Promise<string> {
  const named = (await parts.relationships('')).find((r) => r.type === 'officeDocument')?.target;
  const part =
    named ?? [...types.overrides].find(([, type]) => /spreadsheetml|ms-excel/.test(type) && /main/.test(type))?.[0];
  if (part === undefined) throw notXlsx('zip');
  const type = types.of(part);
  if (/ms-excel\.sheet\.binary/.test(type) || /\.bin$/i.test(part)) throw new FileFault(problem('file-is-xlsb'));
  if (/wordprocessingml|ms-word/.test(type)) throw notXlsx('docx');
  if (/presentationml|ms-powerpoint/.test(type)) throw notXlsx('pptx');
  if (/visio/.test(type)) throw notXlsx('zip');
  return part;
}

const notXlsx = (found: string): FileFault => new FileFault(problem('file-is-not-xlsx', { found }));

function readSheets(workbook: XmlElement, relationships: readonly Relationship[]): PackageSheet[] {
  const byId = new Map(relationships.map((r) => [r.id, r]));
  const sheets: PackageSheet[] = [];
  for (const { attributes } of childrenOf(childOf(workbook, 'sheets'), 'sheet')) {
    const rId = attributes[':id'] ?? attributes['id'] ?? '';
    const relationship = byId.get(rId);
    const state = attributes['state'];
    sheets.push({
      name: attributes['name'] ?? '',
      sheetId: attributes['sheetId'] ?? '',
      rId,
      part: relationship?.target ?? '',
      state: state === 'hidden' || state === 'veryHidden' ? state : 'visible',
      kind: relationship?.type === 'worksheet' ? 'worksheet' : 'other',
    });
  }
  return sheets;
}

function readActiveTab(workbook: XmlElement, sheets: number): number {
  const tab = Number(childOf(childOf(workbook, 'bookViews'), 'workbookView')?.attributes['activeTab'] ?? 0);
  return Number.isInteger(tab) && tab >= 0 && tab < sheets ? tab : 0;
}

function readDefinedNames(workbook: XmlElement): DefinedName[] {
  return childrenOf(childOf(workbook, 'definedNames'), 'definedName').map(({ attributes, text }) => ({
    name: attributes['name'] ?? '',
    localSheetId: attributes['localSheetId'] === undefined ? null : Number(attributes['localSheetId']),
    hidden: flag(attributes['hidden']),
    text,
  }));
}
