import assert from 'node:assert/strict';
import { MAIN, open, part, relationships, simpleWorkbook, worksheet, type SimpleOptions } from './files';
import { columnsPlan, TITLES, type PlanOptions } from './plans';

const SHEET = 'xl/worksheets/sheet1.xml';
const TABLE = 'xl/tables/table1.xml';
const ROWS =
  '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>2</v></c></row>' +
  '<row r="3"><c r="A3"><v>1</v></c></row><row r="4"><c r="A4"><v>1</v></c></row><row r="5"><c r="A5"><v>9</v></c></row>';

const table = (attributes: string, columns: readonly string[], inner = ''): string =>
  `<?xml version="1.0"?>\n<table xmlns="${MAIN}" id="1" name="表1" displayName="表1" ${attributes}>${inner}<tableColumns count="${columns.length}">` +
  columns.map((name, i) => `<tableColumn id="${i + 3}" name="${name}"/>`).join('') +
  '</tableColumns><tableStyleInfo name="TableStyleMedium2"/></table>';

const withTable = (xml: string): SimpleOptions => ({
  parts: {
    'xl/worksheets/_rels/sheet1.xml.rels': relationships(['rId1', 'table', '../tables/table1.xml']),
    [TABLE]: xml,
  },
  overrides: { '/xl/tables/table1.xml': 'spreadsheetml.table' },
});

async function write(xml: string, options: SimpleOptions = {}, plan: PlanOptions = {}): Promise<Uint8Array> {
  const workbook = await open(simpleWorkbook([{ name: '台账', xml }], options));
  const report = await workbook.write(columnsPlan('台账', plan));
  assert.ok(report.ok, JSON.stringify(report));
  const once = workbook.bytes();
  const again = await open(once);
  await again.write(columnsPlan('台账', plan));
  assert.deepEqual(Buffer.from(again.bytes()), Buffer.from(once), 'written twice');
  return once;
}

const texts = (xml: string, row: number): (string | undefined)[] =>
  [...xml.matchAll(new RegExp(`<c r="[A-Z]+${row}"[^>]*?(?:/>|>(.*?)</c>)`, 'g'))].map(
    ([, inner]) => /<t[^>]*>(.*)<\/t>/.exec(inner ?? '')?.[1],
  );

describe('what grows with our columns', () => {
  const filter = '<autoFilter ref="A2:B5"/>';

  it('is a table that covers the header up to them, its filter and its columns', async () => {
    const bytes = await write(
      worksheet(ROWS),
      withTable(table('ref="A2:B5" totalsRowCount="1"', ['序号', '标题'], '<autoFilter ref="A2:B4"/>')),
    );
    const xml = part(bytes, TABLE);
    assert.match(xml, /displayName="表1" ref="A2:H5" totalsRowCount="1">/);
    assert.match(xml, /<autoFilter ref="A2:H4"\/>/);
    assert.match(xml, /<tableColumns count="8">/);
    const columns = [...xml.matchAll(/<tableColumn id="(\d+)" name="([^"]*)"/g)].map(([, id, name]) => [
      Number(id),
      name,
    ]);
    assert.deepEqual(
      columns.slice(2),
      TITLES.map((title, i) => [5 + i, title]),
    );
  });

  it('is a table whose columns already have such a name: ours get a number, in the cell too', async () => {
    const bytes = await write(worksheet(ROWS), withTable(table('ref="A2:B5"', ['督查·状态', '标题'])));
    assert.match(part(bytes, TABLE), /<tableColumn id="5" name="督查·状态2"\/>/);
    assert.deepEqual(texts(part(bytes, SHEET), 2).slice(2, 4), ['督查·状态2', '督查·应办结日']);
  });

  it('is not a table fed by a query, one without headings, one elsewhere, or one with a gap to ours', async () => {
    const far = worksheet(`${ROWS}<row r="7"><c r="K7"><v>1</v></c></row>`);
    for (const [attributes, xml] of [
      ['ref="A2:B5" tableType="queryTable"', worksheet(ROWS)],
      ['ref="A2:B5" headerRowCount="0"', worksheet(ROWS)],
      ['ref="A4:B5"', worksheet(ROWS)],
      ['ref="A2:B5"', far],
    ] as const) {
      const before = table(attributes, ['序号', '标题']);
      assert.equal(part(await write(xml, withTable(before)), TABLE), before);
    }
  });

  it('is headed in the row of the table, without merges, where the header has several rows', async () => {
    const plan = { headerRows: [1, 2] };
    const bytes = await write(worksheet(ROWS), withTable(table('ref="A2:B5"', ['序号', '标题'])), plan);
    const xml = part(bytes, SHEET);
    assert.ok(!xml.includes('mergeCell'));
    assert.deepEqual(texts(xml, 1).slice(1), [undefined, undefined, undefined, undefined, undefined, undefined]);
    assert.deepEqual(texts(xml, 2).slice(2), [...TITLES]);
  });

  it('keeps a heading that the user renamed in a table, so that cell and table agree', async () => {
    const workbook = await open(await write(worksheet(ROWS), withTable(table('ref="A2:B5"', ['序号', '标题']))));
    const renamed = await replaceIn(workbook.bytes(), TABLE, (xml) => xml.replace('督查·状态', '状态'));
    const again = await open(renamed);
    assert.ok((await again.write(columnsPlan('台账'))).ok);
    assert.deepEqual(texts(part(again.bytes(), SHEET), 2).slice(2, 4), ['状态', '督查·应办结日']);
  });

  it("leaves the totals of a table's row alone when it clears", async () => {
    const first = await write(worksheet(ROWS), withTable(table('ref="A2:B5" totalsRowCount="1"', ['序号', '标题'])));
    const total = '<c r="E5"><f>SUBTOTAL(109,表1[督查·剩余天数])</f><v>-2</v></c>';
    const changed = await replaceIn(first, SHEET, (xml) =>
      xml.replace('<c r="A5"><v>9</v></c>', `<c r="A5"><v>9</v></c>${total}`),
    );
    const again = await open(changed);
    assert.ok((await again.write(columnsPlan('台账', { rows: [3] }))).ok);
    const xml = part(again.bytes(), SHEET);
    assert.ok(xml.includes(total));
    assert.deepEqual(texts(xml, 4), [undefined], 'row 4 is cleared');
  });

  it("is the sheet's own filter and its hidden name", async () => {
    const names =
      '<definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">\'台账\'!$A$2:$B$5</definedName></definedNames>';
    const bytes = await write(worksheet(ROWS, '', filter), { behindSheets: names });
    assert.match(part(bytes, SHEET), /<autoFilter ref="A2:H5"\/>/);
    assert.match(part(bytes, 'xl/workbook.xml'), /hidden="1">'台账'!\$A\$2:\$H\$5</);
  });

  it('is not a filter of something else', async () => {
    for (const ref of ['A4:B5', 'A2:A5']) {
      const before = worksheet(ROWS, '', `<autoFilter ref="${ref}"/>`);
      assert.match(part(await write(before), SHEET), new RegExp(`<autoFilter ref="${ref}"/>`));
    }
  });

  it('is a merged heading over all header rows, but never across what is merged already', async () => {
    const plan = { headerRows: [1, 2] };
    const plain = part(await write(worksheet(ROWS), {}, plan), SHEET);
    assert.match(
      plain,
      /<\/sheetData><mergeCells count="6"><mergeCell ref="C1:C2"\/>.*<mergeCell ref="H1:H2"\/><\/mergeCells>/,
    );
    assert.deepEqual(texts(plain, 1).slice(1), [...TITLES]);
    const both = worksheet(
      ROWS,
      '',
      '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells><phoneticPr fontId="0"/>',
    );
    assert.match(
      part(await write(both, {}, plan), SHEET),
      /<mergeCells count="7"><mergeCell ref="A1:B1"\/><mergeCell ref="C1:C2"\/>.*<\/mergeCells><phoneticPr/,
    );
  });

  it('goes before what the schema puts behind merged cells', async () => {
    const behind = '<sheetCalcPr/><customSheetViews/><conditionalFormatting sqref="A1"/><pageMargins/>';
    const xml = part(await write(worksheet(ROWS, '', behind), {}, { headerRows: [1, 2] }), SHEET);
    assert.match(
      xml,
      /<sheetCalcPr\/><customSheetViews\/><mergeCells count="6">.*<\/mergeCells><conditionalFormatting/,
    );
  });
});

async function replaceIn(bytes: Uint8Array, name: string, change: (text: string) => string): Promise<Uint8Array> {
  const { unzipSync, zipSync, strFromU8, strToU8 } = await import('fflate');
  const files = unzipSync(bytes);
  files[name] = strToU8(change(strFromU8(files[name]!)));
  return zipSync(files);
}
