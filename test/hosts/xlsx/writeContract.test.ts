import assert from 'node:assert/strict';
import { XlsxWorkbook } from '../../../src/hosts/xlsx/xlsxWorkbook';
import type { Workbook } from '../../../src/ports/workbook';
import { workbookContract, type ContractBook } from '../contract';
import { liveWorkbookContract } from '../liveContract';
import { chartsInFile } from './chartParts';
import { bookBytes } from './makeBook';
import { open } from './write/files';

const make = (book: ContractBook): Promise<XlsxWorkbook> => open(bookBytes(book));

async function reopen(workbook: Workbook): Promise<XlsxWorkbook> {
  assert.ok(workbook instanceof XlsxWorkbook);
  const saved = await workbook.save();
  assert.ok(saved.ok, JSON.stringify(saved));
  return open(saved.value);
}

workbookContract('a file', { make, reopen });
liveWorkbookContract('a file', {
  make,
  reopen,
  charts: (workbook, sheet) => Promise.resolve(chartsInFile((workbook as XlsxWorkbook).bytes(), sheet)),
});
