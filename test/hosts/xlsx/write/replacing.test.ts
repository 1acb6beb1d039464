import assert from 'node:assert/strict';
import { cellsByAddress, open, part, simpleWorkbook, worksheet } from './files';
import { columnsPlan, TITLES } from './plans';

const SHEET = 'xl/worksheets/sheet1.xml';

const text = (address: string, value: string): string => `<c r="${address}" t="inlineStr"><is><t>${value}</t></is></c>`;

const named = (names: readonly (readonly [name: string, text: string, scope?: number])[]): string =>
  `<definedNames>${names
    .map(
      ([name, value, scope]) =>
        `<definedName name="${name}"${scope === undefined ? '' : ` localSheetId="${scope}"`} hidden="1">${value}</definedName>`,
    )
    .join('')}</definedNames>`;

async function rewrite(
  rows: string,
  names: Parameters<typeof named>[0],
  options: Parameters<typeof columnsPlan>[1] = {},
  behind = '',
): Promise<{ cells: Map<string, string>; xml: string; workbook: string }> {
  const xml = worksheet(rows, '', behind);
  const workbook = await open(simpleWorkbook([{ name: '台账', xml }], { behindSheets: named(names) }));
  const report = await workbook.write(
    columnsPlan('台账', { titles: ['甲', '乙'], cells: () => [word('新'), word('新')], ...options }),
  );
  assert.ok(report.ok, JSON.stringify(report));
  const written = part(workbook.bytes(), SHEET);
  return { cells: cellsByAddress(written), xml: written, workbook: part(workbook.bytes(), 'xl/workbook.xml') };
}

const word = (value: string) => ({ text: value, style: 'body' as const });
const said = (cell: string | undefined): string | undefined => /<t[^>]*>(.*)<\/t>/.exec(cell ?? '')?.[1];

const OLD =
  `<row r="2">${text('A2', '序号')}${text('B2', '甲')}${text('C2', '乙')}</row>` +
  `<row r="3"><c r="A3"><v>1</v></c>${text('B3', '旧')}${text('C3', '旧')}</row>` +
  `<row r="4"><c r="A4"><v>2</v></c>${text('B4', '旧')}<c r="C4"><f>A4</f><v>2</v></c></row>` +
  `<row r="5">${text('A5', '合计')}${text('C5', '旧')}</row>`;

const MARKED = [
  ['_appeals.columns', '台账!$B$2:$C$2'],
  ['_appeals.column.1', '台账!$B:$B', 0],
  ['_appeals.column.2', '台账!$C:$C', 0],
] as const;

describe('writing where we wrote before', () => {
  it('replaces what was there and clears the rows that the plan does not name', async () => {
    const { cells } = await rewrite(OLD, MARKED, { rows: [3] });
    assert.deepEqual([...cells.keys()], ['A2', 'B2', 'C2', 'A3', 'B3', 'C3', 'A4', 'A5']);
    assert.equal(said(cells.get('C3')), '新');
  });

  it('hides its names again after a program that showed them', async () => {
    const shown =
      '<definedNames><definedName name="_appeals.columns" hidden="false">台账!$B:$C</definedName></definedNames>';
    const workbook = await open(simpleWorkbook([{ name: '台账', xml: worksheet(OLD) }], { behindSheets: shown }));
    assert.ok((await workbook.write(columnsPlan('台账', { titles: ['甲', '乙'] }))).ok);
    const xml = part(workbook.bytes(), 'xl/workbook.xml');
    assert.match(xml, /<definedName name="_appeals.columns" hidden="1">'台账'!\$B:\$C</);
  });

  it('goes by the range alone where the columns have no names of their own', async () => {
    const { cells } = await rewrite(OLD, MARKED.slice(0, 1), { rows: [3] });
    assert.deepEqual([...cells.keys()], ['A2', 'B2', 'C2', 'A3', 'B3', 'C3', 'A4', 'A5']);
  });

  it('leaves a column that the user inserted among ours', async () => {
    const rows = `<row r="2">${text('A2', '序号')}${text('B2', '甲')}${text('C2', '备注')}${text('D2', '乙')}</row><row r="3">${text('B3', '旧')}${text('C3', '领导批示')}${text('D3', '旧')}</row><row r="4">${text('C4', '阅')}</row>`;
    const names = [
      ['_appeals.columns', '台账!$B$2:$D$2'],
      ['_appeals.column.1', '台账!$B:$B', 0],
      ['_appeals.column.2', '台账!$D:$D', 0],
    ] as const;
    const { cells } = await rewrite(rows, names, { rows: [3] });
    assert.deepEqual(
      [...cells].map(([address, cell]) => address + said(cell)),
      ['A2序号', 'B2甲', 'C2备注', 'D2乙', 'B3新', 'C3领导批示', 'D3新', 'C4阅'],
    );
  });

  it('puts a column that the user deleted right of everything, and marks it there', async () => {
    const rows = `<row r="2">${text('A2', '序号')}${text('B2', '乙')}${text('C2', '备注')}</row><row r="3">${text('B3', '旧')}</row>`;
    const names = [
      ['_appeals.columns', '台账!$B$2:$B$2'],
      ['_appeals.column.1', '台账!#REF!', 0],
      ['_appeals.column.2', '台账!$B:$B', 0],
    ] as const;
    const { cells, workbook } = await rewrite(rows, names, { rows: [3] });
    assert.deepEqual(
      [...cells].map(([address, cell]) => address + said(cell)),
      ['A2序号', 'B2乙', 'C2备注', 'D2甲', 'B3新', 'D3新'],
    );
    assert.match(workbook, /name="_appeals.column.1" localSheetId="0" hidden="1">'台账'!\$D:\$D</);
  });

  it('begins anew where all of its columns were deleted', async () => {
    const rows = `<row r="2">${text('A2', '序号')}${text('B2', '甲方')}</row>`;
    const names = [
      ['_appeals.columns', '#REF!'],
      ['_appeals.column.1', '台账!#REF!', 0],
    ] as const;
    const { cells, workbook } = await rewrite(rows, names, { rows: [3] });
    assert.deepEqual([...cells.keys()], ['A2', 'B2', 'C2', 'D2', 'C3', 'D3']);
    assert.ok(!workbook.includes('#REF!'));
  });

  it('drops a title that is no longer wanted, its merge and its name', async () => {
    const merged =
      '<mergeCells count="3"><mergeCell ref="B1:B2"/><mergeCell ref="C1:C2"/><mergeCell ref="A3:A4"/></mergeCells>';
    const rows = `<row r="1">${text('A1', '序号')}${text('B1', '甲')}${text('C1', '乙')}</row><row r="3">${text('B3', '旧')}${text('C3', '旧')}</row>`;
    const plan = { headerRows: [1, 2], rows: [3], titles: ['甲'] };
    const { cells, xml, workbook } = await rewrite(rows, MARKED, plan, merged);
    assert.deepEqual([...cells.keys()], ['A1', 'B1', 'B2', 'B3']);
    assert.match(xml, /<mergeCells count="2"><mergeCell ref="B1:B2"\/><mergeCell ref="A3:A4"\/><\/mergeCells>/);
    assert.ok(!workbook.includes('_appeals.column.2'));
  });

  it('writes right of the columns of the user that follow a cell without an address', async () => {
    const rows = `<row><c><v>0</v></c></row><row>${text('A2', '序号').replace(' r="A2"', '')}<c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row>`;
    const { xml } = await rewrite(rows, MARKED, { headerRows: [1], rows: [] });
    assert.match(
      xml,
      /<\/is><\/c><c r="B2"\/><c r="C2"\/><c><v>3<\/v><\/c><\/row>/,
      'the fourth cell stays the fourth',
    );
  });

  it('keeps a formula in its columns that cells of the user depend on', async () => {
    const rows = `<row r="2">${text('A2', '序号')}</row><row r="3">${text('A3', '1')}<c r="B3"><f t="shared" si="4" ref="B3:E3">A3</f><v>1</v></c>${text('C3', '旧')}<c r="E3"><f t="shared" si="4"/><v>1</v></c></row>`;
    const { cells } = await rewrite(rows, MARKED, { rows: [3] });
    assert.match(cells.get('B3')!, /<f t="shared" si="4" ref="B3:E3">A3<\/f>/);
    assert.equal(said(cells.get('C3')), '新');
  });

  it('knows the columns of several ledgers of one workbook', async () => {
    const rows = `<row r="2">${text('A2', '序号')}</row>`;
    const sheets = ['一月', '二月'].map((name) => ({ name, xml: worksheet(rows) }));
    const workbook = await open(simpleWorkbook(sheets));
    for (const name of ['一月', '二月', '一月', '二月']) assert.ok((await workbook.write(columnsPlan(name))).ok);
    for (const n of [1, 2]) {
      const cells = cellsByAddress(part(workbook.bytes(), `xl/worksheets/sheet${n}.xml`));
      assert.deepEqual(
        [...cells.keys()].filter((address) => address.endsWith('2')),
        ['A2', 'B2', 'C2', 'D2', 'E2', 'F2', 'G2'],
      );
    }
  });

  it('lets the reader know which columns are ours', async () => {
    const workbook = await open(
      simpleWorkbook([{ name: "台'账", xml: worksheet(`<row r="2">${text('A2', '序号')}</row>`) }]),
    );
    assert.ok((await workbook.write(columnsPlan("台'账"))).ok);
    const grid = await workbook.readSheet("台'账");
    assert.ok(grid.ok);
    assert.deepEqual(grid.value.ownedColumns, { first: 2, last: 1 + TITLES.length });
  });

  it('takes cells from the chain of calculations only where a formula of its own went', async () => {
    const chain =
      '<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><c r="C4" i="3"/><c r="D9"/><c r="C4" i="4" s="1"/></calcChain>';
    const options = {
      behindSheets: named(MARKED),
      parts: { 'xl/calcChain.xml': chain },
      workbookRelationships: [['rId70', 'calcChain', 'calcChain.xml']] as const,
      overrides: { '/xl/calcChain.xml': 'spreadsheetml.calcChain' },
    };
    const workbook = await open(simpleWorkbook([{ name: '台账', xml: worksheet(OLD) }], options));
    const plan = columnsPlan('台账', { titles: ['甲', '乙'], rows: [3] });
    assert.ok((await workbook.write(plan)).ok);
    assert.match(
      part(workbook.bytes(), 'xl/calcChain.xml'),
      /"><c r="D9" i="3"\/><c r="C4" i="4" s="1"\/><\/calcChain>$/,
    );
    const only = { ...options, parts: { 'xl/calcChain.xml': chain.replace('<c r="D9"/><c r="C4" i="4" s="1"/>', '') } };
    const other = await open(simpleWorkbook([{ name: '台账', xml: worksheet(OLD) }], only));
    assert.ok((await other.write(plan)).ok);
    const { unzipSync } = await import('fflate');
    assert.ok(!('xl/calcChain.xml' in unzipSync(other.bytes())));
    assert.ok(!part(other.bytes(), '[Content_Types].xml').includes('calcChain'));
    assert.ok(!part(other.bytes(), 'xl/_rels/workbook.xml.rels').includes('calcChain'));
  });
});
