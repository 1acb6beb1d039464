import assert from 'node:assert/strict';
import { nodeCodec } from '../../../src/hosts/xlsx/inflateNode';
import { COLUMNS_MARKER, markedSheet, parseReference, quoteSheet, sheetMarker } from '../../../src/hosts/xlsx/marker';
import { ownedColumnsOf, ownedSheetOf } from '../../../src/hosts/xlsx/ownership';
import { readSheetGrid } from '../../../src/hosts/xlsx/readSheet';
import { isSheetProtected } from '../../../src/hosts/xlsx/sheetProtection';
import { openPackage, tableParts } from '../../../src/hosts/xlsx/xlsxPackage';
import { refusedFiles } from './readRefused';
import { inPieces, open, problemOf, valueOf } from './readSupport';
import { MAIN, workbookBytes, workbookParts, type MadeWorkbook } from './readWorkbooks';
import { makeZip } from './readZipFiles';

const ONE_CELL = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>';

describe('opening a workbook', () => {
  it('lists sheets in order with their parts, states and the active one', async () => {
    const pkg = await open(
      workbookBytes({
        sheets: [
          { name: '台账', xml: ONE_CELL },
          { name: 'a &amp; b', xml: ONE_CELL, state: 'hidden' },
          { name: '底稿', xml: ONE_CELL, state: 'veryHidden' },
        ],
        beforeSheets: '<bookViews><workbookView activeTab="1"/></bookViews>',
      }),
    );
    assert.deepEqual(
      pkg.sheets.map((s) => [s.name, s.sheetId, s.rId, s.part, s.state, s.kind]),
      [
        ['台账', '1', 'rId1', 'xl/worksheets/sheet1.xml', 'visible', 'worksheet'],
        ['a & b', '2', 'rId2', 'xl/worksheets/sheet2.xml', 'hidden', 'worksheet'],
        ['底稿', '3', 'rId3', 'xl/worksheets/sheet3.xml', 'veryHidden', 'worksheet'],
      ],
    );
    assert.equal(pkg.activeTab, 1);
    assert.equal(pkg.workbookPart, 'xl/workbook.xml');
    assert.equal(pkg.contentTypes.of('/xl/Worksheets/sheet1.xml').endsWith('worksheet+xml'), true);
    assert.equal(pkg.contentTypes.of('x/y.rels').endsWith('relationships+xml'), true);
  });

  it('finds the workbook by relationships, whatever it is called and however targets are written', async () => {
    const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const relationships = (inside: string): string =>
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`;
    const bytes = makeZip({
      entries: [
        {
          name: '[Content_Types].xml',
          data: '<Types xmlns="x"><Default Extension="xml" ContentType="application/xml"/></Types>',
        },
        {
          name: '_rels/.rels',
          data: relationships(`<Relationship Id="a" Type="${rel}/officeDocument" Target="/book/wb.xml"/>`),
        },
        {
          name: 'book/wb.xml',
          data: `<?xml version="1.0"?><x:workbook xmlns:x="${MAIN}" xmlns:q="${rel}"><x:workbookPr date1904="true"/><x:sheets><x:sheet id="no" name="一" sheetId="7" q:id="s"/></x:sheets></x:workbook>`,
        },
        {
          name: 'book/_rels/wb.xml.rels',
          data: relationships(`<Relationship Id="s" Type="${rel}/worksheet" Target="..\\sheets/%E4%B8%80.xml"/>`),
        },
        { name: 'sheets/一.xml', data: `<worksheet xmlns="${MAIN}">${ONE_CELL}</worksheet>` },
      ],
    });
    const pkg = await open(bytes);
    assert.equal(pkg.workbookPart, 'book/wb.xml');
    assert.deepEqual(
      pkg.sheets.map((s) => [s.rId, s.part]),
      [['s', 'sheets/一.xml']],
    );
    assert.equal(pkg.date1904, true);
    assert.equal(valueOf(await readSheetGrid(pkg, '一')).rows.length, 1);
  });

  it('takes strict files, templates and files with macros', async () => {
    const type = 'application/vnd.ms-excel.sheet.macroEnabled.main+xml';
    for (const made of [{ strict: true }, { workbookType: type }] satisfies Partial<MadeWorkbook>[]) {
      const pkg = await open(workbookBytes({ sheets: [ONE_CELL], strings: '<si><t>a</t></si>', ...made }));
      assert.equal(pkg.sharedStringsPart, 'xl/sharedStrings.xml');
      assert.equal(valueOf(await readSheetGrid(pkg, '表1')).rows.length, 1);
    }
  });

  it('reads date system, protection of the structure and defined names', async () => {
    const of = async (beforeSheets: string, afterSheets = '') =>
      open(workbookBytes({ sheets: [ONE_CELL], beforeSheets, afterSheets }));
    for (const [value, expected] of [
      ['1', true],
      ['true', true],
      ['0', false],
      ['false', false],
    ] as const)
      assert.equal((await of(`<workbookPr date1904="${value}"/>`)).date1904, expected);
    const plain = await of('');
    assert.deepEqual([plain.date1904, plain.structureLocked, plain.activeTab], [false, false, 0]);
    assert.equal((await of('<workbookProtection lockStructure="1"/>')).structureLocked, true);
    assert.equal((await of('<workbookProtection lockWindows="1"/>')).structureLocked, false);
    const names =
      `<definedNames><definedName name="_appeals.columns" hidden="1">'表1'!$Q$3:$V$3</definedName>` +
      `<definedName name="_xlnm.Print_Area" localSheetId="0">'表1'!$A$1</definedName></definedNames>` +
      '<extLst><ext uri="x"><x14:definedNames><x14:definedName name="far">1</x14:definedName></x14:definedNames></ext></extLst>';
    assert.deepEqual((await of('', names)).definedNames, [
      { name: '_appeals.columns', localSheetId: null, hidden: true, text: "'表1'!$Q$3:$V$3" },
      { name: '_xlnm.Print_Area', localSheetId: 0, hidden: false, text: "'表1'!$A$1" },
    ]);
  });

  it('gives parts inflated, whole and as a stream, and says which one is missing', async () => {
    const pkg = await open(workbookBytes({ sheets: [ONE_CELL] }));
    const whole = new TextDecoder().decode(await pkg.part('xl/worksheets/sheet1.xml'));
    let streamed = '';
    for await (const piece of pkg.stream('/xl/worksheets/sheet1.xml')) streamed += new TextDecoder().decode(piece);
    assert.ok(whole.includes(ONE_CELL));
    assert.equal(streamed, whole);
    await assert.rejects(pkg.part('xl/nothing.xml'), (error: { problem?: { params: object } }) => {
      assert.deepEqual(error.problem?.params, { reason: 'entry-missing', part: 'xl/nothing.xml' });
      return true;
    });
  });

  it('finds the tables of a sheet', async () => {
    const rels =
      '<Relationships xmlns="x"><Relationship Id="r1" Type="http://y/relationships/table" Target="../tables/table1.xml"/>' +
      '<Relationship Id="r2" Type="http://y/relationships/hyperlink" Target="http://z/" TargetMode="External"/></Relationships>';
    const extra = [{ name: 'xl/worksheets/_rels/sheet1.xml.rels', data: rels }];
    const pkg = await open(workbookBytes({ sheets: [ONE_CELL, ONE_CELL], extra }));
    assert.deepEqual(await tableParts(pkg, pkg.sheets[0]!), ['xl/tables/table1.xml']);
    assert.deepEqual(await tableParts(pkg, pkg.sheets[1]!), []);
  });

  it('knows chart sheets hold no cells and answers for unknown sheets with the ones there are', async () => {
    const parts = workbookParts({ sheets: [ONE_CELL, ONE_CELL] }).map((part) =>
      part.name.endsWith('workbook.xml.rels')
        ? { ...part, data: String(part.data).replace(/worksheet(?=" Target="worksheets\/sheet2)/, 'chartsheet') }
        : part,
    );
    const pkg = await open(makeZip({ entries: parts }));
    assert.deepEqual(
      pkg.sheets.map((s) => s.kind),
      ['worksheet', 'other'],
    );
    assert.equal(problemOf(await readSheetGrid(pkg, '表2')).code, 'sheet-has-no-cells');
    const unknown = problemOf(await readSheetGrid(pkg, '表3'));
    assert.deepEqual([unknown.code, unknown.params['sheets']], ['sheet-not-found', ['表1', '表2']]);
  });

  it('refuses entities and document types in small parts', async () => {
    const bytes = makeZip({
      entries: workbookParts({ sheets: [ONE_CELL] }).map((part) =>
        part.name === 'xl/workbook.xml'
          ? { ...part, data: `<!DOCTYPE w [<!ENTITY a "b">]>${String(part.data)}` }
          : part,
      ),
    });
    assert.equal(problemOf(await openPackage('a.xlsx', bytes)).code, 'file-is-damaged');
  });

  it('reads small parts in UTF-16', async () => {
    const bytes = makeZip({
      entries: workbookParts({ sheets: [{ name: '台账', xml: ONE_CELL }] }).map((part) =>
        part.name === 'xl/workbook.xml'
          ? { ...part, data: Buffer.from(`\ufeff${String(part.data)}`, 'utf16le') }
          : part,
      ),
    });
    assert.deepEqual(
      (await open(bytes)).sheets.map((s) => s.name),
      ['台账'],
    );
  });
});

describe('files that are refused', () => {
  for (const { name, bytes, code, detail, options } of refusedFiles())
    it(`${name}: ${code}`, async () => {
      const opened = await openPackage('坏.xlsx', bytes, { codec: nodeCodec, ...options });
      const found = problemOf(opened.ok ? await readSheetGrid(opened.value, opened.value.sheets[0]!.name) : opened);
      assert.equal(found.code, code);
      for (const [key, value] of Object.entries(detail ?? {})) assert.equal(found.params[key], value);
      assert.equal(found.params['file'], '坏.xlsx');
      assert.equal(found.place?.file, '坏.xlsx');
    });
});

describe('protection of a sheet', () => {
  const lock = '<sheetProtection password="CC1A" sheet="1" objects="1"/>';
  const sheets = {
    unlocked: ONE_CELL,
    locked: ONE_CELL + lock,
    prefixed: null,
    'not in force': `${ONE_CELL}<sheetProtection sheet="0"/>`,
    'in a comment': `${ONE_CELL}<!-- ${lock} -->`,
    'in a text': `<sheetData><row><c t="inlineStr"><is><t><![CDATA[${lock}]]></t></is></c></row></sheetData>`,
    'deep in an extension': `${ONE_CELL}<extLst><ext>${lock}</ext></extLst>`,
  };
  const locked = ['locked', 'prefixed'];
  for (const [what, xml] of Object.entries(sheets))
    it(`${what}: ${locked.includes(what) ? 'protected' : 'not protected'}, before and after the sheet was read`, async () => {
      const whole = `<x:worksheet xmlns:x="${MAIN}"><x:sheetData/><x:sheetProtection sheet="true"/></x:worksheet>`;
      const bytes = workbookBytes(xml === null ? { sheets: [''], wholeSheet: whole } : { sheets: [xml] });
      for (const size of [1, 7, 100_000]) {
        const before = await open(bytes, { codec: inPieces(size) });
        assert.equal(valueOf(await isSheetProtected(before, '表1')), locked.includes(what));
        const after = await open(bytes, { codec: inPieces(size) });
        valueOf(await readSheetGrid(after, '表1'));
        assert.equal(valueOf(await isSheetProtected(after, '表1')), locked.includes(what));
      }
    });

  it('is asked of a sheet that exists', async () => {
    const pkg = await open(workbookBytes({ sheets: [ONE_CELL] }));
    assert.equal(problemOf(await isSheetProtected(pkg, '没有')).code, 'sheet-not-found');
  });
});

describe('markers of what is ours', () => {
  it('reads references of one area of one sheet and nothing else', () => {
    const at = (text: string) => {
      const r = parseReference(text);
      return r && [r.sheet, r.left, r.top, r.right, r.bottom];
    };
    assert.deepEqual(at("'台账'!$Q$3:$V$3"), ['台账', 17, 3, 22, 3]);
    assert.deepEqual(at('台账!$Q:$V'), ['台账', 17, 0, 22, 0]);
    assert.deepEqual(at('Sheet1!$A$1'), ['Sheet1', 1, 1, 1, 1]);
    assert.deepEqual(at("'它''s'!$B$2"), ["它's", 2, 2, 2, 2]);
    assert.deepEqual(at("'表 (2)!'!V3:Q3"), ['表 (2)!', 17, 3, 22, 3]);
    for (const text of [
      '#REF!',
      "'台账'!#REF!",
      '#REF!$A$1',
      "'a'!$A$1,'a'!$B$1",
      '[1]Sheet1!$A$1',
      'SUM(A1)',
      '"台账"',
      '',
    ])
      assert.equal(at(text), null, text);
    assert.equal(parseReference(`${quoteSheet("a'b")}!$A$1`)?.sheet, "a'b");
  });

  it('knows owned columns and sheets by name and workbook scope only', () => {
    const name = (text: string, marker: string, localSheetId: number | null = null) => ({
      name: marker,
      localSheetId,
      hidden: true,
      text,
    });
    const names = [
      name("'别的'!$A$1:$F$1", COLUMNS_MARKER, 0),
      name("'台账'!$Q$3:$V$3", COLUMNS_MARKER),
      name("'督查问题（2）'!$A$1", sheetMarker('findings')),
      name('#REF!', sheetMarker('summary')),
    ];
    assert.deepEqual(ownedColumnsOf(names, '台账', 1), { first: 17, last: 22 });
    assert.deepEqual(
      ownedColumnsOf(names, '别的', 0),
      { first: 1, last: 6 },
      'a copied sheet has columns of ours as well',
    );
    assert.equal(ownedSheetOf(names, '督查问题（2）'), 'findings');
    assert.equal(ownedSheetOf(names, '督查问题'), null);
    assert.equal(ownedSheetOf(names, '督查汇总'), null);
    assert.equal(markedSheet('_APPEALS.SHEET.RULERUNS'), 'ruleRuns');
    assert.equal(markedSheet('_appeals.sheet.other'), null);
  });
});
