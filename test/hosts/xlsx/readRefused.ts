import { deflateRawSync } from 'node:zlib';
import type { OpenOptions } from '../../../src/hosts/xlsx/xlsxPackage';
import { oleBytes, workbookBytes, workbookParts } from './readWorkbooks';
import { makeZip } from './readZipFiles';

export interface RefusedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly code: string;
  /** The parameter that tells one refusal of this code from another. */
  readonly detail?: Readonly<Record<string, string>>;
  /** Tighter bounds, where the default ones would ask for a large file. */
  readonly options?: OpenOptions;
}

const ONE_CELL = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>';
const plain = { sheets: [ONE_CELL] };
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const GIB = 1024 ** 3;

/** `size` zero bytes deflated, as bombs are made: a thousand to one. */
function deflatedZeros(size: number): Uint8Array {
  const step = 16 * 1024 * 1024;
  const whole = deflateRawSync(new Uint8Array(Math.min(size, step)), { finishFlush: 3 });
  const count = Math.ceil(size / step);
  const last = deflateRawSync(new Uint8Array(0));
  return new Uint8Array(Buffer.concat([...Array.from({ length: count }, () => whole), last]));
}

/** A cell in another column of each row: small as a file, endless as a grid. */
function diagonal(cells: number): string {
  let xml = '<sheetData>';
  for (let i = 1; i <= cells; i++) xml += `<row r="${i}">${'<c/>'.repeat(i - 1)}<c><v>1</v></c></row>`;
  return `${xml}</sheetData>`;
}

const withSheet = (data: Uint8Array | string, more: { claimSize?: number; compressed?: Uint8Array } = {}): Uint8Array =>
  makeZip({
    entries: workbookParts(plain).map((part) => (part.name.endsWith('sheet1.xml') ? { ...part, data, ...more } : part)),
  });

const document = (type: string): Uint8Array => workbookBytes({ ...plain, workbookType: type });

/** Files that must be refused, each with the code that says why; reading the first sheet is part of the try. */
export function* refusedFiles(): Generator<RefusedFile> {
  const good = workbookBytes(plain);
  const found = (kind: string) => ({ code: 'file-is-not-xlsx', detail: { found: kind } });
  const damage = (reason: string) => ({ code: 'file-is-damaged', detail: { reason } });
  const limit = (name: string) => ({ code: 'file-exceeds-limits', detail: { limit: name } });
  yield { name: 'empty', bytes: new Uint8Array(0), code: 'file-is-empty' };
  yield { name: 'text', bytes: utf8('序号,诉求人\n1,测试甲\n'), ...found('text') };
  yield { name: 'csv-gbk', bytes: Uint8Array.from([0xd0, 0xf2, 0xba, 0xc5, 0x2c, 0x31, 0x0a]), ...found('text') };
  yield { name: 'html', bytes: utf8('<html><table><tr><td>1</td></tr></table></html>'), ...found('html') };
  yield {
    name: 'xml-2003',
    bytes: utf8('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
    ...found('xml-spreadsheet'),
  };
  yield { name: 'pdf', bytes: utf8('%PDF-1.7\n'), ...found('pdf') };
  yield { name: 'binary', bytes: Uint8Array.from([1, 2, 3, 4, 0, 0, 0, 5]), ...found('unknown') };
  yield { name: 'old-xls', bytes: oleBytes(['Workbook']), code: 'file-is-old-xls' };
  yield { name: 'old-xls-95', bytes: oleBytes(['a', 'b', 'c', 'd', 'Book']), code: 'file-is-old-xls' };
  yield { name: 'encrypted', bytes: oleBytes(['EncryptionInfo', 'EncryptedPackage']), code: 'file-is-encrypted' };
  yield { name: 'doc', bytes: oleBytes(['WordDocument']), ...found('ole') };
  yield { name: 'ole-cut', bytes: oleBytes(['Workbook']).subarray(0, 600), ...damage('truncated') };
  yield { name: 'cut-zip', bytes: good.subarray(0, good.length - 200), ...damage('truncated') };
  yield { name: 'cut-middle', bytes: good.subarray(0, good.length >> 1), ...damage('truncated') };
  yield { name: 'plain-zip', bytes: makeZip({ entries: [{ name: 'a.txt', data: 'a' }] }), ...found('zip') };
  yield {
    name: 'ods',
    bytes: makeZip({
      entries: [{ name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet', method: 0 }],
    }),
    ...found('ods'),
  };
  const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  yield { name: 'docx', bytes: document(word), ...found('docx') };
  yield {
    name: 'xlsb',
    bytes: document('application/vnd.ms-excel.sheet.binary.macroEnabled.main'),
    code: 'file-is-xlsb',
  };
  const locked = workbookParts(plain).map((part) => ({ ...part, flags: 1 }));
  yield { name: 'zip-password', bytes: makeZip({ entries: locked }), code: 'file-is-encrypted' };
  const twice = [...workbookParts(plain), { name: 'XL\\workbook.xml', data: '<workbook/>' }];
  yield { name: 'duplicate', bytes: makeZip({ entries: twice }), ...damage('duplicate-entry') };
  yield {
    name: 'overlapping',
    bytes: makeZip({ entries: workbookParts(plain), overlapping: true }),
    ...limit('overlap'),
  };
  const many = Array.from({ length: 20_001 }, (_, i) => ({ name: `e${i}`, data: '', method: 0 }));
  yield { name: 'many-entries', bytes: makeZip({ entries: many }), ...limit('entries') };
  const zeros = deflatedZeros(GIB);
  yield { name: 'bomb', bytes: withSheet('', { claimSize: GIB, compressed: zeros }), ...limit('ratio') };
  yield { name: 'bomb-huge', bytes: withSheet('', { claimSize: 3 * GIB, compressed: zeros }), ...limit('entry-size') };
  yield {
    name: 'bomb-that-lies',
    bytes: withSheet('', { claimSize: 1000, compressed: zeros }),
    ...damage('entry-size'),
  };
  const junk = Uint8Array.from([0xff, 0xff, 0xff]);
  yield { name: 'junk-deflate', bytes: withSheet(ONE_CELL, { compressed: junk }), ...damage('compression') };
  yield {
    name: 'wrong-checksum',
    bytes: withSheet('<worksheet a="1"/>', { compressed: deflateRawSync('<worksheet a="2"/>') }),
    ...damage('entry-checksum'),
  };
  yield { name: 'cut-sheet', bytes: withSheet('<worksheet><sheetData><row><c><v>1</v></c>'), ...damage('xml') };
  yield { name: 'doctype', bytes: withSheet('<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>'), ...damage('xml') };
  yield {
    name: 'far-row',
    bytes: workbookBytes({ sheets: ['<sheetData><row r="1048577"><c><v>1</v></c></row></sheetData>'] }),
    ...damage('cell-address'),
  };
  yield {
    name: 'far-column',
    bytes: workbookBytes({ sheets: ['<sheetData><row r="1"><c r="XFE1"><v>1</v></c></row></sheetData>'] }),
    ...damage('cell-address'),
  };
  yield {
    name: 'lost-string',
    bytes: workbookBytes({ sheets: ['<sheetData><row><c t="s"><v>0</v></c></row></sheetData>'] }),
    ...damage('shared-string'),
  };
  yield {
    name: 'endless-grid',
    bytes: workbookBytes({ sheets: [diagonal(1500)] }),
    ...limit('cells'),
    options: { limits: { cells: 2_000_000 } },
  };
  const long = (inside: string): Uint8Array => withSheet(`<worksheet><sheetData>${inside}</sheetData></worksheet>`);
  const token = { limits: { token: 300_000 } };
  yield { name: 'endless-tag', bytes: long(`<row a="${'x'.repeat(2_000_000)}"/>`), ...limit('token'), options: token };
  yield {
    name: 'endless-text',
    bytes: long(`<row><c t="str"><v>${'x'.repeat(2_000_000)}</v></c></row>`),
    ...limit('token'),
    options: token,
  };
  const columns = '<col min="1" max="16384" hidden="1"/>'.repeat(16_385);
  yield { name: 'endless-columns', bytes: workbookBytes({ sheets: [`<cols>${columns}</cols>`] }), ...damage('xml') };
  const deep = workbookParts(plain).map((p) =>
    p.name === 'xl/workbook.xml' ? { ...p, data: `${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}` } : p,
  );
  yield { name: 'deep-workbook', bytes: makeZip({ entries: deep }), ...damage('xml') };
}
