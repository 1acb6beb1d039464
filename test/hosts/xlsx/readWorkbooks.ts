import { makeZip, type MadeEntry } from './readZipFiles';

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const STRICT = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const STRICT_REL = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Parts of a workbook made by hand; what is left out is as plain as can be. */
export interface MadeWorkbook {
  /** What stands inside <worksheet>, for each sheet in order. */
  readonly sheets: readonly (string | { readonly name: string; readonly xml: string; readonly state?: string })[];
  /** A whole worksheet part instead of the first sheet's inside. */
  readonly wholeSheet?: string | Uint8Array;
  /** What stands inside <sst>; without it there is no such part. */
  readonly strings?: string;
  /** What stands inside <styleSheet>; without it there is no such part. */
  readonly styles?: string;
  /** Elements of the workbook before <sheets> and behind them. */
  readonly beforeSheets?: string;
  readonly afterSheets?: string;
  readonly strict?: boolean;
  /** The workbook part's content type. */
  readonly workbookType?: string;
  readonly extra?: readonly MadeEntry[];
}

/** The parts of a workbook, for tests that bend one of them before it is zipped. */
export function workbookParts(made: MadeWorkbook): MadeEntry[] {
  const main = made.strict ? STRICT : MAIN;
  const rel = made.strict ? STRICT_REL : REL;
  const sheets = made.sheets.map((s, i) =>
    typeof s === 'string' ? { name: `表${i + 1}`, xml: s, state: undefined } : s,
  );
  const relationships = sheets.map(
    (_, i) => `<Relationship Id="rId${i + 1}" Type="${rel}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  );
  const overrides = sheets.map(
    (_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${TYPE}.worksheet+xml"/>`,
  );
  const parts: MadeEntry[] = [];
  const optional = (kind: string, name: string, root: string, inside: string | undefined): void => {
    if (inside === undefined) return;
    relationships.push(`<Relationship Id="rId_${kind}" Type="${rel}/${kind}" Target="${name}"/>`);
    overrides.push(`<Override PartName="/xl/${name}" ContentType="${TYPE}.${kind}+xml"/>`);
    parts.push({ name: `xl/${name}`, data: `<${root} xmlns="${main}">${inside}</${root}>` });
  };
  optional('sharedStrings', 'sharedStrings.xml', 'sst', made.strings);
  optional('styles', 'styles.xml', 'styleSheet', made.styles);
  const list = sheets
    .map(
      (s, i) =>
        `<sheet name="${s.name}" sheetId="${i + 1}"${s.state === undefined ? '' : ` state="${s.state}"`} r:id="rId${i + 1}"/>`,
    )
    .join('');
  return [
    {
      name: '[Content_Types].xml',
      data:
        `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
        `<Default Extension="xml" ContentType="application/xml"/>` +
        `<Override PartName="/xl/workbook.xml" ContentType="${made.workbookType ?? `${TYPE}.sheet.main+xml`}"/>${overrides.join('')}</Types>`,
    },
    {
      name: '_rels/.rels',
      data: `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      data: `<workbook xmlns="${main}" xmlns:r="${rel}">${made.beforeSheets ?? ''}<sheets>${list}</sheets>${made.afterSheets ?? ''}</workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `<Relationships xmlns="${PACKAGE}/relationships">${relationships.join('')}</Relationships>`,
    },
    ...sheets.map((s, i) => ({
      name: `xl/worksheets/sheet${i + 1}.xml`,
      data:
        i === 0 && made.wholeSheet !== undefined
          ? made.wholeSheet
          : `<worksheet xmlns="${main}" xmlns:r="${rel}">${s.xml}</worksheet>`,
    })),
    ...parts,
    ...(made.extra ?? []),
  ];
}

/** The bytes of a workbook made by hand. */
export const workbookBytes = (made: MadeWorkbook): Uint8Array => makeZip({ entries: workbookParts(made) });

/** An OLE container with streams of these names: what old and encrypted workbooks come in. */
export function oleBytes(streams: readonly string[]): Uint8Array {
  const bytes = Buffer.alloc(512 * 8);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes);
  bytes.writeUInt16LE(9, 30);
  bytes.writeUInt32LE(1, 44);
  bytes.writeUInt32LE(1, 48);
  bytes.fill(0xff, 76, 512);
  bytes.writeUInt32LE(0, 76);
  // Sector 0 is the allocation table, sector 1 and 2 the directory, chained.
  bytes.fill(0xff, 512, 1024);
  bytes.writeUInt32LE(0xfffffffd, 512);
  bytes.writeUInt32LE(2, 516);
  bytes.writeUInt32LE(0xfffffffe, 520);
  ['Root Entry', ...streams].forEach((name, i) => {
    const at = 1024 + i * 128;
    bytes.write(name, at, 'utf16le');
    bytes.writeUInt16LE((name.length + 1) * 2, at + 64);
    bytes.writeUInt8(i === 0 ? 5 : 2, at + 66);
  });
  return new Uint8Array(bytes);
}
