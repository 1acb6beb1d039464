import assert from 'node:assert/strict';
import { MAIN, open, part, relationships, simpleWorkbook, worksheet, type SimpleOptions } from './files';
import { columnsPlan } from './plans';

const SHEET = 'xl/worksheets/sheet1.xml';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';
const ROWS = '<row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>2</v></c></row><row r="3"><c r="A3"><v>1</v></c></row>';

/** The column of the first title, and the notes of the report. */
async function place(
  xml: string,
  options: SimpleOptions = {},
): Promise<{ column: string | undefined; notes: string[] }> {
  const workbook = await open(simpleWorkbook([{ name: '台账', xml }], options));
  const report = await workbook.write(columnsPlan('台账'));
  assert.ok(report.ok, JSON.stringify(report));
  const column = /<c r="([A-Z]+)2"[^>]*><is><t>督查·状态<\/t>/.exec(part(workbook.bytes(), SHEET))?.[1];
  return { column, notes: report.value.notes.map((note) => note.code) };
}

const relating = (type: string, target: string, content: string): SimpleOptions => ({
  parts: {
    'xl/worksheets/_rels/sheet1.xml.rels': relationships(['rId1', type, `../${target}`]),
    [`xl/${target}`]: content,
  },
});

const drawing = (from: readonly [number, number], to: readonly [number, number]): string => {
  const corner = (name: string, [column, row]: readonly [number, number]): string =>
    `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:row>${row}</xdr:row></xdr:${name}>`;
  return `<xdr:wsDr xmlns:xdr="${DRAWING}"><xdr:twoCellAnchor>${corner('from', from)}${corner('to', to)}</xdr:twoCellAnchor></xdr:wsDr>`;
};

describe('the place of our columns', () => {
  it('is right of the last cell with content in any row', async () => {
    assert.equal((await place(worksheet(ROWS))).column, 'C');
    const note = '<row r="30"><c r="F30" t="inlineStr"><is><t>填表人：甲某</t></is></c></row>';
    assert.equal((await place(worksheet(ROWS + note))).column, 'G');
    assert.equal((await place(worksheet(`${ROWS}<row r="30"><c r="H30"><f>A1</f></c></row>`))).column, 'I');
  });

  it('does not go by what the sheet states as its used area', async () => {
    assert.equal((await place(worksheet(ROWS, '<dimension ref="A1:ZZ9"/>'))).column, 'C');
    assert.equal((await place(worksheet(ROWS, '<dimension ref="A1"/>'))).column, 'C');
  });

  it("is right of merged cells, the sheet's filter, comments, and pictures beside the table", async () => {
    const merged = worksheet(ROWS, '', '<mergeCells count="1"><mergeCell ref="A1:E1"/></mergeCells>');
    assert.equal((await place(merged)).column, 'F');
    assert.equal((await place(worksheet(ROWS, '', '<autoFilter ref="A2:D3"/>'))).column, 'E');
    const comments = `<comments xmlns="${MAIN}"><commentList><comment ref="G3"><text><t>x</t></text></comment></commentList></comments>`;
    assert.equal((await place(worksheet(ROWS), relating('comments', 'comments1.xml', comments))).column, 'H');
    const beside = relating('drawing', 'drawings/drawing1.xml', drawing([3, 1], [8, 12]));
    assert.equal((await place(worksheet(ROWS), beside)).column, 'J');
    const below = relating('drawing', 'drawings/drawing1.xml', drawing([3, 30], [8, 40]));
    assert.equal((await place(worksheet(ROWS), below)).column, 'C');
  });

  it('spares blank cells with borders from the header down, and not those of a title', async () => {
    const bordered = ROWS.replace('</row>', '<c r="E2" s="2"/></row>');
    assert.equal((await place(worksheet(bordered))).column, 'F');
    assert.equal((await place(worksheet(`<row r="1"><c r="M1" s="1"/></row>${ROWS}`))).column, 'C');
  });

  it('stands on blank cells where they go on so far that nobody would find it', async () => {
    const endless = worksheet(
      ROWS.replace('</row>', '<c r="XFD2" s="2"/></row>') + '<row r="9"><c r="D9" s="2"/></row>',
    );
    assert.deepEqual(await place(endless), { column: 'C', notes: [] });
    const workbook = await open(simpleWorkbook([{ name: '台账', xml: endless }]));
    for (let turn = 0; turn < 2; turn++) {
      assert.ok((await workbook.write(columnsPlan('台账'))).ok);
      assert.match(
        part(workbook.bytes(), SHEET),
        /<row r="9"><c r="D9" s="2"\/><\/row>/,
        'where it writes nothing, it clears nothing',
      );
    }
  });

  it('ends with the sheet: no room, no columns, and a note', async () => {
    const full = worksheet(ROWS.replace('</row>', '<c r="XFA2"><v>1</v></c></row>'));
    assert.deepEqual(await place(full), { column: undefined, notes: ['columns-no-room'] });
    const wide = worksheet(ROWS, '', '<mergeCells count="1"><mergeCell ref="A1:XFD1"/></mergeCells>');
    assert.deepEqual(await place(wide), { column: 'C', notes: [] }, 'a title over the whole sheet is in nobody’s way');
  });
});
