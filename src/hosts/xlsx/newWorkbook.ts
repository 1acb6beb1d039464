import { Cancelled, type Pace } from '../../core/cancel';
import type { Result } from '../../core/problem';
import type { ReportSheet } from '../../core/writeplan/plan';
import { freeSheetName } from '../../core/writeplan/sheetNames';
import { attempt } from './fault';
import { platformCodec } from './inflate';
import { deflateByFflate } from './write/deflate';
import { addSheet, openStyles, saveStyles } from './write/newSheet';
import { writeOwnSheet } from './write/ownSheet';
import { PackageEdit } from './write/packageEdit';
import { namePages } from './write/pageNames';
import { PartStream } from './write/partStream';
import { WorkbookEdit } from './write/workbookEdit';
import { writeZip, type OutputEntry } from './write/zipWriter';
import { openPackage } from './xlsxPackage';
import type { XlsxOptions } from './xlsxWorkbook';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** The parts of a workbook that has no sheet yet; the first one is added like every other. */
const EMPTY: readonly (readonly [string, string])[] = [
  [
    '[Content_Types].xml',
    `${XML}<Types xmlns="${PACKAGE}/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>' +
      '</Types>',
  ],
  [
    '_rels/.rels',
    `${XML}<Relationships xmlns="${PACKAGE}/relationships">` +
      `<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ],
  [
    'xl/workbook.xml',
    `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView/></bookViews><sheets></sheets></workbook>`,
  ],
  ['xl/_rels/workbook.xml.rels', `${XML}<Relationships xmlns="${PACKAGE}/relationships"></Relationships>`],
];

/**
 * Makes a new workbook of these sheets, in their order, as our own sheets are written: A4, headings that stay and
 * repeat, page numbers. Links may lead from one of the sheets to another. The same sheets give the same bytes.
 */
export async function createReportWorkbook(
  sheets: readonly ReportSheet[],
  options: XlsxOptions & { readonly name?: string } = {},
  pace: Pace = {},
): Promise<Result<Uint8Array>> {
  const { name = '', deflate = deflateByFflate } = options;
  const opened = await openPackage(name, await emptyWorkbook(options), options);
  if (!opened.ok) return opened;
  return attempt(name, async () => {
    const edit = new PackageEdit(opened.value, deflate);
    const workbook = new WorkbookEdit(await edit.text(opened.value.workbookPart));
    const styles = await openStyles(edit, workbook);
    const names: string[] = [];
    for (const sheet of sheets) names.push(freeSheetName(sheet.name, names));
    const nameOf = (planned: string): string => names[sheets.findIndex((one) => one.name === planned)] ?? planned;
    for (const [at, sheet] of sheets.entries()) {
      const own = names[at] ?? sheet.name;
      const { part, position } = await addSheet(edit, workbook, own);
      const out = edit.open();
      const context = { prefix: '', date1904: false, format: styles.index, namespace: workbook.namespace };
      const written = await writeOwnSheet(sheet, { ...context, sheetName: nameOf, pause: () => pause(pace) }, out);
      edit.setPacked(part, await out.finish());
      namePages(workbook, { name: own, position }, sheet, written);
    }
    await saveStyles(edit, styles);
    await edit.setText(opened.value.workbookPart, workbook.result());
    return edit.build();
  });
}

/** The bytes of a package without a sheet: no program is to open it, but ours adds to it. */
async function emptyWorkbook({ deflate = deflateByFflate, codec = platformCodec() }: XlsxOptions): Promise<Uint8Array> {
  const entries: OutputEntry[] = [];
  for (const [name, text] of EMPTY) {
    const out = new PartStream(deflate, codec.crc32);
    out.text(text);
    entries.push({ name, packed: await out.finish() });
  }
  return writeZip(entries);
}

async function pause({ signal, breathe }: Pace): Promise<void> {
  if (signal?.aborted) throw new Cancelled();
  await breathe?.();
}
