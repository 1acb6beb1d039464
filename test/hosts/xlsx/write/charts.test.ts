import assert from 'node:assert/strict';
import ExcelJS from 'exceljs';
import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { civilDay } from '../../../../src/core/dates/civil';
import type { OwnedSheet, PlanChart, PlanRow } from '../../../../src/core/writeplan/plan';
import { createReportWorkbook } from '../../../../src/hosts/xlsx/newWorkbook';
import { open, part, simpleWorkbook, textParts, worksheet, zipParts } from './files';
import { columnsPlan, ownedSheet } from './plans';

const STRICT = 'http://purl.oclc.org/ooxml';
const LEDGER = { name: '台账', xml: worksheet('<row r="2"><c r="A2"><v>1</v></c></row>') };

const ROWS: PlanRow[] = [
  { cells: ['单位', '近4周', '此前'].map((text) => ({ text, style: 'header' as const })) },
  {
    cells: [
      { text: '甲股 & 乙股', style: 'body' },
      { number: 9, style: 'body' },
      { number: 3.2, style: 'body' },
    ],
  },
  {
    cells: [
      { day: civilDay(2021, 10, 8), style: 'body' },
      { number: 0, style: 'body' },
      { text: '—', style: 'body' },
    ],
  },
];

const chart = (kind: 'bar' | 'line', own: Partial<PlanChart> = {}): PlanChart => ({
  kind,
  valueTitle: '件数',
  title: '各单位 <件数>',
  categories: { column: 1, first: 2, last: 3 },
  series: [
    { name: '近4周', values: { column: 2, first: 2, last: 3 } },
    { name: '此前', values: { column: 3, first: 2, last: 3 } },
  ],
  from: { row: 5, column: 1 },
  to: { row: 20, column: 4 },
  ...own,
});

const charted = (name: string, ...charts: PlanChart[]): OwnedSheet => ({
  ...ownedSheet('report.trend', name, ROWS),
  charts,
});
const planOf = (...sheets: OwnedSheet[]) => columnsPlan(LEDGER.name, { rows: [3], sheets });

async function book(...sheets: OwnedSheet[]): Promise<Uint8Array> {
  const made = await createReportWorkbook(sheets);
  assert.ok(made.ok, JSON.stringify(made));
  return made.value;
}

/** Throws where a part is no well-formed XML. */
function parse(xml: string): void {
  new SaxesParser({ xmlns: true }).write(xml).close();
}

describe('charts in files', () => {
  it('are parts with the cells they are drawn from and what these hold', async () => {
    const bytes = await book(charted("按'单位'", chart('bar'), chart('line')));
    for (const text of Object.values(textParts(bytes))) parse(text);
    const sheet = part(bytes, 'xl/worksheets/sheet1.xml');
    assert.match(sheet, /<\/headerFooter><drawing xmlns:r="[^"]+\/relationships" r:id="rId1"\/><\/worksheet>$/);
    assert.match(
      part(bytes, 'xl/worksheets/_rels/sheet1.xml.rels'),
      /Type="[^"]+\/drawing" Target="\/xl\/drawings\/drawing1.xml"/,
    );
    const drawing = part(bytes, 'xl/drawings/drawing1.xml');
    assert.match(drawing, /<xdr:from><xdr:col>0<\/xdr:col><xdr:colOff>0<\/xdr:colOff><xdr:row>4<\/xdr:row>/);
    assert.match(drawing, /<xdr:to><xdr:col>3<\/xdr:col><xdr:colOff>0<\/xdr:colOff><xdr:row>19<\/xdr:row>/);
    assert.deepEqual(
      [...part(bytes, 'xl/drawings/_rels/drawing1.xml.rels').matchAll(/Target="([^"]+)"/g)].map(([, target]) => target),
      ['/xl/charts/chart1.xml', '/xl/charts/chart2.xml'],
    );
    const types = part(bytes, '[Content_Types].xml');
    assert.match(
      types,
      /"\/xl\/drawings\/drawing1.xml" ContentType="application\/vnd.openxmlformats-officedocument.drawing\+xml"/,
    );
    assert.match(types, /"\/xl\/charts\/chart2.xml" ContentType="[^"]+drawingml.chart\+xml"/);
    const [bars, lines] = ['chart1', 'chart2'].map((name) => part(bytes, `xl/charts/${name}.xml`));
    assert.match(
      bars!,
      /<c:f>'按''单位'''!\$A\$2:\$A\$3<\/c:f><c:strCache><c:ptCount val="2"\/><c:pt idx="0"><c:v>甲股 &amp; 乙股<\/c:v><\/c:pt><c:pt idx="1"><c:v>2021-10-08<\/c:v>/,
    );
    assert.match(
      bars!,
      /\$C\$2:\$C\$3<\/c:f><c:numCache><c:formatCode>General<\/c:formatCode><c:ptCount val="2"\/><c:pt idx="0"><c:v>3.2<\/c:v><\/c:pt><\/c:numCache>/,
    );
    assert.match(bars!, /<c:barDir val="bar"\/>/);
    assert.match(bars!, /<a:ln><a:noFill\/><\/a:ln><\/c:spPr><\/c:chartSpace>$/, 'no frame on the edge of the page');
    assert.match(bars!, /<a:t>各单位 &lt;件数&gt;<\/a:t>/);
    assert.match(lines!, /<c:lineChart>/);
  });

  it('tell their series apart without colour', async () => {
    const bytes = await book(charted('图', chart('bar'), chart('line')));
    const [bars, lines] = ['chart1', 'chart2'].map((name) => part(bytes, `xl/charts/${name}.xml`));
    const of = (xml: string, pattern: RegExp): string[] => [...xml.matchAll(pattern)].map(([, value]) => value!);
    assert.equal(new Set(of(bars!, /<a:pattFill prst="(\w+)"/g)).size, 2);
    assert.equal(new Set(of(lines!, /<c:symbol val="(\w+)"/g)).size, 2);
    assert.equal(new Set(of(lines!, /<a:prstDash val="(\w+)"/g)).size, 2);
    for (const xml of [bars!, lines!])
      for (const color of of(xml, /srgbClr val="(\w+)"/g)) assert.match(color, /^(\w\w)\1\1$/);
  });

  it('are opened by another reader, and leave out one without a category', async () => {
    const bytes = await book(
      charted('图', chart('bar', { categories: { column: 1, first: 2, last: 1 } })),
      charted('图', chart('bar')),
    );
    assert.doesNotMatch(part(bytes, 'xl/worksheets/sheet1.xml'), /<drawing/);
    const read = new ExcelJS.Workbook();
    await read.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer);
    assert.equal(read.getWorksheet('图（2）')?.getCell('B2').value, 9);
  });

  it('of a sheet of ours in a ledger are written twice as once, and change no part but those allowed', async () => {
    const workbook = await open(simpleWorkbook([LEDGER]));
    assert.ok((await workbook.write(planOf(charted('趋势', chart('bar'), chart('line'))))).ok);
    const once = textParts(workbook.bytes());
    const again = await open(workbook.bytes());
    assert.ok((await again.write(planOf(charted('趋势', chart('bar'), chart('line'))))).ok);
    assert.deepEqual(textParts(again.bytes()), once);
    assert.deepEqual(Object.keys(unzipSync(again.bytes())), Object.keys(unzipSync(workbook.bytes())));
  });

  it('that a sheet no longer has go with their parts', async () => {
    const workbook = await open(simpleWorkbook([LEDGER]));
    assert.ok((await workbook.write(planOf(charted('趋势', chart('bar'), chart('line'))))).ok);
    const fewer = await open(workbook.bytes());
    assert.ok((await fewer.write(planOf(charted('趋势', chart('line'))))).ok);
    assert.deepEqual(drawn(fewer.bytes()), [
      'xl/charts/chart1.xml',
      'xl/drawings/_rels/drawing1.xml.rels',
      'xl/drawings/drawing1.xml',
      'xl/worksheets/_rels/sheet2.xml.rels',
    ]);
    assert.doesNotMatch(part(fewer.bytes(), '[Content_Types].xml'), /chart2/);
    const none = await open(fewer.bytes());
    assert.ok((await none.write(planOf(charted('趋势')))).ok);
    assert.deepEqual(drawn(none.bytes()), []);
    assert.doesNotMatch(part(none.bytes(), '[Content_Types].xml'), /chart|drawing/);
  });

  it('are cleared with their sheet: the file is as it was', async () => {
    const before = simpleWorkbook([LEDGER]);
    const workbook = await open(before);
    assert.ok((await workbook.write(planOf(charted('趋势', chart('bar'), chart('line'))))).ok);
    const cleared = await open(workbook.bytes());
    const report = await cleared.clear();
    assert.ok(report.ok, JSON.stringify(report));
    assert.deepEqual(report.value.sheets, ['趋势']);
    assert.deepEqual(drawn(cleared.bytes()), []);
    assert.deepEqual(Object.keys(textParts(cleared.bytes())).sort(), Object.keys(textParts(before)).sort());
    assert.equal(part(cleared.bytes(), '[Content_Types].xml'), part(before, '[Content_Types].xml'));
  });

  it('are spelled as a strict workbook spells its own parts', async () => {
    const texts = textParts(simpleWorkbook([LEDGER]));
    const strict = Object.entries(texts).map(([name, text]) => [
      name,
      Buffer.from(text, 'latin1')
        .toString('utf8')
        .replaceAll('http://schemas.openxmlformats.org/spreadsheetml/2006/main', `${STRICT}/spreadsheetml/main`)
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
          `${STRICT}/officeDocument/relationships`,
        ),
    ]);
    const workbook = await open(zipParts(Object.fromEntries(strict) as Record<string, string>));
    assert.ok((await workbook.write(planOf(charted('趋势', chart('bar'))))).ok);
    const bytes = workbook.bytes();
    assert.ok(
      part(bytes, 'xl/worksheets/sheet2.xml').includes(`<drawing xmlns:r="${STRICT}/officeDocument/relationships"`),
    );
    assert.ok(part(bytes, 'xl/drawings/drawing1.xml').includes(`xmlns:xdr="${STRICT}/drawingml/spreadsheetDrawing"`));
    assert.ok(part(bytes, 'xl/charts/chart1.xml').includes(`xmlns:c="${STRICT}/drawingml/chart"`));
    assert.ok(
      part(bytes, 'xl/worksheets/_rels/sheet2.xml.rels').includes(`${STRICT}/officeDocument/relationships/drawing`),
    );
  });

  it('leave the drawings of the user’s sheets alone', async () => {
    const theirs = {
      name: '图表',
      xml: worksheet('<row r="1"><c r="A1"><v>1</v></c></row>', '', '<drawing r:id="rId1"/>'),
    };
    const relationship = (type: string, target: string): string =>
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`;
    const own = {
      'xl/worksheets/_rels/sheet2.xml.rels': relationship('drawing', '../drawings/drawing1.xml'),
      'xl/drawings/drawing1.xml':
        '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"/>',
      'xl/drawings/_rels/drawing1.xml.rels': relationship('chart', '../charts/chart1.xml'),
      'xl/charts/chart1.xml': '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"/>',
    };
    const workbook = await open(
      simpleWorkbook([LEDGER, theirs], {
        parts: own,
        overrides: { '/xl/drawings/drawing1.xml': 'drawing', '/xl/charts/chart1.xml': 'drawingml.chart' },
      }),
    );
    for (let time = 0; time < 2; time++) assert.ok((await workbook.write(planOf(charted('趋势', chart('bar'))))).ok);
    const texts = textParts(workbook.bytes());
    for (const [name, text] of Object.entries(own)) assert.equal(texts[name], text, name);
    assert.ok(texts['xl/drawings/drawing2.xml'] && texts['xl/charts/chart2.xml']);
    assert.ok((await workbook.clear()).ok);
    for (const [name, text] of Object.entries(own)) assert.equal(textParts(workbook.bytes())[name], text, name);
    assert.equal(textParts(workbook.bytes())['xl/drawings/drawing2.xml'], undefined);
  });
});

/** The parts of drawings, charts and of what leads to them. */
const drawn = (bytes: Uint8Array): string[] =>
  Object.keys(unzipSync(bytes))
    .filter((name) => /drawings|charts|worksheets\/_rels/.test(name))
    .sort();
