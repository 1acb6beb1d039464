import { strToU8, zipSync } from 'fflate';
import type { Pace } from '../../core/cancel';
import type { Result } from '../../core/problem';
import type { OwnedSheet } from '../../core/writeplan/plan';
import { attempt } from './fault';
import { carryOut } from './write/carryOut';
import { deflateByFflate } from './write/deflate';
import { openPackage } from './xlsxPackage';
import type { XlsxOptions } from './xlsxWorkbook';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const MAIN = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';

/** A workbook without a sheet, which no program would open: what the first sheets are added to. */
const EMPTY: Readonly<Record<string, string>> = {
  '[Content_Types].xml':
    `<Types xmlns="${PACKAGE}/content-types">` +
    `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/>` +
    `<Override PartName="/xl/workbook.xml" ContentType="${MAIN}"/></Types>`,
  '_rels/.rels':
    `<Relationships xmlns="${PACKAGE}/relationships">` +
    `<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml':
    `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}">` +
    '<bookViews><workbookView activeTab="0"/></bookViews><sheets></sheets></workbook>',
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"></Relationships>`,
};

/** Zip's first moment, so that the same report gives the same file; in local time, as zip keeps it. */
const NO_TIME = new Date(1980, 0, 1);

/** The bytes of a new workbook that holds these sheets and nothing else, in their order. */
export function createReportWorkbook(
  sheets: readonly OwnedSheet[],
  options: XlsxOptions = {},
  pace: Pace = {},
): Promise<Result<Uint8Array>> {
  return attempt('', async () => {
    const parts = Object.entries(EMPTY).map(([name, text]) => [name, strToU8(XML + text)] as const);
    const opened = await openPackage('', zipSync(Object.fromEntries(parts), { mtime: NO_TIME }), options);
    if (!opened.ok) throw new Error(opened.problems[0]?.code);
    const plan = { ledgerSheet: null, columns: null, sheets };
    return (await carryOut(opened.value, plan, options.deflate ?? deflateByFflate, pace)).bytes;
  });
}
