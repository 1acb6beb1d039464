import assert from 'node:assert/strict';
import { address, CellKind } from '../../../../src/core/ledger/grid';
import type { CellEdit } from '../../../../src/ports/liveWorkbook';
import type { XlsxWorkbook } from '../../../../src/hosts/xlsx/xlsxWorkbook';
import { cellsByAddress, open, part, simpleWorkbook, worksheet, type SimpleOptions } from '../write/files';

const SHEET = 'xl/worksheets/sheet1.xml';

async function saved(workbook: XlsxWorkbook): Promise<Uint8Array> {
  const bytes = await workbook.save();
  assert.ok(bytes.ok, JSON.stringify(bytes));
  return bytes.value;
}

async function edit(workbook: XlsxWorkbook, edits: readonly CellEdit[], sheet = '台账'): Promise<readonly string[]> {
  const done = await workbook.editCells(sheet, edits);
  return done.ok ? [] : done.problems.map(({ code }) => code);
}

const book = (rows: string, options: SimpleOptions = {}, before = '', behind = ''): Promise<XlsxWorkbook> =>
  open(simpleWorkbook([{ name: '台账', xml: worksheet(rows, before, behind) }], options));

async function kinds(workbook: XlsxWorkbook, sheet = '台账'): Promise<Record<string, number>> {
  const grid = await workbook.readSheet(sheet);
  assert.ok(grid.ok);
  const found: Record<string, number> = {};
  for (const { column, kinds: all } of grid.value.columns)
    grid.value.rows.forEach((row, at) => {
      if (all[at]) found[address(row, column)] = all[at];
    });
  return found;
}

const chained = (chain: string): SimpleOptions => ({
  parts: {
    'xl/calcChain.xml': `<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${chain}</calcChain>`,
  },
  workbookRelationships: [['rId70', 'calcChain', 'calcChain.xml']],
  overrides: { '/xl/calcChain.xml': 'spreadsheetml.calcChain' },
});

describe('cells typed into a file', () => {
  it('keep their own look, or that of their row or column', async () => {
    const workbook = await book(
      '<row r="2"><c r="A2" s="1" t="s" cm="1"><v>0</v></c></row><row r="3" s="2" customFormat="1"><c r="A3"><v>1</v></c></row><row r="4"/>',
      {
        parts: {
          'xl/sharedStrings.xml':
            '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>旧</t></si></sst>',
        },
        workbookRelationships: [['rId71', 'sharedStrings', 'sharedStrings.xml']],
        overrides: { '/xl/sharedStrings.xml': 'spreadsheetml.sharedStrings' },
      },
      '<cols><col min="3" max="5" style="1" width="9"/></cols>',
    );
    const at = (row: number, column: number): CellEdit => ({ row, column, value: 44477 });
    assert.deepEqual(await edit(workbook, [at(2, 1), at(2, 2), at(3, 1), at(3, 2), at(3, 4), at(4, 4), at(9, 3)]), []);
    const xml = part(await saved(workbook), SHEET);
    assert.deepEqual(
      [...cellsByAddress(xml).values()],
      [
        '<c r="A2" s="1"><v>44477</v></c>',
        '<c r="B2"><v>44477</v></c>',
        '<c r="A3"><v>44477</v></c>',
        '<c r="B3" s="2"><v>44477</v></c>',
        '<c r="D3" s="2"><v>44477</v></c>',
        '<c r="D4" s="1"><v>44477</v></c>',
        '<c r="C9" s="1"><v>44477</v></c>',
      ],
    );
  });

  it('are blank with a look, or not there at all, where they were emptied', async () => {
    const workbook = await book('<row r="2"><c r="A2" s="1"><v>1</v></c><c r="B2"><v>2</v></c></row>');
    await edit(workbook, [
      { row: 2, column: 1, value: null },
      { row: 2, column: 2, value: '' },
      { row: 7, column: 2, value: null },
    ]);
    const bytes = await saved(workbook);
    assert.deepEqual([...cellsByAddress(part(bytes, SHEET)).values()], ['<c r="A2" s="1"/>']);
    assert.ok(!part(bytes, SHEET).includes('r="7"'));
  });

  it('are escaped, cut to what a cell can hold, and read the same before and after', async () => {
    const workbook = await book('<row r="2"><c r="A2"><v>1</v></c></row>');
    const texts = [' <&>"_x0041_\u0007\r\n末 ', '长'.repeat(40_000), 'TRUE', '007'];
    await edit(
      workbook,
      texts.map((value, i) => ({ row: 2, column: i + 1, value })),
    );
    const read = async (from: XlsxWorkbook): Promise<(string | undefined)[]> => {
      const grid = await from.readSheet('台账');
      assert.ok(grid.ok);
      return grid.value.columns.map(({ numbers }) => grid.value.strings[numbers[0]!]);
    };
    const before = await read(workbook);
    assert.equal(before[0], ' <&>"_x0041_\n末 ');
    assert.equal(before[1]!.length, 32_767);
    assert.deepEqual(await read(await open(await saved(workbook))), before);
  });

  it('leave every other cell, row and part the bytes they were', async () => {
    const rows =
      '<row r="2" spans="1:2"><c><v>1</v></c><c s="1"><v>2</v></c></row><!-- x --><row><c r="A3" t="e"><v>#N/A</v></c></row>';
    const file = simpleWorkbook([
      { name: '台账', xml: worksheet(rows) },
      { name: '其他', xml: worksheet('') },
    ]);
    const workbook = await open(file);
    await edit(workbook, [{ row: 2, column: 4, value: '甲' }]);
    const bytes = await saved(workbook);
    assert.equal(
      part(bytes, SHEET),
      worksheet(
        rows
          .replace('spans="1:2"', 'spans="1:4"')
          .replace('</row><!--', '<c r="D2" t="inlineStr"><is><t>甲</t></is></c></row><!--'),
      ),
    );
    for (const name of ['xl/workbook.xml', 'xl/styles.xml', 'xl/worksheets/sheet2.xml', '[Content_Types].xml'])
      assert.equal(part(bytes, name), part(file, name), name);
  });

  it('are in the file once they are saved, and no sooner lost', async () => {
    const workbook = await book('<row r="2"><c r="A2"><v>1</v></c></row>');
    const before = workbook.bytes();
    await edit(workbook, [{ row: 2, column: 1, value: 5 }]);
    assert.throws(() => workbook.bytes(), /save/);
    const bytes = await saved(workbook);
    assert.notDeepEqual(Buffer.from(bytes), Buffer.from(before));
    assert.equal(workbook.bytes(), bytes);
    assert.equal(await saved(workbook), bytes, 'nothing new: the same bytes');
  });

  it('are refused where the file would break: arrays, headings of tables', async () => {
    const table = `<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" name="表1" displayName="表1" ref="A2:B4"><tableColumns count="2"><tableColumn id="1" name="序号"/><tableColumn id="2" name="标题"/></tableColumns></table>`;
    const rels =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/table" Target="../tables/table1.xml"/></Relationships>';
    const rows =
      '<row r="2"><c r="A2" t="str"><v>序号</v></c><c r="B2" t="str"><v>标题</v></c></row><row r="3"><c r="D3"><f t="array" ref="D3:D4">A3:A4*2</f><v>2</v></c><c r="E3"><f t="array" ref="E3">SUM(A3:A4)</f><v>2</v></c></row><row r="4"><c r="D4"><v>4</v></c></row>';
    const workbook = await book(rows, {
      parts: { 'xl/tables/table1.xml': table, 'xl/worksheets/_rels/sheet1.xml.rels': rels },
      overrides: { '/xl/tables/table1.xml': 'spreadsheetml.table' },
    });
    assert.deepEqual(await edit(workbook, [{ row: 4, column: 4, value: 1 }]), ['cell-in-array']);
    assert.deepEqual(await edit(workbook, [{ row: 2, column: 2, value: '题目' }]), ['cell-is-table-heading']);
    assert.deepEqual(
      await edit(workbook, [
        { row: 3, column: 5, value: 7 },
        { row: 3, column: 2, value: '甲' },
      ]),
      [],
    );
    const cells = cellsByAddress(part(await saved(workbook), SHEET));
    assert.equal(cells.get('E3'), '<c r="E3"><v>7</v></c>');
    assert.match(cells.get('D4')!, /<v>4<\/v>/);
  });
});

describe('formulas around a typed cell', () => {
  it('lose a value that no longer holds, along the whole chain and over sheets, until someone calculates', async () => {
    const rows =
      '<row r="2"><c r="A2"><v>1</v></c><c r="B2"><f>A2+1</f><v>2</v></c><c r="C2" t="str"><f>B2&amp;"天"</f><v>2天</v></c><c r="D2"><f>A3</f><v>9</v></c></row><row r="3"><c r="A3"><v>9</v></c></row>';
    const other = '<row r="1"><c r="A1"><f>SUM(台账!C:C)</f><v>0</v></c><c r="B1"><f>台账!A3</f><v>9</v></c></row>';
    const file = simpleWorkbook([
      { name: '台账', xml: worksheet(rows) },
      { name: '汇总', xml: worksheet(other) },
    ]);
    const workbook = await open(file);
    await edit(workbook, [{ row: 2, column: 1, value: 5 }]);
    const { number, uncached } = CellKind;
    const expected = { A2: number, A3: number, B2: uncached, C2: uncached, D2: number };
    assert.deepEqual(await kinds(workbook), expected);
    assert.deepEqual(await kinds(workbook, '汇总'), { A1: uncached, B1: number });
    const bytes = await saved(workbook);
    const again = await open(bytes);
    assert.deepEqual(await kinds(again), expected);
    assert.deepEqual(await kinds(again, '汇总'), { A1: uncached, B1: number });
    const cells = cellsByAddress(part(bytes, SHEET));
    assert.equal(cells.get('C2'), '<c r="C2"><f>B2&amp;"天"</f></c>');
    assert.match(part(bytes, 'xl/workbook.xml'), /<calcPr calcId="191029" fullCalcOnLoad="1"\/>/);
  });

  it('keep it where nothing they read has changed', async () => {
    const workbook = await book('<row r="2"><c r="A2"><v>1</v></c><c r="B2"><f>A3</f><v>2</v></c></row>');
    await edit(workbook, [{ row: 2, column: 3, value: 5 }]);
    const bytes = await saved(workbook);
    assert.equal(cellsByAddress(part(bytes, SHEET)).get('B2'), '<c r="B2"><f>A3</f><v>2</v></c>');
    assert.ok(!part(bytes, 'xl/workbook.xml').includes('fullCalcOnLoad'));
  });

  it('lose it where what they read can not be told', async () => {
    const workbook = await book(
      '<row r="2"><c r="A2"><f>INDIRECT("Z"&amp;1)</f><v>1</v></c><c r="B2"><f>A2</f><v>1</v></c></row>',
    );
    await edit(workbook, [{ row: 9, column: 9, value: 5 }]);
    assert.deepEqual(await kinds(workbook), { A2: CellKind.uncached, B2: CellKind.uncached, I9: CellKind.number });
  });

  it('are gone where a value was typed over them, from the chain of calculations as well', async () => {
    const workbook = await book(
      '<row r="2"><c r="A2"><f>1+1</f><v>2</v></c><c r="B2"><f>2+2</f><v>4</v></c></row>',
      chained('<c r="A2" i="3"/><c r="B2"/>'),
    );
    await edit(workbook, [{ row: 2, column: 1, value: '甲' }]);
    const bytes = await saved(workbook);
    assert.equal(cellsByAddress(part(bytes, SHEET)).get('A2'), '<c r="A2" t="inlineStr"><is><t>甲</t></is></c>');
    assert.match(part(bytes, 'xl/calcChain.xml'), /"><c r="B2" i="3"\/><\/calcChain>$/);
  });

  const shared = (row: number, own = ''): string =>
    `<row r="${row}"><c r="A${row}"><v>${row}</v></c><c r="B${row}"><f t="shared" si="4"${own}${own === '' ? '/>' : `>A${row}*$A$2</f>`}<v>1</v></c></row>`;

  it('that share one text keep it when the cell that holds it is overwritten', async () => {
    const workbook = await book(shared(2, ' ref="B2:B4"') + shared(3) + shared(4));
    await edit(workbook, [{ row: 2, column: 2, value: 1 }]);
    const cells = cellsByAddress(part(await saved(workbook), SHEET));
    assert.equal(cells.get('B2'), '<c r="B2"><v>1</v></c>');
    assert.equal(cells.get('B3'), '<c r="B3"><f t="shared" ref="B3:B4" si="4">A3*$A$2</f><v>1</v></c>');
    assert.equal(cells.get('B4'), '<c r="B4"><f t="shared" si="4"/><v>1</v></c>');
  });

  it('that share one over a rectangle get it each for themselves', async () => {
    const cell = (place: string, formula: string): string => `<c r="${place}">${formula}<v>1</v></c>`;
    const member = '<f t="shared" si="0"/>';
    const rows =
      `<row r="2">${cell('C2', '<f t="shared" ref="C2:D3" si="0">A2&amp;"x"</f>')}${cell('D2', member)}</row>` +
      `<row r="3">${cell('C3', member)}${cell('D3', member)}</row>`;
    const workbook = await book(rows);
    await edit(workbook, [{ row: 2, column: 3, value: 1 }]);
    const cells = cellsByAddress(part(await saved(workbook), SHEET));
    assert.equal(cells.get('D2'), '<c r="D2"><f>B2&amp;"x"</f><v>1</v></c>');
    assert.equal(cells.get('C3'), '<c r="C3"><f>A3&amp;"x"</f><v>1</v></c>');
    assert.equal(cells.get('D3'), '<c r="D3"><f>B3&amp;"x"</f><v>1</v></c>');
  });

  it('that share one are stale each by what it reads itself', async () => {
    const workbook = await book(shared(2, ' ref="B2:B4"') + shared(3) + shared(4));
    await edit(workbook, [{ row: 3, column: 1, value: 8 }]);
    const found = await kinds(workbook);
    assert.deepEqual([found['B2'], found['B3'], found['B4']], [CellKind.number, CellKind.uncached, CellKind.number]);
  });
});
