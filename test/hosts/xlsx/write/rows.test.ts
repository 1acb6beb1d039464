import assert from 'node:assert/strict';
import { MAIN, cellsByAddress, open, part, simpleWorkbook, worksheet } from './files';
import { columnsPlan, type PlanOptions } from './plans';

const SHEET = 'xl/worksheets/sheet1.xml';

async function write(xml: string, options: PlanOptions = {}): Promise<string> {
  const workbook = await open(simpleWorkbook([{ name: '台账', xml }]));
  const titles = options.titles ?? ['督查·状态'];
  const cells = () => [{ text: '超期', style: 'overdue' as const }];
  const report = await workbook.write(columnsPlan('台账', { titles, cells, ...options }));
  assert.ok(report.ok, JSON.stringify(report));
  const once = workbook.bytes();
  const again = await open(once);
  await again.write(columnsPlan('台账', { titles, cells, ...options }));
  assert.deepEqual(Buffer.from(again.bytes()), Buffer.from(once), 'written twice');
  return part(once, SHEET);
}

const data = (xml: string): string =>
  /<(?:x:)?sheetData>([\s\S]*)<\/(?:x:)?sheetData>/.exec(xml)![1]!.replace(/ s="\d+"/g, '');

const header = (address: string): string => `<c r="${address}" t="inlineStr"><is><t>督查·状态</t></is></c>`;
const late = (address: string): string => `<c r="${address}" t="inlineStr"><is><t>超期</t></is></c>`;

describe('putting cells into rows', () => {
  it('inserts rows that are missing, in order, and opens those written <row/>', async () => {
    const xml = worksheet(
      '<row r="2"><c r="A2"><v>1</v></c></row><row r="4" ht="20"/><row r="9"><c r="A9"><v>1</v></c></row>',
    );
    assert.equal(
      data(await write(xml, { rows: [3, 4, 12] })),
      `<row r="2"><c r="A2"><v>1</v></c>${header('B2')}</row><row r="3">${late('B3')}</row><row r="4" ht="20">${late('B4')}</row>` +
        `<row r="9"><c r="A9"><v>1</v></c></row><row r="12">${late('B12')}</row>`,
    );
  });

  it('counts the places of rows and cells that do not say where they are', async () => {
    const rows = '<row><c><v>1</v></c></row><row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>';
    const xml = await write(worksheet(rows), { rows: [3] });
    assert.equal(
      data(xml),
      `<row><c><v>1</v></c></row><row><c><v>1</v></c><c><v>2</v></c>${header('C2')}</row><row><c><v>3</v></c>${late('C3')}</row>`,
    );
    const cells = cellsByAddress(xml);
    assert.deepEqual([...cells.keys()], ['A1', 'A2', 'B2', 'C2', 'A3', 'C3']);
  });

  it("gives its elements the prefix of the sheet's", async () => {
    const xml = `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row r="2"><x:c r="A2"><x:v>1</x:v></x:c></x:row><x:row r="3"/></x:sheetData></x:worksheet>`;
    const result = await write(xml, { headerRows: [1, 2], rows: [3] });
    assert.match(
      result,
      /^<x:worksheet xmlns:x="[^"]*"><x:cols><x:col min="2" max="2" width="10" customWidth="1"\/><\/x:cols><x:sheetData>/,
    );
    assert.match(result, /<x:c r="B1" s="\d+" t="inlineStr"><x:is><x:t>督查·状态<\/x:t><\/x:is><\/x:c><\/x:row>/);
    assert.match(result, /<x:row r="3"><x:c r="B3" s="\d+" t="inlineStr">.*<\/x:row><\/x:sheetData>/);
    assert.match(result, /<x:mergeCells count="1"><x:mergeCell ref="B1:B2"\/><\/x:mergeCells><\/x:worksheet>$/);
  });

  it('writes into a sheet without any rows', async () => {
    const empty = `<worksheet xmlns="${MAIN}"><sheetData/></worksheet>`;
    assert.equal(
      data(await write(empty, { headerRows: [1], rows: [2] })),
      `<row r="1">${header('A1')}</row><row r="2">${late('A2')}</row>`,
    );
  });

  it('takes rows out of order and rows that come twice as they are', async () => {
    const rows =
      '<row r="5"><c r="A5"><v>5</v></c></row><row r="2"><c r="A2"><v>2</v></c></row><row r="2"><c r="A2"><v>7</v></c></row>';
    const result = data(await write(worksheet(rows), { rows: [5] }));
    assert.equal(
      result,
      `<row r="5"><c r="A5"><v>5</v></c>${late('B5')}</row><row r="2"><c r="A2"><v>2</v></c>${header('B2')}</row><row r="2"><c r="A2"><v>7</v></c></row>`,
    );
  });

  it('is not misled by comments, CDATA, or > inside attributes', async () => {
    const rows =
      '<!--<row r="2">--><row r="2" x="a>b"><c r="A2" t="inlineStr"><is><t><![CDATA[</row><c r="Z2">]]></t></is></c></row><?pi </row>?><row r="3"/>';
    assert.equal(
      data(await write(worksheet(rows), { rows: [3] })),
      `<!--<row r="2">--><row r="2" x="a>b"><c r="A2" t="inlineStr"><is><t><![CDATA[</row><c r="Z2">]]></t></is></c>${header('B2')}</row><?pi </row>?><row r="3">${late('B3')}</row>`,
    );
  });

  it('keeps line breaks between cells and the order of columns past Z', async () => {
    const rows = '<row r="2">\r\n <c r="Z2"><v>1</v></c>\r\n</row>';
    assert.equal(
      data(await write(worksheet(rows), { rows: [2] })),
      `<row r="2">\r\n <c r="Z2"><v>1</v></c>\r\n${header('AA2')}</row>`,
    );
  });

  it('patches a UTF-16 sheet as UTF-8', async () => {
    const text = `\ufeff<?xml version="1.0" encoding="UTF-16"?>${worksheet('<row r="2"><c r="A2"><v>1</v></c></row>').replace(/^<\?xml.*\?>\n/, '')}`;
    const utf16 = new Uint8Array(new Uint16Array([...text].map((c) => c.charCodeAt(0))).buffer);
    const workbook = await open(simpleWorkbook([{ name: '台账', xml: '' }], { parts: { [SHEET]: utf16 } }));
    const report = await workbook.write(columnsPlan('台账', { titles: ['督查·状态'], rows: [3] }));
    assert.ok(report.ok, JSON.stringify(report));
    assert.match(part(workbook.bytes(), SHEET), /^\s*<\?xml version="1.0" encoding="UTF-8"\?>[\s\S]*督查·状态/u);
  });

  it('counts dates in the date system of the workbook', async () => {
    const cells = () => [{ day: 18908, style: 'body' as const }];
    for (const [workbookPr, serial] of [
      ['<workbookPr/>', 44477],
      ['<workbookPr date1904="true"/>', 43015],
    ] as const) {
      const bytes = simpleWorkbook([{ name: '台账', xml: worksheet('<row r="2"><c r="A2"><v>1</v></c></row>') }], {
        workbookPr,
      });
      const workbook = await open(bytes);
      await workbook.write(columnsPlan('台账', { titles: ['日'], rows: [3], cells }));
      assert.match(part(workbook.bytes(), SHEET), new RegExp(`<c r="B3" s="\\d+"><v>${serial}</v></c>`));
    }
  });
});
