import assert from 'node:assert/strict';
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { nodeCodec } from '../../../../src/hosts/xlsx/inflateNode';
import { deflateByNode } from '../../../../src/hosts/xlsx/write/deflateNode';
import { openXlsx, type XlsxWorkbook } from '../../../../src/hosts/xlsx/xlsxWorkbook';

export type Parts = Readonly<Record<string, string | Uint8Array>>;

/** A package of the given parts, in their order; binary parts are stored, texts deflated. */
export function zipParts(parts: Parts): Uint8Array {
  const files: Zippable = {};
  for (const [name, content] of Object.entries(parts))
    files[name] = typeof content === 'string' ? [strToU8(content), { level: 6 }] : [content, { level: 0 }];
  return zipSync(files, { mtime: new Date(2020, 0, 2, 3, 4, 6) });
}

/** The parts of a package as text. */
export function textParts(bytes: Uint8Array): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [name, content] of Object.entries(unzipSync(bytes))) texts[name] = strFromU8(content, true);
  return texts;
}

/** A part as UTF-8 text. */
export function part(bytes: Uint8Array, name: string): string {
  const content = unzipSync(bytes)[name];
  assert.ok(content, `no part ${name}`);
  return strFromU8(content);
}

export async function open(bytes: Uint8Array, name = '台账.xlsx'): Promise<XlsxWorkbook> {
  const opened = await openXlsx(name, bytes, { codec: nodeCodec, deflate: deflateByNode });
  assert.ok(opened.ok, JSON.stringify(opened));
  return opened.value;
}

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

export const relationships = (...rows: readonly (readonly [id: string, type: string, target: string])[]): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${PACKAGE}/relationships">` +
  rows
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${RELATIONSHIPS}/${type}" Target="${target}"/>`)
    .join('') +
  '</Relationships>';

export const contentTypes = (overrides: Readonly<Record<string, string>>): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Types xmlns="${PACKAGE}/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>' +
  '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>' +
  '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>' +
  Object.entries(overrides)
    .map(
      ([name, type]) =>
        `<Override PartName="${name}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`,
    )
    .join('') +
  '</Types>';

export interface SimpleSheet {
  readonly name: string;
  /** The whole worksheet part. */
  readonly xml: string;
}

export interface SimpleOptions {
  readonly workbookPr?: string;
  /** What stands behind `</sheets>` in the workbook part. */
  readonly behindSheets?: string;
  readonly beforeSheets?: string;
  readonly styles?: string | null;
  readonly parts?: Parts;
  readonly workbookRelationships?: readonly (readonly [string, string, string])[];
  readonly overrides?: Readonly<Record<string, string>>;
}

export const STYLES =
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="${MAIN}">` +
  '<numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts>' +
  '<fonts count="2"><font><sz val="12"/><color theme="1"/><name val="仿宋"/><family val="3"/><charset val="134"/></font>' +
  '<font><b/><sz val="12"/><name val="黑体"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="176" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles>' +
  '<dxfs count="1"><dxf><font><color rgb="FFFF0000"/></font></dxf></dxfs></styleSheet>';

/** A small workbook of hand-written sheets. */
export function simpleWorkbook(sheets: readonly SimpleSheet[], options: SimpleOptions = {}): Uint8Array {
  const styles = options.styles === undefined ? STYLES : options.styles;
  const list = sheets.map(({ name }, i) => `<sheet name="${name}" sheetId="${i + 3}" r:id="rId${i + 1}"/>`).join('');
  const rels: (readonly [string, string, string])[] = sheets.map(
    (_, i) => [`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`] as const,
  );
  const overrides: Record<string, string> = { '/xl/workbook.xml': 'spreadsheetml.sheet.main' };
  const parts: Record<string, string | Uint8Array> = {};
  sheets.forEach((_, i) => (overrides[`/xl/worksheets/sheet${i + 1}.xml`] = 'spreadsheetml.worksheet'));
  if (styles !== null) {
    overrides['/xl/styles.xml'] = 'spreadsheetml.styles';
    rels.push(['rId90', 'styles', 'styles.xml']);
  }
  parts['[Content_Types].xml'] = contentTypes({ ...overrides, ...options.overrides });
  parts['_rels/.rels'] = relationships(['rId1', 'officeDocument', 'xl/workbook.xml']);
  parts['xl/workbook.xml'] =
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}">` +
    `${options.workbookPr ?? '<workbookPr/>'}${options.beforeSheets ?? ''}<sheets>${list}</sheets>${options.behindSheets ?? ''}<calcPr calcId="191029"/></workbook>`;
  parts['xl/_rels/workbook.xml.rels'] = relationships(...rels, ...(options.workbookRelationships ?? []));
  sheets.forEach(({ xml }, i) => (parts[`xl/worksheets/sheet${i + 1}.xml`] = xml));
  if (styles !== null) parts['xl/styles.xml'] = styles;
  return zipParts({ ...parts, ...options.parts });
}

/** A worksheet part around its rows. */
export const worksheet = (rows: string, before = '', behind = ''): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}">${before}<sheetData>${rows}</sheetData>${behind}</worksheet>`;

/** Cells of a sheet part by address, each as it is written; the address is counted where the cell has none. */
export function cellsByAddress(xml: string): Map<string, string> {
  const cells = new Map<string, string>();
  let row = 0;
  for (const [, tag, inner] of xml.matchAll(/<(?:\w+:)?row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?row>)/g)) {
    row = Number(/\sr="(\d+)"/.exec(tag!)?.[1] ?? row + 1);
    let column = 0;
    for (const [cell, attributes] of (inner ?? '').matchAll(/<(?:\w+:)?c\b([^>]*?)(?:\/>|>[\s\S]*?<\/(?:\w+:)?c>)/g)) {
      const letters = /\sr="([A-Z]+)/.exec(attributes!)?.[1];
      column = letters === undefined ? column + 1 : numberOf(letters);
      cells.set(lettersOf(column) + row, cell);
    }
  }
  return cells;
}

const numberOf = (letters: string): number => [...letters].reduce((n, c) => n * 26 + c.charCodeAt(0) - 64, 0);
const lettersOf = (n: number): string =>
  n === 0 ? '' : lettersOf(Math.floor((n - 1) / 26)) + String.fromCharCode(65 + ((n - 1) % 26));
