import assert from 'node:assert/strict';
import { CellKind } from '../../../src/core/ledger/grid';
import { Cancelled } from '../../../src/core/cancel';
import { readSheetGrid } from '../../../src/hosts/xlsx/readSheet';
import { open, problemOf, readCells, readGrid, readValues, valueOf } from './readSupport';
import { MAIN, workbookBytes } from './readWorkbooks';

const data = (rows: string): string => `<sheetData>${rows}</sheetData>`;
const cell = (inside: string): string => data(`<row r="1">${inside}</row>`);

/** What A1 holds, `undefined` where it is blank. */
async function a1(inside: string, strings?: string): Promise<[CellKind, string | number] | undefined> {
  const cells = await readCells({ sheets: [cell(inside)], ...(strings === undefined ? {} : { strings }) });
  const found = cells.get('A1');
  return found && [found.kind, found.value];
}

describe('cells of a sheet', () => {
  const { number, text, boolean, error, uncached } = CellKind;
  const table: [what: string, xml: string, expected: [CellKind, string | number] | undefined, strings?: string][] = [
    ['an integer', '<c r="A1"><v>42</v></c>', [number, 42]],
    ['type n', '<c r="A1" t="n"><v>42</v></c>', [number, 42]],
    ['a negative decimal', '<c r="A1"><v>-0.125</v></c>', [number, -0.125]],
    ['a serial with time', '<c r="A1"><v>44470.395833333336</v></c>', [number, 44470.395833333336]],
    ['an exponent', '<c r="A1"><v>1.5E-7</v></c>', [number, 1.5e-7]],
    ['18 digits', '<c r="A1"><v>342523198001011234</v></c>', [number, 342523198001011234]],
    ['15 digits', '<c r="A1"><v>123456789012345</v></c>', [number, 123456789012345]],
    ['a plus sign', '<c r="A1"><v>+5</v></c>', [number, 5]],
    ['white space around a number', '<c r="A1"><v> 7\n</v></c>', [number, 7]],
    ['a number as a character reference', '<c r="A1"><v>&#52;2</v></c>', [number, 42]],
    ['no number where one should be', '<c r="A1"><v>1,200</v></c>', [text, '1,200']],
    ['an unknown type', '<c r="A1" t="zz"><v>待定</v></c>', [text, '待定']],
    ['true', '<c r="A1" t="b"><v>1</v></c>', [boolean, 1]],
    ['true in words', '<c r="A1" t="b"><v>true</v></c>', [boolean, 1]],
    ['false', '<c r="A1" t="b"><v>0</v></c>', [boolean, 0]],
    ['an error', '<c r="A1" t="e"><v>#REF!</v></c>', [error, '#REF!']],
    ['an ISO date', '<c r="A1" t="d"><v>2021-10-08T00:00:00</v></c>', [text, '2021-10-08']],
    ['an ISO date with time', '<c r="A1" t="d"><v>2021-10-08T09:30:00.000</v></c>', [text, '2021-10-08 09:30:00']],
    ['an ISO date alone', '<c r="A1" t="d"><v>2021-10-08</v></c>', [text, '2021-10-08']],
    ['an ISO date of some zone', '<c r="A1" t="d"><v>2021-10-08T00:00:00Z</v></c>', [text, '2021-10-08T00:00:00Z']],
    ['a formula with its number', '<c r="A1"><f>1+1</f><v>2</v></c>', [number, 2]],
    ['a formula with its text', '<c r="A1" t="str"><f>A2&amp;""</f><v>甲某</v></c>', [text, '甲某']],
    ['a formula that answered no text', '<c r="A1" t="str"><f>""</f><v></v></c>', undefined],
    ['the same, closed at once', '<c r="A1" t="str"><f>""</f><v/></c>', undefined],
    ['a formula without a value', '<c r="A1"><f>TODAY()</f></c>', [uncached, 0]],
    ['a formula with an empty value', '<c r="A1"><f>TODAY()</f><v></v></c>', [uncached, 0]],
    ['the same, closed at once', '<c r="A1"><f>TODAY()</f><v/></c>', [uncached, 0]],
    ['a formula with white space', '<c r="A1"><f>TODAY()</f><v> </v></c>', [uncached, 0]],
    ['a text formula without a value', '<c r="A1" t="str"><f>A2</f></c>', [uncached, 0]],
    ['a shared formula without a value', '<c r="A1"><f t="shared" si="0"/></c>', [uncached, 0]],
    ['a shared formula with a value', '<c r="A1"><f t="shared" ref="A1:A9" si="0">B1</f><v>3</v></c>', [number, 3]],
    ['an array formula without a value', '<c r="A1"><f t="array" ref="A1:A2">B1:B2</f></c>', [uncached, 0]],
    ['an array formula with a value', '<c r="A1"><f t="array" ref="A1:A2">B1:B2</f><v>3</v></c>', [number, 3]],
    ['a formula that failed', '<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>', [error, '#DIV/0!']],
    ['a value before its formula', '<c r="A1"><v>3</v><f>1+2</f></c>', [number, 3]],
    ['a styled blank', '<c r="A1" s="0"/>', undefined],
    ['a blank with both tags', '<c r="A1" s="0"></c>', undefined],
    ['an empty value', '<c r="A1"><v></v></c>', undefined],
    ['white space for a number', '<c r="A1"><v> </v></c>', undefined],
    ['an inline string', '<c r="A1" t="inlineStr"><is><t>甲某</t></is></c>', [text, '甲某']],
    ['an empty inline string', '<c r="A1" t="inlineStr"><is><t/></is></c>', undefined],
    [
      'inline runs',
      '<c r="A1" t="inlineStr"><is><r><rPr><b/></rPr><t>责任</t></r><r><t>股室</t></r></is></c>',
      [text, '责任股室'],
    ],
    [
      'inline phonetics',
      '<c r="A1" t="inlineStr"><is><t>甲</t><rPh sb="0" eb="1"><t>jia</t></rPh><phoneticPr fontId="1"/></is></c>',
      [text, '甲'],
    ],
    ['an inline value', '<c r="A1" t="inlineStr"><v>甲某</v></c>', [text, '甲某']],
    ['spaces that are kept', '<c r="A1" t="inlineStr"><is><t xml:space="preserve">  a </t></is></c>', [text, '  a ']],
    ['a shared string', '<c r="A1" t="s"><v>1</v></c>', [text, '二'], '<si><t>一</t></si><si><t>二</t></si>'],
    [
      'a shared string of runs',
      '<c r="A1" t="s"><v>0</v></c>',
      [text, '责任股室'],
      '<si><r><t>责任</t></r><r><rPr/><t>股室</t></r></si>',
    ],
    [
      'phonetics of a shared string',
      '<c r="A1" t="s"><v>0</v></c>',
      [text, '甲乙'],
      '<si><t>甲</t><rPh sb="0" eb="1"><t>x</t></rPh><r><t>乙</t></r></si>',
    ],
    ['an empty shared string', '<c r="A1" t="s"><v>0</v></c>', undefined, '<si><t></t></si>'],
    ['a shared string without text', '<c r="A1" t="s"><v>1</v></c>', [text, 'b'], '<si/><si><t>b</t></si>'],
    ['a shared index with a formula', '<c r="A1" t="s"><f>B1</f><v>0</v></c>', [text, '一'], '<si><t>一</t></si>'],
    ['a shared index without a value', '<c r="A1" t="s"><v></v></c>', undefined, '<si><t>一</t></si>'],
    [
      'entities',
      '<c r="A1" t="str"><v>&lt;a&gt; &amp;amp; &quot;&apos;&#x4E2D;&#25991;&#x1F600;</v></c>',
      [text, '<a> &amp; "\'中文😀'],
    ],
    ['an entity that is none', '<c r="A1" t="str"><v>a&#x110000;</v></c>', [text, 'a\ufffd']],
    ['CDATA', '<c r="A1" t="str"><v>a<![CDATA[<b> & ]] &lt;]]>c&amp;</v></c>', [text, 'a<b> & ]] &lt;c&']],
    ['a number in CDATA', '<c r="A1"><v><![CDATA[12]]></v></c>', [number, 12]],
    ['comments and instructions inside', '<c r="A1"><!-- <v>9</v> --><v>1<!-- 5 -->2<?x y?></v></c>', [number, 12]],
    [
      'escapes',
      '<c r="A1" t="s"><v>0</v></c>',
      [text, 'a\rb_x000D_c_xZZ_'],
      '<si><t>a_x000D_b_x005F_x000D_c_xZZ_</t></si>',
    ],
    ['line ends', '<c r="A1" t="str"><v>a\r\nb\rc\nd&#13;e</v></c>', [text, 'a\nb\nc\nd\re']],
    [
      'no-break and full-width spaces',
      '<c r="A1" t="str"><v>责任\u00a0股\u3000室</v></c>',
      [text, '责任\u00a0股\u3000室'],
    ],
    ['characters outside the first plane', '<c r="A1" t="str"><v>𠮷野家😀é</v></c>', [text, '𠮷野家😀é']],
    ['children that are not ours', '<c r="A1"><v>1</v><extLst><ext><v>2</v><f/></ext></extLst></c>', [number, 1]],
    ['single quotes and spaces in tags', "<c  t = 'str'\n r='A1' ><v >甲</v ></c >", [text, '甲']],
    ['an attribute with > in it', '<c r="A1" x="a>b"><v>1</v></c>', [number, 1]],
    ['a metadata attribute', '<c r="A1" vm="1" cm="2"><v>1</v></c>', [number, 1]],
    ['an address in small letters', '<c r="a1"><v>1</v></c>', [number, 1]],
    ['style behind type', '<c t="b" r="A1" s="0"><v>1</v></c>', [boolean, 1]],
  ];
  for (const [what, xml, expected, strings] of table)
    it(what, async () => {
      assert.deepEqual(await a1(xml, strings), expected);
    });

  it('ill-formed UTF-8 becomes the replacement character and swallows no markup', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`<worksheet xmlns="${MAIN}"><sheetData><row><c t="str"><v>a`),
      Buffer.from([0xe5, 0x3c]),
      Buffer.from('/v></c><c t="str"><v>'),
      Buffer.from([0xff, 0xc0, 0x80, 0xed, 0xa0, 0x80, 0xe5, 0xbc]),
      Buffer.from('b</v></c></row></sheetData></worksheet>'),
    ]);
    const cells = await readCells({ sheets: [''], wholeSheet: new Uint8Array(bytes) });
    const decoded = new TextDecoder().decode(Uint8Array.from([0xff, 0xc0, 0x80, 0xed, 0xa0, 0x80, 0xe5, 0xbc]));
    assert.equal(cells.get('A1')?.value, 'a\ufffd');
    assert.equal(cells.get('B1')?.value, `${decoded}b`);
  });
});

describe('places of cells', () => {
  it('rows and cells without r stand one after the other', async () => {
    const xml = data(
      '<row><c><v>1</v></c><c/><c><v>3</v></c></row><row r="5"><c r="C5"><v>4</v></c><c><v>5</v></c></row><row><c><v>6</v></c></row>',
    );
    assert.deepEqual(await readValues({ sheets: [xml] }), { A1: 1, C1: 3, C5: 4, D5: 5, A6: 6 });
  });

  it('a cell that knows its row tells a row that does not', async () => {
    const xml = data('<row><c r="B4"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>');
    assert.deepEqual(await readValues({ sheets: [xml] }), { B4: 1, C4: 2, A5: 3 });
  });

  it('rows and cells out of order are put in order, a row in two parts is one', async () => {
    const xml = data(
      '<row r="9"><c r="B9"><v>92</v></c><c r="A9"><v>91</v></c></row><row r="2"><c r="A2"><v>21</v></c></row>' +
        '<row r="9"><c r="C9"><v>93</v></c><c r="A9"><v>94</v></c></row>',
    );
    const grid = await readGrid(workbookBytes({ sheets: [xml] }));
    assert.deepEqual([...grid.rows], [2, 9]);
    assert.deepEqual(
      grid.columns.map((c) => [c.column, [...c.kinds], [...c.numbers]]),
      [
        [1, [1, 1], [21, 94]],
        [2, [0, 1], [0, 92]],
        [3, [0, 1], [0, 93]],
      ],
    );
  });

  it('gaps, wrong dimensions, last row and column', async () => {
    const xml = `<dimension ref="A1"/>${data('<row r="3"><c r="AB3"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>')}`;
    const grid = await readGrid(workbookBytes({ sheets: [xml] }));
    assert.deepEqual([...grid.rows], [3, 1048576]);
    assert.deepEqual(
      grid.columns.map((c) => [c.column, c.kinds.length]),
      [
        [28, 1],
        [16384, 2],
      ],
    );
  });

  it('keeps only rows and columns that hold something', async () => {
    const xml = data(
      '<row r="1"><c r="A1" s="1"/><c r="B1"><v>1</v></c></row><row r="2" ht="30"><c r="A2" s="1"/></row><row r="3"/>',
    );
    const grid = await readGrid(workbookBytes({ sheets: [xml] }));
    assert.deepEqual([[...grid.rows], grid.columns.map((c) => c.column)], [[1], [2]]);
  });

  it('a sheet without cells is empty', async () => {
    for (const xml of ['<sheetData/>', '<sheetData></sheetData>', '']) {
      const grid = await readGrid(workbookBytes({ sheets: [xml] }));
      assert.deepEqual([grid.rows.length, grid.columns.length, grid.strings.length], [0, 0, 0]);
    }
  });

  it('cells outside sheetData and rows are not cells', async () => {
    const xml = `<cols><c r="A1"><v>9</v></c></cols>${data('<c r="A1"><v>9</v></c><row r="2"><x><c r="A2"><v>9</v></c></x><c r="B2"><v>1</v></c></row>')}<extLst><ext><row r="1"><c r="A1"><v>9</v></c></row></ext></extLst>`;
    assert.deepEqual(await readValues({ sheets: [xml] }), { B2: 1 });
  });
});

describe('what else a sheet says', () => {
  it('merges, hidden rows and columns', async () => {
    const xml =
      '<cols><col min="2" max="3" hidden="1"/><col min="5" max="5" width="9" hidden="true"/><col min="7" max="7" hidden="0"/></cols>' +
      data('<row r="2" hidden="1"><c r="A2"><v>1</v></c></row><row r="4" hidden="true"/><row r="5" hidden="0"/>') +
      '<mergeCells count="3"><mergeCell ref="A1:C2"/><mergeCell ref="D4"/><mergeCell ref="#REF!"/></mergeCells>';
    const grid = await readGrid(workbookBytes({ sheets: [xml] }));
    assert.deepEqual([...grid.hiddenRows], [2, 4]);
    assert.deepEqual([...grid.hiddenColumns], [2, 3, 5]);
    assert.deepEqual(grid.merges, [
      { top: 1, left: 1, bottom: 2, right: 3 },
      { top: 4, left: 4, bottom: 4, right: 4 },
    ]);
  });

  it('number formats by style: built in, own, overridden, none and not there', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="30" formatCode="0.0"/></numFmts>' +
      '<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>' +
      '<cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="31"/><xf numFmtId="176"/><xf numFmtId="30"/><xf numFmtId="999"/><xf numFmtId="58"/></cellXfs>';
    const cells = [0, 1, 2, 3, 4, 5, 6, 99].map((s) => `<c s="${s}"><v>1</v></c>`).join('');
    const grid = await readGrid(workbookBytes({ sheets: [cell(cells)], styles }));
    assert.deepEqual(
      grid.columns.map((c) => grid.formats[c.styles![0]!]),
      ['General', 'yyyy/m/d', 'yyyy"年"m"月"d"日"', 'yyyy"年"m"月"', '0.0', 'General', 'm"月"d"日"', 'General'],
    );
  });

  it('a workbook without styles shows everything as General', async () => {
    const grid = await readGrid(workbookBytes({ sheets: [cell('<c s="3"><v>1</v></c>')] }));
    assert.equal(grid.formats[grid.columns[0]!.styles![0]!], 'General');
  });

  it('date system and the columns we own', async () => {
    const afterSheets = `<definedNames><definedName name="_appeals.columns" hidden="1">'表1'!$C$1:$D$1</definedName></definedNames>`;
    const made = {
      sheets: [cell('<c><v>1</v></c>'), cell('<c><v>1</v></c>')],
      beforeSheets: '<workbookPr date1904="1"/>',
      afterSheets,
    };
    const first = await readGrid(workbookBytes(made));
    assert.deepEqual([first.sheet, first.date1904, first.ownedColumns], ['表1', true, { first: 3, last: 4 }]);
    assert.equal((await readGrid(workbookBytes(made), '表2')).ownedColumns, null);
    const lost = {
      ...made,
      afterSheets: '<definedNames><definedName name="_appeals.columns">#REF!</definedName></definedNames>',
    };
    assert.equal((await readGrid(workbookBytes(lost))).ownedColumns, null);
  });

  it('texts of formulas and inline strings follow the shared ones', async () => {
    const strings = '<si><t>零</t></si><si><t>一</t></si>';
    const xml = cell(
      '<c t="str"><f>x</f><v>二</v></c><c t="s"><v>1</v></c><c t="inlineStr"><is><t>三</t></is></c><c t="e"><v>#N/A</v></c>',
    );
    const grid = await readGrid(workbookBytes({ sheets: [xml], strings }));
    assert.deepEqual(grid.strings, ['零', '一', '二', '三', '#N/A']);
    assert.deepEqual(
      grid.columns.map((c) => c.numbers[0]),
      [2, 1, 3, 4],
    );
  });
});

describe('forms of the XML', () => {
  const inside =
    '<x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c><x:c r="B1" t="inlineStr"><x:is><x:r><x:t>乙</x:t></x:r></x:is></x:c></x:row></x:sheetData>';
  it('prefixed', async () => {
    const wholeSheet = `<?xml version="1.0"?>\n<x:worksheet xmlns:x="${MAIN}">${inside}<x:mergeCells><x:mergeCell ref="A1:B1"/></x:mergeCells></x:worksheet>`;
    assert.deepEqual(await readValues({ sheets: [''], wholeSheet, strings: '<si><t>甲</t></si>' }), {
      A1: '甲',
      B1: '乙',
    });
  });

  it('with a byte order mark, in UTF-16 of both orders, in GBK', async () => {
    const xml = (encoding: string): string =>
      `<?xml version="1.0" encoding="${encoding}"?><worksheet><sheetData><row><c t="str"><v>甲某</v></c></row></sheetData></worksheet>`;
    const little = Buffer.from(`\ufeff${xml('UTF-16')}`, 'utf16le');
    const gbk = Buffer.concat([
      Buffer.from(xml('gb2312').split('甲某')[0]!),
      Buffer.from([0xbc, 0xd7, 0xc4, 0xb3]),
      Buffer.from(xml('gb2312').split('甲某')[1]!),
    ]);
    const encoded = { bom: Buffer.from(`\ufeff${xml('UTF-8')}`), little, big: Buffer.from(little).swap16(), gbk };
    for (const [what, bytes] of Object.entries(encoded))
      assert.deepEqual(await readValues({ sheets: [''], wholeSheet: new Uint8Array(bytes) }), { A1: '甲某' }, what);
  });

  it('strict namespaces', async () => {
    assert.deepEqual(
      await readValues({ sheets: [cell('<c t="s"><v>0</v></c>')], strings: '<si><t>甲</t></si>', strict: true }),
      { A1: '甲' },
    );
  });

  for (const [what, xml] of Object.entries({
    'a root that is no worksheet': '<chartsheet/>',
    'nothing at all': '',
    'text alone': 'hello',
    'two roots': '<worksheet/><worksheet/>',
    'an open tag at the end': '<worksheet><sheetData',
    'an open comment at the end': '<worksheet/><!-- ',
    'one closing tag too many': '<worksheet></worksheet></worksheet>',
    'a NUL in a text': '<worksheet><sheetData><row><c t="str"><v>a\0b</v></c></row></sheetData></worksheet>',
    'an attribute without a value': '<worksheet a></worksheet>',
    'an attribute without quotes': '<worksheet a=1></worksheet>',
    'a tag without a name': '<worksheet>< ></worksheet>',
    'a declaration inside': '<worksheet><!ELEMENT a></worksheet>',
  }))
    it(`is damaged: ${what}`, async () => {
      const pkg = await open(workbookBytes({ sheets: [''], wholeSheet: xml }));
      assert.deepEqual(problemOf(await readSheetGrid(pkg, '表1')).params['reason'], 'xml');
    });

  for (const address of ['A0', 'A1048577', 'XFE1', 'AAAA1', '1', 'A', '', 'A-1', 'A1.5', 'B2:C3'])
    it(`is damaged: a cell at “${address}”`, async () => {
      const pkg = await open(workbookBytes({ sheets: [cell(`<c r="${address}"><v>1</v></c>`)] }));
      const found = problemOf(await readSheetGrid(pkg, '表1'));
      assert.deepEqual([found.params['reason'], found.place?.sheet], ['cell-address', '表1']);
    });

  it('is damaged: a row that is no number', async () => {
    for (const row of ['0', 'x', '', '99999999999']) {
      const pkg = await open(workbookBytes({ sheets: [data(`<row r="${row}"><c><v>1</v></c></row>`)] }));
      assert.equal(problemOf(await readSheetGrid(pkg, '表1')).params['reason'], 'cell-address');
    }
  });

  it('more columns than a sheet has, by order', async () => {
    const pkg = await open(workbookBytes({ sheets: [cell('<c/>'.repeat(16385))] }));
    assert.equal(problemOf(await readSheetGrid(pkg, '表1')).params['reason'], 'cell-address');
  });
});

describe('pace', () => {
  const rows = Array.from({ length: 20_000 }, (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>${i}</v></c></row>`);
  const bytes = workbookBytes({ sheets: [data(rows.join(''))] });

  it('tells how far it is and lets others run', async () => {
    const seen: number[] = [];
    let breaths = 0;
    const pace = {
      onProgress: (done: number, total: number) => seen.push(done / total),
      breathe: () => Promise.resolve(void breaths++),
    };
    const grid = valueOf(await readSheetGrid(await open(bytes), '表1', pace));
    assert.equal(grid.rows.length, 20_000);
    assert.equal(seen[seen.length - 1], 1);
    assert.deepEqual(
      seen,
      [...seen].sort((a, b) => a - b),
    );
    assert.ok(breaths > 1);
  });

  it('stops when it is told to', async () => {
    const signal = { aborted: false };
    const pace = { signal, onProgress: () => void (signal.aborted = true) };
    await assert.rejects(readSheetGrid(await open(bytes), '表1', pace), Cancelled);
  });
});
