import assert from 'node:assert/strict';
import ExcelJS from 'exceljs';
import type { OwnedSheet, PlanRow } from '../../../../src/core/writeplan/plan';
import { open, part, simpleWorkbook, textParts, worksheet } from './files';
import { allSheets, columnsPlan, findingRows, ownedSheet } from './plans';

const LEDGER = { name: "一季度'台账", xml: worksheet('<row r="2"><c r="A2"><v>1</v></c></row>') };
const findings = (rows: Iterable<PlanRow> = findingRows(LEDGER.name)): OwnedSheet =>
  ownedSheet('findings', '督查问题', rows);
const planOf = (...sheets: OwnedSheet[]) => columnsPlan(LEDGER.name, { rows: [3], sheets });

const sheetNames = (bytes: Uint8Array): string[] =>
  [...part(bytes, 'xl/workbook.xml').matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => name!);

describe('the sheets we own', () => {
  it('are laid out for print: widths, frozen and repeated headings, filter, A4, page numbers', async () => {
    const workbook = await open(simpleWorkbook([LEDGER]));
    assert.ok((await workbook.write(planOf(findings()))).ok);
    const xml = part(workbook.bytes(), 'xl/worksheets/sheet2.xml');
    assert.match(xml, /<sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr>/);
    assert.match(xml, /<pane ySplit="2" topLeftCell="A3" activePane="bottomLeft" state="frozen"\/>/);
    assert.match(xml, /<cols><col min="1" max="1" width="8" customWidth="1"\/>/);
    assert.match(xml, /<row r="1" ht="28" customHeight="1">/);
    assert.match(
      xml,
      /<\/sheetData><autoFilter ref="A2:C3"\/><mergeCells count="1"><mergeCell ref="A1:C1"\/><\/mergeCells>/,
    );
    assert.match(xml, /<hyperlink ref="B3" location="'一季度''台账'!C3"\/>/);
    assert.match(xml, /<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"\/>/);
    assert.match(xml, /<oddFooter>&amp;L填报单位：甲局 &amp;&amp; 乙局&amp;C第 &amp;P 页，共 &amp;N 页<\/oddFooter>/);
    const names = part(workbook.bytes(), 'xl/workbook.xml');
    assert.match(names, /"_xlnm.Print_Titles" localSheetId="1">'督查问题'!\$1:\$2</);
    assert.match(names, /"_xlnm.Print_Area" localSheetId="1">'督查问题'!\$A\$1:\$C\$3</);
    assert.match(names, /"_xlnm._FilterDatabase" localSheetId="1" hidden="1">'督查问题'!\$A\$2:\$C\$3</);
  });

  it('are read back by another reader as they were planned', async () => {
    const workbook = await open(simpleWorkbook([LEDGER]));
    assert.ok((await workbook.write(planOf(...allSheets(LEDGER.name)))).ok);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(Buffer.from(workbook.bytes()) as unknown as ArrayBuffer);
    const sheet = book.getWorksheet('督查问题')!;
    assert.deepEqual(sheet.getRow(2).values, [, '序号', '单元格', '问题']);
    assert.equal(sheet.getCell('C3').value, '=HYPERLINK("http://x")');
    assert.equal(sheet.getCell('A3').value, 1);
    const fill = sheet.getCell('C3').fill as ExcelJS.FillPattern;
    assert.equal(fill.fgColor?.argb, 'FFFFEB9C');
    assert.equal(sheet.getCell('C3').alignment.wrapText, true);
    assert.equal(sheet.views[0]?.state, 'frozen');
    const ledger = book.getWorksheet(LEDGER.name)!;
    assert.equal(ledger.getCell('B2').value, '督查·状态');
    assert.deepEqual(ledger.getCell('C3').value, new Date(Date.UTC(2021, 9, 8)));
    assert.equal(ledger.getCell('C3').numFmt, 'yyyy-mm-dd');
  });

  it('leave a sheet of the user with the same name alone', async () => {
    const theirs = { name: '督查问题', xml: worksheet('<row r="1"><c r="A1"><v>7</v></c></row>') };
    const workbook = await open(simpleWorkbook([LEDGER, theirs, { ...theirs, name: '督查问题（2）' }]));
    const report = await workbook.write(planOf(findings()));
    assert.ok(report.ok);
    assert.deepEqual(report.value.sheets, [{ id: 'findings', name: '督查问题（3）', rows: 3 }]);
    assert.equal(part(workbook.bytes(), 'xl/worksheets/sheet2.xml'), theirs.xml);
    await workbook.write(planOf(findings()));
    assert.deepEqual(sheetNames(workbook.bytes()).slice(3), ['督查问题（3）']);
  });

  it('are found again by their marker: replaced in their part, place and name, never doubled', async () => {
    const workbook = await open(simpleWorkbook([LEDGER]));
    await workbook.write(planOf(...allSheets(LEDGER.name)));
    const renamed = await edited(workbook.bytes(), 'xl/workbook.xml', (xml) => xml.replaceAll('督查问题', '我的清单'));
    const again = await open(renamed);
    const rows: PlanRow[] = [{ cells: [{ text: '没有发现问题', style: 'body' }] }];
    const report = await again.write(planOf(findings(rows)));
    assert.ok(report.ok);
    assert.deepEqual(report.value.sheets, [{ id: 'findings', name: '我的清单', rows: 1 }]);
    assert.deepEqual(sheetNames(again.bytes()).slice(1), ['督查汇总', '我的清单', '规则执行']);
    assert.match(part(again.bytes(), 'xl/worksheets/sheet3.xml'), /没有发现问题/);
    const names = part(again.bytes(), 'xl/workbook.xml');
    assert.ok(!/_FilterDatabase" localSheetId="2"/.test(names), 'no filter where there are no headings');
    assert.match(names, /Print_Area" localSheetId="2">'我的清单'!\$A\$1:\$C\$1</);
  });

  it('are made anew when the user deleted them', async () => {
    const workbook = await open(simpleWorkbook([LEDGER]));
    await workbook.write(planOf(findings()));
    const gone = await edited(workbook.bytes(), 'xl/workbook.xml', (xml) =>
      xml
        .replace(/<sheet name="督查问题"[^>]*>/, '')
        .replace("'督查问题'!$A$1<", '#REF!<')
        .replace(/<definedName name="_xlnm[^>]*>[^<]*<\/definedName>/g, ''),
    );
    const again = await open(gone);
    assert.ok((await again.write(planOf(findings()))).ok);
    assert.deepEqual(sheetNames(again.bytes()), [LEDGER.name.replace("'", "'"), '督查问题']);
    assert.ok(!part(again.bytes(), 'xl/workbook.xml').includes('#REF!'));
  });

  it('never take the ledger for one of them, nor a copy that the user made', async () => {
    const names =
      `<definedNames><definedName name="_appeals.sheet.findings" hidden="1">'一季度''台账'!$A$1</definedName>` +
      `<definedName name="_appeals.sheet.findings" localSheetId="1" hidden="1">副本!$A$1</definedName></definedNames>`;
    const copy = { name: '副本', xml: worksheet('<row r="1"/>') };
    const workbook = await open(simpleWorkbook([LEDGER, copy], { behindSheets: names }));
    const report = await workbook.write(planOf(findings()));
    assert.ok(report.ok);
    assert.deepEqual(sheetNames(workbook.bytes()), [LEDGER.name, '副本', '督查问题']);
    assert.equal(part(workbook.bytes(), 'xl/worksheets/sheet2.xml'), copy.xml);
  });

  it('lose what hung on them before: its relationships go, its parts stay', async () => {
    const workbook = await open(simpleWorkbook([LEDGER]));
    await workbook.write(planOf(findings()));
    const { unzipSync, zipSync, strToU8 } = await import('fflate');
    const files = unzipSync(workbook.bytes());
    files['xl/worksheets/_rels/sheet2.xml.rels'] = strToU8('<Relationships/>');
    files['xl/printerSettings1.bin'] = new Uint8Array(9);
    const again = await open(zipSync(files));
    assert.ok((await again.write(planOf(findings()))).ok);
    const names = Object.keys(textParts(again.bytes()));
    assert.ok(!names.includes('xl/worksheets/_rels/sheet2.xml.rels'));
    assert.ok(names.includes('xl/printerSettings1.bin'));
  });

  it('lead to one another by the names they really have', async () => {
    const theirs = { name: '督查问题', xml: worksheet('') };
    const rows: PlanRow[] = [{ cells: [{ text: '见清单', style: 'body', link: { sheet: '督查问题', cell: 'A3' } }] }];
    const workbook = await open(simpleWorkbook([LEDGER, theirs]));
    assert.ok((await workbook.write(planOf(ownedSheet('summary', '督查汇总', rows), findings()))).ok);
    assert.match(part(workbook.bytes(), 'xl/worksheets/sheet3.xml'), /location="'督查问题（2）'!A3"/);
  });

  it('hold no more links than Excel takes, and say so', async () => {
    function* linked(): Generator<PlanRow> {
      for (let i = 0; i < 65_010; i++)
        yield { cells: [{ text: 'A', style: 'body', link: { sheet: LEDGER.name, cell: `A${i + 1}` } }] };
    }
    const workbook = await open(simpleWorkbook([LEDGER]));
    const report = await workbook.write(planOf(findings({ [Symbol.iterator]: linked })));
    assert.ok(report.ok);
    assert.deepEqual(report.value.notes, [{ code: 'links-limited', params: { sheet: '督查问题', without: 10 } }]);
    assert.equal(part(workbook.bytes(), 'xl/worksheets/sheet2.xml').split('<hyperlink ').length - 1, 65_000);
  });

  it('hold no more rows than Excel takes, and say so', async () => {
    function* many(): Generator<PlanRow> {
      for (let i = 0; i < 1_048_010; i++) yield { cells: [] };
    }
    const workbook = await open(simpleWorkbook([LEDGER]));
    const sheet = { ...findings({ [Symbol.iterator]: many }), rowCount: 1_048_010 };
    const report = await workbook.write(planOf(sheet));
    assert.ok(report.ok);
    assert.deepEqual(report.value.notes, [{ code: 'rows-limited', params: { sheet: '督查问题', rows: 1_048_000 } }]);
    assert.match(
      part(workbook.bytes(), 'xl/worksheets/sheet2.xml'),
      /<row r="1048000"><\/row><\/sheetData><autoFilter ref="A2:C1048000"\/>/,
    );
  });
});

async function edited(bytes: Uint8Array, name: string, change: (text: string) => string): Promise<Uint8Array> {
  const { unzipSync, zipSync, strFromU8, strToU8 } = await import('fflate');
  const files = unzipSync(bytes);
  files[name] = strToU8(change(strFromU8(files[name]!)));
  return zipSync(files);
}
