import assert from 'node:assert/strict';
import { address } from '../../../src/core/ledger/grid';
import { escapeAttribute, escapeText } from '../../../src/hosts/xlsx/write/xmlText';
import { XlsxWorkbook } from '../../../src/hosts/xlsx/xlsxWorkbook';
import { workbookContract, type ContractBook } from '../contract';
import { open, simpleWorkbook, worksheet } from './write/files';

type Value = ContractBook['sheets'][number]['rows'][number][number];

function cell(value: Value, row: number, column: number): string {
  if (value === null) return '';
  const place = `r="${address(row, column)}"`;
  if (typeof value === 'number') return `<c ${place}><v>${value}</v></c>`;
  return `<c ${place} t="inlineStr"><is><t>${escapeText(value)}</t></is></c>`;
}

workbookContract('a file', {
  make: (book) => {
    const sheets = book.sheets.map((sheet) => {
      const rows = sheet.rows.map((values, r) => {
        const cells = values.map((value, c) => cell(value, r + 1, c + 1));
        return `<row r="${r + 1}">${cells.join('')}</row>`;
      });
      const protection = sheet.protected ? '<sheetProtection sheet="1"/>' : '';
      return { name: escapeAttribute(sheet.name), xml: worksheet(rows.join(''), '', protection) };
    });
    const beforeSheets = book.structureProtected ? '<workbookProtection lockStructure="1"/>' : '';
    return open(simpleWorkbook(sheets, { beforeSheets }));
  },
  reopen: (workbook) => {
    assert.ok(workbook instanceof XlsxWorkbook);
    return open(workbook.bytes());
  },
});
