import assert from 'node:assert/strict';
import { civilDay } from '../../../../src/core/dates/civil';
import { address } from '../../../../src/core/ledger/grid';
import type { Records } from '../../../../src/ports/liveWorkbook';
import type { XlsxWorkbook } from '../../../../src/hosts/xlsx/xlsxWorkbook';
import { cellsByAddress, open, part, simpleWorkbook, worksheet, type SimpleOptions } from '../write/files';

const SHEET = 'xl/worksheets/sheet1.xml';
const X14 = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main';

const text = (place: string, said: string, style = 0): string =>
  `<c r="${place}"${style ? ` s="${style}"` : ''} t="inlineStr"><is><t>${said}</t></is></c>`;

const book = (name: string, rows: string, behind = '', options: SimpleOptions = {}): Promise<XlsxWorkbook> =>
  open(simpleWorkbook([{ name, xml: worksheet(rows, '', behind) }], options));

const HEADER = `<row r="2">${text('A2', '编号', 2)}${text('B2', '议定事项', 2)}${text('C2', '日期', 2)}</row>`;

const RECORDS: Records = {
  headings: ['日期', '编号', '议定事项'],
  rows: [
    [{ day: civilDay(2021, 10, 9), style: 'body' }, { text: 'C-1', style: 'body' }, null],
    [
      { day: civilDay(2021, 10, 10), style: 'body' },
      { text: 'C-2', style: 'body' },
      { number: 3, style: 'body' },
    ],
  ],
};

async function append(workbook: XlsxWorkbook, records = RECORDS): Promise<readonly string[]> {
  const done = await workbook.appendRecords(' 调度记录', records);
  return done.ok ? [`row ${done.value.firstRow}`] : done.problems.map(({ code }) => code);
}

const TABLE = (more = ''): SimpleOptions => ({
  parts: {
    'xl/tables/table1.xml': `<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" name="表1" displayName="表1" ref="A2:C3"${more}><autoFilter ref="A2:C3"/><tableColumns count="3"><tableColumn id="1" name="编号"/><tableColumn id="2" name="议定事项"/><tableColumn id="3" name="日期"/></tableColumns></table>`,
    'xl/worksheets/_rels/sheet1.xml.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/table" Target="../tables/table1.xml"/></Relationships>',
  },
  overrides: { '/xl/tables/table1.xml': 'spreadsheetml.table' },
});

describe('records added to a file', () => {
  const rows = `${HEADER}<row r="3">${text('A3', 'C-9', 2)}<c r="C3" s="1"><v>44470</v></c></row>`;

  it('look as the row above them does', async () => {
    const workbook = await book('调度记录', rows);
    assert.deepEqual(await append(workbook), ['row 4']);
    const cells = cellsByAddress(part(workbook.bytes(), SHEET));
    assert.equal(cells.get('A4'), text('A4', 'C-1', 2));
    assert.equal(cells.get('B4'), undefined);
    assert.equal(cells.get('C4'), '<c r="C4" s="1"><v>44478</v></c>');
    assert.equal(cells.get('B5'), '<c r="B5"><v>3</v></c>');
    assert.ok(!part(workbook.bytes(), 'xl/workbook.xml').includes('_appeals'), 'the sheet stays theirs');
  });

  it('give a day a format where the row above has none, and do not look as headings', async () => {
    const plain = await book('调度记录', `${HEADER}<row r="3">${text('C3', '十月九日', 2)}</row>`);
    assert.deepEqual(await append(plain), ['row 4']);
    const style = Number(/s="(\d+)"/.exec(cellsByAddress(part(plain.bytes(), SHEET)).get('C4')!)![1]);
    const formats = [...part(plain.bytes(), 'xl/styles.xml').matchAll(/<xf [^>]*?(?:\/>|>.*?<\/xf>)/g)].slice(1);
    assert.match(formats[style]![0], /numFmtId="1(?!76)\d+" fontId="1"/, 'their font, our format');
    const empty = await book('调度记录', HEADER);
    assert.deepEqual(await append(empty), ['row 3']);
    assert.doesNotMatch(cellsByAddress(part(empty.bytes(), SHEET)).get('A3')!, /s="2"/);
  });

  it('make a table and a filter grow that end above them', async () => {
    const table = await book('调度记录', rows, '', TABLE());
    assert.deepEqual(await append(table), ['row 4']);
    const xml = part(table.bytes(), 'xl/tables/table1.xml');
    assert.match(xml, /ref="A2:C5"><autoFilter ref="A2:C5"\/>/);
    const name =
      '<definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">调度记录!$A$2:$C$3</definedName></definedNames>';
    const filtered = await book('调度记录', rows, '<autoFilter ref="A2:C3"/>', { behindSheets: name });
    assert.deepEqual(await append(filtered), ['row 4']);
    assert.match(part(filtered.bytes(), SHEET), /<autoFilter ref="A2:C5"\/>/);
    assert.match(part(filtered.bytes(), 'xl/workbook.xml'), /\$A\$2:\$C\$5</);
  });

  it('are refused below a row of totals, and the file stays', async () => {
    const workbook = await book('调度记录', rows, '', TABLE(' totalsRowCount="1"'));
    const before = workbook.bytes();
    assert.deepEqual(await append(workbook), ['record-table-totals']);
    assert.equal(workbook.bytes(), before);
  });

  it('go below cells typed meanwhile', async () => {
    const workbook = await book('调度记录', rows);
    assert.ok((await workbook.editCells('调度记录', [{ row: 8, column: 2, value: '备注' }])).ok);
    assert.deepEqual(await append(workbook), ['row 9']);
  });
});

describe('marks in a file', () => {
  it('are as few areas as they can be, in rules of at most five hundred', async () => {
    const workbook = await book('台账', '<row r="2"><c r="A2"><v>1</v></c></row>');
    const run = Array.from({ length: 40 }, (_, i) => ({ cell: address(3 + i, 2), look: 'warning' as const }));
    const strewn = Array.from({ length: 1200 }, (_, i) => ({ cell: address(3 + 2 * i, 4), look: 'error' as const }));
    assert.ok((await workbook.mark('台账', [...run, ...strewn, { cell: 'D3', look: 'notice' }])).ok);
    const xml = part(workbook.bytes(), SHEET);
    const areas = [...xml.matchAll(/sqref="([^"]*)"/g)].map(([, sqref]) => sqref!.split(' '));
    assert.deepEqual(
      areas.map((list) => list.length),
      [500, 500, 200, 1],
    );
    assert.deepEqual(areas[3], ['B3:B42']);
    const priorities = [...xml.matchAll(/priority="(\d+)"/g)].map(([, n]) => Number(n));
    assert.deepEqual(priorities, [1, 2, 3, 4]);
    const cleared = await workbook.clear();
    assert.ok(cleared.ok);
    assert.equal(cleared.value.marks, 1240);
  });

  it("stand below every rule of the user's, also those in extensions, and go from an element that holds both", async () => {
    const own =
      '<conditionalFormatting sqref="B3:B5"><cfRule type="expression" dxfId="0" priority="2"><formula>_appeals.mark</formula></cfRule>' +
      '<cfRule type="expression" dxfId="0" priority="3"><formula>_appeals.markers</formula></cfRule></conditionalFormatting>' +
      `<extLst><ext xmlns:x14="${X14}" uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"><x14:conditionalFormattings><x14:conditionalFormatting><x14:cfRule type="dataBar" priority="7"/></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>`;
    const workbook = await book('台账', '<row r="2"><c r="A2"><v>1</v></c></row>', own);
    assert.ok((await workbook.mark('台账', [{ cell: 'A2', look: 'error' }])).ok);
    const xml = part(workbook.bytes(), SHEET);
    assert.equal([...xml.matchAll(/<formula>_appeals\.mark</g)].length, 1);
    assert.match(xml, /sqref="A2"><cfRule type="expression" dxfId="\d+" priority="8">/);
    assert.match(xml, /sqref="B3:B5"><cfRule type="expression" dxfId="0" priority="3"><formula>_appeals\.markers</);
    assert.ok(xml.includes('priority="7"'));
  });

  it('that Excel laid are known for ours, and lists with them', async () => {
    const laid =
      '<conditionalFormatting sqref="A2:A3"><cfRule type="expression" dxfId="0" priority="1"><formula>LEN("_appeals.mark")&gt;0</formula></cfRule></conditionalFormatting>' +
      '<conditionalFormatting sqref="A4"><cfRule type="expression" dxfId="0" priority="2"><formula>LEN("_appeals.mark")&gt;1</formula></cfRule></conditionalFormatting>' +
      '<dataValidations count="1"><dataValidation type="list" errorStyle="information" errorTitle="_appeals.list" sqref="A2:A9"><formula1>"甲"</formula1></dataValidation></dataValidations>';
    const workbook = await book('台账', '<row r="2"><c r="A2"><v>1</v></c></row>', laid);
    const cleared = await workbook.clear();
    assert.ok(cleared.ok);
    assert.deepEqual([cleared.value.marks, cleared.value.lists], [2, 1]);
    const xml = part(workbook.bytes(), SHEET);
    assert.match(xml, /<formula>LEN\("_appeals\.mark"\)&gt;1</);
    assert.doesNotMatch(xml, /&gt;0<|dataValidation/);
  });
});

describe('lists in a file', () => {
  it('stand in the order of the schema, and leave columns alone that have one in an extension', async () => {
    const behind =
      '<conditionalFormatting sqref="B3"><cfRule type="expression" dxfId="0" priority="1"><formula>TRUE</formula></cfRule></conditionalFormatting><pageMargins left="1" right="1" top="1" bottom="1" header="0" footer="0"/>' +
      `<extLst><ext xmlns:x14="${X14}" uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"><x14:dataValidations count="1"><x14:dataValidation type="list"><x14:formula1><xm:f xmlns:xm="urn:m">词表!$A$1:$A$3</xm:f></x14:formula1><xm:sqref xmlns:xm="urn:m">C3:C9 E3</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>`;
    const workbook = await book('台账', '<row r="2"><c r="A2"><v>1</v></c></row>', behind);
    const before = part(workbook.bytes(), SHEET);
    const list = (column: number) => ({ column, first: 3, last: 9, choices: ['一 ', '二<', '一'] });
    const done = await workbook.setDropDowns('台账', [list(2), list(3), list(4), list(5)]);
    assert.ok(done.ok);
    assert.deepEqual(done.value, { columns: 2, leftAlone: [3, 5] });
    const xml = part(workbook.bytes(), SHEET);
    assert.match(xml, /<\/conditionalFormatting><dataValidations count="2">.*<\/dataValidations><pageMargins/);
    assert.match(xml, /<formula1>"一,二&lt;"<\/formula1>/);
    assert.ok((await workbook.setDropDowns('台账', [])).ok);
    assert.equal(part(workbook.bytes(), SHEET), before);
  });
});
