import { address } from '../../../src/core/ledger/grid';
import { formatArea } from '../../../src/hosts/xlsx/write/areas';
import { escapeAttribute, escapeText } from '../../../src/hosts/xlsx/write/xmlText';
import type { ContractBook, ContractSheet } from '../contract';
import { MAIN, simpleWorkbook, worksheet } from './write/files';

type Value = ContractSheet['rows'][number][number];

/** The file of a workbook as the contract describes it. */
export function bookBytes(book: ContractBook): Uint8Array {
  const codes = [...new Set(book.sheets.flatMap((sheet) => Object.values(sheet.formats ?? {})))];
  const sheets = book.sheets.map((sheet) => ({ name: escapeAttribute(sheet.name), xml: sheetXml(sheet, codes) }));
  const beforeSheets = book.structureProtected ? '<workbookProtection lockStructure="1"/>' : '';
  return simpleWorkbook(sheets, { beforeSheets, styles: stylesXml(codes) });
}

function sheetXml(sheet: ContractSheet, codes: readonly string[]): string {
  const style = (place: string): number => codes.indexOf(sheet.formats?.[place] ?? '') + 1;
  const rows = sheet.rows.map((values, r) => {
    const cells = values.map((value, c) => cellXml(value, address(r + 1, c + 1), style(address(r + 1, c + 1))));
    const hidden = sheet.hiddenRows?.includes(r + 1) ? ' hidden="1"' : '';
    return `<row r="${r + 1}"${hidden}>${cells.join('')}</row>`;
  });
  const merges = (sheet.merges ?? []).map((area) => `<mergeCell ref="${formatArea(area)}"/>`).join('');
  const validations = (sheet.validations ?? []).map(
    (area) => `<dataValidation type="list" sqref="${formatArea(area)}"><formula1>"是,否"</formula1></dataValidation>`,
  );
  const behind =
    (sheet.protected ? '<sheetProtection sheet="1"/>' : '') +
    (merges === '' ? '' : `<mergeCells>${merges}</mergeCells>`) +
    (validations.length === 0 ? '' : `<dataValidations>${validations.join('')}</dataValidations>`);
  return worksheet(rows.join(''), '', behind);
}

function cellXml(value: Value, place: string, style: number): string {
  const label = `r="${place}"${style === 0 ? '' : ` s="${style}"`}`;
  if (value === null) return style === 0 ? '' : `<c ${label}/>`;
  if (typeof value === 'number') return `<c ${label}><v>${value}</v></c>`;
  if (typeof value === 'boolean') return `<c ${label} t="b"><v>${Number(value)}</v></c>`;
  return `<c ${label} t="inlineStr"><is><t>${escapeText(value)}</t></is></c>`;
}

function stylesXml(codes: readonly string[]): string {
  const formats = codes.map((code, i) => `<numFmt numFmtId="${180 + i}" formatCode="${escapeAttribute(code)}"/>`);
  const xf = (id: number): string => `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" xfId="0"/>`;
  return (
    `<styleSheet xmlns="${MAIN}">` +
    (formats.length === 0 ? '' : `<numFmts count="${formats.length}">${formats.join('')}</numFmts>`) +
    '<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>' +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${codes.length + 1}">${xf(0)}${codes.map((_, i) => xf(180 + i)).join('')}</cellXfs></styleSheet>`
  );
}
