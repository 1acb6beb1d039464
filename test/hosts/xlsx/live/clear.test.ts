import assert from 'node:assert/strict';
import { unzipSync } from 'fflate';
import type { ClearReport } from '../../../../src/ports/liveWorkbook';
import type { XlsxWorkbook } from '../../../../src/hosts/xlsx/xlsxWorkbook';
import { cellsByAddress, open, part, simpleWorkbook, worksheet, zipParts, type SimpleOptions } from '../write/files';
import { columnsPlan, findingRows, ownedSheet } from '../write/plans';

const SHEET = 'xl/worksheets/sheet1.xml';

const text = (place: string, said: string): string => `<c r="${place}" t="inlineStr"><is><t>${said}</t></is></c>`;
const ROWS = `<row r="2">${text('A2', '序号')}${text('B2', '标题')}</row><row r="3">${text('A3', '1')}</row><row r="4">${text('A4', '2')}</row>`;

const book = (rows: string, before = '', behind = '', options: SimpleOptions = {}): Promise<XlsxWorkbook> =>
  open(simpleWorkbook([{ name: '台账', xml: worksheet(rows, before, behind) }], options));

async function clear(workbook: XlsxWorkbook): Promise<ClearReport> {
  const report = await workbook.clear();
  assert.ok(report.ok, JSON.stringify(report));
  return report.value;
}

async function written(workbook: XlsxWorkbook, ...plan: Parameters<typeof columnsPlan>): Promise<void> {
  const report = await workbook.write(columnsPlan(...plan));
  assert.ok(report.ok, JSON.stringify(report));
}

describe('clearing a file', () => {
  it('gives blank cells and columns the looks back that they had under ours', async () => {
    // So many blank columns with a border that our results stand on the first of them.
    const blanks = (row: number): string =>
      Array.from({ length: 60 }, (_, i) => `<c r="${columnOf(i + 3)}${row}" s="${row === 4 ? 2 : 1}"/>`).join('');
    const rows = ROWS.replaceAll(/<\/row>/g, '|')
      .split('|')
      .map((row, i) => (row === '' ? '' : `${row}${blanks(i + 2)}</row>`));
    const cols =
      '<cols><col min="1" max="2" width="9"/><col min="3" max="16384" width="4.5" style="2" hidden="1"/></cols>';
    const workbook = await book(rows.join(''), cols);
    const before = part(workbook.bytes(), SHEET);
    await written(workbook, '台账', { rows: [3] });
    assert.match(cellsByAddress(part(workbook.bytes(), SHEET)).get('C3')!, /inlineStr/);
    await written(workbook, '台账', { rows: [3, 4] });
    assert.equal((await clear(workbook)).columns, 6);
    assert.equal(part(workbook.bytes(), SHEET), before);
    assert.ok(!('customXml/item1.xml' in unzipSync(workbook.bytes())));
  });

  it('narrows a table and its filter that had grown, and the filter of a sheet', async () => {
    const table =
      '<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" name="表1" displayName="表1" ref="A2:B4"><autoFilter ref="A2:B4"/><sortState ref="A3:B4"><sortCondition ref="A3:A4"/></sortState><tableColumns count="2"><tableColumn id="1" name="序号"/><tableColumn id="2" name="标题"/></tableColumns></table>';
    const rels =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/table" Target="../tables/table1.xml"/></Relationships>';
    const workbook = await book(ROWS, '', '', {
      parts: { 'xl/tables/table1.xml': table, 'xl/worksheets/_rels/sheet1.xml.rels': rels },
      overrides: { '/xl/tables/table1.xml': 'spreadsheetml.table' },
    });
    await written(workbook, '台账');
    assert.match(part(workbook.bytes(), 'xl/tables/table1.xml'), /ref="A2:H4"/);
    await clear(workbook);
    assert.equal(part(workbook.bytes(), 'xl/tables/table1.xml'), table);

    const filter = '<autoFilter ref="A2:B4"><filterColumn colId="1"><filters blank="1"/></filterColumn></autoFilter>';
    const name = `<definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">台账!$A$2:$B$4</definedName></definedNames>`;
    const filtered = await book(ROWS, '', filter, { behindSheets: name });
    const before = [part(filtered.bytes(), SHEET), part(filtered.bytes(), 'xl/workbook.xml')];
    await written(filtered, '台账');
    assert.match(part(filtered.bytes(), 'xl/workbook.xml'), /\$A\$2:\$H\$4/);
    await clear(filtered);
    assert.deepEqual([part(filtered.bytes(), SHEET), part(filtered.bytes(), 'xl/workbook.xml')], before);
  });

  it('takes the criteria of our columns off a filter, and leaves those of the user', async () => {
    const workbook = await book(ROWS, '', '<autoFilter ref="A2:B4"/>');
    await written(workbook, '台账');
    const marked = part(workbook.bytes(), SHEET).replace(
      '<autoFilter ref="A2:H4"/>',
      '<autoFilter ref="A2:H4"><filterColumn colId="0"><filters><filter val="1"/></filters></filterColumn><filterColumn colId="3"><filters><filter val="超期"/></filters></filterColumn><sortState ref="A3:H4"><sortCondition ref="C3:C4"/></sortState></autoFilter>',
    );
    const parts = { ...unzipSync(workbook.bytes()), [SHEET]: new TextEncoder().encode(marked) };

    const filtered = await open(zipParts(parts));
    await clear(filtered);
    assert.match(
      part(filtered.bytes(), SHEET),
      /<autoFilter ref="A2:B4"><filterColumn colId="0"><filters><filter val="1"\/><\/filters><\/filterColumn><\/autoFilter>/,
    );
  });

  it('follows columns that a person moved, and leaves one inserted among them', async () => {
    const names =
      '<definedNames><definedName name="_appeals.columns" hidden="1">台账!$B$2:$D$2</definedName>' +
      '<definedName name="_appeals.column.1" localSheetId="0" hidden="1">台账!$B:$B</definedName>' +
      '<definedName name="_appeals.column.2" localSheetId="0" hidden="1">台账!$D:$D</definedName></definedNames>';
    const rows = `<row r="2">${text('A2', '序号')}${text('B2', '甲')}${text('C2', '批示')}${text('D2', '乙')}</row><row r="3">${text('B3', '旧')}${text('C3', '阅')}${text('D3', '旧')}</row>`;
    const workbook = await book(rows, '', '', { behindSheets: names });
    assert.equal((await clear(workbook)).columns, 2);
    const cells = cellsByAddress(part(workbook.bytes(), SHEET));
    assert.deepEqual([...cells.keys()], ['A2', 'C2', 'C3']);
    assert.ok(!part(workbook.bytes(), 'xl/workbook.xml').includes('_appeals'));
  });

  it('keeps a formula that cells of the user lean on, and has others calculated that read ours', async () => {
    const rows =
      `<row r="2">${text('A2', '序号')}</row>` +
      '<row r="3"><c r="A3"><f>COUNTA(B:B)</f><v>2</v></c><c r="B3"><f t="shared" si="4" ref="B3:I3">A3</f><v>1</v></c><c r="I3"><f t="shared" si="4"/><v>1</v></c></row>';
    const names =
      '<definedNames><definedName name="_appeals.columns" hidden="1">台账!$B$2:$C$2</definedName></definedNames>';
    const workbook = await book(
      rows.replace('</row><row r="3">', `${text('B2', '甲')}${text('C2', '乙')}</row><row r="3">`),
      '',
      '',
      {
        behindSheets: names,
      },
    );
    await clear(workbook);
    const cells = cellsByAddress(part(workbook.bytes(), SHEET));
    assert.deepEqual([...cells.keys()], ['A2', 'A3', 'B3', 'I3']);
    assert.equal(cells.get('A3'), '<c r="A3"><f>COUNTA(B:B)</f></c>');
    assert.match(part(workbook.bytes(), 'xl/workbook.xml'), /fullCalcOnLoad="1"/);
  });

  it('removes our sheets from among those of the user: names, views and references follow', async () => {
    const sheets = ['台账', '附表', '汇总'].map((name) => ({ name, xml: worksheet(ROWS) }));
    const workbook = await open(simpleWorkbook(sheets.slice(0, 1)));
    const own = [
      ownedSheet('summary', '督查汇总', findingRows('台账')),
      ownedSheet('findings', '督查问题', findingRows('台账')),
    ];
    await written(workbook, '台账', { sheets: own });
    // A person adds a sheet behind ours, which reads one of them, and stays on it.
    const bytes = unzipSync(workbook.bytes());
    const swap = (name: string, from: string, to: string): void => {
      const old = new TextDecoder().decode(bytes[name]);
      assert.ok(old.includes(from), `${name}: ${from}`);
      bytes[name] = new TextEncoder().encode(old.replace(from, to));
    };
    swap('xl/workbook.xml', '<sheets>', '<bookViews><workbookView activeTab="3" firstSheet="1"/></bookViews><sheets>');
    swap('xl/workbook.xml', '</sheets>', '<sheet name="附表" sheetId="20" r:id="rId80"/></sheets>');
    swap(
      'xl/workbook.xml',
      '</definedNames>',
      '<definedName name="_xlnm.Print_Area" localSheetId="3">附表!$A$1</definedName><definedName name="件数">督查汇总!$A$1</definedName></definedNames>',
    );
    swap(
      'xl/_rels/workbook.xml.rels',
      '</Relationships>',
      '<Relationship Id="rId80" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet9.xml"/></Relationships>',
    );
    swap(
      '[Content_Types].xml',
      '</Types>',
      '<Override PartName="/xl/worksheets/sheet9.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
    );
    const added = {
      'xl/worksheets/sheet9.xml': worksheet('<row r="1"><c r="A1"><f>督查汇总!A1&amp;台账!A2</f><v>1</v></c></row>'),
    };

    const shared = await open(zipParts({ ...bytes, ...added }));
    assert.deepEqual((await clear(shared)).sheets, ['督查汇总', '督查问题']);
    const xml = part(shared.bytes(), 'xl/workbook.xml');
    assert.match(xml, /<sheets><sheet name="台账"[^>]*\/><sheet name="附表"[^>]*\/><\/sheets>/);
    assert.match(xml, /<workbookView activeTab="1" firstSheet="0"\/>/);
    assert.match(
      xml,
      /<definedNames><definedName name="_xlnm.Print_Area" localSheetId="1">附表!\$A\$1<\/definedName><definedName name="件数">#REF!<\/definedName><\/definedNames>/,
    );
    assert.equal(
      cellsByAddress(part(shared.bytes(), 'xl/worksheets/sheet9.xml')).get('A1'),
      '<c r="A1"><f>#REF!&amp;台账!A2</f></c>',
    );
    const left = await shared.sheets();
    assert.ok(left.ok);
    assert.deepEqual(
      left.value.map(({ name, active }) => [name, active]),
      [
        ['台账', false],
        ['附表', true],
      ],
    );
  });

  it('is refused, and nothing done, where a sheet or the structure is protected, or no sheet would be left to see', async () => {
    const codes = async (workbook: XlsxWorkbook): Promise<readonly string[]> => {
      const before = workbook.bytes();
      const report = await workbook.clear();
      assert.ok(!report.ok);
      assert.equal(workbook.bytes(), before);
      return report.problems.map(({ code }) => code);
    };
    const names =
      '<definedNames><definedName name="_appeals.columns" hidden="1">台账!$B$2:$C$2</definedName></definedNames>';
    const shut = await book(ROWS, '', '<sheetProtection sheet="1"/>', { behindSheets: names });
    assert.deepEqual(await codes(shut), ['sheet-protected']);
    const sheets = ['台账', '督查问题'].map((name) => ({ name, xml: worksheet(ROWS) }));
    const marked =
      '<definedNames><definedName name="_appeals.sheet.findings" hidden="1">督查问题!$A$1</definedName></definedNames>';
    const fixed = simpleWorkbook(sheets, {
      behindSheets: marked,
      beforeSheets: '<workbookProtection lockStructure="1"/>',
    });
    assert.deepEqual(await codes(await open(fixed)), ['workbook-structure-protected']);
    const bytes = unzipSync(simpleWorkbook(sheets, { behindSheets: marked }));
    const xml = new TextDecoder().decode(bytes['xl/workbook.xml']).replace('name="台账"', 'name="台账" state="hidden"');

    const hidden = await open(zipParts({ ...bytes, 'xl/workbook.xml': xml }));
    assert.deepEqual(await codes(hidden), ['no-sheet-left-to-show']);
  });

  it('takes along what a person had added to a sheet of ours, and nothing that others use', async () => {
    const workbook = await book(ROWS);
    await written(workbook, '台账', { sheets: [ownedSheet('findings', '督查问题', findingRows('台账'))] });
    const rels = (targets: readonly string[]): string =>
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets.map((target, i) => `<Relationship Id="rId${i + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing" Target="${target}"/>`).join('')}</Relationships>`;

    const drawn = await open(
      zipParts({
        ...unzipSync(workbook.bytes()),
        'xl/worksheets/_rels/sheet2.xml.rels': rels(['../drawings/drawing1.xml']),
        'xl/worksheets/_rels/sheet1.xml.rels': rels(['../drawings/drawing2.xml']),
        'xl/drawings/_rels/drawing1.xml.rels': rels(['../media/image1.png', '../media/image2.png']),
        'xl/drawings/_rels/drawing2.xml.rels': rels(['../media/image2.png']),
        'xl/drawings/drawing1.xml': '<a/>',
        'xl/drawings/drawing2.xml': '<a/>',
        'xl/media/image1.png': Uint8Array.of(1),
        'xl/media/image2.png': Uint8Array.of(2),
      }),
    );
    await clear(drawn);
    const left = Object.keys(unzipSync(drawn.bytes())).filter((name) => /drawing|media|sheet2/.test(name));
    assert.deepEqual(left.sort(), [
      'xl/drawings/_rels/drawing2.xml.rels',
      'xl/drawings/drawing2.xml',
      'xl/media/image2.png',
    ]);
  });
});

const columnOf = (n: number): string =>
  n > 26 ? columnOf(Math.floor((n - 1) / 26)) + columnOf(((n - 1) % 26) + 1) : String.fromCharCode(64 + n);
